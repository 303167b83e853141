import { type Algebra, algebra, type InnerProductSpace, type Scalars, Unavailable } from '../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, toRational } from '../../src/scalar/exact.ts';
import { compare, ONE, Rational, rationalSquareRoot, signOf, ZERO } from '../../src/scalar/rational.ts';
import { named, type Polynomial, type Powers, symbol, type Term } from './polynomial.ts';
import type { RationalFunction } from './rational-function.ts';
import * as rationalFunction from './rational-function.ts';

const { add, assuming, constant, constantValue, div, fromPolynomial, mul, neg, sub } = rationalFunction;

/**
 * A linear combination of named vectors about which nothing is known: coefficients by name. Coefficients that cancel
 * stay, because they carry what was divided by.
 */
export type FormalVector = ReadonlyMap<string, RationalFunction>;

const missing = (operation: string) => (): never => {
  throw new Unavailable(`${operation} is not a rational function of its symbols.`);
};

/** A function that has a rational value at some constants, and no value here elsewhere. */
const atConstants =
  (operation: string, valueAt: (c: Rational) => Rational | undefined) =>
  (a: RationalFunction): RationalFunction => {
    const argument = constantValue(a);
    const value = argument && valueAt(argument);
    return value === undefined ? missing(`${operation} of ${a}`)() : assuming(constant(value), a.nonzero);
  };

// What stands for an exactly known number or vector in an instance of a text, and what it is read as.
const numbers = new WeakMap<object, RationalFunction>();
const vectors = new WeakMap<object, FormalVector>();

/** A number whose value nobody can look at. */
const inert = (): Rational =>
  new Proxy(Object.create(Rational.prototype) as Rational, { get: missing('The value of a stand-in for a number') });

function standIn<K extends object, V>(readAs: WeakMap<object, V>, key: K, value: V): K {
  readAs.set(key, value);
  return key;
}

/** Stand-ins for exactly known numbers and vectors of an instance; any use of them but to be read throws. */
export const standIns = Object.freeze({
  /** A number, read as this expression. */
  exact: (value: RationalFunction): Exact => standIn(numbers, inert(), value),
  /** A number, read as the free real of that name. */
  number: (name: string): Exact => standIn(numbers, inert(), scalar(name)),
  /** A vector, read by a formal space as the free vector of that name. */
  point: (name: string): ExactVector => standIn(vectors, [inert()], vector(name)),
});

export type StandIns = typeof standIns;

/** The algebra of these operations, which stay as they are. */
export const overSymbols = (operations: Parameters<typeof algebra<RationalFunction>>[0]): Algebra<RationalFunction> =>
  Object.freeze(algebra(operations));

/**
 * Rational functions of free symbols: what a text computes in this reading, it computes for all reals at which the
 * listed denominators are nonzero. There is no order, so min, max, sign, and with them every branch, throw Unavailable;
 * so do exp but at 0, log but at 1, and roots of anything but the square of a rational constant. Vectors have
 * coordinates, so that a text read in it is proved for one dimension; see {@link formalSpace} for all of them.
 */
export const symbolicReading: Algebra<RationalFunction> = overSymbols({
  ...{ add, sub, mul, div, neg },
  reading: 'symbolic',
  of: (x) => numbers.get(Object(x)) ?? constant(toRational(x)),
  between: missing('A range'),
  min: missing('min'),
  max: missing('max'),
  sqrt: atConstants('The square root', (c) => (signOf(c) < 0 ? undefined : rationalSquareRoot(c))), // √(s²) is |s|
  exp: atConstants('exp', (c) => (signOf(c) === 0 ? ONE : undefined)),
  log: atConstants('log', (c) => (compare(c, ONE) === 0 ? ZERO : undefined)),
  sign: missing('sign'),
  approximate: missing('A double'),
  enclosure: (a) => [`${a}`, `${a}`],
});

/** ⟨x,y⟩ of two names, which is ⟨y,x⟩. */
const product = (x: string, y: string): RationalFunction => fromPolynomial(symbol(`⟨${[x, y].sort()}⟩`));

/** The bilinear extension of ⟨x,y⟩, which is a free symbol for each unordered pair of names. */
const dot = (u: FormalVector, v: FormalVector): RationalFunction =>
  symbolicReading.sum([...u].flatMap(([x, a]) => [...v].map(([y, b]) => mul(mul(a, b), product(x, y)))));

function plus(u: FormalVector, v: FormalVector): FormalVector {
  const sum = new Map(u);
  for (const [name, b] of v) sum.set(name, add(sum.get(name) ?? symbolicReading.zero, b));
  return sum;
}

const scale = (a: RationalFunction, v: FormalVector): FormalVector =>
  new Map([...v].map(([name, coefficient]) => [name, mul(a, coefficient)]));

/** Formal vectors over any reading of the scalars. */
export const overVectors = (scalars: Scalars<RationalFunction>): InnerProductSpace<RationalFunction, FormalVector> =>
  Object.freeze<InnerProductSpace<RationalFunction, FormalVector>>({
    ...scalars,
    dot,
    squaredNorm: (v) => dot(v, v),
    norm: (v) => scalars.sqrt(dot(v, v)),
    plus,
    minus: (u, v) => plus(u, scale(symbolicReading.of(-1), v)),
    scale,
    axpy: (a, x, y) => plus(scale(a, x), y),
    vector: (coordinates) => vectors.get(coordinates) ?? missing('A vector of coordinates')(),
  });

/**
 * Formal vectors whose inner products are free symbols. An identity of texts read here holds in every real
 * inner-product space, whatever its dimension. The converse is not claimed: free symbols need not come from vectors.
 */
export const formalSpace = overVectors(symbolicReading);

/** The space that theorems are read in. */
export type FormalSpace = typeof formalSpace;

/**
 * A free real number.
 * @throws RangeError when the name is not made of letters, digits and underscores.
 */
export const scalar = (name: string): RationalFunction => fromPolynomial(symbol(named(name)));

/**
 * A free vector.
 * @throws RangeError when the name is not made of letters, digits and underscores.
 */
export const vector = (name: string): FormalVector => new Map([[named(name), symbolicReading.one]]);

/** The free reals name_1, …, name_count. */
export const scalars = (name: string, count: number): readonly RationalFunction[] =>
  Array.from({ length: count }, (_, i) => scalar(`${name}_${i + 1}`));

/** What stands for free reals and free vectors, by name. */
export type Values = ReadonlyMap<string, RationalFunction | FormalVector>;

/**
 * An expression with others in the place of free reals and free vectors, all at once: what is true of any reals and
 * vectors is true of these. Where the expression cannot be divided, this may be another.
 * @throws RangeError for a root, and when a denominator becomes zero identically.
 */
export function substitute({ numerator, denominator }: RationalFunction, values: Values): RationalFunction {
  const point = (name: string) => (values.get(name) ?? vector(name)) as FormalVector;
  const value = (symbol: string) => {
    const [x, y] = symbol.match(/[^⟨,⟩]+/g)!;
    return y === undefined ? ((values.get(symbol) ?? scalar(symbol)) as RationalFunction) : dot(point(x!), point(y));
  };
  const power = ([name, exponent]: Powers[number]) => Array<RationalFunction>(exponent).fill(value(name));
  const term = ({ coefficient, powers }: Term) => powers.flatMap(power).reduce(mul, constant(coefficient));
  const at = (p: Polynomial) => symbolicReading.sum([...p.terms.values()].map(term));
  return div(at(numerator), at(denominator));
}
