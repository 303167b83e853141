import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type ExactVector, toRational } from '../../../src/scalar/exact.ts';
import { compare, signOf } from '../../../src/scalar/rational.ts';
import { equal, type Relation } from '../../../src/scalar/relation.ts';

/** Finitely many points: closed, but convex only when there is one. The nearest point is the first nearest one. */
export interface FiniteSet {
  readonly kind: 'finite';
  readonly points: readonly ExactVector[];
}

/** The first point at the least distance. A-(16) without a convex Θ. */
export function nearestOfFinite<S>(F: Algebra<S>, { points }: FiniteSet, x: Vector<S>): Vector<S> {
  const candidates = points.map((point) => {
    const theta = F.vector(point);
    return { theta, distance: F.squaredNorm(F.minus(x, theta)) };
  });
  return candidates.reduce((best, next) => (F.compare(next.distance, best.distance) < 0 ? next : best)).theta;
}

/** ∏ ‖x − pᵢ‖² = 0 exactly when x is one of the points. */
export const finiteMembership = <S>(F: Algebra<S>, { points }: FiniteSet, x: Vector<S>): Relation<S> =>
  equal(points.map((point) => F.squaredNorm(F.minus(x, F.vector(point)))).reduce(F.mul), F.zero, 'distance to the set');

/** The line {s v : s real} of the plane, whose nearest points are taken in the maximum norm, not in the Euclidean one. */
export interface MaxNormLine {
  readonly kind: 'max-norm-line';
  /** v, with two nonzero coordinates. */
  readonly direction: ExactVector;
}

/** s v with s = (±x₁ ± x₂) / (|v₁| + |v₂|), the signs those of v: there |x₁ − s v₁| = |x₂ − s v₂| is least. */
export function nearestInMaxNorm<S>(F: Algebra<S>, { direction }: MaxNormLine, x: Vector<S>): Vector<S> {
  const v = F.vector(direction);
  const signs = F.vector(direction.map((a) => signOf(toRational(a))));
  return F.scale(F.div(F.dot(signs, x), F.dot(signs, v)), v);
}

/** A segment of the plane whose nearest points are taken in the maximum norm: bounded, so that runs on it have a D. */
export interface MaxNormSegment {
  readonly kind: 'max-norm-segment';
  /** The ends, which differ in both coordinates. */
  readonly from: ExactVector;
  readonly to: ExactVector;
}

/** The nearest point of the line, or the end beyond which it lies: along the line the distance is convex. */
export function nearestOnMaxNormSegment<S>(F: Algebra<S>, { from, to }: MaxNormSegment, x: Vector<S>): Vector<S> {
  const start = F.vector(from);
  const v = F.minus(F.vector(to), start);
  const signs = F.vector(to.map((b, i) => compare(toRational(b), toRational(from[i]!))));
  const s = F.div(F.dot(signs, F.minus(x, start)), F.dot(signs, v));
  return F.axpy(F.clamp(F.zero, s, F.one), v, start);
}

/** v₂ x₁ = v₁ x₂. */
export const maxNormLineMembership = <S>(F: Algebra<S>, { direction }: MaxNormLine, x: Vector<S>): Relation<S> => {
  const [a, b] = F.vector(direction);
  return equal(F.mul(b!, x[0]!), F.mul(a!, x[1]!), 'on the line');
};
