import { policyLaws } from '../../properties/7737-policy-and-zeroth-order/index.ts';
import { computed } from '../theorem/computation.ts';
import type { Theorem } from '../theorem/theorem.ts';
import { alternatingTheorems } from './alternating.ts';
import { ascentTheorems } from './ascents.ts';
import { baselineTheorems } from './baseline.ts';
import { bridgeTheorems } from './bridge.ts';
import { convexityTheorems } from './convexity.ts';
import { laplacianTheorems } from './laplacian.ts';
import { leaveOneOutTheorems } from './leave-one-out.ts';
import { limitTheorems } from './limits.ts';
import { lineTheorems } from './line.ts';
import { offPolicyTheorems } from './off-policy.ts';
import { optimalBaselineTheorems } from './optimal-baseline.ts';
import { orderTheorems } from './orders.ts';
import { parallelTheorem } from './parallel.ts';
import { policyFactTheorems } from './policy-facts.ts';
import { policyGradientTheorems } from './policy-gradient.ts';
import type { LawTheorem } from './read-law.ts';
import { rearrangementGapsTheorem, rearrangementTheorem } from './rearrangement.ts';
import { rearrangementEqualityTheorem } from './rearrangement-equality.ts';
import { regionTheorems } from './regions.ts';
import { rewardTheorems } from './reward-cases.ts';
import { surrogateTheorems } from './surrogates.ts';
import { threeClassesTheorem } from './three-classes.ts';
import { signTheorems } from './three-signs.ts';
import { varianceTheorems } from './variance.ts';
import { zerothOrderTheorems } from './zeroth-order.ts';
import { zerothOrderBaselineTheorems } from './zeroth-order-baseline.ts';
import { zerothOrderBoundTheorems } from './zeroth-order-bounds.ts';

/** The theorems that read texts or laws over symbols, in the order of the article. */
const symbolic: readonly Theorem[] = [
  rearrangementTheorem(),
  rearrangementEqualityTheorem(),
  rearrangementGapsTheorem,
  ...policyGradientTheorems,
  ...baselineTheorems,
  ...optimalBaselineTheorems,
  ...leaveOneOutTheorems,
  ...policyFactTheorems,
  ...zerothOrderTheorems,
  ...zerothOrderBaselineTheorems,
  ...zerothOrderBoundTheorems,
  ...varianceTheorems,
  ...surrogateTheorems,
  ...bridgeTheorems,
  parallelTheorem,
  ...laplacianTheorems,
  threeClassesTheorem,
  ...orderTheorems,
  ...alternatingTheorems,
  ...ascentTheorems,
  ...limitTheorems,
  ...convexityTheorems,
  ...offPolicyTheorems,
  ...regionTheorems,
  ...lineTheorems,
  ...rewardTheorems,
  ...signTheorems,
];

/** Those that are laws themselves, read over symbols. */
export const lawTheorems: readonly LawTheorem[] = symbolic.filter((theorem): theorem is LawTheorem => 'law' in theorem);

const listed = policyLaws.filter(({ instances }) => instances.all !== undefined);

/** The theorems of article 7737. */
export const policyTheorems: readonly Theorem[] = [...symbolic, ...listed.map((law) => computed(law))];
