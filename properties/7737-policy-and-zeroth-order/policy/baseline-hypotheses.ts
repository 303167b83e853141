import type { Hypothesis, Necessity } from '../../../src/law/law.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import {
  anyWeights,
  baselineOfAction,
  constantPolicy,
  offPolicy,
  sameBaselines,
  unnormalized,
} from '../../breaking/policy/policy-samples.ts';
import { hasScores } from '../../instances/policy/policy-case.ts';
import { ignoresAction, isOnPolicy, type SampledCase } from '../../instances/policy/sampled-case.ts';

type SampledHypothesis = Hypothesis<SampledCase>;

const hypothesis =
  (name: string, says: string, holds: (instance: SampledCase) => boolean) =>
  (necessity: Necessity<SampledCase>): SampledHypothesis => ({ name, says, holds, necessity });

export const baselineIgnoresAction = hypothesis(
  'baseline-ignores-action',
  'The baseline b does not depend on the action y; it may depend on x_t, y_t and θ.',
  ignoresAction,
)({ kind: 'search', breaking: baselineOfAction });

export const onPolicy = hypothesis(
  'on-policy',
  'The actions are drawn from the policy itself.',
  isOnPolicy,
)({ kind: 'search', breaking: offPolicy });

export const sumsToOne = hypothesis(
  'sums-to-one',
  'The probabilities sum to 1 for every θ.',
  ({ unnormalized: isUnnormalized }) => isUnnormalized !== true,
)({ kind: 'search', breaking: unnormalized });

/** A baseline is a number here, whatever it was computed from. */
export const baselineFreeOfParameters = hypothesis(
  'baseline-free-of-parameters',
  'The baseline does not depend on θ.',
  () => true,
)({
  kind: 'proved-unneeded',
  because:
    'Only its value at θ enters B-(6), and it is not differentiated, so the proof never asks where it came from. ' +
    'Subtracted inside the objective B-(2) instead, b(θ) would change the gradient by −∇b.',
});

/** Softmax gives every class a positive probability, so no instance breaks the next two. */
export const fixedSupport = hypothesis(
  'fixed-support',
  'Where the density is positive does not depend on θ.',
  () => true,
)({
  kind: 'necessary-by-argument',
  because: 'The uniform density 1/θ on (0, θ) has ∂ log p = −1/θ wherever it is positive, so E s = −1/θ and not 0.',
});

export const positiveProbabilities = hypothesis(
  'positive-probabilities',
  'Every p_y is positive.',
  () => true,
)({
  kind: 'proved-unneeded',
  because:
    'If p_y = 0 at an interior θ where p_y ≥ 0 is differentiable, then p_y has a minimum there and ∇p_y = 0: the class ' +
    'adds nothing to either side. At the edge of the parameters it can, see pg.bernoulli.',
});

const scoresVary = hypothesis('scores-vary', 'The probabilities depend on the parameters: E ‖s‖² > 0.', hasScores);

/** Needed for b* to be defined. */
export const optimumDefined = scoresVary({
  kind: 'necessary-by-argument',
  because: 'When the probabilities do not depend on θ, every score is 0 and the formula for b* is 0/0.',
});

/** Needed for the best baseline to be the only one. */
export const optimumUnique = scoresVary({ kind: 'search', breaking: constantPolicy });

export const differentBaselines = hypothesis(
  'different-baselines',
  'The two baselines differ.',
  ({ baseline, other = 0 }) => !sameExact(baseline, other),
)({ kind: 'search', breaking: sameBaselines });

export const uniformPolicy = hypothesis('uniform-policy', 'All classes are equally likely.', ({ weights }) =>
  weights.every((a) => sameExact(a, weights[0]!)),
)({ kind: 'search', breaking: anyWeights });
