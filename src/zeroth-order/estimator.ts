import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Atom } from './directions.ts';

/** A scalar function of a parameter vector, as a text readable in any arithmetic. */
export type Objective = <S>(F: Algebra<S>, x: Vector<S>) => S;

/**
 * The zeroth-order gradient estimate from one direction u: (f(x + εu) − b)/ε · u.
 *
 * x and u have d coordinates, ε > 0. With b = f(x) it is the forward difference of B-(11), with b = 0 the form without
 * a baseline B-(13), with any other b that of B-(14).
 */
export function directionalEstimate<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  direction: Vector<S>,
  smoothing: S,
  baseline: S,
): Vector<S> {
  const { axpy, div, scale, sub } = F;
  return scale(div(sub(objective(F, axpy(smoothing, direction, x)), baseline), smoothing), direction);
}

/** The forward difference: {@link directionalEstimate} with the baseline b = f(x). B-(11). */
export const forwardDifference = <S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  direction: Vector<S>,
  smoothing: S,
): Vector<S> => directionalEstimate(F, objective, x, direction, smoothing, objective(F, x));

/** E g(u) over a distribution with finitely many values, or by a rule for g of its degree. */
export function expectedVector<S>(
  { axpy, scale }: Algebra<S>,
  atoms: readonly Atom<S>[],
  g: (u: Vector<S>) => Vector<S>,
): Vector<S> {
  const [first, ...rest] = atoms;
  if (first === undefined) throw new RangeError('atoms is empty; give at least one direction.');
  return rest.reduce(
    (total, { direction, probability }) => axpy(probability, g(direction), total),
    scale(first.probability, g(first.direction)),
  );
}

/** E g(u) of a scalar g. */
export const expectedScalar = <S>(F: Algebra<S>, atoms: readonly Atom<S>[], g: (u: Vector<S>) => S): S =>
  expectedVector(F, atoms, (u) => [g(u)])[0]!;

/**
 * The estimate from N directions: the mean of their {@link directionalEstimate}s.
 * @throws RangeError when there is no direction.
 */
export function sampledEstimate<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
  baseline: S,
): Vector<S> {
  const [first, ...rest] = directions.map((u) => directionalEstimate(F, objective, x, u, smoothing, baseline));
  if (first === undefined) throw new RangeError('directions is empty; give at least one direction.');
  return F.scale(F.div(F.one, F.of(directions.length)), rest.reduce(F.plus, first));
}
