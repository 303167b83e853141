import { signOf } from '../../src/scalar/rational.ts';
import { type Certificate, certify, type Known } from './certificate.ts';
import { type Fact, nonnegative, positive, showFact, zero } from './fact.ts';
import { NotProved } from './identity.ts';
import * as polynomial from './polynomial.ts';
import { constantValue, equal, mul, type Nonzero, neg, type RationalFunction, sub } from './rational-function.ts';
import { nameOfScalar } from './symbolic.ts';

/**
 * A hypothesis about every real number λ that satisfies its conditions, as "no point of the segment is nearer" is about
 * every point of the segment. An argument may use it at any expression for which it has proved the conditions.
 */
export interface Rule {
  readonly name: string;
  /** The hypothesis as a sentence. */
  readonly says: string;
  readonly standsFor?: readonly string[];
  given(at: RationalFunction): readonly Fact[];
  yields(at: RationalFunction): Fact;
  /** Numbers at which a model is asked whether the rule is true of it. */
  readonly samples: readonly RationalFunction[];
}

/** A fact from facts at hand, by a certificate. */
export interface Derivation {
  readonly goal: Fact;
  readonly by: Certificate;
}

/** A rule used at one expression; each of its conditions must be among the facts at hand. */
export interface Application {
  readonly rule: string;
  readonly at: RationalFunction;
  /** The name of the fact it gives. */
  readonly gives: string;
}

/** A fact because its denial, a fact of the name `denial`, leads to an absurdity: the last step's goal. */
export interface Contradiction {
  readonly goal: Fact;
  readonly denial: string;
  readonly steps: readonly Step[];
}

/** A new symbol for a quotient: symbol · (the value of the positive fact `over`) = numerator. */
export interface Definition {
  readonly define: RationalFunction;
  readonly numerator: RationalFunction;
  readonly over: string;
  /** The name of the equality that says so. */
  readonly gives: string;
}

/** An equality because both inequalities are at hand. */
export interface Squeeze {
  readonly goal: Fact;
  readonly atLeast: string;
  readonly atMost: string;
}

export type Step = Derivation | Application | Contradiction | Definition | Squeeze;

/** A proof: what is assumed, and the steps from there, each resting on those before it. */
export interface Argument {
  readonly assumes: readonly Fact[];
  readonly rules?: readonly Rule[];
  readonly steps: readonly Step[];
  /** The goals that make up what is proved, by name; the last one where this is left out. */
  readonly concludes?: readonly string[];
}

/** A step that has been checked. */
export interface CheckedStep {
  readonly says: string;
  readonly goal: Fact;
  /** Whether it holds only under the denial of something that is true. */
  readonly supposing: boolean;
}

/** An argument that has been checked. */
export interface CheckedArgument {
  readonly steps: readonly CheckedStep[];
  readonly conclusions: readonly Fact[];
  /** Whether the steps end in an absurdity: no values satisfy the assumptions. */
  readonly absurd: boolean;
  /** What is assumed to be nonzero, but for what a positive fact of that value implies. */
  readonly nonzero: readonly string[];
}

/** A constant that is claimed to have a sign it does not have, so that what it follows from cannot be. */
export function isAbsurd({ relation, value }: Fact): boolean {
  const constant = constantValue(value);
  if (constant === undefined) return false;
  const sign = signOf(constant);
  return relation === '= 0' ? sign !== 0 : relation === '> 0' ? sign <= 0 : sign < 0;
}

/** The facts by name. Throws NotProved when two have the same name. */
export function byName(facts: readonly Fact[]): Map<string, Fact> {
  const known = new Map<string, Fact>();
  for (const fact of facts) learn(known, fact);
  return known;
}

function learn(known: Map<string, Fact>, fact: Fact): void {
  if (known.has(fact.name)) throw new NotProved(`Two facts have the name "${fact.name}".`);
  known.set(fact.name, fact);
}

/**
 * Checks every step of an argument, given what the path it is on says and divides by.
 * @throws NotProved naming the first step that fails.
 */
export function checkArgument(
  argument: Argument,
  path: { readonly facts: readonly Fact[]; readonly nonzero: Nonzero } = { facts: [], nonzero: new Map() },
): CheckedArgument {
  const { assumes, rules = [], steps, concludes } = argument;
  const known = byName([...assumes, ...path.facts]);
  const { checked, nonzero } = runSteps(steps, known, rules, false, path.nonzero);
  const last = checked.at(-1);
  if (last === undefined) throw new NotProved('The argument has no steps; give at least one.');
  const absurd = isAbsurd(last.goal);
  const conclusions = (absurd ? undefined : concludes)?.map((name) => {
    const proved = checked.find(({ goal, supposing }) => !supposing && goal.name === name);
    if (proved === undefined) throw new NotProved(`No step proves "${name}".`);
    return proved.goal;
  }) ?? [last.goal];
  return { steps: checked, conclusions, absurd, nonzero: [...nonzero.keys()].sort() };
}

/** Whether a positive value is a polynomial that is a constant times the factor, so that the factor is nonzero. */
function isMultiple({ numerator, denominator }: RationalFunction, factor: polynomial.Polynomial): boolean {
  const [a, b] = [polynomial.firstCoefficient(numerator), polynomial.firstCoefficient(factor)];
  if (a === undefined || b === undefined || polynomial.constantValue(denominator) === undefined) return false;
  return polynomial.equal(polynomial.scale(b, numerator), polynomial.scale(a, factor));
}

/** Checks steps from the facts known, which they add to; what they divide by, but for what is known to be positive. */
function runSteps(
  steps: readonly Step[],
  known: Map<string, Fact>,
  rules: readonly Rule[],
  supposing: boolean,
  divided: Nonzero = new Map(),
): { readonly checked: readonly CheckedStep[]; readonly nonzero: Nonzero } {
  const nonzero = new Map(divided);
  const remember = (assumed: Nonzero) => {
    for (const [text, factor] of assumed) nonzero.set(text, factor);
  };
  const prove = (goal: Fact, says: string): CheckedStep[] => {
    remember(goal.value.nonzero);
    learn(known, goal);
    return [{ says, goal, supposing }];
  };
  const checked = steps.flatMap((step): CheckedStep[] => {
    if ('rule' in step) return prove(apply(step, known, rules), `by "${step.rule}" at ${step.at}`);
    if ('define' in step)
      return prove(define(step, known, rules), `let ${step.define} be (${step.numerator}) / [${step.over}]`);
    if ('atLeast' in step) return prove(squeeze(step, known), `because [${step.atLeast}] and [${step.atMost}]`);
    if ('by' in step) {
      remember(certify(step.goal, known, step.by));
      return prove(step.goal, describe(step.by));
    }
    const denial = denialOf(step.goal, step.denial);
    const inner = new Map(known);
    learn(inner, denial);
    const indirect = runSteps(step.steps, inner, rules, true);
    const last = indirect.checked.at(-1);
    if (last === undefined || !isAbsurd(last.goal)) {
      throw new NotProved(`The denial of "${step.goal.name}" has not been led to an absurdity.`);
    }
    remember(indirect.nonzero);
    return [
      { says: `suppose not: [${denial.name}]`, goal: denial, supposing: true },
      ...indirect.checked,
      ...prove(step.goal, 'the contrary is absurd'),
    ];
  });
  const positives = [...known.values()].filter(({ relation }) => relation === '> 0');
  for (const [text, factor] of nonzero) {
    if (positives.some(({ value }) => isMultiple(value, factor))) nonzero.delete(text);
  }
  return { checked, nonzero };
}

function denialOf({ name, relation, value }: Fact, denial: string): Fact {
  if (relation === '= 0') throw new NotProved(`The denial of the equality "${name}" is not one inequality.`);
  return relation === '> 0' ? nonnegative(denial, neg(value)) : positive(denial, neg(value));
}

function apply({ rule: name, at, gives }: Application, known: Known, rules: readonly Rule[]): Fact {
  const rule = rules.find((each) => each.name === name);
  if (rule === undefined) throw new NotProved(`There is no rule "${name}".`);
  for (const condition of rule.given(at)) {
    const met = [...known.values()].some(
      ({ relation, value }) => relation === condition.relation && equal(value, condition.value),
    );
    if (!met) throw new NotProved(`"${gives}" uses "${name}" without a proof of ${showFact(condition)}.`);
  }
  return { ...rule.yields(at), name: gives };
}

function squeeze({ goal, atLeast, atMost }: Squeeze, known: Known): Fact {
  const says = (name: string, value: RationalFunction) => {
    const fact = known.get(name);
    return fact !== undefined && fact.relation !== '> 0' && equal(fact.value, value);
  };
  if (goal.relation === '= 0' && says(atLeast, goal.value) && says(atMost, neg(goal.value))) return goal;
  throw new NotProved(`"${goal.name}" does not follow from "${atLeast}" and "${atMost}".`);
}

function define({ define: symbol, numerator, over, gives }: Definition, known: Known, rules: readonly Rule[]): Fact {
  const name = nameOfScalar(symbol);
  const divisor = known.get(over);
  if (divisor?.relation !== '> 0')
    throw new NotProved(`"${gives}" divides by "${over}", which is not known to be positive.`);
  const said = [...known.values(), ...rules.flatMap((rule) => rule.samples.map((at) => rule.yields(at)))];
  const inUse = [numerator, ...said.map(({ value }) => value)].some(
    (value) => name === undefined || mentions(value, name),
  );
  if (inUse) throw new NotProved(`"${gives}" defines ${symbol}, which is not a new symbol.`);
  return zero(gives, sub(mul(symbol, divisor.value), numerator));
}

const mentions = ({ numerator, denominator }: RationalFunction, name: string): boolean =>
  [numerator, denominator].some(({ terms }) =>
    [...terms.values()].some(({ powers }) => powers.some(([symbol]) => symbol === name)),
  );

/** A certificate as a person would write it: `1/2 [near] + [rate] [tangent], over [rate]`. */
export function describe({ scaled = [], terms }: Certificate): string {
  const bracket = (names: readonly string[]) => names.map((name) => `[${name}]`).join(' ');
  const parts = terms.map((term) => {
    if ('multiple' in term) return `(${term.multiple}) [${term.of}]`;
    const { times = 1, facts = [], square, norm } = term;
    return [
      ...(times === 1 && (facts.length > 0 || square || norm) ? [] : [`${times}`]),
      ...(facts.length > 0 ? [bracket(facts)] : []),
      ...(square === undefined ? [] : [`(${square})²`]),
      ...(norm === undefined ? [] : [`‖${[...norm].map(([name, c]) => `(${c}) ${name}`).join(' + ')}‖²`]),
    ].join(' ');
  });
  return `${parts.join(' + ') || 'identically'}${scaled.length === 0 ? '' : `, over ${bracket(scaled)}`}`;
}
