import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Exact, ExactVector } from '../scalar/exact.ts';
import { plusExact, timesExact } from '../scalar/exact-arithmetic.ts';
import { atMost } from '../scalar/relation.ts';
import { positive, realVector } from '../scalar/validate.ts';
import { type Geometry, MOST_VERTICES } from './set.ts';
import { largest, projectOntoSimplex } from './simplex.ts';

/** {x : Σ |xᵢ − centerᵢ| ≤ radius}. */
export interface L1Ball {
  readonly kind: 'l1-ball';
  readonly center: ExactVector;
  readonly radius: Exact;
}

/**
 * The ℓ₁ ball {x : Σ |xᵢ − centerᵢ| ≤ radius}.
 * @throws RangeError when the radius is not positive or a coordinate is not finite.
 */
export function l1Ball(center: ExactVector, radius: Exact): L1Ball {
  return { kind: 'l1-ball', center: realVector('center', center), radius: positive('radius', radius) };
}

/** A projection onto {y : yᵢ ≥ 0, Σ yᵢ = s}. */
type OntoSimplex = typeof projectOntoSimplex;

/**
 * Π(x)ᵢ = max(−yᵢ, min(yᵢ, xᵢ)), where y is the projection of |x| onto the simplex of sum r. About 0.
 *
 * Soft thresholding at max(0, τ) in other words: with yᵢ = max(0, |xᵢ| − τ), a point outside has τ > 0 and yᵢ ≤ |xᵢ|,
 * and a point inside has τ ≤ 0 and yᵢ ≥ |xᵢ|, so that the clamp leaves it, bit for bit, where it is.
 *
 * Source: Duchi, Shalev-Shwartz, Singer, Chandra 2008.
 */
export function projectOntoL1Ball<S>(
  F: Algebra<S>,
  r: S,
  x: Vector<S>,
  ontoSimplex: OntoSimplex = projectOntoSimplex,
): Vector<S> {
  const y = ontoSimplex(F, r, x.map(F.abs));
  return x.map((xi, i) => F.clamp(F.neg(y[i]!), xi, y[i]!));
}

/** The geometry of ℓ₁ balls for which this is the projection onto a simplex. */
export const l1BallThrough = (ontoSimplex: OntoSimplex): Geometry<L1Ball> => ({
  dimension: ({ center }) => center.length,

  project: (F, { center, radius }, x) => {
    const c = F.vector(center);
    return F.plus(c, projectOntoL1Ball(F, F.of(radius), F.minus(x, c), ontoSimplex));
  },

  membership: (F, { center, radius }, x) =>
    atMost(F.sum(F.minus(x, F.vector(center)).map(F.abs)), F.of(radius), 'ℓ₁ distance to the center'),

  squaredDiameter: ({ of, mul, square }, { radius }) => square(mul(of(2), of(radius))),

  /** Max over i of ‖center ± r eᵢ − x‖² = ‖center − x‖² + r² + 2 r |centerᵢ − xᵢ|. */
  squaredFarthest: (F, { center, radius }, x) => {
    const r = F.of(radius);
    const away = F.minus(F.vector(center), x);
    const twice = F.mul(F.of(2), r);
    return F.add(F.add(F.squaredNorm(away), F.square(r)), F.mul(twice, largest(F, away.map(F.abs))));
  },

  /** h(w) = w · center + r max |wᵢ|. */
  support: (F, { center, radius }, w) =>
    F.add(F.dot(w, F.vector(center)), F.mul(F.of(radius), largest(F, w.map(F.abs)))),

  /** center ± r eᵢ. */
  vertices: ({ center, radius }) => {
    if (2 * center.length > MOST_VERTICES) return undefined;
    const steps = [radius, timesExact(-1, radius)];
    return center.flatMap((_, i) => steps.map((step) => center.map((c, j) => (i === j ? plusExact(c, step) : c))));
  },
});

/** What an ℓ1 ball is, in every arithmetic. */
export const l1BallGeometry: Geometry<L1Ball> = l1BallThrough(projectOntoSimplex);
