/**
 * Policies and policy gradients, article 7737, B-(2)…(10).
 *
 *     import { score, softmax } from 'gradient-laws/policy';
 *
 * @module
 */
export { type Baseline, leaveOneOut, ownSampleMean } from './baseline.ts';
export {
  argmax,
  arrangedLike,
  ascentStep,
  constantBaseline,
  coordinateBaselines,
  descendingOrder,
  diceSurrogate,
  estimatorMoments,
  expectation,
  expectedReward,
  fisherInformation,
  gradientEstimate,
  importanceSurrogate,
  linearPolicy,
  logitGradient,
  logSoftmax,
  logSurrogate,
  meanBaseline,
  naturalGradient,
  normalize,
  optimalBaseline,
  orderKeepingRate,
  policyGradient,
  policyObjective,
  policyObjectiveGradient,
  ratioSurrogate,
  relu,
  score,
  scores,
  similarlyOrdered,
  softmax,
  standardizedRewards,
  straightThrough,
  tableGradients,
  weights,
} from './checked.ts';
export { type Example, evenly, tableFeatures } from './dataset.ts';
export { actionTuples, type Moments } from './estimator-moments.ts';
export { permutations, rearranged } from './rearrangement.ts';
export type { LocalPolicy, Score } from './score.ts';
export type { Differentiable, PolicyValues, Surrogate } from './surrogate.ts';
