import {
  above,
  below,
  Enclosure,
  EVERYTHING,
  type Filtered,
  isEverything,
  lowerEnd,
  upperEnd,
} from './filter-arithmetic.ts';

// ln 2 = LN2_HIGH + LN2_LOW up to 2^−86. The high part has 32 bits, so that its product with an exponent is exact.
const LN2_HIGH = 0xb17217f7 / 0x100000000;
const LN2_LOW = 1.9082149292705877e-10;

/** e^x > Number.MAX_VALUE beyond this. */
const SURE_OVERFLOW = 710;
/** e^x < Number.MIN_VALUE / 2 below this. */
const SURE_UNDERFLOW = -746;

/** The error of e^r, |r| ≤ 0.3467, before its last sum is less than this; 0.71 · 2^−53 is proved below. */
const EXP_ERROR = 3 * 2 ** -55;

/**
 * Encloses e^a, at most 5e-16 wide relative to its size where that is a normal double; e^0 is the point 1.
 *
 * With k the integer nearest to x / ln 2 and r = x − k ln 2, e^x = 2^k e^r.
 */
export function exp(a: Filtered): Filtered {
  if (typeof a === 'number') return expOf(a);
  if (isEverything(a)) return EVERYTHING;
  return new Enclosure(lowerEnd(expOf(a.lo)), upperEnd(expOf(a.hi)));
}

/**
 * Encloses ln a, at most 7e-16 wide relative to its size; ln 1 is the point 0.
 *
 * With x = 2^e m, m near 1, ln x = e ln 2 + ln m. What may be zero or negative has no lower bound.
 *
 * @throws RangeError when no value of a is positive.
 */
export function log(a: Filtered): Filtered {
  const lo = lowerEnd(a);
  const hi = upperEnd(a);
  if (hi <= 0) {
    throw new RangeError(`The logarithm of ${lo === hi ? lo : `[${lo}, ${hi}]`} is not real; give a positive number.`);
  }
  if (typeof a === 'number') return logOf(a);
  if (lo <= 0) return EVERYTHING; // the logarithm may not exist
  return new Enclosure(lowerEnd(logOf(lo)), hi < Number.POSITIVE_INFINITY ? upperEnd(logOf(hi)) : hi);
}

/**
 * In units u = 2^−53: x − k LN2_HIGH is exact (a multiple of 2^−54 below 1/2), and r misses x − k ln 2 by 0.251 u, which
 * e^r ≤ 1.415 turns into 0.36 u. The sum 1/2! + … + r^11/13! is off by 0.68 u, its product with r² (at most 0.068) by
 * 0.18 u; the terms left out add 0.04 u. The two sums `low` and `low ∓ EXP_ERROR`, less than 1/8, add u/16 each.
 */
function expOf(x: number): Filtered {
  if (x === 0) return 1;
  if (x > SURE_OVERFLOW) return new Enclosure(Number.MAX_VALUE, Number.POSITIVE_INFINITY);
  if (x < SURE_UNDERFLOW) return new Enclosure(0, Number.MIN_VALUE);
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const high = 1 + r;
  const low = r - (high - 1) + r * r * expSeries(r);
  return scaled(roundedDown(high, low - EXP_ERROR), roundedUp(high, low + EXP_ERROR), k);
}

/** Σ r^(j − 2) / j! for j from 2 to 13. */
function expSeries(r: number): number {
  const end = 1 / 362880 + r * (1 / 3628800 + r * (1 / 39916800 + r * (1 / 479001600 + r * (1 / 6227020800))));
  return (
    1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r * (1 / 40320 + r * end))))))
  );
}

/** [lo, hi] · 2^k for 1/2 ≤ lo ≤ hi ≤ 2: exact but for overflow, and for underflow, which is widened outward. */
function scaled(lo: number, hi: number, k: number): Enclosure {
  const half = k >> 1;
  const first = powerOfTwo(half);
  const second = powerOfTwo(k - half);
  const p = lo * first * second;
  const q = hi * first * second;
  return k > -1022 ? new Enclosure(Math.min(p, Number.MAX_VALUE), q) : new Enclosure(Math.max(0, below(p)), above(q));
}

/**
 * With f = m − 1 (exact) and s = f / (2 + f), |s| ≤ 0.1717, ln m = 2 artanh s = f − W, W = s (f − ρ) ≥ 0,
 * ρ = 2 s²/3 + 2 s⁴/5 + …. In units u = 2^−53: s is off by the factor 1 + 2u, ρ by 1 + 8.3u, where |ρ| ≤ 0.07 |f − ρ|,
 * and the terms left out add 0.04 u |f − ρ|, so that W is off by 4.7 u W. Of the three further sums, each adds u W and
 * u e LN2_LOW: with the errors of LN2_LOW in all less than 2^−50 W + 2^−80 |e|.
 */
function logOf(x: number): Filtered {
  if (x === 1) return 0;
  const normal = x < 2 ** -1022 ? x * 2 ** 54 : x;
  double.setFloat64(0, normal);
  const word = double.getInt32(0);
  double.setInt32(0, (word & 0xfffff) | 0x3ff00000);
  let m = double.getFloat64(0);
  let e = (word >> 20) - (normal === x ? 1023 : 1077);
  if (m > Math.SQRT2) {
    m /= 2;
    e += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const W = s * (f - z * logSeries(z));
  const multiple = e * LN2_HIGH;
  const high = multiple + f;
  const low = f - (high - multiple) - (W - e * LN2_LOW);
  const error = 2 ** -50 * W + 2 ** -80 * Math.abs(e);
  return new Enclosure(roundedDown(high, low - error), roundedUp(high, low + error));
}

/** Σ 2 z^(j − 1) / (2j + 1) for j from 1 to 10. */
function logSeries(z: number): number {
  const end = 2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21))));
  return 2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * end))));
}

// Dekker's FastTwoSum: for |high| ≥ |low| the error of the sum is the double low − (sum − high).
function roundedDown(high: number, low: number): number {
  const sum = high + low;
  return low - (sum - high) < 0 ? below(sum) : sum;
}

function roundedUp(high: number, low: number): number {
  const sum = high + low;
  return low - (sum - high) > 0 ? above(sum) : sum;
}

/** The bits of a double, most significant first. */
const double = new DataView(new ArrayBuffer(8));
const power = new DataView(new ArrayBuffer(8));

/** 2^k for −1022 ≤ k ≤ 1023. */
function powerOfTwo(k: number): number {
  power.setInt32(0, (k + 1023) << 20);
  return power.getFloat64(0);
}
