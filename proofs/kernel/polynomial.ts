import type { Rational } from '../../src/scalar/rational.ts';
import * as exact from '../../src/scalar/rational.ts';

/** A product of symbols: names in increasing order, each once, with exponents that are not 0. */
export type Powers = readonly (readonly [name: string, exponent: number])[];

/** coefficient · product of powers. */
export interface Term {
  readonly coefficient: Rational;
  readonly powers: Powers;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const SCALAR_NAME = new RegExp(`^${NAME}$`, 'u');
const SYMBOL_NAME = new RegExp(`^(${NAME}|⟨${NAME},${NAME}⟩|√\\d+)$`, 'u');

/** True for a letter or underscore followed by letters, digits and underscores. */
export const isName = (name: string): boolean => SCALAR_NAME.test(name);

/**
 * The name itself.
 * @throws RangeError when it is not one.
 */
export function named(name: string, pattern: RegExp = SCALAR_NAME): string {
  if (pattern.test(name)) return name;
  throw new RangeError(`"${name}" is not a name; give letters, digits and underscores.`);
}

// Names hold neither ^ nor *, so two products have the same key only when they are the same product.
const keyOf = (powers: Powers): string =>
  powers.map(([name, exponent]) => (exponent === 1 ? name : `${name}^${exponent}`)).join('*');

/**
 * A polynomial over the rationals in any number of symbols, in canonical form: one term for each product of symbols,
 * no coefficient zero. Two polynomials are equal as polynomials, and so at all real points, exactly when their
 * difference has no terms.
 */
class Polynomial {
  /** The terms by the key of their product. */
  readonly terms: ReadonlyMap<string, Term>;
  /** There is no field, but what is not made here has another type. */
  declare protected readonly made: true;

  constructor(terms: ReadonlyMap<string, Term>) {
    this.terms = terms;
    Object.freeze(this);
  }

  /** `2*D^2 - 1/2*G*eta`, terms in the order of their keys, so that different polynomials have different texts. */
  toString(): string {
    const terms = [...this.terms].sort(([a], [b]) => (a < b ? -1 : 1));
    const signed = terms.map(([key, { coefficient }]) => {
      const size = `${coefficient}`.replace('-', '');
      const term = key === '' ? size : size === '1' ? key : `${size}*${key}`;
      return `${coefficient.numerator < 0n ? '-' : '+'} ${term}`;
    });
    return signed.join(' ').replace(/^\+ /, '').replace(/^- /, '-') || '0';
  }
}

export type { Polynomial };

/** The sum of any terms and of a polynomial's, in canonical form. Every polynomial is made here. */
function collect(terms: Iterable<readonly [key: string, term: Term]>, to: Polynomial['terms'] = new Map()): Polynomial {
  const total = new Map(to);
  for (const [key, { coefficient, powers }] of terms) {
    const before = total.get(key);
    const sum = before === undefined ? coefficient : exact.reduce(exact.add(before.coefficient, coefficient));
    if (sum.numerator === 0n) total.delete(key);
    else total.set(key, { coefficient: sum, powers });
  }
  return new Polynomial(total);
}

const keyed = (coefficient: Rational, powers: Powers): readonly [string, Term] => [
  keyOf(powers),
  { coefficient: exact.reduce(coefficient), powers },
];

/**
 * The product of two products of symbols: a merge of the two lists by name.
 * @throws RangeError when an exponent is negative, as the second list may have some, or too large to be exact.
 */
function multiplyPowers(a: Powers, b: Powers): Powers {
  if (b.length === 0) return a;
  const product: (readonly [string, number])[] = [];
  let i = 0;
  for (const [name, exponent] of b) {
    while (i < a.length && a[i]![0] < name) product.push(a[i++]!);
    const sum = a[i]?.[0] === name ? a[i++]![1] + exponent : exponent;
    if (!(Number.isSafeInteger(sum) && sum >= 0)) throw new RangeError(`${name}^${sum} is in no polynomial.`);
    if (sum !== 0) product.push([name, sum]);
  }
  return product.concat(a.slice(i));
}

const monomial = (coefficient: Rational, powers: Powers): Polynomial => collect([keyed(coefficient, powers)]);

/** The constant polynomial c, whose denominator is made positive. */
export const constant = (c: Rational): Polynomial => monomial(exact.rational(c.numerator, c.denominator), []);

const minusOne = constant(exact.neg(exact.ONE));

/**
 * The polynomial that is one symbol: a name, an inner product written `⟨x,y⟩`, or a root written `√1`.
 * @throws RangeError naming the symbol when it is none of these.
 */
export const symbol = (name: string): Polynomial => monomial(exact.ONE, [[named(name, SYMBOL_NAME), 1]]);

/** a + b. */
export const add = (a: Polynomial, b: Polynomial): Polynomial => collect(b.terms, a.terms);

/** a b. */
export function mul(a: Polynomial, b: Polynomial): Polynomial {
  const factor = constantValue(b);
  if (factor !== undefined && exact.compare(factor, exact.ONE) === 0) return a;
  const products = [];
  for (const s of a.terms.values())
    for (const t of b.terms.values())
      products.push(keyed(exact.mul(s.coefficient, t.coefficient), multiplyPowers(s.powers, t.powers)));
  return collect(products);
}

/** a − b. */
export const sub = (a: Polynomial, b: Polynomial): Polynomial => add(a, mul(b, minusOne));

/** True for the zero polynomial: the test that everything comes down to. */
export const isZero = (a: Polynomial): boolean => a.terms.size === 0;

/** True when a and b are the same polynomial. */
export const equal = (a: Polynomial, b: Polynomial): boolean => isZero(sub(a, b));

/** The value of a polynomial without symbols; undefined when it has any. */
export const constantValue = (a: Polynomial): Rational | undefined =>
  isZero(a) ? exact.ZERO : a.terms.size === 1 ? a.terms.get('')?.coefficient : undefined;

/** The largest power of a symbol that divides a polynomial; all do when it is 0. */
const exponentIn = ({ terms }: Polynomial, name: string): number =>
  Math.min(...[...terms.values()].map(({ powers }) => powers.find(([symbol]) => symbol === name)?.[1] ?? 0));

/**
 * The largest product of symbols that divides all of these polynomials, the first of which is not 0, with the first
 * coefficient of what it leaves of that one: polynomials with the same factors, but for constants, leave the same.
 */
export function commonFactor(first: Polynomial, ...others: readonly Polynomial[]): Term {
  const [some] = first.terms.values();
  const least = (name: string): number => Math.min(...[first, ...others].map((each) => exponentIn(each, name)));
  const powers = some!.powers.map(([name]) => [name, least(name)] as const).filter(([, exponent]) => exponent > 0);
  const { terms } = over(first, { coefficient: exact.ONE, powers });
  return { coefficient: terms.get([...terms.keys()].reduce((a, b) => (a < b ? a : b)))!.coefficient, powers };
}

/**
 * p / a term, such as a common factor.
 * @throws RangeError when the symbols of the term do not divide p.
 */
export function over(p: Polynomial, { coefficient, powers }: Term): Polynomial {
  const inverse = [...powers].map(([name, exponent]) => [name, -Math.abs(exponent)] as const);
  return mul(p, monomial(exact.div(exact.ONE, coefficient), inverse));
}
