import { type Exact, type ExactVector, toDouble, toRational } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { mul, rational } from '../scalar/rational.ts';
import { real } from '../scalar/validate.ts';
import { nonzeroVector } from './checks.ts';

/** The two sides of normal · x ≤ offset, or of normal · x = offset. */
export interface LinearCondition {
  readonly normal: ExactVector;
  readonly offset: Exact;
}

const LARGE = 2 ** 400;

/**
 * The condition on x with this normal and offset. When the double nearest to ‖normal‖² would be 0 or infinite, both
 * sides are multiplied by a power of two, which is exact and changes nothing about the condition.
 * @throws RangeError when the normal is zero or a number is not finite; `name` and `offsetName` name the arguments.
 */
export function linearCondition(name: string, normal: ExactVector, offsetName: string, offset: Exact): LinearCondition {
  nonzeroVector(name, normal);
  real(offsetName, offset);
  const size = Math.max(...normal.map((a) => Math.abs(toDouble(a))));
  if (1 / LARGE <= size && size <= LARGE) return { normal, offset };
  const factor = powerOfTwo(-exponentOf(normal));
  const scaled = (a: Exact): Exact => asExact(mul(toRational(a), factor));
  return { normal: normal.map(scaled), offset: scaled(offset) };
}

const powerOfTwo = (n: number) => (n >= 0 ? rational(1n << BigInt(n)) : rational(1n, 1n << BigInt(-n)));

/** An n with 2ⁿ within a factor 16 of the largest coordinate, counted in hexadecimal digits. */
function exponentOf(v: ExactVector): number {
  const digits = (n: bigint): number => (n < 0n ? -n : n).toString(16).length;
  const nonzero = v.map(toRational).filter((a) => a.numerator !== 0n);
  return 4 * Math.max(...nonzero.map((a) => digits(a.numerator) - digits(a.denominator)));
}
