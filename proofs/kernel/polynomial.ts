import {
  add as addExact,
  compare,
  mul as mulExact,
  ONE,
  type Rational,
  rational,
  reduce,
} from '../../src/scalar/rational.ts';

/** A product of symbols: names in increasing order, each once, with positive exponents. */
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

// Names hold neither ^ nor *, so two products have the same key only when they are the same product.
const keyOf = (powers: Powers): string => powers.map(([name, exponent]) => `${name}^${exponent}`).join('*');

/**
 * A polynomial over the rationals in any number of symbols, in canonical form: one term for each product of symbols,
 * no coefficient zero, coefficients in lowest terms. Two polynomials are equal as polynomials, and so at all real
 * points, exactly when their difference has no terms.
 */
export class Polynomial {
  /** The terms by the key of their product. */
  readonly terms: ReadonlyMap<string, Term>;

  /** Use {@link constant}, {@link symbol} and the operations; the constructor trusts its argument. */
  constructor(terms: ReadonlyMap<string, Term>) {
    this.terms = terms;
  }

  /** `2*D^2 - 1/2*G*eta`, terms in the order of their keys; `0` when there are none. */
  toString(): string {
    const keys = [...this.terms.keys()].sort();
    const shown = keys.map((key, i) => {
      const { coefficient, powers } = this.terms.get(key)!;
      const negative = coefficient.numerator < 0n;
      const size = `${coefficient}`.replace('-', '');
      const symbols = powers.map(([name, exponent]) => (exponent === 1 ? name : `${name}^${exponent}`)).join('*');
      const term = symbols === '' ? size : size === '1' ? symbols : `${size}*${symbols}`;
      return i === 0 ? `${negative ? '-' : ''}${term}` : `${negative ? ' - ' : ' + '}${term}`;
    });
    return shown.join('') || '0';
  }
}

/** The sum of any terms, in canonical form. Every polynomial is made here. */
function collect(terms: Iterable<Term>): Polynomial {
  const total = new Map<string, Term>();
  for (const { coefficient, powers } of terms) {
    const key = keyOf(powers);
    const before = total.get(key);
    const sum = reduce(before === undefined ? coefficient : addExact(before.coefficient, coefficient));
    if (sum.numerator === 0n) total.delete(key);
    else total.set(key, { coefficient: sum, powers });
  }
  return new Polynomial(total);
}

/** The product of two products of symbols: a merge of the two lists by name. */
function multiplyPowers(a: Powers, b: Powers): Powers {
  if (a.length === 0) return b;
  const product: [string, number][] = [];
  let i = 0;
  for (const [name, exponent] of b) {
    for (; i < a.length && a[i]![0] < name; i++) product.push([...a[i]!]);
    const before = a[i]?.[0] === name ? a[i++]![1] : 0;
    product.push([name, before + exponent]);
  }
  for (; i < a.length; i++) product.push([...a[i]!]);
  return product;
}

/** The constant polynomial c. */
export const constant = (c: Rational): Polynomial => collect([{ coefficient: c, powers: [] }]);

/**
 * The polynomial that is one symbol: a name, or an inner product written `⟨x,y⟩`.
 * @throws RangeError naming the symbol when it is neither.
 */
export function symbol(name: string): Polynomial {
  if (!SYMBOL_NAME.test(name)) {
    throw new RangeError(
      `"${name}" is not a symbol; give letters, digits and underscores, or ⟨x,y⟩ for an inner product.`,
    );
  }
  return collect([{ coefficient: ONE, powers: [[name, 1]] }]);
}

/** a + b. */
export const add = (a: Polynomial, b: Polynomial): Polynomial => collect([...a.terms.values(), ...b.terms.values()]);

/** c a. */
export const scale = (c: Rational, a: Polynomial): Polynomial =>
  isOne(c)
    ? a
    : collect(
        [...a.terms.values()].map(({ coefficient, powers }) => ({ coefficient: mulExact(c, coefficient), powers })),
      );

const isOne = (c: Rational): boolean => compare(c, ONE) === 0;

/** a − b. */
export const sub = (a: Polynomial, b: Polynomial): Polynomial => add(a, scale(rational(-1n), b));

/** a b. */
export function mul(a: Polynomial, b: Polynomial): Polynomial {
  const factor = constantValue(b);
  if (factor !== undefined) return scale(factor, a);
  const products: Term[] = [];
  for (const s of a.terms.values())
    for (const t of b.terms.values())
      products.push({
        coefficient: mulExact(s.coefficient, t.coefficient),
        powers: multiplyPowers(s.powers, t.powers),
      });
  return collect(products);
}

/** True for the zero polynomial: the test that every identity comes down to. */
export const isZero = (a: Polynomial): boolean => a.terms.size === 0;

/** True when a and b are the same polynomial. */
export const equal = (a: Polynomial, b: Polynomial): boolean => isZero(sub(a, b));

/** The value of a polynomial without symbols; undefined when it has any. */
export function constantValue(a: Polynomial): Rational | undefined {
  if (isZero(a)) return rational(0n);
  return a.terms.size === 1 ? a.terms.get('')?.coefficient : undefined;
}

/** The largest product of symbols that divides every one of the polynomials; empty when all are zero. */
export function commonPowers(...polynomials: readonly Polynomial[]): Powers {
  const [first, ...rest] = polynomials.flatMap((a) => [...a.terms.values()].map(({ powers }) => new Map(powers)));
  return [...(first ?? [])]
    .map(([name, exponent]) => [name, Math.min(exponent, ...rest.map((powers) => powers.get(name) ?? 0))] as const)
    .filter(([, exponent]) => exponent > 0);
}

/** a divided by a product of symbols that divides each of its terms. */
export function divideByPowers(a: Polynomial, divisor: Powers): Polynomial {
  if (divisor.length === 0) return a;
  const removed = new Map(divisor);
  return collect(
    [...a.terms.values()].map(({ coefficient, powers }) => ({
      coefficient,
      powers: powers
        .map(([name, exponent]) => [name, exponent - (removed.get(name) ?? 0)] as const)
        .filter(([, exponent]) => exponent > 0),
    })),
  );
}

/** The coefficient of the term whose key comes first, a fixed choice of a nonzero number; undefined for zero. */
export function firstCoefficient(a: Polynomial): Rational | undefined {
  let first: string | undefined;
  for (const key of a.terms.keys()) if (first === undefined || key < first) first = key;
  return first === undefined ? undefined : a.terms.get(first)?.coefficient;
}
