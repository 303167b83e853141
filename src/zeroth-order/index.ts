/**
 * Zeroth-order gradients and the optimizers that run on them, article 7737, B-(11)…(15).
 *
 *     import { forwardDifference } from 'gradient-laws/zeroth-order';
 *
 * @module
 */
export {
  alternatingDescent,
  ballAverage,
  centralDifference,
  directionalEstimate,
  empirical,
  expectedScalar,
  expectedVector,
  forwardDifference,
  leaveOneOutEstimate,
  meanBaseline,
  optimalBaseline,
  ownMeanBaselineEstimate,
  ownOptimalBaselineEstimate,
  sampledEstimate,
  sampledOptimalBaseline,
  secondMoment,
  simultaneousPerturbation,
  smoothedObjective,
  zerothOrderDescent,
  zerothOrderGradient,
} from './checked.ts';
export { onBlock, type Turn, type ZerothOrderDescent } from './descent.ts';
export { type Atom, atoms, type Directions } from './directions.ts';
export { type DirectionSampler, drawDirection } from './draw-direction.ts';
export type { Objective } from './estimator.ts';
