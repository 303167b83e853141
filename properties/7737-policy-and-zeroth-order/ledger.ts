import { type Definition, definition, type Ledger, type Narrative } from '../ledger.ts';

const definitions: readonly Definition[] = [
  definition(2, 'src/policy/gradient.ts#expectedReward'),
  definition(4, 'src/policy/gradient.ts#policyGradient'),
  definition(5, 'src/policy/gradient.ts#gradientEstimate'),
  definition(11, 'src/zeroth-order/estimator.ts#forwardDifference'),
  definition(13, 'src/zeroth-order/estimator.ts#directionalEstimate'),
];

const narratives: readonly Narrative[] = [];

/** What stands for article 7737 beside its laws. */
export const policyLedger: Ledger = { article: '7737', equations: 23, definitions, narratives };
