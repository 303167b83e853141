import { bitLength, compare, dyadic, Rational, rational } from './rational.ts';

/**
 * An exactly known real number, the only kind of number an instance of a law may hold:
 * a finite double, taken at its exact value, or a fraction of big integers.
 */
export type Exact = number | Rational;

/** A vector of exactly known numbers. */
export type ExactVector = readonly Exact[];

const bits = new DataView(new ArrayBuffer(8));

/**
 * The exact value of a finite double, as a fraction.
 * @throws RangeError naming the value when it is NaN or infinite.
 */
export function fromDouble(x: number): Rational {
  if (Number.isSafeInteger(x)) return new Rational(BigInt(x), 1n, 0);
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not a real number; give finite doubles only.`);
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  const signed = x < 0 ? -mantissa : mantissa;
  return exponent >= 0 ? new Rational(signed << BigInt(exponent), 1n, 0) : dyadic(signed, -exponent);
}

/** An exact number as a fraction. */
export const toRational = (x: Exact): Rational => (typeof x === 'number' ? fromDouble(x) : x);

/** The double nearest to an exact number, ties to even; ±Infinity beyond the largest double. */
export function toDouble(x: Exact): number {
  if (typeof x === 'number') return x;
  const { numerator, denominator } = x;
  const p = numerator < 0n ? -numerator : numerator;
  if (p === 0n) return 0;
  if (p < 1n << 53n && denominator < 1n << 53n) return Number(numerator) / Number(denominator);
  // Scale so that the quotient has at least 55 bits; a sticky last bit makes the final rounding the only one.
  const exponent = Math.max(bitLength(p) - bitLength(denominator) - 55, -1130);
  const [top, bottom] = exponent >= 0 ? [p, denominator << BigInt(exponent)] : [p << BigInt(-exponent), denominator];
  const quotient = top / bottom;
  const sticky = quotient * bottom === top ? quotient : quotient | 1n;
  const magnitude = scaleByPowerOfTwo(sticky, exponent);
  return numerator < 0n ? -magnitude : magnitude;
}

/** n · 2^exponent rounded once to a double, for n with more bits than a double keeps at that exponent. */
function scaleByPowerOfTwo(n: bigint, exponent: number): number {
  const length = bitLength(n);
  const unit = Math.max(length + exponent - 53, -1074); // exponent of the last bit kept
  const drop = unit - exponent;
  const shift = BigInt(drop);
  const kept = n >> shift;
  const rest = n - (kept << shift);
  const half = 1n << (shift - 1n);
  const rounded = rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
  // Two factors, because 2 ** -1074 times a large integer is exact while 2 ** 1024 alone overflows.
  return unit > 900 ? Number(rounded) * 2 ** 900 * 2 ** (unit - 900) : Number(rounded) * 2 ** unit;
}

/** An exact number as a person would write it: `3`, `-1/4`, `0.1` for the double nearest to 0.1. */
export const showExact = (x: Exact): string => (typeof x === 'number' ? `${Object.is(x, -0) ? 0 : x}` : x.toString());

/**
 * The fraction p/q of two safe integers; a plain number when its denominator in lowest terms is a power of two.
 * @throws RangeError naming the argument when p or q is not a safe integer, or q is zero.
 */
export function ratio(p: number, q: number): Exact {
  for (const [name, x] of Object.entries({ p, q })) {
    if (!Number.isSafeInteger(x)) throw new RangeError(`ratio: ${name} = ${x} is not a safe integer; give integers.`);
  }
  const value = rational(BigInt(p), BigInt(q));
  return value.exponent >= 0 ? Number(value.numerator) / Number(value.denominator) : value;
}

/** True when both denote the same real number. */
export function sameExact(a: Exact, b: Exact): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a === b : compare(toRational(a), toRational(b)) === 0;
}

/** Whether every coordinate is a plain finite double: of no others is the sum of all x − x zero. One question for all. */
export function areFiniteDoubles(v: ExactVector): v is readonly number[] {
  let total = 0;
  for (let i = 0; i < v.length; i++) {
    const x = v[i]!;
    if (typeof x !== 'number') return false;
    total += x - x;
  }
  return total === 0;
}
