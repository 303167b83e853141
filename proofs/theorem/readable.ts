import * as exact from '../../src/scalar/rational.ts';
import type { Fact } from '../kernel/fact.ts';
import { isZero, type Polynomial, type Powers, type Term } from '../kernel/polynomial.ts';
import { equal, type RationalFunction, sub } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace } from '../kernel/symbolic.ts';
import { factored } from './factored.ts';
import { type Comparison, isComparison, type Sides } from './statements.ts';

/** A product with a coefficient: its factors with their exponents, negative ones below the line. */
interface Item {
  readonly coefficient: exact.Rational;
  readonly scalars: Powers;
  /** Squared norms and inner products. */
  readonly factor?: string;
}

const INNER_PRODUCT = /^⟨(.+),(.+)⟩$/u;
const MINUS = '−';
const isNegative = (c: exact.Rational): boolean => exact.signOf(c) < 0;
const opposite = (a: exact.Rational, b: exact.Rational): boolean => exact.signOf(exact.add(a, b)) === 0;
const TWO = exact.rational(2n);
const same = (a: exact.Rational, b: exact.Rational): boolean => exact.compare(a, b) === 0;

const superscript = (exponent: number): string =>
  [...`${exponent}`].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** A power of a symbol; ⟨x,x⟩ is ‖x‖². */
function raised(name: string, exponent: number): string {
  const [, x, y] = INNER_PRODUCT.exec(name) ?? [];
  if (x !== undefined && x === y) return `‖${x}‖${superscript(2 * exponent)}`;
  const spaced = x === undefined ? name : `⟨${x}, ${y}⟩`;
  if (exponent === 1) return spaced;
  return `${name.startsWith('√') ? `(${spaced})` : spaced}${superscript(exponent)}`;
}

/** `3·x²·‖g‖²/(2·eta)`, without its sign. */
function product({ coefficient, scalars, factor }: Item): string {
  const { numerator, denominator } = exact.reduce(coefficient);
  const size = numerator < 0n ? -numerator : numerator;
  const above = scalars.filter(([, exponent]) => exponent > 0).map(([name, exponent]) => raised(name, exponent));
  const below = scalars.filter(([, exponent]) => exponent < 0).map(([name, exponent]) => raised(name, -exponent));
  const over = [...(denominator === 1n ? [] : [`${denominator}`]), ...below];
  const factors = [...above, ...(factor === undefined ? [] : [factor])];
  const top = [...(size === 1n && factors.length > 0 ? [] : [`${size}`]), ...factors].join('·');
  return over.length === 0 ? top : `${top}/${over.length === 1 ? over[0] : `(${over.join('·')})`}`;
}

/** The items with their signs, those that are added before those that are taken away; 0 where there are none. */
function signed(items: readonly Item[]): string {
  const minus = ({ coefficient }: Item) => isNegative(coefficient);
  const [first, ...others] = [...items.filter((each) => !minus(each)), ...items.filter(minus)];
  if (first === undefined) return '0';
  const rest = others.map((each) => ` ${minus(each) ? MINUS : '+'} ${product(each)}`);
  return `${minus(first) ? MINUS : ''}${product(first)}${rest.join('')}`;
}

/** A sum of inner products with coefficients, by pairs of names; what has been written is taken out. */
type Products = Map<string, { readonly pair: readonly [string, string]; readonly coefficient: exact.Rational }>;

const keyOf = (x: string, y: string): string => (x < y ? `${x},${y}` : `${y},${x}`);

/** Writes what it finds in a sum of inner products as one factor, and takes it out. */
type Gathering = (products: Products, found: (factor: string, coefficient: exact.Rational) => void) => void;

const entries = (products: Products) => [...products.values()];
const coefficientOf = (products: Products, x: string, y: string): exact.Rational =>
  products.get(keyOf(x, y))?.coefficient ?? exact.ZERO;

/** ‖x‖² ∓ 2⟨x,y⟩ + ‖y‖² as ‖x ∓ y‖², as often as there is enough of all three. */
const squares: Gathering = (products, found) => {
  for (const { pair, coefficient } of entries(products)) {
    const [x, y] = pair;
    const [xx, yy] = [coefficientOf(products, x, x), coefficientOf(products, y, y)];
    const sign = exact.signOf(xx);
    if (x === y || sign === 0 || sign !== exact.signOf(yy)) continue;
    const difference = exact.signOf(coefficient) !== sign;
    const size = exact.div(difference ? exact.neg(coefficient) : coefficient, TWO);
    const left = [xx, yy].map((each) => exact.sub(each, size));
    if (left.some((each) => exact.signOf(each) === -sign)) continue;
    products.delete(keyOf(x, y));
    for (const [i, end] of pair.entries()) {
      if (exact.signOf(left[i]!) === 0) products.delete(keyOf(end, end));
      else products.set(keyOf(end, end), { pair: [end, end], coefficient: left[i]! });
    }
    found(`‖${x} ${difference ? MINUS : '+'} ${y}‖²`, size);
  }
};

/** ⟨x,y⟩ − ⟨x,p⟩ − ⟨p,y⟩ + ‖p‖² as ⟨x − p, y − p⟩. */
const angles: Gathering = (products, found) => {
  for (const { pair, coefficient } of entries(products)) {
    const [p, other] = pair;
    if (p !== other) continue;
    const angle = entries(products).find(
      ({ pair: [x, y], coefficient: c }) =>
        x !== p &&
        y !== p &&
        x !== y &&
        same(c, coefficient) &&
        [x, y].every((end) => opposite(coefficientOf(products, end, p), coefficient)),
    );
    if (angle === undefined) continue;
    const [x, y] = angle.pair;
    for (const key of [keyOf(x, y), keyOf(x, p), keyOf(y, p), keyOf(p, p)]) products.delete(key);
    found(`⟨${x} ${MINUS} ${p}, ${y} ${MINUS} ${p}⟩`, coefficient);
  }
};

/** ⟨x,y⟩ − ⟨x,z⟩ as ⟨x, y − z⟩. */
const differences: Gathering = (products, found) => {
  for (const { pair, coefficient } of entries(products)) {
    if (!products.has(keyOf(...pair)) || isNegative(coefficient) || pair[0] === pair[1]) continue;
    const other = entries(products).find(
      ({ pair: [a, b], coefficient: c }) =>
        a !== b && opposite(c, coefficient) && (pair.includes(a) || pair.includes(b)),
    );
    if (other === undefined) continue;
    const shared = pair.find((name) => other.pair.includes(name))!;
    const end = ([a, b]: readonly [string, string]) => (a === shared ? b : a);
    products.delete(keyOf(...pair));
    products.delete(keyOf(...other.pair));
    found(`⟨${shared}, ${end(pair)} ${MINUS} ${end(other.pair)}⟩`, coefficient);
  }
};

/** Each inner product as it is. */
const rest: Gathering = (products, found) => {
  for (const { pair, coefficient } of entries(products)) {
    found(pair[0] === pair[1] ? `‖${pair[0]}‖²` : `⟨${pair[0]}, ${pair[1]}⟩`, coefficient);
  }
};

function gathered(products: Products): Omit<Item, 'scalars'>[] {
  const found: Omit<Item, 'scalars'>[] = [];
  for (const gather of [squares, angles, differences, rest]) {
    gather(products, (factor, coefficient) => found.push({ factor, coefficient }));
  }
  return found;
}

/** The terms whose other factors are these. */
interface Group {
  readonly scalars: Powers;
  readonly products: Products;
  readonly plain: Item[];
}

/** The terms of a sum, those with an inner product gathered where their other factors are the same. */
function items(terms: readonly Term[]): readonly Item[] {
  const groups = new Map<string, Group>();
  for (const { coefficient, powers } of terms) {
    const inner = powers.filter(([name, exponent]) => INNER_PRODUCT.test(name) && exponent === 1);
    const [, x = '', y = ''] = inner.length === 1 ? INNER_PRODUCT.exec(inner[0]![0])! : [];
    const scalars = x === '' ? powers : powers.filter(([name]) => name !== inner[0]![0]);
    const group: Group = groups.get(`${scalars}`) ?? { scalars, products: new Map(), plain: [] };
    groups.set(`${scalars}`, group);
    if (x === '') group.plain.push({ coefficient, scalars });
    else group.products.set(keyOf(x, y), { pair: [x, y], coefficient });
  }
  return [...groups.values()].flatMap(({ scalars, products, plain }) => [
    ...plain,
    ...gathered(products).map((each) => ({ ...each, scalars })),
  ]);
}

const terms = (p: Polynomial): readonly Term[] =>
  [...p.terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);

/** p divided term by term by a product of symbols. */
function dividedBy(p: Polynomial, { powers: divisor }: Term): readonly Term[] {
  return terms(p).map(({ coefficient, powers }) => {
    const exponents = new Map(powers);
    for (const [name, exponent] of divisor) exponents.set(name, (exponents.get(name) ?? 0) - exponent);
    return { coefficient, powers: [...exponents].filter(([, exponent]) => exponent !== 0) };
  });
}

/** A factor that makes all coefficients of both whole, without a common divisor, and most of the divisor's positive. */
function clearing(numerator: readonly Term[], denominator: readonly Term[]): exact.Rational {
  const all = [...numerator, ...denominator].map(({ coefficient }) => exact.reduce(coefficient));
  const whole = all.reduce((least, { denominator: d }) => (least * d) / exact.gcd(least, d), 1n);
  const shared = all.reduce((most, { numerator: n, denominator: d }) => exact.gcd(most, (n * whole) / d), 0n);
  const mostly = denominator.reduce((sum, { coefficient }) => sum + exact.signOf(coefficient), 0) < 0 ? -whole : whole;
  return exact.rational(mostly, shared);
}

const scaled = (by: exact.Rational, all: readonly Term[]): readonly Term[] =>
  all.map(({ coefficient, powers }) => ({ coefficient: exact.mul(by, coefficient), powers }));

/**
 * An expression as a person would write it: `D2/(2·eta) − loss + eta·‖g‖²/2 − ‖c − theta‖²/(2·eta)`. A sum over one product
 * is written as a sum of fractions, and squared differences as such; what was divided by is a factor of the divisor.
 */
export function readable(value: RationalFunction): string {
  const { numerator, rest, factors } = factored(value);
  const [divisor, ...more] = terms(rest);
  if ((factors.length === 0 && more.length === 0) || isZero(numerator)) {
    return signed(items(dividedBy(numerator, divisor!)));
  }
  const sums = [...(more.length === 0 ? [] : [[rest, 1] as const]), ...factors].map(([sum, exponent]) => {
    const by = clearing([], terms(sum));
    return { by, exponent, text: signed(items(scaled(by, terms(sum)))) };
  });
  // What the sums were multiplied by divides the numerator no more.
  const cleared = sums.reduce((all, { by, exponent }) => exact.mul(all, power(by, exponent)), exact.ONE);
  const plain = more.length === 0 ? [divisor!] : [{ coefficient: exact.ONE, powers: [] }];
  const above = scaled(cleared, terms(numerator));
  const by = clearing(above, plain);
  const below = [
    ...(isOne(scaled(by, plain)) ? [] : [signed(items(scaled(by, plain)))]),
    ...sums.map(({ text, exponent }) => {
      if (exponent > 1) return `(${text})${superscript(exponent)}`;
      return isSum(text) ? `(${text})` : text;
    }),
  ];
  const alone = below.length === 1 && (below[0]!.startsWith('(') || !below[0]!.includes('·'));
  const top = signed(items(scaled(by, above)));
  return `${isSum(top) ? `(${top})` : top}/${alone ? below[0] : `(${below.join('·')})`}`;
}

const isOne = ([first, ...others]: readonly Term[]): boolean =>
  others.length === 0 && first!.powers.length === 0 && same(first!.coefficient, exact.ONE);

const power = (base: exact.Rational, exponent: number): exact.Rational =>
  Array.from({ length: exponent }, () => base).reduce(exact.mul, exact.ONE);

/** Whether a text has more than one term; inner products and norms are one, and so is what is in parentheses. */
export const isSum = (text: string): boolean => / [+−] /.test(text.replaceAll(/⟨[^⟩]*⟩|‖[^‖]*‖|\([^()]*\)/gu, ''));

/** `start − eta·g`; 0 for the vector without coefficients. */
export function readableVector(v: FormalVector): string {
  const parts = [...v].flatMap(([name, coefficient]) => {
    const text = readable(coefficient);
    if (text === '0') return [];
    const minus = text.startsWith(MINUS) && !isSum(text);
    const size = minus ? text.slice(1) : text;
    const factor = size === '1' ? '' : isSum(size) ? `(${size})·` : `${size}·`;
    return [{ minus, text: `${factor}${name}` }];
  });
  const [first, ...others] = [...parts.filter(({ minus }) => !minus), ...parts.filter(({ minus }) => minus)];
  if (first === undefined) return '0';
  const rest = others.map(({ minus, text }) => ` ${minus ? MINUS : '+'} ${text}`);
  return `${first.minus ? MINUS : ''}${first.text}${rest.join('')}`;
}

/** A number or a vector, as a person would write it. */
export const readableValue = (value: RationalFunction | FormalVector): string =>
  'numerator' in value ? readable(value) : readableVector(value);

const areVectors = (sides: Sides): sides is readonly [FormalVector, FormalVector] => sides[0] instanceof Map;

/** The sides of a fact as texts; undefined where what was made of the fact since says something else. */
function sideTexts({ relation, value, sides }: Comparison): readonly [left: string, right: string] | undefined {
  if (areVectors(sides)) {
    const [u, v] = sides;
    const { minus, squaredNorm } = formalSpace;
    return equal(value, squaredNorm(minus(u, v))) ? [readableVector(u), readableVector(v)] : undefined;
  }
  const [a, b] = sides;
  return equal(value, relation === '= 0' ? sub(a, b) : sub(b, a)) ? [readable(a), readable(b)] : undefined;
}

/** The sign of b − a, as a relation of a to b. */
const FLIPPED: Readonly<Record<Fact['relation'], string>> = { '= 0': '=', '>= 0': '≤', '> 0': '<' };

/** How the text of an identity begins when its two sides come out the same: then there is no more to say. */
export const BOTH_SIDES = 'both sides are';

/** A fact as a person would write it: both sides where they are known, and otherwise what the sign of its expression says. */
export function readableFact(fact: Fact): string {
  const { relation, value } = fact;
  const [left, right] = (isComparison(fact) && sideTexts(fact)) || [];
  if (relation === '= 0' && left !== undefined && left === right) return `${BOTH_SIDES} ${left}`;
  if (left !== undefined) return `${left} ${FLIPPED[relation]} ${right}`;
  return signOfSum(fact) ?? `${readable(value)} ${relation.replace('>=', '≥')}`;
}

/** x − y ≥ 0 as y ≤ x, and −x ≥ 0 as x ≤ 0; undefined where nothing is taken away, or a sum is divided by another. */
function signOfSum({ relation, value }: Fact): string | undefined {
  const { numerator, rest, factors } = factored(value);
  const [divisor, ...more] = terms(rest);
  const all = more.length + factors.length > 0 ? [] : items(dividedBy(numerator, divisor!));
  const added = all.filter(({ coefficient }) => !isNegative(coefficient));
  const taken = all.filter(({ coefficient }) => isNegative(coefficient));
  if (taken.length === 0) return undefined;
  const moved = taken.map((item) => ({ ...item, coefficient: exact.neg(item.coefficient) }));
  const [left, right] = relation === '= 0' && added.length > 0 ? [added, moved] : [moved, added];
  return `${signed(left)} ${FLIPPED[relation]} ${signed(right)}`;
}
