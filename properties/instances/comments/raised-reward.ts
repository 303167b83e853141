import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { asTable, drawPolicyCase, type PolicyCase, policyCases, simplerPolicyCases } from '../policy/policy-case.ts';
import { passes } from '../well-formed.ts';

/** A policy with sampled actions, and an amount by which the reward of the first of them is raised. */
export interface RaisedReward extends PolicyCase {
  readonly actions: readonly number[];
  readonly raise: Exact;
}

const partsOf = z.looseObject({ actions: z.array(z.int().min(0)).min(1).max(64), raise: exactNumber });

function requireActions({ weights, actions }: RaisedReward): void {
  const strange = actions.find((y) => y >= weights.length);
  if (strange === undefined) return;
  throw new RangeError(`actions has the class ${strange}; give indices from 0 to ${weights.length - 1}.`);
}

/** Tables of 2 to 5 logits with 1 to 4 actions. */
export const raisedRewards: Instances<RaisedReward> = {
  generate: (draw) => {
    const policy = asTable(drawPolicyCase(draw, 5));
    const actions = draw.list(draw.integer(1, 4), () => draw.integer(0, policy.weights.length - 1));
    return { ...policy, actions, raise: draw.positive('fraction') };
  },
  *simplify(instance) {
    const { actions } = instance;
    for (let k = 1; k < actions.length; k++) yield { ...instance, actions: withoutEntry(actions, k) };
    for (const simpler of simplerPolicyCases(instance)) {
      yield { ...simpler, actions: simpler.actions.map((y) => Math.min(y, simpler.weights.length - 1)) };
    }
  },
  accepts: (instance) => {
    const { actions: _, raise: __, ...policy } = instance;
    return policyCases.accepts(policy) && passes(() => requireActions(instance));
  },
  decode: (json) => {
    const { actions, raise, ...rest } = partsOf.parse(json);
    const instance = { ...policyCases.decode(rest), actions, raise };
    requireActions(instance);
    return instance;
  },
};
