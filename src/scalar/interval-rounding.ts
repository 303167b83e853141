import { Decimal } from 'decimal.js';
import { type DecimalArithmetic, longArithmetic, shortArithmetic } from './long-decimal.ts';
import type { Rational } from './rational.ts';

/** One direction of rounding at a fixed number of significant digits, and the operations rounded so. */
export interface Rounding extends DecimalArithmetic {
  readonly digits: number;
  /** True when results are at least the exact ones, false when they are at most. */
  readonly upward: boolean;
  /**
   * The constructor that rounds so. Use its static operations, `R.mul(x, y)`: they convert the left operand, whose
   * constructor governs a decimal.js operation. + − × ÷ of decimal.js respect directed rounding; its exp, ln, pow and
   * everything built on them do not, and Decimal.sum rounds between its terms.
   */
  readonly R: typeof Decimal;
}

/**
 * With more digits than this, × ÷ √ go by big integers, which is quicker even here. Up to it the intervals stay a second
 * opinion on the exact readings, with no code in common.
 */
const LONG = 320;

/** Rounding down and up at this many significant digits, with constructors of their own. */
export function roundings(digits: number): readonly [down: Rounding, up: Rounding] {
  const direction = (rounding: Decimal.Rounding): Rounding => {
    const R = Decimal.clone({ defaults: true, precision: digits, rounding });
    const operations = digits > LONG ? longArithmetic(R) : shortArithmetic(R);
    return { digits, upward: rounding === Decimal.ROUND_CEIL, R, ...operations };
  };
  return [direction(Decimal.ROUND_FLOOR), direction(Decimal.ROUND_CEIL)];
}

/** p/q rounded once. */
export const quotient = ({ R }: Rounding, { numerator, denominator }: Rational): Decimal =>
  R.div(numerator.toString(), denominator.toString());

/** 2^n exactly; a JavaScript number above 2^53 would be written with its last digits wrong. */
export const powerOfTwo = (n: number): string => (1n << BigInt(n)).toString();
