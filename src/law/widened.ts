import type { Algebra, Vector } from '../scalar/algebra.ts';

/** The documented default accuracy of a float64 implementation, in units in the last place at the scale of its input. */
export const DEFAULT_ULPS = 64;

const ULP = 2 ** -52;

/**
 * Values as a float64 implementation returned them, each widened to every real within its declared accuracy:
 * `ulps` units in the last place of `scale`, the largest magnitude among its inputs and outputs. A law that fails on
 * widened values fails for every exact answer within that accuracy.
 */
export function widened<S>(F: Algebra<S>, values: Vector<number>, scale: number, ulps = DEFAULT_ULPS): Vector<S> {
  const radius = ulps * ULP * scale;
  return values.map((value) => F.between(value - radius, value + radius));
}

/** The largest magnitude among numbers. */
export const magnitude = (values: Iterable<number>): number => {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
};
