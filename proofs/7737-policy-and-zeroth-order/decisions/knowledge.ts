import { compare, div, type Rational, rational, signOf } from '../../../src/scalar/rational.ts';
import type { Step } from '../../kernel/argument.ts';
import type { NonnegativeTerm, ZeroTerm } from '../../kernel/certificate.ts';
import type { Fact } from '../../kernel/fact.ts';
import * as polynomial from '../../kernel/polynomial.ts';
import { fromPolynomial, type RationalFunction } from '../../kernel/rational-function.ts';
import { holds, type Model, valuesIn } from '../../theorem/model.ts';
import * as polynomialParts from '../../theorem/polynomial-parts.ts';
import type { Hints } from '../../theorem/stored.ts';

type Polynomial = polynomial.Polynomial;

/** The values of a model. */
export type Values = ReturnType<typeof valuesIn>;

/** The values of the models in which some facts hold. */
export const valuesOf = (models: readonly Model[], facts: readonly Fact[]): readonly Values[] =>
  models.map((model) => valuesIn(model)).filter((valueAt) => facts.every((fact) => holds(fact, valueAt)));

/** What is known on a path, and the steps that showed it. */
export interface Knowledge {
  /** What is assumed, decided, and shown of these by formula. */
  readonly facts: readonly Fact[];
  /** Those without a denominator, of which certificates are made. */
  readonly usable: readonly Fact[];
  readonly steps: readonly Step[];
  learn(fact: Fact): void;
  show(step: Step): void;
  /** Shows by formula that a polynomial is positive, if it can. */
  showPositive(p: Polynomial): void;
  /** Where a certificate of the goal may be found; undefined where its denominator is not known to have a sign. */
  hints(goal: Fact): Hints | undefined;
  /** Whether a model in which everything known is true has the goal false. */
  refutes(goal: Fact): boolean;
}

/** The ratio p/q of two polynomials that are multiples of each other. */
export function ratioOf(p: Polynomial, q: Polynomial): Rational | undefined {
  const [a, b] = [polynomialParts.firstCoefficient(p), polynomialParts.firstCoefficient(q)];
  if (a === undefined || b === undefined) return undefined;
  const factor = div(a, b);
  return polynomial.equal(p, polynomialParts.scale(factor, q)) ? factor : undefined;
}

const ONE = rational(1n);

const isPolynomial = ({ value }: Fact): boolean => polynomial.constantValue(value.denominator) !== undefined;
const asPolynomial = ({ numerator, denominator }: RationalFunction): Polynomial =>
  polynomialParts.scale(div(ONE, polynomial.constantValue(denominator)!), numerator);

/** times · (product of facts). */
const multipleOf = (times: Rational, facts: readonly string[]): NonnegativeTerm => ({
  ...(compare(times, ONE) === 0 && facts.length > 0 ? {} : { times }),
  ...(facts.length > 0 && { facts }),
});

/** All products of one, two and three of the facts. */
function* products(
  facts: readonly Fact[],
  most = 3,
  names: readonly string[] = [],
  value = polynomial.constant(ONE),
): Generator<readonly [names: readonly string[], value: Polynomial]> {
  const longer = facts.map((fact) => [[...names, fact.name], polynomial.mul(value, asPolynomial(fact.value))] as const);
  yield* longer;
  if (most > 1) for (const [i, each] of longer.entries()) yield* products(facts.slice(i), most - 1, ...each);
}

/**
 * What is known from some facts on. Denominators are cleared by formula: a fact that has one is multiplied by positive
 * facts, where a product of these is the denominator or where that has no negative coefficient, in positive symbols.
 */
export function knowledge(given: readonly Fact[], degree: number, models: () => readonly Values[]): Knowledge {
  const facts: Fact[] = [];
  const usable: Fact[] = [];
  const steps: Step[] = [];
  const scalings = new Map<string, readonly [names: readonly string[], factor: Rational]>();
  let denominators = 0;
  const add = (fact: Fact): void => {
    facts.push(fact);
    if (isPolynomial(fact)) usable.push(fact);
  };

  /** Positive facts whose product is a multiple of the polynomial, and by how much. */
  const multiple = (p: Polynomial): readonly [names: readonly string[], factor: Rational] | undefined => {
    const value = polynomial.constantValue(p);
    if (value !== undefined) return [[], div(ONE, value)];
    const positives = usable.filter(({ relation }) => relation === '> 0');
    for (const [names, value] of products(positives)) {
      const factor = ratioOf(value, p);
      if (factor !== undefined) return [names, factor];
    }
    return undefined;
  };
  /** The same, where a step may show that the polynomial is positive. */
  const scaling = (p: Polynomial): readonly [names: readonly string[], factor: Rational] | undefined => {
    const found = scalings.get(`${p}`) ?? multiple(p) ?? shown(p);
    if (found !== undefined) scalings.set(`${p}`, found);
    return found;
  };
  const shown = (p: Polynomial): readonly [names: readonly string[], factor: Rational] | undefined => {
    const terms = positiveTerms(p);
    if (terms === undefined) return undefined;
    const goal: Fact = { name: `denominator ${++denominators}`, relation: '> 0', value: fromPolynomial(p) };
    steps.push({ goal, by: { terms } });
    add(goal);
    return [[goal.name], ONE];
  };
  const showPositive = (p: Polynomial): void => {
    const goal: Fact = { name: `${p} is positive`, relation: '> 0', value: fromPolynomial(p) };
    if (steps.some((step) => 'by' in step && step.goal.name === goal.name)) return;
    const direct = positiveTerms(p);
    const [names, factor] = direct === undefined ? (multiple(p) ?? []) : [];
    const terms = names && factor && signOf(factor) > 0 ? [multipleOf(div(ONE, factor), names)] : direct;
    if (terms !== undefined) steps.push({ goal, by: { terms } });
  };

  const positiveSymbol = (symbol: string): string | undefined =>
    facts.find(({ relation, value }) => relation === '> 0' && `${value}` === symbol)?.name;
  /** A polynomial without a negative coefficient, in symbols that are positive. */
  const positiveTerms = (p: Polynomial): readonly NonnegativeTerm[] | undefined => {
    const terms = [...p.terms.values()].map(({ coefficient, powers }): NonnegativeTerm | undefined => {
      if (signOf(coefficient) < 0) return undefined;
      const facts = powers.flatMap(([symbol, exponent]) =>
        Array.from({ length: exponent }, () => positiveSymbol(symbol)),
      );
      return facts.every((name) => name !== undefined) ? multipleOf(coefficient, facts) : undefined;
    });
    return terms.every((term) => term !== undefined) ? terms : undefined;
  };

  const hints = (goal: Fact): Hints | undefined => {
    const { numerator, denominator } = goal.value;
    const scaled = scaling(denominator);
    if (scaled === undefined && goal.relation !== '= 0') return undefined;
    const [over, factor] = scaled ?? [[], ONE];
    const offer = () => {
      const terms = goal.relation === '= 0' ? undefined : positiveTerms(polynomialParts.scale(factor, numerator));
      return terms && { ...(over.length > 0 && { scaled: over }), terms };
    };
    return { over, degree, norms: [], squares: [], offer };
  };

  let [possible, learned]: [readonly Values[] | undefined, number] = [undefined, 0];
  const refutes = (goal: Fact): boolean => {
    const more = facts.slice(learned);
    possible = (possible ?? models()).filter((valueAt) => more.every((fact) => holds(fact, valueAt)));
    learned = facts.length;
    return possible.some((valueAt) => !holds(goal, valueAt));
  };

  const learn = (fact: Fact): void => {
    const scaled = isPolynomial(fact) ? undefined : scaling(fact.value.denominator);
    add(fact);
    if (scaled === undefined) return;
    const [names, factor] = scaled;
    const value = fromPolynomial(polynomialParts.scale(factor, fact.value.numerator));
    const cleared: Fact = { name: `${fact.name}, multiplied out`, relation: fact.relation, value };
    const term: NonnegativeTerm | ZeroTerm =
      fact.relation === '= 0'
        ? { multiple: fromPolynomial(productOf(facts, names)), of: fact.name }
        : { facts: [...names, fact.name] };
    steps.push({ goal: cleared, by: { terms: [term] } });
    add(cleared);
  };
  for (const fact of given) learn(fact);
  const show = (step: Step): void => {
    steps.push(step);
  };
  return { facts, usable, steps, learn, show, showPositive, hints, refutes };
}

const productOf = (facts: readonly Fact[], names: readonly string[]): Polynomial =>
  names.reduce(
    (product, name) => polynomial.mul(product, asPolynomial(facts.find((fact) => fact.name === name)!.value)),
    polynomial.constant(ONE),
  );
