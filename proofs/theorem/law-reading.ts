import type { AnyLaw } from '../../src/law/law.ts';
import { type Algebra, algebra } from '../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, ratio } from '../../src/scalar/exact.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import type { Argument, Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import { assuming, constantValue, type RationalFunction } from '../kernel/rational-function.ts';
import { scalar, symbolicReading } from '../kernel/symbolic.ts';
import type { Model } from './model.ts';
import { atMost, below, positive, same } from './statements.ts';
import { type Hints, sought } from './stored.ts';
import type { Part } from './theorem.ts';

/** Where the numbers of a law's instance come from when the law is read over symbols. */
export interface Free {
  /** A free real. */
  number(name: string): Exact;
  /** The free reals name_1, …, name_count. */
  numbers(name: string, count: number): ExactVector;
  /** `count` free reals of sum 1: the last one is what the others leave. */
  shares(name: string, count: number): ExactVector;
  /** What these free reals make. */
  exact(value: RationalFunction): Exact;
}

/** An inequality that a law claims, with what a search for its certificate may need. */
export interface Inequality {
  readonly goal: Fact;
  readonly F: Algebra<RationalFunction>;
  readonly instance: unknown;
  /** The decisions of the text. */
  readonly path: string;
}

/** An instance of a law made of free reals: the law is then about all instances of this shape. */
export interface Shape {
  /** As `K = 3`. */
  readonly name: string;
  instance(free: Free): unknown;
  /** A name for the assumption that whatever the text tests for being zero or not is positive: that of a hypothesis, if it is one. */
  readonly assumes?: string;
  /** What is assumed of the free reals. */
  readonly given?: readonly Fact[];
  /** The comparisons of the claim to be proved, by name; all where this is left out. */
  only?(name: string): boolean;
  /** Steps before the claim. */
  readonly lemmas?: readonly Step[];
  /** Where the certificate of an inequality of the claim, or of an equality that is no identity, may be found. */
  hints?(inequality: Inequality): Hints;
  /** Values of the free reals that make an instance, on each path one; some are found where this is left out. */
  readonly models?: readonly Model[];
  readonly needed?: Part['needed'];
}

/** Free reals by the expressions that stand for them; values of them on the side, which make up a model. */
export function freeNumbers(exact: (value: RationalFunction) => Exact, model: Record<string, Exact> = {}): Free {
  const number = (name: string, value: Exact = ratio(2 * Object.keys(model).length + 3, 2)): Exact => {
    model[name] = value;
    return exact(scalar(name));
  };
  return {
    exact,
    number: (name) => number(name),
    numbers: (name, count) => Array.from({ length: count }, (_, i) => number(`${name}_${i + 1}`)),
    shares: (name, count) => {
      const names = Array.from({ length: count - 1 }, (_, i) => `${name}_${i + 1}`);
      const { one, sub, sum } = symbolicReading;
      return [
        ...names.map((each, i) => number(each, ratio(1, count + 1 + i))),
        exact(sub(one, sum(names.map(scalar)))),
      ];
    },
  };
}

/** Values of the free reals of a shape. */
export function modelOf({ instance }: Shape): Model {
  const model: Record<string, Exact> = {};
  instance(freeNumbers(() => 0, model));
  return model;
}

/** Symbols, where what is tested for its sign is taken to be positive and remembered, if the shape assumes that. */
function reading({ coordinates }: Reader, assumes: string | undefined, law: AnyLaw, assumed: Map<string, Fact>) {
  if (assumes === undefined) return coordinates;
  const standsFor = law.hypotheses.some(({ name }) => name === assumes) ? [assumes] : [];
  return algebra<RationalFunction>({
    ...coordinates,
    sign: (a) => {
      if (constantValue(a) !== undefined) return coordinates.sign(a);
      // What the number was divided by is nonzero, whatever its sign.
      if (a.nonzero.length > 0) coordinates.sign(assuming(symbolicReading.one, a.nonzero));
      if (!assumed.has(`${a}`)) assumed.set(`${a}`, positive(`${assumes} ${assumed.size + 1}`, a, ...standsFor));
      return 1;
    },
  });
}

/**
 * The claim of a law, read over symbols on an instance of free reals: equalities have to be identities, or with hints follow
 * from others as those of roots, and inequalities have certificates, whatever the way through the text. It is then proved
 * for all real instances of the shape.
 */
export function lawPart(law: AnyLaw, shape: Shape, use: unknown = law.reference, claim = law.claim): Part {
  const { given = [], lemmas = [], hints, only = () => true, models = [modelOf(shape)], needed } = shape;
  const argue = (reader: Reader): Argument => {
    const assumed = new Map<string, Fact>();
    const F: Algebra<RationalFunction> = reading(reader, shape.assumes, law, assumed);
    const instance = shape.instance(freeNumbers(reader.exact));
    const relation = claim(F, instance, use);
    const goals = [...comparisons(relation)].flatMap(({ relation: how, left, right, name = law.id }, i) => {
      const make = { '=': same, '<': below, '<=': atMost }[how];
      return only(name) ? [make(`${i + 1}. ${name}`, left, right)] : [];
    });
    const step = (goal: Fact): Step => {
      const value = constantValue(goal.value);
      if (value !== undefined) {
        const identical = goal.relation === '= 0' || (goal.relation === '>= 0' && value.numerator === 0n);
        return { goal, by: { terms: identical ? [] : [{ times: value }] } };
      }
      if (goal.relation === '= 0' && hints === undefined) return { goal, by: { terms: [] } };
      return hints === undefined ? { goal } : sought(goal, hints({ goal, F, instance, path: reader.path() }));
    };
    return {
      assumes: [...given, ...assumed.values()],
      steps: [...lemmas, ...goals.map(step)],
      concludes: goals.map(({ name }) => name),
    };
  };
  return { name: shape.name, argue, claimVaries: true, instances: models, ...(needed && { needed }) };
}
