/**
 * Policies and policy gradients, article 7737, B-(2)…(10).
 *
 *     import { score, softmax } from 'gradient-laws/policy';
 *
 * @module
 */
export { ascentStep, logitGradient, orderKeepingRate } from './ascent.ts';
export * from './baseline.ts';
export * from './dataset.ts';
export { actionTuples, estimatorMoments, type Moments } from './estimator-moments.ts';
export { fisherInformation, naturalGradient } from './fisher.ts';
export { expectedReward, gradientEstimate, policyGradient } from './gradient.ts';
export { arrangedLike, descendingOrder, permutations, rearranged, similarlyOrdered } from './rearrangement.ts';
export { expectation, type LocalPolicy, type Score, score, scores, tableGradients } from './score.ts';
export { argmax, logSoftmax, normalize, softmax, weights } from './softmax.ts';
export * from './surrogate.ts';
