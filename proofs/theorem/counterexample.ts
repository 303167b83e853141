import { Unavailable } from '../../src/scalar/algebra.ts';
import { surd } from '../../src/scalar/surd.ts';
import { ruleAt } from '../kernel/argument.ts';
import type { Roots } from '../kernel/cases.ts';
import { type Fact, NotProved } from '../kernel/fact.ts';
import type { CheckedPath } from '../kernel/obligation.ts';
import { fromPolynomial } from '../kernel/rational-function.ts';
import { symbolicReading } from '../kernel/symbolic.ts';
import { fits, holds, type Model, valuesOnPaths, valuesOnPathsIn } from './model.ts';

/** What is known about whether a hypothesis of an argument is needed. */
export type Need = 'shown' | 'not shown';

/** Whether a fact is true somewhere. */
type Truth = (fact: Fact) => boolean;

/** Numbers at which every rule is asked for: a rule is about all that satisfy its conditions. */
const GRID = [-3, -1, -1 / 2, 0, 1 / 8, 1 / 2, 7 / 8, 1, 3 / 2, 4].map((x) => symbolicReading.of(x));

/** Every hypothesis of a path with whether it is true; the rules at these numbers. */
const hypotheses = ({ result: { assumes, rules = [] } }: CheckedPath, isTrue: Truth): Map<string, boolean> =>
  new Map([
    ...assumes.map((fact) => [fact.name, isTrue(fact)] as const),
    ...rules.map((rule) => {
      const kept = GRID.map((at) => ruleAt(rule, at)).every(
        ({ given, yields }) => given.some((fact) => !isTrue(fact)) || isTrue(yields),
      );
      return [rule.name, kept] as const;
    }),
  ]);

/** Whether nothing is zero that a path assumes to be nonzero, and all its hypotheses are true together. */
export const satisfied = (path: CheckedPath, isTrue: Truth): boolean =>
  path.nonzero.every((p) => !isTrue({ name: 'zero', relation: '= 0', value: fromPolynomial(p) })) &&
  [...hypotheses(path, isTrue).values()].every((kept) => kept);

/** The paths that are taken, each with what is true there, of values that are known once the roots of a path are. */
export function taken(all: readonly CheckedPath[], trueWith: (roots: Roots) => Truth): [CheckedPath, Truth][] {
  return all.flatMap((path): [CheckedPath, Truth][] => {
    try {
      const isTrue = trueWith(path.roots);
      return path.facts.every(isTrue) ? [[path, isTrue]] : [];
    } catch (error) {
      if (error instanceof Unavailable) return [];
      throw error;
    }
  });
}

const S = surd();

/** What is true in a model, in sums of square roots where those that a path takes are not rational. */
function trueIn(model: Model): (roots: Roots) => Truth {
  const [valuesOn, surdsOn] = [valuesOnPaths(model), valuesOnPathsIn(S, model)];
  return (roots) => {
    try {
      const valueAt = valuesOn(roots);
      return (fact) => holds(fact, valueAt);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      const valueAt = surdsOn(roots);
      return (fact) => fits(fact, S.sign(valueAt(fact.value)) ?? Number.NaN);
    }
  };
}

/**
 * Checks that no path is empty but those shown to be: on each some instance satisfies all hypotheses together, and
 * there, as a second opinion, everything proved is true.
 * @throws NotProved naming the path without an instance, or the step that an instance contradicts.
 */
export function checkInstances(name: string, all: readonly CheckedPath[], instances: readonly Model[]): void {
  const reached = new Set<string>();
  for (const model of instances)
    for (const [path, isTrue] of taken(all, trueIn(model))) {
      if (!satisfied(path, isTrue)) continue;
      if (path.absurd) throw new NotProved(`"${name}" calls path ${path.key} empty, but an instance takes it.`);
      const wrong = path.proved.find((fact) => !isTrue(fact));
      if (wrong !== undefined) throw new NotProved(`An instance contradicts "${wrong.name}" of "${name}".`);
      reached.add(path.key);
    }
  if (all.every(({ absurd }) => absurd)) throw new NotProved(`"${name}" is about nothing: all of its paths are empty.`);
  const empty = all.find(({ key, absurd }) => !absurd && !reached.has(key));
  if (empty !== undefined) {
    throw new NotProved(
      `No instance of "${name}" satisfies its hypotheses on path "${empty.key}"; it may say nothing.`,
    );
  }
}

/**
 * Checks the models offered for the need of hypotheses: all other hypotheses hold in them, this one does not, and the
 * conclusion is false.
 * @throws NotProved naming the hypothesis whose model is none.
 */
export function checkNeeds(
  name: string,
  all: readonly CheckedPath[],
  models: Readonly<Record<string, Model>>,
): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>();
  for (const { result } of all)
    for (const each of [...result.assumes, ...(result.rules ?? [])]) {
      needs.set(each.name, 'not shown');
    }
  for (const [hypothesis, model] of Object.entries(models)) {
    if (!needs.has(hypothesis)) throw new NotProved(`"${name}" has no hypothesis "${hypothesis}".`);
    const refuted = taken(all, trueIn(model)).some(([path, isTrue]) => {
      const broken = [...hypotheses(path, isTrue)].filter(([, kept]) => !kept).map(([each]) => each);
      return broken.length === 1 && broken[0] === hypothesis && path.conclusions.some((goal) => !isTrue(goal));
    });
    if (!refuted) throw new NotProved(`The model of "${name}" without "${hypothesis}" is no counterexample.`);
    needs.set(hypothesis, 'shown');
  }
  return needs;
}
