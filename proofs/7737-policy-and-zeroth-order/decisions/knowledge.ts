import { div, type Rational, rational, signOf } from '../../../src/scalar/rational.ts';
import type { Step } from '../../kernel/argument.ts';
import type { Certificate, NonnegativeTerm, ZeroTerm } from '../../kernel/certificate.ts';
import type { Fact } from '../../kernel/fact.ts';
import * as polynomial from '../../kernel/polynomial.ts';
import {
  constant,
  fromPolynomial,
  mul,
  div as quotient,
  type RationalFunction,
} from '../../kernel/rational-function.ts';
import { holds, type Model, valuesIn } from '../../theorem/model.ts';
import * as polynomialParts from '../../theorem/polynomial-parts.ts';
import { nonnegativeCombination } from './linear-program.ts';

/** The values of a model. */
export type Values = ReturnType<typeof valuesIn>;

/** The values of the models in which some facts hold. */
export const valuesOf = (models: readonly Model[], facts: readonly Fact[]): readonly Values[] =>
  models.map((model) => valuesIn(model)).filter((valueAt) => facts.every((fact) => holds(fact, valueAt)));

/** What is known on a path, and the steps that showed it. */
export interface Knowledge {
  readonly facts: readonly Fact[];
  readonly steps: readonly Step[];
  learn(fact: Fact): void;
  /** A certificate of the goal from what is known; undefined when there is none. */
  certificate(goal: Fact): Certificate | undefined;
  show(step: Step): void;
  /** Proves the goal in a step of its own; false when it cannot. */
  prove(goal: Fact): boolean;
}

/** Something that is known to be nonnegative, or zero. */
interface Column {
  readonly term: NonnegativeTerm | ZeroTerm;
  readonly value: polynomial.Polynomial;
  readonly strict: boolean;
}

const ONE: Column = { term: {}, value: polynomial.constant(rational(1n)), strict: true };

/** The ratio p/q of two polynomials that are multiples of each other. */
export function ratioOf(p: polynomial.Polynomial, q: polynomial.Polynomial): Rational | undefined {
  const [a, b] = [polynomialParts.firstCoefficient(p), polynomialParts.firstCoefficient(q)];
  if (a === undefined || b === undefined) return undefined;
  const factor = div(a, b);
  return polynomial.equal(p, polynomialParts.scale(factor, q)) ? factor : undefined;
}

const isPolynomial = ({ value }: Fact): boolean => polynomial.constantValue(value.denominator) !== undefined;
const asPolynomial = ({ numerator, denominator }: RationalFunction): polynomial.Polynomial =>
  polynomialParts.scale(div(rational(1n), polynomial.constantValue(denominator)!), numerator);

/** All products of at most `most` of the facts. */
function products(facts: readonly Fact[], most: number): Column[] {
  let longest: {
    readonly names: readonly string[];
    readonly value: polynomial.Polynomial;
    readonly last: number;
    readonly strict: boolean;
  }[] = [{ names: [], value: polynomial.constant(rational(1n)), last: 0, strict: true }];
  const all: Column[] = [];
  for (let n = 0; n < most; n++) {
    longest = longest.flatMap(({ names, value, last, strict }) =>
      facts.slice(last).map((fact, i) => ({
        names: [...names, fact.name],
        value: polynomial.mul(value, asPolynomial(fact.value)),
        last: last + i,
        strict: strict && fact.relation === '> 0',
      })),
    );
    for (const { names, value, strict } of longest) all.push({ term: { facts: names }, value, strict });
  }
  return all;
}

/**
 * What is known from some facts on, where certificates are sought among sums of products of at most `degree` facts.
 * Whatever is found is a certificate for the kernel to check; where a model refutes a goal none is sought.
 */
export function knowledge(given: readonly Fact[], degree: number, models: readonly Values[]): Knowledge {
  let possible = models;
  const facts: Fact[] = [];
  const steps: Step[] = [];
  let columns: (readonly Column[])[] = [];

  const allColumns = (degree: number): readonly Column[] => {
    const usable = facts.filter(isPolynomial);
    const signed = usable.filter(({ relation }) => relation !== '= 0');
    const equalities = usable.filter(({ relation }) => relation === '= 0');
    const multiples: readonly (readonly [RationalFunction, polynomial.Polynomial])[] = [
      polynomial.constant(rational(1n)),
      ...products(usable, degree - 1).map(({ value }) => value),
    ].map((p) => [fromPolynomial(p), p]);
    const zeros = equalities.flatMap((fact) =>
      multiples.flatMap(([multiple, p]) => {
        const value = polynomial.mul(p, asPolynomial(fact.value));
        return ([1, -1] as const).map(
          (sign): Column => ({
            term: { multiple: mul(constant(rational(BigInt(sign))), multiple), of: fact.name },
            value: polynomialParts.scale(rational(BigInt(sign)), value),
            strict: false,
          }),
        );
      }),
    );
    return [...products(signed, degree), ...zeros];
  };

  /** Positive facts whose product is a multiple of the denominator, and by how much. */
  const scaling = (
    denominator: polynomial.Polynomial,
  ): readonly [names: readonly string[], factor: Rational] | undefined => {
    const value = polynomial.constantValue(denominator);
    if (value !== undefined) return [[], div(rational(1n), value)];
    const positives = facts.filter((fact) => fact.relation === '> 0' && isPolynomial(fact));
    for (const column of products(positives, 3)) {
      const factor = ratioOf(column.value, denominator);
      if (factor !== undefined && 'facts' in column.term) return [column.term.facts!, factor];
    }
    const goal: Fact = { name: `denominator ${steps.length}`, relation: '> 0', value: fromPolynomial(denominator) };
    const terms = positiveTerms(denominator);
    if (terms === undefined) return undefined;
    steps.push({ goal, by: { terms } });
    facts.push(goal);
    return [[goal.name], rational(1n)];
  };

  /** A polynomial without a negative coefficient, in symbols that are positive. */
  const positiveTerms = (p: polynomial.Polynomial): readonly NonnegativeTerm[] | undefined => {
    const terms = [...p.terms.values()].map(({ coefficient, powers }): NonnegativeTerm | undefined => {
      if (signOf(coefficient) < 0) return undefined;
      const names = powers.flatMap(([symbol, exponent]) => {
        const fact = facts.find(({ relation, value }) => relation === '> 0' && `${value}` === symbol);
        return Array.from({ length: exponent }, () => fact?.name);
      });
      return names.every((name) => name !== undefined) ? { times: coefficient, facts: names } : undefined;
    });
    return terms.every((term) => term !== undefined) ? terms : undefined;
  };

  const certificate = (goal: Fact): Certificate | undefined => {
    if (possible.some((valueAt) => !holds(goal, valueAt))) return undefined;
    const scaled = goal.relation === '= 0' ? undefined : scaling(goal.value.denominator);
    if (goal.relation !== '= 0' && scaled === undefined) return undefined;
    const [names, factor] = scaled ?? [[], rational(1n)];
    const target = polynomialParts.scale(factor, goal.value.numerator);
    const direct = goal.relation === '= 0' ? undefined : positiveTerms(target);
    if (direct !== undefined && (direct.length > 0 || goal.relation === '>= 0'))
      return { ...(names.length > 0 && { scaled: names }), terms: direct };
    for (let most = 1; most <= degree; most++) {
      columns[most] ??= allColumns(most);
      const terms = sumOf(columns[most]!, goal.relation, target);
      if (terms === undefined) continue;
      return scaled === undefined
        ? { terms: terms.map((term) => over(goal.value.denominator, term)) }
        : { ...(names.length > 0 && { scaled: names }), terms };
    }
    return undefined;
  };

  const learn = (fact: Fact): void => {
    possible = possible.filter((valueAt) => holds(fact, valueAt));
    add(fact);
  };
  const add = (fact: Fact): void => {
    columns = [];
    const scaled = isPolynomial(fact) ? undefined : scaling(fact.value.denominator);
    facts.push(fact);
    if (scaled === undefined) return;
    const [names, factor] = scaled;
    const value = fromPolynomial(polynomialParts.scale(factor, fact.value.numerator));
    const cleared: Fact = { name: `${fact.name}, multiplied out`, relation: fact.relation, value };
    const term: NonnegativeTerm | ZeroTerm =
      fact.relation === '= 0'
        ? { multiple: fromPolynomial(productOf(facts, names)), of: fact.name }
        : { facts: [...names, fact.name] };
    steps.push({ goal: cleared, by: { terms: [term] } });
    facts.push(cleared);
  };

  const prove = (goal: Fact): boolean => {
    const by = certificate(goal);
    if (by === undefined) return false;
    steps.push({ goal, by });
    return true;
  };
  for (const fact of given) add(fact);
  const show = (step: Step): void => {
    steps.push(step);
  };
  return { facts, steps, learn, certificate, prove, show };
}

/** A multiple of an equality, divided by a denominator. */
const over = (denominator: polynomial.Polynomial, term: NonnegativeTerm | ZeroTerm): NonnegativeTerm | ZeroTerm =>
  'multiple' in term ? { ...term, multiple: quotient(term.multiple, fromPolynomial(denominator)) } : term;

/** A sum of multiples of the columns that shows the relation of the target to 0. */
function sumOf(
  columns: readonly Column[],
  relation: Fact['relation'],
  target: polynomial.Polynomial,
): readonly (NonnegativeTerm | ZeroTerm)[] | undefined {
  const usable = relation === '= 0' ? columns.filter(({ term }) => 'multiple' in term) : [...columns, ONE];
  const multipliers = nonnegativeCombination(
    usable.map(({ value }) => value),
    target,
    relation === '> 0' ? usable.map(({ strict }) => strict) : undefined,
  );
  return multipliers?.flatMap((times, i): (NonnegativeTerm | ZeroTerm)[] => {
    if (signOf(times) === 0) return [];
    const { term } = usable[i]!;
    return ['multiple' in term ? { ...term, multiple: mul(constant(times), term.multiple) } : { ...term, times }];
  });
}

const productOf = (facts: readonly Fact[], names: readonly string[]): polynomial.Polynomial =>
  names.reduce(
    (product, name) => polynomial.mul(product, asPolynomial(facts.find((fact) => fact.name === name)!.value)),
    polynomial.constant(rational(1n)),
  );
