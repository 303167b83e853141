import type { InnerProductSpace } from '../scalar/algebra.ts';
import type { Exact, ExactVector } from '../scalar/exact.ts';
import { plusExact, timesExact } from '../scalar/exact-arithmetic.ts';
import { atMost } from '../scalar/relation.ts';
import { positive, realVector } from '../scalar/validate.ts';
import type { Geometry } from './set.ts';

/** {x : ‖x − center‖ ≤ radius}. */
export interface Ball {
  readonly kind: 'ball';
  readonly center: ExactVector;
  readonly radius: Exact;
}

/**
 * The Euclidean ball {x : ‖x − center‖ ≤ radius}.
 * @throws RangeError when the radius is not positive or a coordinate is not finite.
 */
export function ball(center: ExactVector, radius: Exact): Ball {
  return { kind: 'ball', center: realVector('center', center), radius: positive('radius', radius) };
}

/** Π(x) = x · r / max(r, ‖x‖), the nearest point of the ball of radius r about 0. A-(16). */
export const projectOntoBall = <S, V>({ div, max, norm, scale }: InnerProductSpace<S, V>, r: S, x: V): V =>
  scale(div(r, max(r, norm(x))), x);

function isOrigin(center: ExactVector): boolean {
  for (let i = 0; i < center.length; i++) if (center[i] !== 0) return false;
  return true;
}

/** What a ball is, in every arithmetic. */
export const ballGeometry: Geometry<Ball> = {
  dimension: ({ center }) => center.length,

  project: (F, { center, radius }, x) => {
    if (isOrigin(center)) return projectOntoBall(F, F.of(radius), x);
    const c = F.vector(center);
    return F.plus(c, projectOntoBall(F, F.of(radius), F.minus(x, c)));
  },

  membership: (F, { center, radius }, x) =>
    atMost(F.squaredNorm(F.minus(x, F.vector(center))), F.square(F.of(radius)), 'squared distance to the center'),

  squaredDiameter: (F, { radius }) => F.square(F.mul(F.of(2), F.of(radius))),

  /** (r + ‖center − x‖)². */
  squaredFarthest: (F, { center, radius }, x) => F.square(F.add(F.of(radius), F.norm(F.minus(F.vector(center), x)))),

  /** h(w) = w · center + r ‖w‖. */
  support: (F, { center, radius }, w) => F.add(F.dot(w, F.vector(center)), F.mul(F.of(radius), F.norm(w))),

  /** A ball has finitely many only on the line. */
  vertices: ({ center, radius }) =>
    center.length > 1 ? undefined : [timesExact(-1, radius), radius].map((step) => [plusExact(center[0]!, step)]),
};
