import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import { equal, type Relation } from '../../src/scalar/relation.ts';

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
