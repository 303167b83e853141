import type { Algebra } from '../../src/scalar/algebra.ts';
import { rationalSquareRoot, signOf } from '../../src/scalar/rational.ts';
import { type Certificate, certify } from './certificate.ts';
import { type Fact, refuse, showFact } from './fact.ts';
import { symbol } from './polynomial.ts';
import type { Nonzero, RationalFunction } from './rational-function.ts';
import { assuming, constantValue, fromPolynomial, neg, sub, union } from './rational-function.ts';
import { type FormalSpace, overSymbols, overVectors, type StandIns, standIns, symbolicReading } from './symbolic.ts';

/** Why an option of a decision holds: a certificate from what the path says so far, if there is one. */
export type Because = (option: Fact) => Certificate | undefined;

/** What a text is read with when it takes minima, maxima, signs and roots: each decision forks the reading. */
export interface Reader extends StandIns {
  /** Formal vectors: what is proved holds in all dimensions. */
  readonly F: FormalSpace;
  /** Vectors by coordinates. */
  readonly coordinates: Algebra<RationalFunction>;
  /** Vectors by coordinates, where a decision is taken without a fork when one of its options is proved. */
  forced(because: Because): Algebra<RationalFunction>;
  /** A decision of the proof's own: a ≥ b or b ≥ a. */
  atLeast(a: RationalFunction, b: RationalFunction): boolean;
  /** The decisions so far, a digit each: 0 for the first possibility. */
  path(): string;
  /** What the decisions and roots so far say. */
  facts(): readonly Fact[];
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

/** What a text asked: its choice of what it was left to decide; of one option where it was told. */
type Decision = readonly [choice: number, options: readonly string[]];

type Claim = readonly [value: RationalFunction, relation: Fact['relation']];

const MOST_PATHS = 2048;

/**
 * Every way through a text. Of two numbers a ≥ b or b ≥ a, and every number is positive, zero or negative: each
 * decision that is not forced is taken each way, the last one first, so that the paths leave nothing out.
 *
 * A decision is forced when one of its options follows, by a certificate that is checked, from what the path says. At
 * every point of the path that option is then true, and a text may go by any option that is true: where a ≥ b and
 * b ≥ a both are, a and b are the same number, and of the signs one excludes the others.
 *
 * What a text asks, and what it makes of the answers, has to depend on the answers alone. One that is seen to ask
 * something else where it is told the same is refused for good.
 * @throws NotProved when there are more than 2048, a certificate is wrong, or a text asks otherwise when read again.
 */
export function paths<T>(read: (reader: Reader) => T): readonly Path<T>[] {
  const found: Path<T>[] = [];
  let script: readonly Decision[] = [];
  for (;;) {
    const { decisions, ...path } = follow(read, script);
    if (script.some(([, options], i) => `${options}` !== `${decisions[i]?.[1]}`)) fickle.add(read);
    if (fickle.has(read)) refuse('A text has to decide the same when it is read again, as far as it is told the same.');
    if (found.push(path) > MOST_PATHS) refuse(`The text has more than ${MOST_PATHS} paths.`);
    const last = decisions.findLastIndex(([choice, options]) => choice < options.length - 1);
    if (last < 0) return found;
    script = decisions.slice(0, last + 1).map(([choice, options], i) => [i < last ? choice : choice + 1, options]);
  }
}

/** Texts that have been seen to ask something else when they were read again. */
const fickle = new WeakSet<object>();

/** Reads a text with a reader that takes the decisions of the script, and the first possibility after its end. */
function follow<T>(read: (reader: Reader) => T, script: readonly Decision[]) {
  const decisions: Decision[] = [];
  const facts = new Map<string, Fact>();
  const roots = new Map<string, RationalFunction>();
  const nonzero: Nonzero[] = [];
  /** What is known of a value, by its text. */
  const known = new Map<string, Fact['relation']>();

  const path = () => decisions.map(([choice, { length }]) => (length > 1 ? choice : '')).join('');
  const learn = (fact: Fact) => facts.set(fact.name, Object.freeze(fact));
  /** The value of a constant; remembers what the expression was divided by. */
  const settled = (a: RationalFunction) => {
    if (Object.isFrozen(decisions)) refuse('A reader decides while its path is read, and not after it.');
    decisions.push([0, [`${a}`]]);
    nonzero.push(a.nonzero);
    return constantValue(a);
  };
  const choose = (because: Because, ...claims: readonly Claim[]): number => {
    const options = claims.map(([value, relation]): Fact => Object.freeze({ name: 'a decision', relation, value }));
    let choice = options.findIndex(({ relation, value }) => known.get(`${value}`) === relation);
    if (choice >= 0) return choice;
    choice = options.findIndex((option) => {
      const certificate = because(option);
      if (certificate !== undefined) nonzero.push(certify(option, facts, certificate).value.nonzero);
      return certificate !== undefined;
    });
    if (choice < 0) {
      choice = script[decisions.length]?.[0] ?? 0;
      decisions.push([choice, options.map(showFact)]);
      learn({ ...options[choice]!, name: `case ${path().length}` });
    }
    const { relation, value } = options[choice]!;
    known.set(`${value}`, relation);
    if (relation === '= 0') known.set(`${neg(value)}`, relation);
    return choice;
  };
  const atLeast = (a: RationalFunction, b: RationalFunction, because: Because = () => undefined): boolean => {
    const gap = sub(a, b);
    const value = settled(gap);
    return value === undefined ? choose(because, [gap, '>= 0'], [neg(gap), '>= 0']) === 0 : signOf(value) >= 0;
  };
  const sign = (a: RationalFunction, because: Because): -1 | 0 | 1 => {
    const value = settled(a);
    if (value !== undefined) return signOf(value);
    return ([1, 0, -1] as const)[choose(because, [a, '> 0'], [a, '= 0'], [neg(a), '> 0'])]!;
  };
  const sqrt = (a: RationalFunction): RationalFunction => {
    const value = settled(a);
    if (value !== undefined && signOf(value) >= 0 && rationalSquareRoot(value)) return symbolicReading.sqrt(a);
    const n = [...roots.values(), a].findIndex((radicand) => `${radicand}` === `${a}`) + 1;
    const root = fromPolynomial(symbol(`√${n}`));
    roots.set(`√${n}`, a);
    learn({ name: `root ${n}`, relation: '>= 0', value: root });
    learn({ name: `root ${n} squared`, relation: '= 0', value: sub(symbolicReading.square(root), a) });
    return root;
  };

  // What is asked about is made anew, as its text has to be its own.
  const forced = (because: Because): Algebra<RationalFunction> =>
    overSymbols({
      ...symbolicReading,
      sqrt: (a) => sqrt(assuming(a)),
      sign: (a) => sign(assuming(a), because),
      max: (a, b) => (atLeast(a, b, because) ? a : b),
      min: (a, b) => (atLeast(a, b, because) ? b : a),
    });
  const coordinates = forced(() => undefined);
  const said = () => [...facts.values()];
  const spaces = { F: overVectors(coordinates), coordinates, forced };
  const result = read(Object.freeze({ ...standIns, ...spaces, atLeast, path, facts: said }));
  Object.freeze(decisions);
  return { key: path(), facts: said(), roots, nonzero: union(...nonzero), result, decisions };
}
