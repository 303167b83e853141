import { type Definition, definition, type Ledger, type Narrative, narrative } from '../ledger.ts';

const definitions: readonly Definition[] = [
  definition(1, 'src/bridge/hard-objective.ts#hardObjective'),
  definition(2, 'src/policy/dataset.ts#policyObjective'),
  definition(2, 'src/policy/gradient.ts#expectedReward', 'at one x_t'),
  definition(3, 'src/policy/rearrangement.ts#arrangedLike', 'the same order'),
  definition(4, 'src/policy/dataset.ts#policyObjectiveGradient'),
  definition(4, 'src/policy/gradient.ts#policyGradient', 'at one x_t'),
  definition(5, 'src/policy/score.ts#score', '∇ log p'),
  definition(5, 'src/policy/gradient.ts#gradientEstimate', 'from N samples'),
  definition(6, 'src/policy/baseline.ts#constantBaseline'),
  definition(8, 'src/policy/estimator-moments.ts#estimatorMoments'),
  definition(9, 'src/policy/baseline.ts#optimalBaseline'),
  definition(10, 'src/policy/baseline.ts#meanBaseline'),
  definition(10, 'src/policy/baseline.ts#ownSampleMean', 'estimated from the samples'),
  definition(11, 'src/zeroth-order/estimator.ts#forwardDifference'),
  definition(13, 'src/zeroth-order/estimator.ts#directionalEstimate', 'with b = 0'),
  definition(14, 'src/zeroth-order/baseline.ts#secondMoment'),
  definition(15, 'src/zeroth-order/baseline.ts#optimalBaseline'),
  definition(15, 'src/zeroth-order/baseline.ts#sampledOptimalBaseline', 'estimated from the samples'),
  definition(16, 'src/bridge/hard-objective.ts#hardObjective'),
  definition(18, 'src/bridge/argmax-regions.ts#argmaxRegion', 'Ω_y'),
  definition(18, 'src/bridge/argmax-regions.ts#gradientByRegions'),
  definition(19, 'src/bridge/indicator.ts#indicator'),
  definition(20, 'src/bridge/indicator.ts#gradientByIndicators'),
  definition(21, 'src/policy/softmax.ts#softmax'),
  definition(22, 'src/bridge/indicator.ts#gradientByShares'),
  definition(23, 'src/bridge/taylor-step.ts#taylorStep', 'the expansion of p'),
];

const narratives: readonly Narrative[] = [
  narrative(
    'c.14',
    'A comment on B-(14) asks for the square and for ‖u‖²; the article has been corrected since, and zo.m2 states it so.',
  ),
  narrative(
    'joint differentiability of B-(2)',
    'With finitely many labels the objective is a finite sum of differentiable functions. pg.smooth decides it along lines; the rest is the chain rule.',
  ),
  narrative(
    'the argmax of a density',
    'Regression can be read into B-(1) only where the argmax exists: always for finitely many labels, not for every density.',
  ),
  narrative(
    'y as the “policy”',
    'In the usual words y is the action, p_θ(y|x) the policy and r the reward; the article calls y the policy and p the decision model.',
  ),
  narrative(
    'other zeroth-order methods',
    'Gradientless descent, the sampling view of optimization and Gumbel-Softmax are named by the article and not defined in it.',
  ),
];

/** What stands for article 7737 beside its laws. */
export const policyLedger: Ledger = { article: '7737', equations: 23, definitions, narratives };
