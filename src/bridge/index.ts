/**
 * The hard objective, its argmax regions and softenings, and what its zeroth-order gradient really is: article 7737,
 * B-(16)…(23).
 *
 *     import { hardObjective, winningProbability } from 'gradient-laws/bridge';
 *
 * @module
 */
export type { Membership, TieRule } from './argmax-regions.ts';
export {
  argmaxEdge,
  argmaxRegion,
  gradientByIndicators,
  gradientByRegions,
  gradientByShares,
  gumbelMean,
  gumbelMoments,
  hardObjective,
  indicator,
  laplacian,
  linearLogits,
  logisticDensity,
  policyEdges,
  smoothedLogistic,
  taylorStep,
  winningProbability,
  wins,
} from './checked.ts';
export { type GumbelClass, gumbelAction } from './gumbel.ts';
export type { Decision, Example } from './hard-objective.ts';
export type { Edges } from './laplacian.ts';
