import { Decimal } from 'decimal.js';

/** For display only: wide enough that both ends of an enclosure of 50 digits are told apart. */
const Wide = Decimal.clone({ precision: 120 });
const LONGEST = 36;
const DIGITS = 12;

/** The value of a number in a report: a decimal, a fraction `3/7`, or `1/2 - 3*sqrt(5)`. */
export function numberIn(text: string): Decimal {
  if (/Infinity|NaN/.test(text)) return new Wide(text);
  let total = new Wide(0);
  for (const [, sign, coefficient, root] of text.matchAll(
    /([+-]?) ?(\d[\d.]*(?:e[+-]?\d+)?(?:\/\d+)?)?\*?(?:sqrt\((\d+)\))?/g,
  )) {
    if (coefficient === undefined && root === undefined) continue;
    const [numerator, denominator = '1'] = (coefficient ?? '1').split('/');
    const size = new Wide(numerator!).div(denominator).times(root === undefined ? 1 : new Wide(root).sqrt());
    total = sign === '-' ? total.minus(size) : total.plus(size);
  }
  return total;
}

/** A number as few digits as tell it: `0.998`, `1`, `1e-9`. Rounded toward zero, so that 1 means 1. */
export function shortDecimal(text: string, digits = 3): string {
  const rounded = numberIn(text).toSignificantDigits(digits, Decimal.ROUND_DOWN);
  const size = rounded.abs();
  const plain = rounded.isZero() || (size.gte(1e-3) && size.lt(1e6));
  return plain ? rounded.toFixed() : rounded.toExponential().replace('e+', 'e');
}

/** What one side of a comparison is: exact where it is known exactly and short, otherwise its proved bounds. */
export function sideText([lower, upper]: readonly [string, string]): string {
  if (lower !== upper) return `between ${bound(lower, Decimal.ROUND_FLOOR)} and ${bound(upper, Decimal.ROUND_CEIL)}`;
  if (lower.length > LONGEST) return `≈ ${shortDecimal(lower, DIGITS)}`;
  return /[/s]/.test(lower) ? `= ${lower} ≈ ${shortDecimal(lower, 6)}` : `= ${lower}`;
}

const bound = (text: string, rounding: Decimal.Rounding): string => {
  const rounded = numberIn(text).toSignificantDigits(16, rounding);
  return rounded.abs().gte(1e-5) && rounded.abs().lt(1e12) ? rounded.toFixed() : rounded.toString();
};
