import { type Exact, sameExact, toRational } from './exact.ts';
import { add, compare, mul, Rational, reduce } from './rational.ts';

/** A fraction as a plain number when a double holds it exactly. */
export function asExact(x: Rational): Exact {
  const { numerator, denominator } = reduce(x);
  if ((denominator & (denominator - 1n)) !== 0n) return new Rational(numerator, denominator);
  const double = Number(numerator) / Number(denominator);
  if (!Number.isFinite(double)) return new Rational(numerator, denominator);
  return sameExact(double, x) ? double : new Rational(numerator, denominator);
}

/** a + b, exactly; a plain number where one holds it. */
export function plusExact(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    const part = sum - a;
    if (a - (sum - part) + (b - part) === 0) return sum; // Knuth's TwoSum: no rounding error
  }
  return asExact(add(toRational(a), toRational(b)));
}

/** a · b, exactly; a plain number where one holds it. */
export function timesExact(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && Math.fround(a) === a && Math.fround(b) === b) return a * b;
  return asExact(mul(toRational(a), toRational(b)));
}

/** True when a ≤ b. */
export const atMostExact = (a: Exact, b: Exact): boolean =>
  typeof a === 'number' && typeof b === 'number' ? a <= b : compare(toRational(a), toRational(b)) <= 0;
