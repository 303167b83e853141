/**
 * The documented default accuracy of a float64 implementation: this many units in the last place, at the scale of the
 * numbers that take part. Answers are widened by it before a law judges them, so that a law that fails, fails for every
 * exact answer within that accuracy. No law has a tolerance of its own.
 */
export const DEFAULT_ULPS = 64;

/** The largest magnitude among numbers. */
export const magnitude = (values: Iterable<number>): number => {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
};
