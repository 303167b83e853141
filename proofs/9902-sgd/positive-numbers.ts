import { type Algebra, algebra } from '../../src/scalar/algebra.ts';
import { signOf } from '../../src/scalar/rational.ts';
import type { Step } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import { NotProved } from '../kernel/fact.ts';
import * as polynomial from '../kernel/polynomial.ts';
import { constantValue, fromPolynomial, neg, type RationalFunction } from '../kernel/rational-function.ts';
import { nameOfScalar } from '../theorem/names.ts';
import { nonnegative, positive } from '../theorem/statements.ts';

/** A reading in which nothing forks, and the steps that show why. */
export interface Decided {
  readonly F: Algebra<RationalFunction>;
  /** What the decisions of the text say, to be proved before what rests on them. */
  readonly steps: readonly Step[];
}

/**
 * Symbols where whatever a text decides is a sum of products of nonnegative numbers, or minus one: each decision is a
 * step of its own, `decision 1` and so on. Throws NotProved when the text decides anything else.
 */
export function decidedBy(
  coordinates: Algebra<RationalFunction>,
  given: readonly Fact[],
  called = 'decision',
): Decided {
  /** The numbers that are known not to be negative, and whether they are positive. */
  const signs = new Map(
    given.flatMap(({ relation, value }): [string, boolean][] => {
      const symbol = relation === '= 0' ? undefined : nameOfScalar(value);
      return symbol === undefined ? [] : [[symbol, relation === '> 0']];
    }),
  );
  const steps: Step[] = [];
  const known = new Map<string, boolean>();

  /** Whether a term of a polynomial, as a product of such numbers, is positive; undefined when it is no such product. */
  const product = ({ coefficient, powers }: polynomial.Term): boolean | undefined => {
    const factors = powers.map(([symbol]) => signs.get(symbol));
    return signOf(coefficient) < 0 || factors.includes(undefined) ? undefined : factors.every(Boolean);
  };
  /** Whether a number that is seen, term by term, not to be negative is positive; undefined when that is not seen. */
  const show = (value: RationalFunction): boolean | undefined => {
    const before = known.get(`${value}`);
    if (before !== undefined) return before;
    const terms = [...value.numerator.terms.values()].map(product);
    if (terms.length === 0 || terms.includes(undefined)) return undefined;
    const { denominator } = value;
    if (polynomial.constantValue(denominator) === undefined && !show(fromPolynomial(denominator))) return undefined;
    const isPositive = terms.includes(true);
    steps.push({ goal: (isPositive ? positive : nonnegative)(`${called} ${known.size + 1}`, value) });
    known.set(`${value}`, isPositive);
    return isPositive;
  };
  const undecided = (a: RationalFunction): never => {
    throw new NotProved(`The text decides the sign of ${a}, which is not made of the numbers known to be positive.`);
  };
  const sign = (a: RationalFunction): -1 | 0 | 1 => {
    const value = constantValue(a);
    if (value !== undefined) return signOf(value);
    if (show(a)) return 1;
    return show(neg(a)) ? -1 : undecided(a);
  };
  const atLeast = (a: RationalFunction, b: RationalFunction): boolean => {
    const gap = coordinates.sub(a, b);
    const value = constantValue(gap);
    if (value !== undefined) return signOf(value) >= 0;
    if (show(gap) !== undefined) return true;
    return show(neg(gap)) === undefined && undecided(gap);
  };
  const F = algebra<RationalFunction>({
    ...coordinates,
    sign,
    max: (a, b) => (atLeast(a, b) ? a : b),
    min: (a, b) => (atLeast(a, b) ? b : a),
  });
  return { F, steps };
}
