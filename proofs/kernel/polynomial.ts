import * as exact from '../../src/scalar/rational.ts';

/** A product of symbols: names in increasing order, each once, with exponents that are not 0. */
export type Powers = readonly (readonly [name: string, exponent: number])[];

/** coefficient · product of powers. */
export type Term = { readonly coefficient: exact.Rational; readonly powers: Powers };

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const SCALAR_NAME = new RegExp(`^${NAME}$`, 'u');
const SYMBOL_NAME = new RegExp(`^(${NAME}|⟨${NAME},${NAME}⟩|√\\d+)$`, 'u');

/**
 * The name itself.
 * @throws RangeError when it is not one.
 */
export function named(name: string, pattern: RegExp = SCALAR_NAME): string {
  if (pattern.test(name)) return name;
  throw new RangeError(`"${name}" is not a name; give letters, digits and underscores.`);
}

/**
 * A product of symbols, of which there is one object for each key, so that equal products are identical; its products
 * with others, as far as they were asked for; and where it is in the sum that is being collected, if it is there.
 * Nothing is handed out of it but its key and its powers, which are frozen.
 */
type Product = { readonly key: string; readonly powers: Powers; readonly times: Map<Product, Product>; at: number };

const products = new Map<string, Product>();
/** A coefficient that is handed out. */
const kept = <C extends exact.Rational>(coefficient: C): C => Object.freeze(coefficient) as C;
const frozen = (powers: Powers): Powers => Object.freeze(powers.map((power) => Object.freeze(power)));

/**
 * The one object of a product. Names hold neither ^ nor *, so different products have different keys.
 * @throws RangeError when an exponent is negative, or too large to be exact.
 */
function interned(powers: Powers): Product {
  const key = powers.map(([name, exponent]) => (exponent === 1 ? name : `${name}^${exponent}`)).join('*');
  if (!powers.every(([, n]) => Number.isSafeInteger(n) && n > 0)) throw new RangeError(`${key} is in no polynomial.`);
  const product = products.get(key) ?? { key, powers: frozen(powers), times: new Map(), at: 0 };
  products.set(key, product);
  return product;
}

type Monomial = { readonly coefficient: exact.Rational; readonly product: Product };

/**
 * A polynomial over the rationals in any number of symbols, in canonical form: one term for each product of symbols,
 * no coefficient zero. Two polynomials are equal as polynomials, and so at all real points, exactly when their
 * difference has no terms.
 */
class Polynomial {
  static readonly monomials = (p: Polynomial): readonly Monomial[] => p.#monomials;
  readonly #monomials: readonly Monomial[];
  #text: string | undefined;

  constructor(canonical: readonly Monomial[]) {
    this.#monomials = canonical;
    Object.freeze(this);
  }

  /** The terms by the key of their product. */
  get terms(): ReadonlyMap<string, Term> {
    const term = ({ coefficient, product: { powers } }: Monomial) => ({ coefficient: kept(coefficient), powers });
    return new Map(this.#monomials.map((each) => [each.product.key, term(each)]));
  }

  /** `2*D^2 - 1/2*G*eta`, terms in the order of their keys, so that different polynomials have different texts. */
  toString(): string {
    const term = ({ coefficient, product: { key } }: Monomial) =>
      key === '' ? `${coefficient}` : `${coefficient}*${key}`;
    const text = () => this.#monomials.toSorted(byKey).map(term).join(' + ').replaceAll('+ -', '- ') || '0';
    this.#text ??= text().replaceAll(/(?<=^|[ -])1\*/g, '');
    return this.#text;
  }
}

export type { Polynomial };

const { monomials } = Polynomial;
const byKey = ({ product: a }: Monomial, { product: b }: Monomial): number => (a.key < b.key ? -1 : 1);

/** The product of no symbols. */
const unit = interned([]);

/** 1, of which there is one object. */
const one = new Polynomial([{ coefficient: exact.ONE, product: unit }]);

const counts = ({ coefficient }: Monomial): boolean => coefficient.numerator !== 0n;

/** The sum of any monomials, in canonical form. Every polynomial but 1 is made here. */
function collect(summands: readonly (readonly Monomial[])[]): Polynomial {
  const sum: Monomial[] = [];
  for (const monomials of summands)
    for (const each of monomials) {
      const before = sum[each.product.at];
      if (before?.product !== each.product) each.product.at = sum.push(each) - 1;
      else
        sum[each.product.at] = { ...each, coefficient: exact.reduce(exact.add(before.coefficient, each.coefficient)) };
    }
  const polynomial = new Polynomial(sum.every(counts) ? sum : sum.filter(counts));
  const value = constantValue(polynomial);
  return value !== undefined && exact.compare(value, exact.ONE) === 0 ? one : polynomial;
}

/**
 * The powers with exponents made of those in two products of symbols, their sums where it is not said how; a symbol that
 * is not there has the exponent 0. Of names that are out of order or there twice, some powers are combined with nothing.
 */
function combined(a: Powers, b: Powers, made = (m: number, n: number): number => m + n): Powers {
  const powers: Powers[number][] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i]?.[0], b[j]?.[0]];
    const name = y === undefined || x! < y ? x! : y;
    const exponent = made(x === name ? a[i++]![1] : 0, y === name ? b[j++]![1] : 0);
    if (exponent !== 0) powers.push([name, exponent]);
  }
  return powers;
}

/** a b. */
function multiplied({ coefficient, product: a }: Monomial, { coefficient: c, product: b }: Monomial): Monomial {
  const before = b === unit ? a : a === unit ? b : (a.times.get(b) ?? b.times.get(a));
  const product = before ?? interned(combined(a.powers, b.powers));
  if (before === undefined) a.times.set(b, product);
  return { coefficient: c === exact.ONE ? coefficient : exact.reduce(exact.mul(coefficient, c)), product };
}

const monomial = (coefficient: exact.Rational, product: Product) => collect([[{ coefficient, product }]]);

/** The constant polynomial c, whose denominator is made positive. */
export const constant = (c: exact.Rational): Polynomial => monomial(exact.rational(c.numerator, c.denominator), unit);

/** −1. */
export const minusOne = constant(exact.neg(exact.ONE));

/**
 * The polynomial that is one symbol: a name, an inner product written `⟨x,y⟩`, or a root written `√1`.
 * @throws RangeError naming the symbol when it is none of these.
 */
export const symbol = (name: string): Polynomial => monomial(exact.ONE, interned([[named(name, SYMBOL_NAME), 1]]));

/** a + b. */
export const add = (a: Polynomial, b: Polynomial): Polynomial =>
  isZero(a) ? b : isZero(b) ? a : collect([monomials(a), monomials(b)]);

/** a b. */
export function mul(a: Polynomial, b: Polynomial): Polynomial {
  if (b === one || isZero(a)) return a;
  if (a === one || isZero(b)) return b;
  return collect(monomials(a).map((s) => monomials(b).map((t) => multiplied(s, t))));
}

/** a − b. */
export const sub = (a: Polynomial, b: Polynomial): Polynomial => add(a, mul(b, minusOne));

/** True for the zero polynomial: the test that everything comes down to. */
export const isZero = (a: Polynomial): boolean => monomials(a).length === 0;

/** True when a and b are the same polynomial. */
export const equal = (a: Polynomial, b: Polynomial): boolean => a === b || isZero(sub(a, b));

/** The value of a polynomial without symbols; undefined when it has any. */
export function constantValue(a: Polynomial): exact.Rational | undefined {
  const [first, second] = monomials(a);
  return first === undefined ? exact.ZERO : first.product.key || second ? undefined : kept(first.coefficient);
}

/**
 * The largest product of symbols that divides all of these polynomials, the first of which is not 0, with the first
 * coefficient of what it leaves of that one: polynomials with the same factors, but for constants, leave the same.
 */
export function commonFactor(first: Polynomial, ...others: readonly Polynomial[]): Term {
  let { powers } = monomials(first)[0]!.product;
  for (const p of [first, ...others])
    for (const { product } of monomials(p)) if (powers.length > 0) powers = combined(powers, product.powers, Math.min);
  const rest = monomials(monomials(first).length === 1 ? first : over(first, { coefficient: exact.ONE, powers }));
  return { coefficient: kept(rest.reduce((a, b) => (byKey(a, b) < 0 ? a : b)).coefficient), powers };
}

/**
 * p / a term, such as a common factor.
 * @throws RangeError when the symbols of the term do not divide p, and where a negative power is left of any that are
 * out of order.
 */
export function over(p: Polynomial, { coefficient, powers }: Term): Polynomial {
  if (powers.length === 0 && coefficient === exact.ONE) return p;
  const inverse = [...powers].map(([name, exponent]) => [name, -Math.abs(exponent)] as const);
  const divided = (each: Monomial) => ({ ...each, product: interned(combined(each.product.powers, inverse)) });
  const quotient = inverse.length === 0 ? p : collect([monomials(p).map(divided)]);
  return mul(quotient, constant(exact.div(exact.ONE, coefficient)));
}
