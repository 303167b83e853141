import { type Exact, type ExactVector, toDouble, toRational } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { mul, type Rational, rational } from '../scalar/rational.ts';
import { filledList, real } from '../scalar/validate.ts';
import { nonzeroVector, sameDimension } from './checks.ts';
import type { ExactMatrix } from './exact-matrix.ts';

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

/**
 * Conditions with these normals and offsets, each as {@link linearCondition} keeps it; `name` names the normals.
 * @throws RangeError also when there are none, or their lengths do not go together.
 */
export function linearConditions(
  name: string,
  normals: ExactMatrix,
  offsets: ExactVector,
): { readonly normals: ExactMatrix; readonly offsets: ExactVector } {
  filledList(name, normals, 'row');
  filledList('offsets', offsets, 'number');
  if (normals.length !== offsets.length) {
    throw new RangeError(
      `${name} has ${normals.length} rows and offsets ${offsets.length} numbers; give as many to both.`,
    );
  }
  const conditions = normals.map((normal, i) => {
    const condition = linearCondition(`${name}[${i}]`, normal, `offsets[${i}]`, offsets[i]!);
    sameDimension(`${name}[${i}]`, normal, `${name}[0]`, normals[0]!);
    return condition;
  });
  return { normals: conditions.map(({ normal }) => normal), offsets: conditions.map(({ offset }) => offset) };
}

/** 2ⁿ. */
export const powerOfTwo = (n: number): Rational =>
  n >= 0 ? rational(1n << BigInt(n)) : rational(1n, 1n << BigInt(-n));

/** An n with 2ⁿ within a factor 16 of the largest coordinate, counted in hexadecimal digits. */
export function exponentOf(v: ExactVector): number {
  const digits = (n: bigint): number => (n < 0n ? -n : n).toString(16).length;
  const nonzero = v.map(toRational).filter((a) => a.numerator !== 0n);
  return 4 * Math.max(...nonzero.map((a) => digits(a.numerator) - digits(a.denominator)));
}
