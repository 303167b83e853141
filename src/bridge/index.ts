/**
 * The hard objective, its argmax regions and softenings, and what its zeroth-order gradient really is: article 7737,
 * B-(16)…(23).
 *
 *     import { hardObjective, winningProbability } from 'gradient-laws/bridge';
 *
 * @module
 */
export { argmaxRegion, gradientByRegions, type Membership, type TieRule, wins } from './argmax-regions.ts';
export { type GumbelClass, gumbelAction, gumbelMean, gumbelMoments } from './gumbel.ts';
export { type Decision, type Example, hardObjective, linearLogits } from './hard-objective.ts';
export { gradientByIndicators, gradientByShares, indicator } from './indicator.ts';
export { type Edges, laplacian, policyEdges } from './laplacian.ts';
export { winningProbability } from './probit.ts';
export { argmaxEdge } from './probit-edges.ts';
export { logisticDensity, smoothedLogistic } from './smoothed-logistic.ts';
export { taylorStep } from './taylor-step.ts';
