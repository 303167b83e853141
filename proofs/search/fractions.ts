import { div as divExact, ONE } from '../../src/scalar/rational.ts';
import type { Polynomial, Powers, Term } from '../kernel/polynomial.ts';
import * as polynomial from '../kernel/polynomial.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import * as polynomialParts from '../theorem/polynomial-parts.ts';

const one = polynomial.constant(ONE);

/** A product of symbols as a polynomial. */
export const product = (powers: Powers): Polynomial =>
  powers.reduce((value, [name, exponent]) => polynomial.mul(value, power(polynomial.symbol(name), exponent)), one);

const power = (base: Polynomial, exponent: number): Polynomial =>
  Array.from({ length: exponent }, () => base).reduce(polynomial.mul, one);

/** a / b where both are products of symbols and the quotient is one. */
export function quotient(a: Powers, b: Powers): Powers | undefined {
  const left = new Map(a);
  for (const [name, exponent] of b) {
    const rest = (left.get(name) ?? 0) - exponent;
    if (rest < 0) return undefined;
    if (rest === 0) left.delete(name);
    else left.set(name, rest);
  }
  return [...left];
}

/** Whether a comes before b when exponents are compared symbol by symbol, in alphabetical order. */
function before(a: Powers, b: Powers): boolean {
  for (const [i, [name, exponent]] of a.entries()) {
    const other = b[i];
    if (other === undefined || name < other[0]) return true;
    if (name > other[0]) return false;
    if (exponent !== other[1]) return exponent > other[1];
  }
  return false;
}

function leading({ terms }: Polynomial): Term | undefined {
  let first: Term | undefined;
  for (const term of terms.values()) if (first === undefined || before(term.powers, first.powers)) first = term;
  return first;
}

/** a / b where that is a polynomial. */
export function exactQuotient(a: Polynomial, b: Polynomial): Polynomial | undefined {
  const divisor = leading(b);
  if (divisor === undefined) return undefined;
  let rest = a;
  let whole = polynomial.sub(one, one);
  for (;;) {
    const first = leading(rest);
    if (first === undefined) return whole;
    const powers = quotient(first.powers, divisor.powers);
    if (powers === undefined) return undefined;
    const part = polynomialParts.scale(divExact(first.coefficient, divisor.coefficient), product(powers));
    whole = polynomial.add(whole, part);
    rest = polynomial.sub(rest, polynomial.mul(part, b));
  }
}

/** A rational function as a polynomial times powers of known factors, those with negative exponents below the line. */
export interface Fraction {
  readonly rest: Polynomial;
  /** By the text of the factor. */
  readonly exponents: ReadonlyMap<string, number>;
}

export type Exponents = Fraction['exponents'];

const added = (a: Exponents, b: Exponents): Exponents => {
  const sum = new Map(a);
  for (const [text, exponent] of b) sum.set(text, exponent + (sum.get(text) ?? 0));
  return sum;
};

/** a b. */
export const times = (a: Fraction, b: Fraction): Fraction => ({
  rest: polynomial.mul(a.rest, b.rest),
  exponents: added(a.exponents, b.exponents),
});

/** 1. */
export const unit: Fraction = { rest: one, exponents: new Map() };

/** The largest common factor of fractions, as far as the exponents show. */
export function commonFactor(all: readonly Fraction[]): Exponents {
  const common = new Map<string, number>();
  for (const text of new Set(all.flatMap(({ exponents }) => [...exponents.keys()]))) {
    common.set(text, Math.min(...all.map(({ exponents }) => exponents.get(text) ?? 0)));
  }
  return common;
}

/** The symbols, and the other polynomials that are divided by: what fractions are taken apart into. */
export class Factors {
  /** Those that are not symbols, short ones first, by their text. */
  readonly #others = new Map<string, Polynomial>();

  constructor(all: readonly RationalFunction[]) {
    const rests = all
      .map(({ denominator }) => polynomialParts.divideByPowers(denominator, polynomialParts.commonPowers(denominator)))
      .sort((a, b) => a.terms.size - b.terms.size);
    for (const each of rests) {
      const { rest } = this.#apart(each);
      if (rest.terms.size > 1) this.#others.set(`${rest}`, rest);
    }
  }

  #apart(value: Polynomial): Fraction {
    if (polynomial.isZero(value)) return { rest: value, exponents: new Map() };
    const powers = polynomialParts.commonPowers(value);
    const exponents = new Map(powers);
    let rest = polynomialParts.divideByPowers(value, powers);
    for (const [text, factor] of this.#others)
      for (;;) {
        const shorter = rest.terms.size < factor.terms.size ? undefined : exactQuotient(rest, factor);
        if (shorter === undefined) break;
        rest = shorter;
        exponents.set(text, 1 + (exponents.get(text) ?? 0));
      }
    return { rest, exponents };
  }

  /** A rational function, all of whose denominator is made of the factors. */
  fraction({ numerator, denominator }: RationalFunction): Fraction {
    const [above, below] = [this.#apart(numerator), this.#apart(denominator)];
    const constant = polynomial.constantValue(below.rest);
    if (constant === undefined) throw new RangeError(`${denominator} is not made of the factors of these fractions.`);
    const inverse = new Map([...below.exponents].map(([text, exponent]) => [text, -exponent]));
    return {
      rest: polynomialParts.scale(divExact(ONE, constant), above.rest),
      exponents: added(above.exponents, inverse),
    };
  }

  /** Whether a fraction has factors other than symbols below the line that another has not. */
  exceeds({ exponents }: Fraction, other: Fraction): boolean {
    return [...this.#others.keys()].some(
      (text) => (exponents.get(text) ?? 0) < Math.min(0, other.exponents.get(text) ?? 0),
    );
  }

  /** A fraction divided by a common factor. */
  over(common: Exponents, { rest, exponents }: Fraction): Polynomial {
    let value = rest;
    for (const [text, least] of common) {
      const factor = this.#others.get(text) ?? polynomial.symbol(text);
      value = polynomial.mul(value, power(factor, (exponents.get(text) ?? 0) - least));
    }
    return value;
  }
}
