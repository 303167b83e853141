import { type Algebra, algebra, type InnerProductSpace, Unavailable } from '../../src/scalar/algebra.ts';
import { toRational } from '../../src/scalar/exact.ts';
import { ONE, type Rational, rationalSquareRoot, signOf, ZERO } from '../../src/scalar/rational.ts';
import { isName, symbol } from './polynomial.ts';
import {
  add,
  constant,
  constantValue,
  div,
  equal,
  fromPolynomial,
  mul,
  neg,
  type RationalFunction,
  sub,
} from './rational-function.ts';

const missing = (operation: string) => (): never => {
  throw new Unavailable(`${operation} is not a rational function of its symbols.`);
};

/** √a of a constant that is the square of a rational; √(s²) is |s|, and the sign of a symbol is not known. */
function sqrt(a: RationalFunction): RationalFunction {
  const value = constantValue(a);
  const root = value === undefined || signOf(value) < 0 ? undefined : rationalSquareRoot(value);
  if (root === undefined) throw new Unavailable(`The square root of ${a} is not a rational function of its symbols.`);
  return add(constant(root), mul(constant(ZERO), a)); // 0 · a keeps what a was divided by
}

/** A function that is rational at one rational number: exp 0 = 1, log 1 = 0. */
const onlyAt =
  (operation: string, at: Rational, value: Rational) =>
  (a: RationalFunction): RationalFunction => {
    if (!equal(a, constant(at))) return missing(operation)();
    return add(constant(value), mul(constant(ZERO), a)); // 0 · a keeps what a was divided by
  };

/**
 * Rational functions of free symbols: what a text computes in this reading, it computes for all reals at which the
 * listed denominators are nonzero. There is no order, so min, max, sign, and with them every branch, throw Unavailable;
 * so do exp but at 0, log but at 1, and roots of anything but the square of a rational constant. Vectors have
 * coordinates, so that a text read in it is proved for one dimension; see {@link formalSpace} for all of them.
 */
export const symbolicReading: Algebra<RationalFunction> = algebra<RationalFunction>({
  reading: 'symbolic',
  of: (x) => constant(toRational(x)),
  between: missing('A range'),
  add,
  sub,
  mul,
  div,
  neg,
  min: missing('min'),
  max: missing('max'),
  sqrt,
  exp: onlyAt('exp', ZERO, ONE),
  log: onlyAt('log', ONE, ZERO),
  sign: missing('sign'),
  approximate: missing('A double'),
  enclosure: (a) => [`${a}`, `${a}`],
});

/**
 * A linear combination of named vectors about which nothing is known: coefficients by name. Coefficients that cancel
 * stay, because they carry what was divided by.
 */
export type FormalVector = ReadonlyMap<string, RationalFunction>;

/** The bilinear, symmetric extension of ⟨x,y⟩, one free symbol for each unordered pair of names. */
function dot(u: FormalVector, v: FormalVector): RationalFunction {
  let total = symbolicReading.zero;
  for (const [x, a] of u)
    for (const [y, b] of v) {
      const product = fromPolynomial(symbol(x < y ? `⟨${x},${y}⟩` : `⟨${y},${x}⟩`));
      total = add(total, mul(mul(a, b), product));
    }
  return total;
}

function plus(u: FormalVector, v: FormalVector): FormalVector {
  const sum = new Map(u);
  for (const [name, b] of v) {
    const a = sum.get(name);
    sum.set(name, a === undefined ? b : add(a, b));
  }
  return sum;
}

const scale = (a: RationalFunction, v: FormalVector): FormalVector =>
  new Map([...v].map(([name, coefficient]) => [name, mul(a, coefficient)]));

/**
 * Formal vectors whose inner products are free symbols. An identity of texts read here holds in every real
 * inner-product space, whatever its dimension. The converse is not claimed: free symbols need not come from vectors.
 */
export const formalSpace: InnerProductSpace<RationalFunction, FormalVector> = {
  ...symbolicReading,
  dot,
  squaredNorm: (v) => dot(v, v),
  norm: (v) => sqrt(dot(v, v)),
  plus,
  minus: (u, v) => plus(u, scale(symbolicReading.of(-1), v)),
  scale,
  axpy: (a, x, y) => plus(scale(a, x), y),
  vector: missing('A vector of coordinates'),
};

/** The space that theorems are read in. */
export type FormalSpace = typeof formalSpace;

function named(name: string): string {
  if (!isName(name)) throw new RangeError(`"${name}" is not a name; give letters, digits and underscores.`);
  return name;
}

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

/** The name of the symbol that an expression is; undefined when it is anything else. */
export function nameOfScalar(a: RationalFunction): string | undefined {
  const [term, ...others] = a.numerator.terms.values();
  const [power, ...powers] = term?.powers ?? [];
  const name = power?.[0];
  return others.length === 0 && powers.length === 0 && name !== undefined && isName(name) && equal(a, scalar(name))
    ? name
    : undefined;
}

/** The name of the free vector that a formal vector is; undefined when it is anything else. */
export function nameOfVector(v: FormalVector): string | undefined {
  const [entry, ...others] = v;
  return entry !== undefined && others.length === 0 && equal(entry[1], symbolicReading.one) ? entry[0] : undefined;
}
