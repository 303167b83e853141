import type { AnyLaw } from '../../../src/law/law.ts';
import { type Algebra, algebra, Unavailable, Undecided } from '../../../src/scalar/algebra.ts';
import { toDouble } from '../../../src/scalar/exact.ts';
import { type Rational, rationalSquareRoot, signOf } from '../../../src/scalar/rational.ts';
import { comparisons } from '../../../src/scalar/relation.ts';
import type { Argument, Step } from '../../kernel/argument.ts';
import type { Reader } from '../../kernel/cases.ts';
import { type Fact, NotProved, showFact } from '../../kernel/fact.ts';
import * as polynomial from '../../kernel/polynomial.ts';
import * as rationalFunction from '../../kernel/rational-function.ts';
import { freeNumbers, type Inequality, modelOf, type Shape } from '../../theorem/law-reading.ts';
import { atMost, below, nonnegative, positive, same, zero } from '../../theorem/statements.ts';
import { type Answers, type Hints, sought } from '../../theorem/stored.ts';
import type { Part } from '../../theorem/theorem.ts';
import { type Knowledge, knowledge, ratioOf, type Values, valuesOf } from './knowledge.ts';

/**
 * An instance of free reals for a law whose text decides. A decision for which a certificate is stored is taken that way,
 * and a step says why, and is part of what is proved; any other forks. What is claimed then follows from the decisions
 * taken.
 */
export interface DecidedShape extends Omit<Shape, 'hints'> {
  /** Certificates are searched for among products of at most so many facts. */
  readonly degree: number;
  /** Decisions to take before the claim, from which its own follow. */
  first?(F: Algebra<RationalFunction>, instance: unknown): void;
  /** Where the certificate of an inequality of the claim may be found. */
  hints?(inequality: DecidedInequality): Hints;
}

/** An inequality that a law claims after some decisions. */
export interface DecidedInequality extends Inequality {
  /** The name of a fact or step that shows that the value is nonnegative. */
  shown(fact: Fact, hints?: Hints): string;
}

const { assuming, constant, mul, neg } = rationalFunction;
type RationalFunction = rationalFunction.RationalFunction;

/** The value of a constant, which is seen at once where there is no denominator. */
const constantValue = (a: RationalFunction): Rational | undefined =>
  polynomial.constantValue(a.denominator) === undefined
    ? rationalFunction.constantValue(a)
    : polynomial.constantValue(a.numerator);

/** Thrown on a path whose decisions exclude one another. */
class Absurd extends Error {}

/** Symbols whose order is known as far as the answers go; other decisions fork, and are learned. */
function decided(
  F: Algebra<RationalFunction>,
  known: Knowledge,
  implied: (goal: Fact, key?: string) => boolean,
): Algebra<RationalFunction> {
  let forks = 0;
  let shown = 0;
  const absurdity = (): void => {
    if (implied(positive('absurd', F.zero), 'absurd')) throw new Absurd();
  };
  const settled = new Map<string, -1 | 0 | 1>();
  const learn = (make: typeof positive, value: RationalFunction): void => {
    forks++;
    known.learn(make(`case ${forks}`, value));
  };
  /** A decision that is not asked of the kernel still rests on what its number was divided by. */
  const remember = ({ nonzero }: RationalFunction): void => {
    if (nonzero.length > 0) F.sign(assuming(F.one, nonzero));
  };
  const sign = (a: RationalFunction): -1 | 0 | 1 => {
    if (constantValue(a) !== undefined) return F.sign(a) as -1 | 0 | 1;
    remember(a);
    const before = settled.get(`${a}`);
    if (before !== undefined) return before;
    const found = derived(a) ?? forked(a);
    settled.set(`${a}`, found);
    settled.set(`${neg(a)}`, found === 0 ? 0 : found > 0 ? -1 : 1);
    return found;
  };
  const derived = (a: RationalFunction): -1 | 0 | 1 | undefined => {
    const name = `decision ${shown + 1}`;
    const ways = [
      [1, positive(name, a)],
      [-1, positive(name, neg(a))],
      [0, zero(name, a)],
    ] as const;
    const way = ways.find(([, goal]) => implied(goal));
    if (way !== undefined) shown++;
    return way?.[0];
  };
  const forked = (a: RationalFunction): -1 | 0 | 1 => {
    const found = F.sign(a) as -1 | 0 | 1;
    if (found === 0) learn(zero, a);
    else learn(positive, found > 0 ? a : neg(a));
    absurdity();
    return found;
  };
  /** Whether a ≥ b or, which may be true as well, b ≥ a. */
  const atLeast = (a: RationalFunction, b: RationalFunction): boolean => {
    const gap = F.sub(a, b);
    const value = constantValue(gap);
    remember(gap);
    if (value !== undefined) return signOf(value) >= 0;
    const before = settled.get(`${gap}`);
    if (before !== undefined) return before >= 0;
    const name = `decision ${shown + 1}`;
    const known = [true, false].find((is) => implied(nonnegative(name, is ? gap : neg(gap))));
    if (known !== undefined) shown++;
    return known ?? forkedOrder(a, b);
  };
  const forkedOrder = (a: RationalFunction, b: RationalFunction): boolean => {
    const is = F.max(a, b) === a;
    learn(nonnegative, is ? F.sub(a, b) : neg(F.sub(a, b)));
    return is;
  };
  const max = (a: RationalFunction, b: RationalFunction): RationalFunction => (atLeast(a, b) ? a : b);
  const min = (a: RationalFunction, b: RationalFunction): RationalFunction => (atLeast(a, b) ? b : a);
  const rootsOf = new Map<string, RationalFunction>();
  /** √a, which is x where a is the square of an x that is known to be positive. */
  const sqrt = (a: RationalFunction): RationalFunction => {
    remember(a);
    if (constantValue(a) !== undefined) return F.sqrt(a);
    const before = rootsOf.get(`${a}`);
    if (before !== undefined) return before;
    const root = F.sqrt(a);
    const name = `root ${rootsOf.size + 1}`;
    const shown = known.steps.flatMap((step) => ('by' in step ? [step.goal] : []));
    const positives = [...known.facts, ...shown].filter(({ relation }) => relation === '> 0');
    const [fact, factor] =
      positives.map((each) => [each, rootOfRatio(a, each.value)] as const).find(([, c]) => c) ?? [];
    if (fact === undefined || factor === undefined) throw new NotProved(`${a} is not the square of anything known.`);
    const size = F.mul(constant(factor), fact.value);
    const sum = positive(`${name} + ${size}`, F.add(root, size));
    known.show({ goal: sum, by: { terms: [{ facts: [name] }, { times: factor, facts: [fact.name] }] } });
    const by = { scaled: [sum.name], terms: [{ multiple: F.one, of: `${name} squared` }] };
    known.show({ goal: same(`${name} is ${size}`, root, size), by });
    rootsOf.set(`${a}`, size);
    return size;
  };
  const times = (a: RationalFunction, b: RationalFunction): RationalFunction => cancelled(F.mul(a, b));
  const approximate = (a: RationalFunction): number => {
    const value = constantValue(a);
    return value === undefined ? F.approximate(a) : toDouble(value);
  };
  return algebra<RationalFunction>({ ...F, sign, max, min, sqrt, mul: times, approximate });
}

/** The same value, where it is a constant times a quotient of one polynomial by itself. */
function cancelled(a: RationalFunction): RationalFunction {
  if (polynomial.constantValue(a.denominator) !== undefined) return a;
  const value = constantValue(a);
  return value === undefined ? a : assuming(constant(value), a.nonzero);
}

/** c with a = c² x². */
function rootOfRatio({ numerator, denominator }: RationalFunction, x: RationalFunction): Rational | undefined {
  const { numerator: p, denominator: q } = mul(x, x);
  const ratio = ratioOf(polynomial.mul(numerator, q), polynomial.mul(denominator, p));
  return ratio === undefined || signOf(ratio) < 0 ? undefined : rationalSquareRoot(ratio);
}

/** What a text throws where it says nothing, as on a path that is not known to be absurd. */
const REFUSALS = [RangeError, Undecided, Unavailable];

/** As {@link lawPart}, for a law whose text decides. */
export function decidedPart(law: AnyLaw, shape: DecidedShape, use: unknown = law.reference, claim = law.claim): Part {
  const { given = [], lemmas = [], hints, only = () => true, models = [modelOf(shape)], needed, degree } = shape;
  const before = [...given, ...lemmas.flatMap((step) => ('goal' in step ? [step.goal] : []))];
  let found: readonly Values[] | undefined;
  const values = (): readonly Values[] => {
    found ??= valuesOf(models, given);
    return found;
  };
  const asking =
    (answers: Answers) =>
    (reader: Reader): Argument => {
      const known = knowledge(before, degree, values);
      const implied = (goal: Fact, key = showFact(goal)): boolean => {
        const hints = known.hints(goal);
        const refuted = () => known.refutes(goal);
        const question = { key, goal, path: reader.path(), known: known.usable, refuted };
        const by = hints && answers({ ...question, hints });
        if (by !== undefined) known.show({ goal, by });
        return by !== undefined;
      };
      const instance = shape.instance(freeNumbers(reader.exact));
      const F = decided(reader.coordinates, known, implied);
      const open = (goal: Fact, more: Hints = {}): Step => {
        const hints = known.hints(goal) ?? (more.offer && {});
        const facts = known.usable.map(({ name }) => name);
        return hints === undefined ? { goal } : sought(goal, { ...hints, facts, ...more });
      };
      const shown = (fact: Fact, more?: Hints): string => {
        const goals = known.steps.flatMap((step) => ('goal' in step ? [step.goal] : []));
        const before = [...known.facts, ...goals].find(({ value }) => `${value}` === `${fact.value}`);
        if (before === undefined) known.show(open(fact, more));
        return before?.name ?? fact.name;
      };
      const conclude = (goals: readonly Step[], concludes: readonly string[] = []): Argument => ({
        assumes: given,
        steps: [...lemmas, ...known.steps, ...goals],
        concludes,
      });
      try {
        shape.first?.(F, instance);
        const relation = claim(F, instance, use);
        const goals = [...comparisons(relation)].flatMap(({ relation: how, left, right, name = law.id }, i) => {
          const make = { '=': same, '<': below, '<=': atMost }[how];
          return only(name) ? [make(`${i + 1}. ${name}`, left, right)] : [];
        });
        const steps = goals.map((goal): Step => {
          const value = constantValue(goal.value);
          const identical = goal.relation === '= 0' || (goal.relation === '>= 0' && value?.numerator === 0n);
          if (value !== undefined) return { goal, by: { terms: identical ? [] : [{ times: value }] } };
          return open(goal, hints?.({ goal, F, instance, path: reader.path(), shown }));
        });
        const decisions = known.steps.flatMap((step) => ('goal' in step ? [step.goal] : []));
        for (const { value } of [...decisions, ...goals])
          for (const factor of value.nonzero) known.showPositive(factor);
        return conclude(
          steps,
          [...decisions, ...goals].map(({ name }) => name),
        );
      } catch (error) {
        if (error instanceof Absurd) return conclude([]);
        if (!REFUSALS.some((kind) => error instanceof kind)) throw error;
        throw new NotProved(`${shape.name}, path ${reader.path()}: ${(error as Error).message}`);
      }
    };
  const argue = asking(() => undefined);
  return { name: shape.name, argue, asking, claimVaries: true, instances: models, ...(needed && { needed }) };
}
