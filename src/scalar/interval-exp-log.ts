import type { Decimal } from 'decimal.js';
import { powerOfTwo, type Rounding, roundings } from './interval-rounding.ts';

/** Bounds of exp and log at one decimal number, rounded to the digits and direction asked for. */
export interface ExpLog {
  /** A bound of e^x on the side of `to`; x finite or ±∞. */
  exp(x: Decimal, to: Rounding): Decimal;
  /** A bound of ln x on the side of `to`; x ≥ 0, with ln 0 = −∞. */
  log(x: Decimal, to: Rounding): Decimal;
}

/** e^x is enclosed by [e^(2^50), ∞) beyond this; its exponent, 4.9e14, is within decimal.js's range. */
const LARGEST_EXPONENT = powerOfTwo(50);
/** The argument of the exponential series is at most 2^−8. */
const HALVINGS = 8;
/** The series of log is used for ratios up to this. */
const NEAR_ONE = 1 + 2 ** -6;
/** Squaring up to 62 times loses at most 19 digits, the series two or three more. */
const GUARD_DIGITS = 24;

/**
 * exp and log in directed rounding, from + − × ÷ √ alone: decimal.js's own exp and ln do not respect it.
 *
 * Both reduce to series with positive terms and arguments, where every operation grows with its operands: carrying all
 * of them out in one direction bounds the partial sum from that side, and rounding up adds a bound of the tail.
 *
 * @param guardDigits digits to work with beyond `digits`: they make the bounds tight, and are not needed for their truth.
 */
export function expLog(digits: number, guardDigits: number = GUARD_DIGITS): ExpLog {
  const [down, up] = roundings(digits + guardDigits);
  const side = (to: Rounding): Rounding => (to.upward ? up : down);
  const otherSide = (to: Rounding): Rounding => (to.upward ? down : up);
  const settle = (x: Decimal, { R, digits: kept }: Rounding): Decimal => x.toSignificantDigits(kept, R.rounding);

  return {
    exp: (x, to) => {
      if (x.isZero()) return new to.R(1);
      const bound = x.isNegative()
        ? side(to).R.div(1, expOfPositive(x.neg(), otherSide(to)))
        : expOfPositive(x, side(to));
      return settle(bound, to);
    },
    log: (x, to) => {
      if (!x.isFinite()) return x;
      if (x.isZero()) return new to.R(Number.NEGATIVE_INFINITY);
      return settle(
        x.gte(1) ? logOfRatio(x, 1, side(to), otherSide(to)) : logOfRatio(1, x, otherSide(to), side(to)).neg(),
        to,
      );
    },
  };
}

/**
 * A bound of e^x for x > 0: with y = x / 2^m ≤ 2^−8, e^x = (Σ y^k / k!)^(2^m). Each term is less than half the one
 * before, so the tail is at most the last term added.
 */
function expOfPositive(x: Decimal, to: Rounding): Decimal {
  const { R, mul, digits, upward } = to;
  if (x.gt(LARGEST_EXPONENT)) {
    return upward ? new R(Number.POSITIVE_INFINITY) : expOfPositive(new R(LARGEST_EXPONENT), to);
  }
  const squarings = Math.max(0, Math.ceil((x.e + 1) * 3.33) + HALVINGS); // x < 10^(e + 1)
  const y = R.div(x, powerOfTwo(squarings));
  let term = new R(1);
  let sum = new R(1);
  for (let k = 1; term.e >= -digits; k++) {
    term = R.div(mul(term, y), k);
    sum = R.add(sum, term);
  }
  if (upward) sum = R.add(sum, term);
  for (let i = 0; i < squarings; i++) sum = mul(sum, sum);
  return sum;
}

/**
 * A bound of ln(p/q) for p ≥ q > 0: square roots bring the ratio near 1, and there
 * ln(p/q) = 2 artanh z = 2 Σ z^(2k+1) / (2k+1) with z = (p − q)/(p + q) ≤ 2^−7. Each term is less than half the one
 * before, so the tail is at most the last term added. Keeping p and q apart keeps z accurate for p close to q.
 */
function logOfRatio(p: Decimal | 1, q: Decimal | 1, near: Rounding, far: Rounding): Decimal {
  const { R, mul, sqrt, digits, upward } = near;
  let ratio = R.div(p, q);
  if (ratio.lte(NEAR_ONE)) return R.mul(2, artanh(p, q));
  let doublings = 1;
  for (; ratio.gt(NEAR_ONE); doublings++) ratio = sqrt(ratio);
  return R.mul(powerOfTwo(doublings), artanh(ratio, 1));

  function artanh(a: Decimal | 1, b: Decimal | 1): Decimal {
    const z = R.div(R.sub(a, b), far.R.add(a, b));
    const square = mul(z, z);
    let power = z;
    let term = z;
    let sum = z;
    for (let n = 3; !term.isZero() && term.e >= sum.e - digits; n += 2) {
      power = mul(power, square);
      term = R.div(power, n);
      sum = R.add(sum, term);
    }
    return upward ? R.add(sum, term) : sum;
  }
}
