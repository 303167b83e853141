import type { Algebra, Vector } from '../scalar/algebra.ts';
import { meanBaseline, sampledOptimalBaseline } from './baseline.ts';
import { directionalEstimate, type Objective, sampledEstimate } from './estimator.ts';

/**
 * The estimate from N directions whose baseline B-(15) is estimated from the same N directions; 0 when all of them
 * are 0. Its mean is not the zeroth-order gradient.
 * @throws RangeError when there is no direction.
 */
export function ownOptimalBaselineEstimate<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
): Vector<S> {
  const isStill = (u: Vector<S>): boolean => F.compare(F.squaredNorm(u), F.zero) === 0;
  if (directions.length > 0 && directions.every(isStill)) return x.map(() => F.zero);
  const baseline = sampledOptimalBaseline(F, objective, x, directions, smoothing);
  return sampledEstimate(F, objective, x, directions, smoothing, baseline);
}

/**
 * The estimate from N directions whose baseline is the mean of f(x + εu_i) over the same N directions. Where E u = 0 its
 * mean is 1 − 1/N times the zeroth-order gradient.
 */
export const ownMeanBaselineEstimate = <S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
): Vector<S> =>
  sampledEstimate(F, objective, x, directions, smoothing, meanBaseline(F, objective, x, directions, smoothing));

/**
 * The estimate from N ≥ 2 directions, each with the mean of f(x + εu_j) over the other ones as its baseline. Where
 * E u = 0 its mean is the zeroth-order gradient.
 * @throws RangeError when there is only one direction.
 */
export function leaveOneOutEstimate<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
): Vector<S> {
  if (directions.length < 2) {
    throw new RangeError(
      `There are ${directions.length} directions; give at least 2, so that each leaves others over.`,
    );
  }
  const estimates = directions.map((u, i) => {
    const others = directions.filter((_, j) => j !== i);
    return directionalEstimate(F, objective, x, u, smoothing, meanBaseline(F, objective, x, others, smoothing));
  });
  return F.scale(
    F.div(F.one, F.of(directions.length)),
    estimates.reduce((sum, g) => F.plus(sum, g)),
  );
}
