/**
 * Exact fractions of big integers, tuned to what exact runs consist of: long sums of products of dyadic doubles and
 * of small fractions.
 *
 * A value is `numerator / denominator` with `denominator > 0`, not always in lowest terms: powers of two are handled
 * by shifts, and other fractions are reduced only above {@link REDUCE_ABOVE}, because a gcd at every operation costs
 * more than the digits it saves.
 *
 * Own code because fraction.js 5, which reduces at every operation, takes about 6 times as long on sums of 10-bit
 * dyadics, 8 on small fractions and 60 on full mantissas: `npx vitest bench --run bench/rational.bench.ts`.
 */
export class Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
  #exponent: number | undefined;

  /**
   * Use {@link rational}, {@link dyadic} or `ratio` to build values; the constructor trusts its arguments.
   * The exponent may be given by a caller who knows it.
   */
  constructor(numerator: bigint, denominator: bigint, exponent?: number) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.#exponent = exponent;
  }

  /** k when the denominator is 2ᵏ, otherwise −1. */
  get exponent(): number {
    if (this.#exponent === undefined) {
      const q = this.denominator;
      this.#exponent = (q & (q - 1n)) === 0n ? bitLength(q) - 1 : -1;
    }
    return this.#exponent;
  }

  /** `"3/7"`, or `"3"` for integers, always in lowest terms. */
  toString(): string {
    const { numerator, denominator } = reduce(this);
    return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
  }
}

const REDUCE_ABOVE = 1n << 512n;
const ONE_WORD = 1n << 64n;
/** Doubles hold integers below this, and their roots are rounded to the right side of an integer. */
const SHORT = 1n << 52n;

// What all share stays as it is.
Object.freeze(Rational.prototype);
/** 0. */
export const ZERO = Object.freeze(new Rational(0n, 1n, 0)) as Rational;
/** 1. */
export const ONE = Object.freeze(new Rational(1n, 1n, 0)) as Rational;

/** The fraction p/q in lowest terms. Throws a RangeError when q is zero. */
export function rational(p: bigint, q: bigint = 1n): Rational {
  if (q === 0n) throw new RangeError(`The fraction ${p}/0 has no value; give a nonzero denominator.`);
  return reduce(q < 0n ? new Rational(-p, -q) : new Rational(p, q));
}

/** n / 2ᵏ in lowest terms, for k ≥ 0. */
export function dyadic(n: bigint, k: number): Rational {
  if (n === 0n) return ZERO;
  const common = Math.min(k, trailingZeros(n));
  return new Rational(common === 0 ? n : n >> BigInt(common), powerOfTwo(k - common), k - common);
}

/** The greatest common divisor, not negative; 0 of 0 and 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The same value in lowest terms. */
export function reduce(x: Rational): Rational {
  if (x.denominator === 1n) return x;
  if (x.exponent >= 0) return (x.numerator & 1n) === 1n ? x : dyadic(x.numerator, x.exponent);
  const common = gcd(x.numerator, x.denominator);
  return common === 1n ? x : new Rational(x.numerator / common, x.denominator / common);
}

const settle = (numerator: bigint, denominator: bigint): Rational => {
  if (numerator === 0n) return ZERO;
  const value = new Rational(numerator, denominator);
  return denominator > REDUCE_ABOVE ? reduce(value) : value;
};

/** Strips common powers of two once a whole word of them has gathered. */
const settleDyadic = (n: bigint, k: number): Rational =>
  n === 0n ? ZERO : k > 128 && BigInt.asUintN(64, n) === 0n ? dyadic(n, k) : new Rational(n, powerOfTwo(k), k);

/** a + b. */
export const add = (a: Rational, b: Rational): Rational => plus(a, b.numerator, b);
/** a − b. */
export const sub = (a: Rational, b: Rational): Rational => plus(a, -b.numerator, b);

/** a + n / (the denominator of b). */
function plus(a: Rational, n: bigint, b: Rational): Rational {
  const j = a.exponent;
  const k = b.exponent;
  if (j >= 0 && k >= 0) {
    if (j === k) return settleDyadic(a.numerator + n, j);
    return j > k
      ? settleDyadic(a.numerator + (n << BigInt(j - k)), j)
      : settleDyadic((a.numerator << BigInt(k - j)) + n, k);
  }
  const p = a.denominator;
  const q = b.denominator;
  if (p === q) return settle(a.numerator + n, p);
  // A least common denominator keeps long sums short; between two long ones it would cost more than it saves.
  const common = p < ONE_WORD || q < ONE_WORD ? gcd(p, q) : p > q ? (p % q === 0n ? q : 1n) : q % p === 0n ? p : 1n;
  if (common === 1n) return settle(a.numerator * q + n * p, p * q);
  const cofactor = q / common;
  return settle(a.numerator * cofactor + n * (p / common), p * cofactor);
}

/** −a. */
export const neg = (a: Rational): Rational => new Rational(-a.numerator, a.denominator, a.exponent);

/** a b. */
export function mul(a: Rational, b: Rational): Rational {
  const j = a.exponent;
  const k = b.exponent;
  const numerator = a.numerator * b.numerator;
  return j >= 0 && k >= 0 ? settleDyadic(numerator, j + k) : settle(numerator, a.denominator * b.denominator);
}

/** a / b. Throws a RangeError when b is zero. */
export function div(a: Rational, b: Rational): Rational {
  if (b.numerator === 0n) throw new RangeError('Division by zero in exact arithmetic.');
  const numerator = a.numerator * b.denominator;
  const denominator = a.denominator * b.numerator;
  return denominator < 0n ? settle(-numerator, -denominator) : settle(numerator, denominator);
}

/** Negative, zero or positive as a − b is. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const same = a.denominator === b.denominator;
  const left = same ? a.numerator : a.numerator * b.denominator;
  const right = same ? b.numerator : b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The sign of a. */
export const signOf = (a: Rational): -1 | 0 | 1 => (a.numerator < 0n ? -1 : a.numerator > 0n ? 1 : 0);

/** √a when it is rational, otherwise undefined. Throws a RangeError when a is negative. */
export function rationalSquareRoot(a: Rational): Rational | undefined {
  if (a.numerator < 0n) throw new RangeError(`The square root of ${a} is not real; give a number that is at least 0.`);
  const { numerator, denominator } = reduce(a);
  const p = exactSquareRoot(numerator);
  const q = p === undefined ? undefined : exactSquareRoot(denominator);
  return p === undefined || q === undefined ? undefined : new Rational(p, q);
}

/** ⌊√n⌋ for n ≥ 0. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < 0n) throw new RangeError(`The square root of ${n} is not real; give an integer that is at least 0.`);
  if (n < SHORT) return BigInt(Math.floor(Math.sqrt(Number(n))));
  const near = nearSquareRoot(n, (bitLength(n) - 1) >> 1);
  return near * near > n ? near - 1n : near;
}

/**
 * An integer within 1 of √n, for 4ᶜ ≤ n < 4ᶜ⁺¹: one step of Newton's iteration from such an integer a for the leading
 * half of the digits, m = ⌊n / 4ᵏ⁺¹⌋. From x = 2ᵏ⁺¹ a the step goes to (x + n/x) / 2, which exceeds √n by
 * (x − √n)² / 2x < 4ᵏ⁺¹ / 2x = 2ᵏ/a ≤ 1: |x − √n| < 2ᵏ⁺¹ for |a − √m| < 1, and a ≥ 2ᵏ for m ≥ 4ᵏ.
 */
function nearSquareRoot(n: bigint, c: number): bigint {
  if (n < SHORT) return BigInt(Math.floor(Math.sqrt(Number(n))));
  const k = (c - 1) >> 1;
  const a = nearSquareRoot(n >> BigInt(2 * k + 2), c >> 1);
  return (a << BigInt(k)) + (n >> BigInt(k + 2)) / a;
}

// Four of five integers are turned away here.
const squaresModulo64 = new Set(Array.from({ length: 64 }, (_, i) => (i * i) % 64));

/** √n when n is a perfect square, otherwise undefined. */
export function exactSquareRoot(n: bigint): bigint | undefined {
  if (!squaresModulo64.has(Number(BigInt.asUintN(6, n)))) return undefined;
  const root = integerSquareRoot(n);
  return root * root === n ? root : undefined;
}

/** The number of binary digits of n ≥ 0; none for 0. */
export function bitLength(n: bigint): number {
  const hex = n.toString(16);
  return 4 * (hex.length - 1) + (32 - Math.clz32(Number.parseInt(hex[0]!, 16)));
}

/** The exponent of 2 in n ≠ 0. */
export function trailingZeros(n: bigint): number {
  let zeros = 0;
  let rest = n;
  let word = Number(BigInt.asUintN(32, rest));
  while (word === 0) {
    rest >>= 32n;
    zeros += 32;
    word = Number(BigInt.asUintN(32, rest));
  }
  return zeros + 31 - Math.clz32(word & -word);
}

const powers: bigint[] = [];

function powerOfTwo(k: number): bigint {
  if (k >= 4096) return 1n << BigInt(k);
  powers[k] ??= 1n << BigInt(k);
  return powers[k];
}
