import type { InnerProductSpace } from '../scalar/algebra.ts';
import { type ExactVector, sameExact } from '../scalar/exact.ts';
import { atMost, equalVectors } from '../scalar/relation.ts';
import { realVector } from '../scalar/validate.ts';
import { sameDimension } from './checks.ts';
import type { Geometry } from './set.ts';

/** {(1 − t) from + t to : 0 ≤ t ≤ 1}. */
export interface Segment {
  readonly kind: 'segment';
  readonly from: ExactVector;
  readonly to: ExactVector;
}

/**
 * The segment between two points; a single point when they are equal. In float64, ‖to − from‖² must neither overflow
 * nor underflow.
 * @throws RangeError when the lengths differ or a coordinate is not finite.
 */
export function segment(from: ExactVector, to: ExactVector): Segment {
  sameDimension('to', realVector('to', to), 'from', realVector('from', from));
  return { kind: 'segment', from, to };
}

/** True when the segment is a single point. */
const isPoint = ({ from, to }: Segment): boolean => from.every((a, i) => sameExact(a, to[i]!));

/**
 * Π(x) = (1 − t) a + t b with t = max(0, min(1, (x − a) · (b − a) / ‖b − a‖²)), for a ≠ b. Written as a + t (b − a), it
 * would round away from b at t = 1.
 */
export const projectOntoSegment = <S, V>(F: InnerProductSpace<S, V>, a: V, b: V, x: V): V => {
  const { clamp, div, dot, minus, one, plus, scale, squaredNorm, sub, zero } = F;
  const direction = minus(b, a);
  const t = clamp(zero, div(dot(minus(x, a), direction), squaredNorm(direction)), one);
  return plus(scale(sub(one, t), a), scale(t, b));
};

export const segmentGeometry: Geometry<Segment> = {
  dimension: ({ from }) => from.length,

  project: (F, set, x) =>
    isPoint(set) ? F.vector(set.from) : projectOntoSegment(F, F.vector(set.from), F.vector(set.to), x),

  /** x − a is parallel to d = b − a, and 0 ≤ (x − a) · d ≤ ‖d‖². */
  membership: (F, set, x) => {
    const a = F.vector(set.from);
    if (isPoint(set)) return equalVectors(x, a);
    const direction = F.minus(F.vector(set.to), a);
    const squaredLength = F.squaredNorm(direction);
    const step = F.minus(x, a);
    const along = F.dot(step, direction);
    return [
      atMost(F.zero, along, 'not before the first point'),
      atMost(along, squaredLength, 'not after the second point'),
      equalVectors(F.scale(squaredLength, step), F.scale(along, direction), 'on the line: coordinate'),
    ];
  },

  squaredDiameter: (F, { from, to }) => F.squaredNorm(F.minus(F.vector(to), F.vector(from))),

  /** h(w) = max(w · from, w · to). */
  support: (F, { from, to }, w) => F.max(F.dot(w, F.vector(from)), F.dot(w, F.vector(to))),

  vertices: (set) => (isPoint(set) ? [set.from] : [set.from, set.to]),
};
