import { signOf } from '../../src/scalar/rational.ts';
import { type Certificate, certify, type Known } from './certificate.ts';
import { type Fact, refuse, showFact } from './fact.ts';
import type { Nonzero, RationalFunction } from './rational-function.ts';
import { assuming, constantValue, equal, factors, isAmong, union } from './rational-function.ts';
import { scalar, substitute } from './symbolic.ts';

/**
 * A hypothesis about every real number λ that satisfies its conditions, as "no point of the segment is nearer" is about
 * every point of the segment. An argument may use it at any expression for which it has proved the conditions, and which
 * is then put in the place of λ.
 */
export interface Rule {
  readonly name: string;
  /** The hypothesis as a sentence. */
  readonly says: string;
  readonly standsFor?: readonly string[];
  /** In these the symbol `lambda` is λ, whatever it is elsewhere. */
  readonly given: readonly Fact[];
  readonly yields: Fact;
}

/** What a rule says of an expression: its conditions, and what follows. */
export function ruleAt({ given, yields }: Rule, at: RationalFunction) {
  const put = ({ ...fact }: Fact): Fact => ({ ...fact, value: substitute(fact.value, new Map([['lambda', at]])) });
  return { given: [...given].map(put), yields: put(yields) };
}

/** A fact from facts at hand, by a certificate; without one it has to hold identically. */
export type Derivation = { readonly goal: Fact; readonly by?: Certificate };

/** A rule used at one expression, with the name of the fact it gives; its conditions must be among the facts at hand. */
export type Application = { readonly rule: string; readonly at: RationalFunction; readonly gives: string };

export type Step = Derivation | Application;

/** A proof: what is assumed, and the steps from there, each resting on those before it. */
export interface Argument {
  readonly assumes: readonly Fact[];
  readonly rules?: readonly Rule[];
  readonly steps: readonly Step[];
  /** The goals that make up what is proved, by name; the last one where this is left out. */
  readonly concludes?: readonly string[];
}

/** An argument that has been checked. */
export interface CheckedArgument {
  /** The argument as it was read. */
  readonly result: Argument;
  /** What each step proves. */
  readonly proved: readonly Fact[];
  readonly conclusions: readonly Fact[];
  /** Whether the steps end in an absurdity: no values satisfy the assumptions. */
  readonly absurd: boolean;
  /** What is assumed to be nonzero, but for what a positive fact shows. */
  readonly nonzero: Nonzero;
}

/**
 * Checks every step of an argument, given what the path it is on says and divides by.
 * @throws NotProved naming the first step that fails.
 */
export function checkArgument(
  { assumes, rules = [], steps, concludes }: Argument,
  path: { readonly facts: readonly Fact[]; readonly nonzero: Nonzero } = { facts: [], nonzero: [] },
): CheckedArgument {
  const known = new Map<string, Fact>();
  const learn = ({ ...fact }: Fact): Fact => {
    if (known.has(fact.name)) refuse(`Two facts have the name "${fact.name}".`);
    known.set(fact.name, Object.freeze(fact));
    return fact;
  };
  // Everything is read once: what is shown of an argument is what has been checked.
  const read = { assumes: [...assumes].map(learn), rules: [...rules].map(copied), steps: [...steps] };
  for (const fact of path.facts) learn(fact);
  const prove = (step: Step) => ('rule' in step ? apply(step, known, read.rules) : certify(step.goal, known, step.by));
  const proved = read.steps.map((step) => learn(prove(step)));
  const last = proved.at(-1) ?? refuse('The argument has no steps; give at least one.');
  const absurd = isAbsurd(last);
  const look = (name: string) => proved.find((fact) => fact.name === name) ?? refuse(`No step proves "${name}".`);
  const conclusions = [...((absurd ? undefined : concludes) ?? [last.name])].map(look);
  const divided = union(path.nonzero, ...proved.map(({ value }) => value.nonzero));
  return { result: read, proved, conclusions, absurd, nonzero: assumed(divided, [...known.values()]) };
}

/** A rule as it is when it is looked at. */
const copied = ({ ...rule }: Rule): Rule => ({ ...rule, ...ruleAt(rule, scalar('lambda')) });

/** A constant that is claimed to have a sign it does not have, so that what it follows from cannot be. */
function isAbsurd({ relation, value }: Fact): boolean {
  const constant = constantValue(value);
  const sign = constant && signOf(constant);
  return sign !== undefined && (relation === '= 0' ? sign !== 0 : relation === '> 0' ? sign <= 0 : sign < 0);
}

/** What a rule gives, which assumes what its conditions do. */
function apply({ rule: name, at, gives }: Application, known: Known, rules: readonly Rule[]): Fact {
  const rule = rules.find((each) => each.name === name) ?? refuse(`There is no rule "${name}".`);
  const { given, yields } = ruleAt(rule, at);
  const met = given.flatMap((condition) => {
    const says = (fact: Fact) => fact.relation === condition.relation && equal(fact.value, condition.value);
    const unmet = () => refuse(`"${gives}" uses "${name}" without a proof of ${showFact(condition)}.`);
    return [condition.value.nonzero, ([...known.values()].find(says) ?? unmet()).value.nonzero];
  });
  return { name: gives, relation: yields.relation, value: assuming(yields.value, at.nonzero, ...met) };
}

/**
 * What is left to assume of polynomials that were divided by: a factor of what is known to be positive is nonzero. That
 * must not have been assumed for proving so, and what was has to be known from facts before it, or is assumed too.
 */
function assumed(nonzero: Nonzero, known: readonly Fact[]): Nonzero {
  const left = nonzero.map((p) => {
    const hasFactor = ({ value }: Fact) => !isAmong(value.nonzero, p) && isAmong(factors(value.numerator), p);
    const i = known.findIndex((fact) => fact.relation === '> 0' && hasFactor(fact));
    return i < 0 ? [p] : assumed(known[i]!.value.nonzero, known.slice(0, i));
  });
  return union(...left);
}
