import { ONE, type Rational } from '../../src/scalar/rational.ts';
import * as polynomial from './polynomial.ts';

type Polynomial = polynomial.Polynomial;

/** Polynomials assumed to be nonzero, each once. */
export type Nonzero = readonly Polynomial[];

/**
 * numerator / denominator, together with everything that was divided by on the way to it.
 *
 * Where all polynomials in `nonzero` are nonzero, the denominator is nonzero too, every division on the way was
 * possible, and the value is numerator / denominator. Nothing removes an assumption, not even multiplication by zero.
 */
class RationalFunction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
  readonly nonzero: Nonzero;
  /** There is no field, but what is not made here has another type. */
  declare protected readonly made: true;

  constructor(numerator: Polynomial, denominator: Polynomial, nonzero: Nonzero) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.nonzero = Object.freeze(nonzero);
    Object.freeze(this);
  }

  toString(): string {
    return `${this.denominator}` === '1' ? `${this.numerator}` : `(${this.numerator}) / (${this.denominator})`;
  }
}

export type { RationalFunction };

const { mul: times, over } = polynomial;
const one = polynomial.constant(ONE);
const nothing: Nonzero = Object.freeze([]);

const both = (a: Nonzero, b: Nonzero): Nonzero =>
  b === a || b.length === 0 ? a : a.length === 0 ? b : [...new Map([...a, ...b].map((p) => [`${p}`, p])).values()];

/** Everything that any of these assume. */
export const union = (...assumptions: readonly Nonzero[]): Nonzero => assumptions.reduce(both, nothing);

/** Whether a polynomial is among these. */
export const isAmong = (all: Nonzero, p: Polynomial): boolean => all.some((each) => `${each}` === `${p}`);

/** The same value, assuming more. */
export const assuming = ({ numerator, denominator, nonzero }: RationalFunction, ...more: readonly Nonzero[]) =>
  new RationalFunction(numerator, denominator, union(nonzero, ...more));

/**
 * Divides both parts by the symbols they share and by one coefficient of the denominator. The shared symbols divide
 * the denominator, which is nonzero where the assumptions hold, so the value there is unchanged.
 */
function quotient(numerator: Polynomial, denominator: Polynomial, assumed: Nonzero): RationalFunction {
  if (denominator === one) return new RationalFunction(numerator, one, assumed);
  const shared = polynomial.commonFactor(denominator, numerator);
  return new RationalFunction(over(numerator, shared), over(denominator, shared), assumed);
}

/**
 * What must be nonzero for p to be nonzero, and is where it is: each symbol that divides it, and what remains, up to a
 * constant factor. Nothing for a constant, even 0.
 */
export function factors(p: Polynomial): Nonzero {
  if (polynomial.constantValue(p) !== undefined) return nothing;
  const shared = polynomial.commonFactor(p);
  const all = [...shared.powers.map(([name]) => polynomial.symbol(name)), over(p, shared)];
  return all.filter((each) => polynomial.constantValue(each) === undefined);
}

/** A polynomial as a rational function without assumptions. */
export const fromPolynomial = (p: Polynomial): RationalFunction => new RationalFunction(p, one, nothing);

/** The constant c. */
export const constant = (c: Rational): RationalFunction => fromPolynomial(polynomial.constant(c));

/** a + b. */
export function add(a: RationalFunction, b: RationalFunction): RationalFunction {
  const { add, equal } = polynomial;
  const assumed = union(a.nonzero, b.nonzero);
  if (equal(a.denominator, b.denominator)) return quotient(add(a.numerator, b.numerator), a.denominator, assumed);
  const numerator = add(times(a.numerator, b.denominator), times(b.numerator, a.denominator));
  return quotient(numerator, times(a.denominator, b.denominator), assumed);
}

/** a b. */
export const mul = (a: RationalFunction, b: RationalFunction): RationalFunction =>
  quotient(times(a.numerator, b.numerator), times(a.denominator, b.denominator), union(a.nonzero, b.nonzero));

/** −a. */
export const neg = (a: RationalFunction): RationalFunction => mul(a, fromPolynomial(polynomial.minusOne));

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
  const assumed = union(a.nonzero, b.nonzero, factors(b.numerator));
  return quotient(times(a.numerator, b.denominator), times(a.denominator, b.numerator), assumed);
}

/** True when a and b agree wherever the assumptions of both hold: their cross products are the same polynomial. */
export const equal = (a: RationalFunction, b: RationalFunction): boolean =>
  polynomial.equal(times(a.numerator, b.denominator), times(b.numerator, a.denominator));

/** The value of an expression that has the same value everywhere; undefined for any other. */
export function constantValue(a: RationalFunction): Rational | undefined {
  if (polynomial.isZero(a.numerator) || a.denominator === one) return polynomial.constantValue(a.numerator);
  // Proportional polynomials have proportional coefficients, and the denominator's is 1.
  const { coefficient } = polynomial.commonFactor(a.numerator);
  return equal(a, constant(coefficient)) ? coefficient : undefined;
}
