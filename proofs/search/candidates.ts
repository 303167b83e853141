import type { NonnegativeTerm } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import * as polynomial from '../kernel/polynomial.ts';
import { fromPolynomial, type RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { isName } from '../theorem/names.ts';
import type { Hints } from '../theorem/stored.ts';
import { fours, pairs, parts, products } from './combinations.ts';
import { type Factors, type Fraction, times, unit } from './fractions.ts';

const { add, minus, plus, squaredNorm, sub } = formalSpace;

/** A term that a certificate may have, with multiplier 1. */
export interface Candidate {
  readonly term: NonnegativeTerm;
  readonly fraction: Fraction;
  /** Whether it is positive. */
  readonly strict: boolean;
}

/** What there is to search among. */
export interface Material {
  readonly goal: Fact;
  readonly known: readonly Fact[];
  readonly hints: Hints;
  readonly factors: Factors;
  /** Values that have been worked out, by the names of the facts and what they are multiplied by. */
  readonly values: Map<string, Fraction>;
  /** When to stop, in milliseconds of the clock. */
  readonly end: number;
}

/** Names of the free reals and vectors of expressions. */
function symbolsOf(all: readonly RationalFunction[]) {
  const [reals, vectors] = [new Set<string>(), new Set<string>()];
  for (const { numerator, denominator } of all)
    for (const { terms } of [numerator, denominator])
      for (const { powers } of terms.values())
        for (const [name] of powers) {
          if (isName(name) || name.startsWith('√')) reals.add(name);
          else for (const each of name.slice(1, -1).split(',')) vectors.add(each);
        }
  return { reals: [...reals].sort(), vectors: [...vectors].sort() };
}

const real = (name: string): RationalFunction =>
  isName(name) ? scalar(name) : fromPolynomial(polynomial.symbol(name));

/** Vectors, their differences and sums, and the differences of differences. */
function vectorsFor({ goal, known, hints }: Material): readonly FormalVector[] {
  if (hints.norms !== undefined) return hints.norms;
  const vectors = symbolsOf([goal.value, ...known.map(({ value }) => value)]).vectors.map(vector);
  const differences = pairs(vectors).flatMap(([a, b]) => [minus(a, b), plus(a, b)]);
  return [...vectors, ...differences, ...fours(vectors).map(([a, b, c, d]) => minus(minus(a, b), minus(c, d)))];
}

/** Free reals, then their differences and sums. */
function squaresFor({ goal, known, hints }: Material): readonly RationalFunction[] {
  if (hints.squares !== undefined) return hints.squares;
  const reals = symbolsOf([goal.value, ...known.map(({ value }) => value)]).reals.map(real);
  return [...reals, ...pairs(reals).flatMap(([a, b]) => [sub(a, b), add(a, b)])];
}

const MOST_CANDIDATES = 2000;

/**
 * The terms that may be nonnegative, simplest first: products of up to `degree` facts, squares and norms times products
 * of fewer, all of these also times parts of what the goal is multiplied by.
 */
export function nonnegativeCandidates(material: Material, scaled: readonly string[], degree: number): Candidate[] {
  const { known, goal, values } = material;
  if (goal.relation === '= 0') return [];
  const facts = known.filter(({ relation }) => relation !== '= 0');
  const factors = parts(scaled).map((part) => part.map((name) => known.find((fact) => fact.name === name)!));
  const found = new Map<string, Candidate>();
  const offer = (by: readonly Fact[], extra: { square?: RationalFunction; norm?: FormalVector } = {}) => {
    for (const factor of factors) {
      if (found.size >= MOST_CANDIDATES || Date.now() > material.end) return;
      const all = [...factor, ...by];
      const names = all.map(({ name }) => name);
      const key = [...names.toSorted(), `${extra.square}`, extra.norm && [...extra.norm].join(' ')].join('\n');
      if (found.has(key)) continue;
      const fraction = values.get(key) ?? productOf(material, all, extra);
      values.set(key, fraction);
      const strict = extra.square === undefined && extra.norm === undefined && all.every((f) => f.relation === '> 0');
      found.set(key, { term: { ...(names.length > 0 && { facts: names }), ...extra }, fraction, strict });
    }
  };
  const all = products(facts, degree);
  const fewer = all.filter((each) => each.length < degree);
  for (const each of all) offer(each);
  for (const each of fewer) for (const norm of vectorsFor(material)) offer(each, { norm });
  if (degree > 1 || material.hints.squares)
    for (const each of fewer) for (const of of squaresFor(material)) offer(each, { square: of });
  return [...found.values()];
}

/** The value of an expression, taken apart once. */
export function valueIn({ factors, values }: Material, key: string, value: () => RationalFunction): Fraction {
  const fraction = values.get(key) ?? factors.fraction(value());
  values.set(key, fraction);
  return fraction;
}

/** The product of facts, a square and a norm. */
export function productOf(
  material: Material,
  facts: readonly Fact[],
  { square, norm }: { square?: RationalFunction; norm?: FormalVector } = {},
): Fraction {
  let product = unit;
  for (const { name, value } of facts)
    product = times(
      product,
      valueIn(material, `fact ${name}`, () => value),
    );
  if (norm)
    product = times(
      product,
      valueIn(material, `norm ${[...norm].join(' ')}`, () => squaredNorm(norm)),
    );
  if (square) {
    const root = valueIn(material, `root ${square}`, () => square);
    product = times(product, times(root, root));
  }
  return product;
}
