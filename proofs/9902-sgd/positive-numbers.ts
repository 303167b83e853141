import { type Algebra, algebra } from '../../src/scalar/algebra.ts';
import { signOf } from '../../src/scalar/rational.ts';
import type { Step } from '../kernel/argument.ts';
import type { NonnegativeTerm } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import { NotProved } from '../kernel/fact.ts';
import * as polynomial from '../kernel/polynomial.ts';
import { constantValue, fromPolynomial, neg, type RationalFunction } from '../kernel/rational-function.ts';
import { nameOfScalar } from '../theorem/names.ts';
import { nonnegative, positive } from '../theorem/statements.ts';

/** A reading in which nothing forks, and the steps that show why. */
export interface Decided {
  readonly F: Algebra<RationalFunction>;
  /** The decisions of the text, proved; to be put before what rests on them. */
  readonly steps: readonly Step[];
}

/** The fact or step that shows a number to be nonnegative, and whether it shows it to be positive. */
interface Shown {
  readonly name: string;
  readonly strict: boolean;
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
  const signs = new Map(
    given.flatMap(({ name, relation, value }): [string, Shown][] => {
      const symbol = relation === '= 0' ? undefined : nameOfScalar(value);
      return symbol === undefined ? [] : [[symbol, { name, strict: relation === '> 0' }]];
    }),
  );
  const steps: Step[] = [];
  const known = new Map<string, Shown>();

  /** A term of a polynomial as a product of such numbers; undefined when it is none. */
  const product = ({ coefficient, powers }: polynomial.Term) => {
    const factors = powers.flatMap(([symbol, exponent]) => Array.from({ length: exponent }, () => signs.get(symbol)));
    const shown = factors.filter((factor) => factor !== undefined);
    if (signOf(coefficient) < 0 || shown.length < factors.length) return undefined;
    const strict = shown.every((factor) => factor.strict);
    return { term: { times: coefficient, facts: shown.map(({ name }) => name) }, strict };
  };
  /** Shows that a number is not negative, term by term; undefined when it does not see that. */
  const show = (value: RationalFunction): Shown | undefined => {
    const before = known.get(`${value}`);
    if (before !== undefined) return before;
    const products = [...value.numerator.terms.values()].map(product);
    const terms = products.filter((term) => term !== undefined);
    if (terms.length < products.length || terms.length === 0) return undefined;
    const constant = polynomial.constantValue(value.denominator);
    const divisor = constant === undefined ? show(fromPolynomial(value.denominator)) : undefined;
    if (constant === undefined && !divisor?.strict) return undefined;
    const strict = terms.some((term) => term.strict);
    const name = `${called} ${known.size + 1}`;
    const by = { terms: terms.map(({ term }): NonnegativeTerm => term) };
    const goal = (strict ? positive : nonnegative)(name, value);
    steps.push({ goal, by: divisor === undefined ? by : { ...by, scaled: [divisor.name] } });
    known.set(`${value}`, { name, strict });
    return { name, strict };
  };
  const undecided = (a: RationalFunction): never => {
    throw new NotProved(`The text decides the sign of ${a}, which is not made of the numbers known to be positive.`);
  };
  const sign = (a: RationalFunction): -1 | 0 | 1 => {
    const value = constantValue(a);
    if (value !== undefined) return signOf(value);
    if (show(a)?.strict) return 1;
    return show(neg(a))?.strict ? -1 : undecided(a);
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
