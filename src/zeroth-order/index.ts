/**
 * Zeroth-order gradients and the optimizers that run on them, article 7737, B-(11)…(15).
 *
 *     import { forwardDifference } from 'gradient-laws/zeroth-order';
 *
 * @module
 */
export * from './baseline.ts';
export * from './central-difference.ts';
export * from './descent.ts';
export { type Atom, atoms, type Directions } from './directions.ts';
export { type DirectionSampler, drawDirection } from './draw-direction.ts';
export * from './estimator.ts';
export * from './sampled-baseline.ts';
export { ballAverage, smoothedObjective } from './smoothed-objective.ts';
