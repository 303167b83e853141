import { div as divExact, ONE, type Rational, rational } from '../../src/scalar/rational.ts';
import type { Polynomial } from './polynomial.ts';
import * as polynomial from './polynomial.ts';

/** Polynomials assumed to be nonzero, by their text. */
export type Nonzero = ReadonlyMap<string, Polynomial>;

/**
 * numerator / denominator, together with everything that was divided by on the way to it.
 *
 * Where all polynomials in `nonzero` are nonzero, the denominator is nonzero too, every division on the way was
 * possible, and the value is numerator / denominator. Nothing removes an assumption, not even multiplication by zero.
 */
export class RationalFunction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
  readonly nonzero: Nonzero;

  /** Use {@link fromPolynomial} and the operations; the constructor trusts its arguments. */
  constructor(numerator: Polynomial, denominator: Polynomial, nonzero: Nonzero) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.nonzero = nonzero;
  }

  toString(): string {
    return polynomial.constantValue(this.denominator) === undefined
      ? `(${this.numerator}) / (${this.denominator})`
      : `${this.numerator}`;
  }
}

const one = polynomial.constant(ONE);
const nothing: Nonzero = new Map();

const union = (...assumptions: readonly Nonzero[]): Nonzero => new Map(assumptions.flatMap((each) => [...each]));

/**
 * Divides both parts by the symbols they share and by one coefficient of the denominator. The shared symbols divide
 * the denominator, which is nonzero where the assumptions hold, so the value there is unchanged.
 */
function quotient(numerator: Polynomial, denominator: Polynomial, nonzero: Nonzero): RationalFunction {
  const shared = polynomial.commonPowers(numerator, denominator);
  const factor = divExact(ONE, polynomial.firstCoefficient(denominator)!);
  const part = (p: Polynomial) => polynomial.scale(factor, polynomial.divideByPowers(p, shared));
  return new RationalFunction(part(numerator), part(denominator), nonzero);
}

/**
 * What must be nonzero for p to be nonzero: each symbol that divides it, and what remains, up to a constant factor.
 */
function factors(p: Polynomial): Nonzero {
  const powers = polynomial.commonPowers(p);
  const rest = polynomial.divideByPowers(p, powers);
  const monic = polynomial.scale(divExact(ONE, polynomial.firstCoefficient(rest)!), rest);
  const all = powers.map(([name]) => polynomial.symbol(name));
  if (polynomial.constantValue(rest) === undefined) all.push(monic);
  return new Map(all.map((each) => [`${each}`, each]));
}

/** A polynomial as a rational function without assumptions. */
export const fromPolynomial = (p: Polynomial): RationalFunction => new RationalFunction(p, one, nothing);

/** The constant c. */
export const constant = (c: Rational): RationalFunction => fromPolynomial(polynomial.constant(c));

/** a + b. */
export function add(a: RationalFunction, b: RationalFunction): RationalFunction {
  const nonzero = union(a.nonzero, b.nonzero);
  if (polynomial.equal(a.denominator, b.denominator)) {
    return quotient(polynomial.add(a.numerator, b.numerator), a.denominator, nonzero);
  }
  const { add, mul } = polynomial;
  return quotient(
    add(mul(a.numerator, b.denominator), mul(b.numerator, a.denominator)),
    mul(a.denominator, b.denominator),
    nonzero,
  );
}

/** a b. */
export const mul = (a: RationalFunction, b: RationalFunction): RationalFunction =>
  quotient(
    polynomial.mul(a.numerator, b.numerator),
    polynomial.mul(a.denominator, b.denominator),
    union(a.nonzero, b.nonzero),
  );

/** −a. */
export const neg = (a: RationalFunction): RationalFunction => mul(constant(rational(-1n)), a);

/** a − b. */
export const sub = (a: RationalFunction, b: RationalFunction): RationalFunction => add(a, neg(b));

/**
 * a / b, assuming from here on that b is nonzero.
 * @throws RangeError when b is identically zero.
 */
export function div(a: RationalFunction, b: RationalFunction): RationalFunction {
  if (polynomial.isZero(b.numerator)) {
    throw new RangeError('Division by an expression that is identically zero; the statement would hold nowhere.');
  }
  return quotient(
    polynomial.mul(a.numerator, b.denominator),
    polynomial.mul(a.denominator, b.numerator),
    union(a.nonzero, b.nonzero, factors(b.numerator)),
  );
}

/** True when a and b agree wherever the assumptions of both hold: their cross products are the same polynomial. */
export const equal = (a: RationalFunction, b: RationalFunction): boolean =>
  polynomial.equal(polynomial.mul(a.numerator, b.denominator), polynomial.mul(b.numerator, a.denominator));

/** The value of an expression without symbols; undefined when any symbol is left in it. */
export function constantValue(a: RationalFunction): Rational | undefined {
  const numerator = polynomial.constantValue(a.numerator);
  const denominator = polynomial.constantValue(a.denominator);
  return numerator && denominator && divExact(numerator, denominator);
}
