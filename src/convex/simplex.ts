import type { Algebra, Scalars, Vector } from '../scalar/algebra.ts';
import type { Exact } from '../scalar/exact.ts';
import { atMost, equal } from '../scalar/relation.ts';
import { positive, whole } from '../scalar/validate.ts';
import { type Geometry, MOST_VERTICES } from './set.ts';

/** {x ∈ ℝᵈ : xᵢ ≥ 0, Σ xᵢ = sum}. */
export interface Simplex {
  readonly kind: 'simplex';
  readonly dimension: number;
  readonly sum: Exact;
}

/**
 * The simplex {x ∈ ℝᵈ : xᵢ ≥ 0, Σ xᵢ = sum}; the probability simplex when the sum is 1.
 * @throws RangeError when the dimension is not a whole number from 1 on, or the sum is not positive.
 */
export function simplex(dimension: number, sum: Exact): Simplex {
  return { kind: 'simplex', dimension: whole('dimension', dimension), sum: positive('sum', sum) };
}

/**
 * The largest coordinate.
 * @throws RangeError when there is none.
 */
export function largest<S>({ max }: Pick<Scalars<S>, 'max'>, x: Vector<S>): S {
  if (x.length === 0) throw new RangeError('x has no coordinates; give at least one.');
  let most: S = x[0]!;
  for (let i = 1; i < x.length; i++) most = max(most, x[i]!);
  return most;
}

/**
 * Π(x)ᵢ = max(0, xᵢ − τ) with τ = max over j of (u₁ + … + u_j − s)/j, where u is x in descending order.
 *
 * The coordinates are first shifted so that the largest is 0. That leaves the projection as it is, and without it
 * the float64 reading loses as many digits of the sum as the offset of x has.
 *
 * @throws RangeError when x has no coordinates.
 *
 * Source: Held, Wolfe, Crowder 1974; that τ is a maximum over all j: Condat 2016.
 */
export function projectOntoSimplex<S>(F: Algebra<S>, s: S, x: Vector<S>): Vector<S> {
  const { of, add, sub, div, max, descending, zero } = F;
  const top = largest(F, x);
  // A loop that makes its own list: lists of doubles from here stay unboxed.
  const shifted = new Array<S>(x.length);
  for (let i = 0; i < x.length; i++) shifted[i] = sub(x[i]!, top);

  const u = descending(shifted);
  let sum: S = u[0]!;
  let tau: S = sub(sum, s);
  for (let j = 2; j <= u.length; j++) {
    sum = add(sum, u[j - 1]!);
    tau = max(tau, div(sub(sum, s), of(j)));
  }

  // τ is a quotient, seldom a double, so ranges are common here. Pushed, they make a list that has never had holes:
  // V8 boxes doubles of a list with holes where one place reads it and a list of objects that had holes as well.
  const nearest: S[] = [];
  for (let i = 0; i < x.length; i++) nearest.push(max(zero, sub(shifted[i]!, tau)));
  return nearest;
}

/** What a simplex is, in every arithmetic. */
export const simplexGeometry: Geometry<Simplex> = {
  dimension: ({ dimension }) => dimension,

  project: (F, { sum }, x) => projectOntoSimplex(F, F.of(sum), x),

  membership: ({ of, sum: total, zero }, { sum }, x) => [
    ...x.map((xi, i) => atMost(zero, xi, `coordinate ${i + 1}`)),
    equal(total(x), of(sum), 'sum of the coordinates'),
  ],

  /** D² = 2 s², between two vertices. */
  squaredDiameter: ({ of, mul, square, zero }, { dimension, sum }) =>
    dimension === 1 ? zero : mul(of(2), square(of(sum))),

  /** Max over i of ‖s eᵢ − x‖² = ‖x‖² + s² − 2 s xᵢ. */
  squaredFarthest: (F, { sum }, x) => {
    const s = F.of(sum);
    const twice = F.mul(F.of(2), s);
    return F.add(F.add(F.squaredNorm(x), F.square(s)), F.mul(twice, largest(F, x.map(F.neg))));
  },

  /** h(w) = s max wᵢ. */
  support: (F, { sum }, w) => F.mul(F.of(sum), largest(F, w)),

  vertices: ({ dimension, sum }) =>
    dimension > MOST_VERTICES
      ? undefined
      : Array.from({ length: dimension }, (_, i) => Array.from({ length: dimension }, (_, j) => (i === j ? sum : 0))),
};
