import {
  add as addExact,
  div as divExact,
  mul as mulExact,
  neg as negExact,
  type Rational,
  rationalSquareRoot,
  reduce,
} from './rational.ts';

/**
 * How close to zero a nonzero value made from rationals by + − × ÷ √ can come.
 *
 * Every such value is a quotient U/L of algebraic integers. With u and l upper bounds on |U|, |L| and all their
 * conjugates, and D a bound on the degree of the field they live in, the norm of U is a nonzero integer, so
 *
 *     E = 0   or   |E| ≥ 1 / (u^(D−1) l).
 *
 * The rules for u and l are those of BFMSS; D is 2 to the number of distinct roots met.
 *
 * Source: Burnikel, Funke, Mehlhorn, Schirra, Schmitt, "A Separation Bound for Real Algebraic Expressions",
 * ESA 2001 (journal version: Algorithmica 55, 2009).
 */
export interface RootBound {
  /** An upper bound of log₂ u, at least 0: a nonzero algebraic integer has a conjugate of modulus ≥ 1. */
  readonly numerator: number;
  /** An upper bound of log₂ l, at least 0. */
  readonly denominator: number;
  /** Names of the quadratic extensions below: equal names are the same root up to a rational factor. */
  readonly roots: readonly Root[];
  /** The value itself while it is a rational of moderate size; sharpens u and l and names roots. */
  readonly exact: Rational | undefined;
}

/** The radicand of a rational's root, rid of small squares, or the object whose root is taken. */
export type Root = string | object;

/** With more roots the bound asks for over 2047 digits for every three bits of u, for full doubles more than there are. */
const MOST_ROOTS = 10;
const EXACT_BELOW = 1n << 192n;
const SMALL_PRIMES = [2n, 3n, 5n, 7n, 11n, 13n];

// Sums of nonnegative doubles, a few roundings each: 2⁻⁵⁰ relative covers them.
const upward = (x: number): number => x * (1 + 2 ** -50);
// Far above the error of Math.log2 and ** in any engine, and too little to matter.
const SLACK = 2 ** -20;

/** log₂(2^x + 2^y). */
const logOfSum = (x: number, y: number): number =>
  upward(Math.max(x, y) + Math.log2(1 + 2 ** -Math.abs(x - y)) + SLACK);

/** An upper bound of log₂ |n|, 0 for n = 0, from the leading 32 bits. */
function logOf(n: bigint): number {
  const digits = (n < 0n ? -n : n).toString(16);
  if (digits.length <= 8) return n === 0n || n === 1n || n === -1n ? 0 : Math.log2(Number.parseInt(digits, 16)) + SLACK;
  return Math.log2(Number.parseInt(digits.slice(0, 8), 16) + 1) + 4 * (digits.length - 8) + SLACK;
}

/** p/q: u = |p|, l = q. */
export function constant(value: Rational): RootBound {
  return { numerator: logOf(value.numerator), denominator: logOf(value.denominator), roots: [], exact: value };
}

const moderate = ({ numerator, denominator }: Rational): boolean =>
  denominator < EXACT_BELOW && numerator < EXACT_BELOW && numerator > -EXACT_BELOW;

function combine(
  a: RootBound,
  b: RootBound,
  numerator: number,
  denominator: number,
  operation: (x: Rational, y: Rational) => Rational,
): RootBound | undefined {
  if (a.exact && b.exact && moderate(a.exact) && moderate(b.exact)) return constant(operation(a.exact, b.exact));
  const roots = union(a.roots, b.roots);
  return roots && { numerator: upward(numerator), denominator: upward(denominator), roots, exact: undefined };
}

/** A + B: u = u_A l_B + l_A u_B, l = l_A l_B. The same for A − B. */
export const add = (a: RootBound, b: RootBound): RootBound | undefined =>
  combine(
    a,
    b,
    logOfSum(a.numerator + b.denominator, a.denominator + b.numerator),
    a.denominator + b.denominator,
    addExact,
  );

/** A B: u = u_A u_B, l = l_A l_B. */
export const mul = (a: RootBound, b: RootBound): RootBound | undefined =>
  combine(a, b, a.numerator + b.numerator, a.denominator + b.denominator, mulExact);

/** A / B with B ≠ 0: u = u_A l_B, l = l_A u_B. */
export const div = (a: RootBound, b: RootBound): RootBound | undefined =>
  combine(a, b, a.numerator + b.denominator, a.denominator + b.numerator, divExact);

/** −A. */
export const neg = (a: RootBound): RootBound => ({ ...a, exact: a.exact && negExact(a.exact) });

/**
 * √A = √(U L)/L = U/√(U L): u = √(u l), or l = √(u l), whichever leaves the smaller pair. One new root either way, and
 * none when A is the square of a rational.
 */
export function sqrt(a: RootBound, operand: object): RootBound | undefined {
  const exact = a.exact && reduce(a.exact);
  const root = exact && rationalSquareRoot(exact);
  if (root) return constant(root);
  const { numerator, denominator } = exact ? constant(exact) : a;
  const name = exact ? radicand(exact.numerator * exact.denominator) : operand;
  const roots = union(a.roots, [name]);
  const mean = upward((numerator + denominator) / 2);
  return (
    roots &&
    (numerator >= denominator
      ? { numerator: mean, denominator, roots, exact: undefined }
      : { numerator, denominator: mean, roots, exact: undefined })
  );
}

/**
 * One of A and B, not known which, as for an undecided minimum. All rules grow with u, l and the set of roots, so the
 * larger u, the larger l and all roots of both bound whatever is computed from either.
 */
export function either(a: RootBound, b: RootBound): RootBound | undefined {
  const roots = union(a.roots, b.roots);
  return (
    roots && {
      numerator: Math.max(a.numerator, b.numerator),
      denominator: Math.max(a.denominator, b.denominator),
      roots,
      exact: undefined,
    }
  );
}

/** A number of decimals n such that a value of modulus below 10^−n is zero: 10^−n ≤ 1 / (u^(D−1) l). */
export function decimalsToZero({ numerator, denominator, roots }: RootBound): number {
  const degree = 2 ** roots.length;
  return Math.ceil(upward((degree - 1) * numerator + denominator) * 0.30103);
}

function union(a: readonly Root[], b: readonly Root[]): readonly Root[] | undefined {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const fresh = b.filter((root) => !a.includes(root));
  if (fresh.length === 0) return a;
  return a.length + fresh.length > MOST_ROOTS ? undefined : [...a, ...fresh];
}

/** √n and √m span the same field when n/m is a square: strip small squares, so that √8, √2 and √½ count once. */
function radicand(n: bigint): string {
  let rest = n;
  for (const prime of SMALL_PRIMES) {
    const square = prime * prime;
    while (rest % square === 0n) rest /= square;
  }
  return `√${rest}`;
}
