import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Atom } from './directions.ts';
import { expectedScalar, type Objective } from './estimator.ts';

/**
 * The second moment of the estimate with baseline b: E ((f(x + εu) − b)/ε)² ‖u‖². B-(14).
 *
 * Where E u = 0 it differs from the variance (the trace of the covariance) by a constant without b.
 */
export function secondMoment<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  atoms: readonly Atom<S>[],
  smoothing: S,
  baseline: S,
): S {
  const { axpy, div, mul, square, squaredNorm, sub } = F;
  return expectedScalar(F, atoms, (u) =>
    mul(square(div(sub(objective(F, axpy(smoothing, u, x)), baseline), smoothing)), squaredNorm(u)),
  );
}

/**
 * The baseline of least second moment: E[f(x + εu) ‖u‖²] / E‖u‖². B-(15).
 * @throws RangeError when every direction is 0.
 */
export function optimalBaseline<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  atoms: readonly Atom<S>[],
  smoothing: S,
): S {
  const { axpy, compare, div, mul, squaredNorm, zero } = F;
  const weight = expectedScalar(F, atoms, squaredNorm);
  if (compare(weight, zero) === 0) {
    throw new RangeError('Every direction is 0, so every baseline is as good; give directions that are not all 0.');
  }
  return div(
    expectedScalar(F, atoms, (u) => mul(objective(F, axpy(smoothing, u, x)), squaredNorm(u))),
    weight,
  );
}

/**
 * N directions, each as likely as the next: what a sample says of their distribution.
 * @throws RangeError when there is no direction.
 */
export function empirical<S>({ div, of, one }: Algebra<S>, directions: readonly Vector<S>[]): readonly Atom<S>[] {
  if (directions.length === 0) throw new RangeError('directions is empty; give at least one direction.');
  const probability = div(one, of(directions.length));
  return directions.map((direction) => ({ direction, probability }));
}

/** B-(15) estimated from N directions: Σ f(x + εu_i) ‖u_i‖² / Σ ‖u_i‖². Throws as {@link optimalBaseline} and {@link empirical}. */
export const sampledOptimalBaseline = <S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
): S => optimalBaseline(F, objective, x, empirical(F, directions), smoothing);

/** The mean of f(x + εu_i) over N directions. Throws as {@link empirical}. */
export const meanBaseline = <S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
): S => expectedScalar(F, empirical(F, directions), (u) => objective(F, F.axpy(smoothing, u, x)));
