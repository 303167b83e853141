import { type Exact, type ExactVector, toRational } from '../scalar/exact.ts';
import { signOf } from '../scalar/rational.ts';
import { realVector } from '../scalar/validate.ts';

/** True when the exact number is zero. */
export const isZero = (x: Exact): boolean => signOf(toRational(x)) === 0;

/** Returns v when its coordinates are finite and not all zero; throws a RangeError otherwise. */
export function nonzeroVector(name: string, v: ExactVector): ExactVector {
  if (realVector(name, v).every(isZero)) {
    throw new RangeError(`${name} is the zero vector, which has no direction; give a nonzero vector.`);
  }
  return v;
}

/** Throws a RangeError unless both vectors have the same number of coordinates. */
export function sameDimension(name: string, v: ExactVector, otherName: string, other: ExactVector): void {
  if (v.length !== other.length) {
    throw new RangeError(`${name} has ${v.length} coordinates and ${otherName} ${other.length}; give as many to both.`);
  }
}
