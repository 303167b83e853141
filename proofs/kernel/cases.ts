import { type Algebra, algebra, Unavailable } from '../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import { Rational, rationalSquareRoot, signOf } from '../../src/scalar/rational.ts';
import { type Fact, nonnegative, positive, zero } from './fact.ts';
import { NotProved } from './identity.ts';
import { type Polynomial, symbol } from './polynomial.ts';
import { constantValue, fromPolynomial, type Nonzero, neg, type RationalFunction, sub } from './rational-function.ts';
import { type FormalSpace, type FormalVector, formalSpace, scalar, symbolicReading, vector } from './symbolic.ts';

/** What a text is read with when it takes minima, maxima, signs and roots: each decision forks the reading. */
export interface Reader {
  /** Formal vectors: what is proved holds in all dimensions. */
  readonly F: FormalSpace;
  /** Vectors by coordinates. */
  readonly coordinates: Algebra<RationalFunction>;
  /** A stand-in for an exactly known number, read as the free real of that name; any other use of it throws. */
  number(name: string): Exact;
  /** A stand-in for an exactly known number, read as this expression; any other use of it throws. */
  exact(value: RationalFunction): Exact;
  /** A stand-in for an exactly known vector, read by {@link F} as the free vector of that name. */
  point(name: string): ExactVector;
  /** The decisions so far, a digit each: 0 for the first possibility. */
  path(): string;
}

/** The roots that a text took: what stands for the root, and what it is the root of. */
export type Roots = ReadonlyMap<string, RationalFunction>;

/** One way through a text: which decisions it took, what they and the roots it took say, and what came out. */
export interface Path<T> {
  readonly key: string;
  readonly facts: readonly Fact[];
  readonly roots: Roots;
  /** What the numbers compared, and those under roots, were divided by. */
  readonly nonzero: Nonzero;
  readonly result: T;
}

const MOST_PATHS = 1024;

/**
 * Every way through a text. Of two numbers a ≥ b or b ≥ a, and every number is positive, zero or negative: each
 * decision that is not forced is taken each way, the last one first, so that the paths leave nothing out.
 * @throws NotProved when there are more than 1024.
 */
export function paths<T>(read: (reader: Reader) => T): readonly Path<T>[] {
  const found: Path<T>[] = [];
  let script: readonly number[] = [];
  for (;;) {
    const { reader, decisions, facts, roots, nonzero } = follow(script);
    const result = read(reader);
    found.push({ key: reader.path(), facts, roots, nonzero, result });
    if (found.length > MOST_PATHS) throw new NotProved(`The text has more than ${MOST_PATHS} paths.`);
    const last = decisions.findLastIndex(({ choice, options }) => choice < options - 1);
    if (last < 0) return found;
    script = [...decisions.slice(0, last).map(({ choice }) => choice), decisions[last]!.choice + 1];
  }
}

/** A reader that takes the decisions of the script, and the first possibility after its end. */
function follow(script: readonly number[]) {
  const decisions: { readonly choice: number; readonly options: number }[] = [];
  const facts: Fact[] = [];
  const roots = new Map<string, RationalFunction>();
  const nonzero = new Map<string, Polynomial>();
  const known = new Map<string, Fact>();
  const numbers = new Map<Exact, RationalFunction>();
  const points = new Map<ExactVector, FormalVector>();

  const choose = (possibilities: readonly (readonly [typeof nonnegative, RationalFunction])[]): number => {
    const before = possibilities.findIndex(
      ([make, value]) => known.get(`${value}`)?.relation === make('', value).relation,
    );
    if (before >= 0) return before;
    const choice = script[decisions.length] ?? 0;
    decisions.push({ choice, options: possibilities.length });
    const [make, value] = possibilities[choice]!;
    const fact = make(`case ${decisions.length}`, value);
    facts.push(fact);
    known.set(`${value}`, fact);
    if (fact.relation === '= 0') known.set(`${neg(value)}`, fact);
    return choice;
  };
  /** The value of a constant; remembers what the expression was divided by. */
  const settled = (a: RationalFunction) => {
    for (const [text, polynomial] of a.nonzero) nonzero.set(text, polynomial);
    return constantValue(a);
  };
  const atLeast = (a: RationalFunction, b: RationalFunction): boolean => {
    const gap = sub(a, b);
    const value = settled(gap);
    if (value !== undefined) return signOf(value) >= 0;
    return (
      choose([
        [nonnegative, gap],
        [nonnegative, neg(gap)],
      ]) === 0
    );
  };
  const sign = (a: RationalFunction): -1 | 0 | 1 => {
    const value = settled(a);
    if (value !== undefined) return signOf(value);
    return ([1, 0, -1] as const)[
      choose([
        [positive, a],
        [zero, a],
        [positive, neg(a)],
      ])
    ]!;
  };
  const sqrt = (a: RationalFunction): RationalFunction => {
    const value = settled(a);
    if (value !== undefined && signOf(value) >= 0 && rationalSquareRoot(value)) return symbolicReading.sqrt(a);
    const before = [...roots].find(([, radicand]) => `${radicand}` === `${a}`);
    const name = before?.[0] ?? `√${roots.size + 1}`;
    const root = fromPolynomial(symbol(name));
    if (before === undefined) {
      roots.set(name, a);
      facts.push(nonnegative(`root ${roots.size}`, root));
      facts.push(zero(`root ${roots.size} squared`, sub(symbolicReading.square(root), a)));
    }
    return root;
  };

  const of = (x: Exact): RationalFunction => numbers.get(x) ?? symbolicReading.of(x);
  const coordinates = algebra<RationalFunction>({
    ...symbolicReading,
    of,
    sqrt,
    sign,
    max: (a, b) => (atLeast(a, b) ? a : b),
    min: (a, b) => (atLeast(a, b) ? b : a),
  });
  const { abs, clamp, compare, max, min } = coordinates;
  const F: FormalSpace = {
    ...formalSpace,
    ...{ of, sqrt, sign, abs, clamp, compare, max, min },
    norm: (v) => sqrt(formalSpace.squaredNorm(v)),
    vector: (v) => {
      const standIn = points.get(v);
      if (standIn === undefined) throw new Unavailable('A formal vector has no coordinates.');
      return standIn;
    },
  };
  const exact = (value: RationalFunction): Exact => {
    const standIn = inert();
    numbers.set(standIn, value);
    return standIn;
  };
  const number = (name: string): Exact => exact(scalar(name));
  const point = (name: string): ExactVector => {
    const standIn = [inert()];
    points.set(standIn, vector(name));
    return standIn;
  };
  const path = () => decisions.map(({ choice }) => choice).join('');
  return { reader: { F, coordinates, number, exact, point, path }, decisions, facts, roots, nonzero };
}

/** A number whose value nobody can look at. */
function inert(): Rational {
  const get = (): never => {
    throw new Unavailable('A stand-in for a number has no value of its own.');
  };
  return Object.create(Rational.prototype, {
    numerator: { get },
    denominator: { get },
    exponent: { get },
  }) as Rational;
}
