/**
 * Reference implementations of the articles' algorithms, and the arithmetics they can be read in.
 *
 *     import { ball, float64, project } from 'gradient-laws';
 *     project(float64, ball([0, 0], 2.5), [3, 4]); // [1.5, 2]
 *
 * @module
 */
export { type DykstraState, type DykstraStop, dykstra, dykstraFloat64 } from './convex/dykstra.ts';
export { dykstraGap, dykstraStart, dykstraSweep } from './convex/dykstra-checked.ts';
export * from './convex/index.ts';
export {
  averageRegret,
  descend,
  gradientRegretBound,
  lossValue,
  regretBound,
  step,
  subgradient,
} from './descent/checked.ts';
export * from './descent/loss.ts';
export type { Bounds } from './descent/regret.ts';
export { constantRate, decayingRate, horizonRate, rate, rateSequence, type Schedule } from './descent/schedule.ts';
export type { Descent, Run } from './descent/sgd.ts';
export * from './metrics/index.ts';
export * from './random/index.ts';
export {
  type Algebra,
  type InnerProductSpace,
  type ReadingName,
  type Scalars,
  type Sign,
  Unavailable,
  Undecided,
  type Vector,
} from './scalar/algebra.ts';
export { fromDouble, normalDensity, normalDistribution, rational, toDouble, toRational } from './scalar/checked.ts';
export { type Dual, type DualReading, dual } from './scalar/dual.ts';
export { type Exact, type ExactVector, ratio, showExact } from './scalar/exact.ts';
export { Enclosure, filter } from './scalar/filter.ts';
export { float64 } from './scalar/float64.ts';
export { interval } from './scalar/interval.ts';
export { Rational } from './scalar/rational.ts';
export { rationalReading } from './scalar/rational-reading.ts';
export { atMost, below, type Comparison, equal, type Relation } from './scalar/relation.ts';
export { type Series, type SeriesReading, series } from './scalar/series.ts';
export { surd } from './scalar/surd.ts';
