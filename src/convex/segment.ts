import type { InnerProductSpace } from '../scalar/algebra.ts';
import { type Exact, type ExactVector, sameExact } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { rationalReading } from '../scalar/rational-reading.ts';
import { atMost, equalVectors } from '../scalar/relation.ts';
import { realVector } from '../scalar/validate.ts';
import { sameDimension } from './checks.ts';
import { exponentOf, powerOfTwo } from './linear-condition.ts';
import { oncePerSet } from './once-per-set.ts';
import type { Geometry } from './set.ts';

/** {(1 − t) from + t to : 0 ≤ t ≤ 1}. */
export interface Segment {
  readonly kind: 'segment';
  readonly from: ExactVector;
  readonly to: ExactVector;
}

/**
 * The segment between two points; a single point when they are equal.
 * @throws RangeError when the lengths differ or a coordinate is not finite.
 */
export function segment(from: ExactVector, to: ExactVector): Segment {
  sameDimension('to', realVector('to', to), 'from', realVector('from', from));
  return { kind: 'segment', from, to };
}

/** True when the segment is a single point. */
const isPoint = ({ from, to }: Segment): boolean => from.every((a, i) => sameExact(a, to[i]!));

/** Outside of 2^SMALLEST to 2^LARGEST, lengths are measured in another unit, so that their products are doubles. */
const SMALLEST = -400;
const LARGEST = 100;

/** A power of two by which the segment has a length whose square neither overflows nor underflows in doubles. */
const unitOf = oncePerSet(({ from, to }: Segment): Exact => {
  const { minus, vector } = rationalReading;
  const exponent = exponentOf(minus(vector(to), vector(from)));
  return asExact(powerOfTwo(Math.max(SMALLEST, Math.min(LARGEST, exponent)) - exponent));
});

/**
 * Π(x) = (1 − t) a + t b with t = max(0, min(1, (x − a) · (b − a) / ‖b − a‖²)), for a ≠ b. Written as a + t (b − a), it
 * would round away from b at t = 1. Both lengths in t may be measured in any unit.
 */
export const projectOntoSegment = <S, V>(F: InnerProductSpace<S, V>, a: V, b: V, x: V, unit: S = F.one): V => {
  const { clamp, div, dot, minus, one, plus, scale, squaredNorm, sub, zero } = F;
  const origin = scale(unit, a);
  const direction = minus(scale(unit, b), origin);
  const t = clamp(zero, div(dot(minus(scale(unit, x), origin), direction), squaredNorm(direction)), one);
  return plus(scale(sub(one, t), a), scale(t, b));
};

/** What a segment is, in every arithmetic. */
export const segmentGeometry: Geometry<Segment> = {
  dimension: ({ from }) => from.length,

  project: (F, set, x) =>
    isPoint(set)
      ? F.vector(set.from)
      : projectOntoSegment(F, F.vector(set.from), F.vector(set.to), x, F.of(unitOf(set))),

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

  /** The farther of the two ends. */
  squaredFarthest: (F, { from, to }, x) =>
    F.max(F.squaredDistance(F.vector(from), x), F.squaredDistance(F.vector(to), x)),

  /** h(w) = max(w · from, w · to). */
  support: (F, { from, to }, w) => F.max(F.dot(w, F.vector(from)), F.dot(w, F.vector(to))),

  vertices: (set) => (isPoint(set) ? [set.from] : [set.from, set.to]),
};
