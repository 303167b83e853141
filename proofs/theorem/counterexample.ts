import { Unavailable } from '../../src/scalar/algebra.ts';
import { signOf } from '../../src/scalar/rational.ts';
import { NotProved } from '../kernel/fact.ts';
import type { CheckedPath } from '../kernel/obligation.ts';
import { fromPolynomial, type RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading } from '../kernel/symbolic.ts';
import { holds, type Model, type valuesIn, valuesOnPaths } from './model.ts';

/** What is known about whether a hypothesis of an argument is needed. */
export type Need = 'shown' | 'not shown';

type Values = (f: RationalFunction) => ReturnType<ReturnType<typeof valuesIn>>;

/** Numbers at which every rule is asked for, whatever its own: a rule is about all that satisfy its conditions. */
const GRID = [-3, -1, -1 / 2, 0, 1 / 8, 1 / 2, 7 / 8, 1, 3 / 2, 4].map((x) => symbolicReading.of(x));

/** Every hypothesis of a path with whether the values satisfy it; the rules at these numbers and at their samples. */
const hypotheses = ({ result: { assumes, rules = [] } }: CheckedPath, valueAt: Values): Map<string, boolean> =>
  new Map([
    ...assumes.map((fact) => [fact.name, holds(fact, valueAt)] as const),
    ...rules.map((rule) => {
      const kept = [...GRID, ...rule.samples].every(
        (at) => rule.given(at).some((fact) => !holds(fact, valueAt)) || holds(rule.yields(at), valueAt),
      );
      return [rule.name, kept] as const;
    }),
  ]);

/** Whether something that the path assumes to be nonzero is zero. */
const divides = ({ nonzero }: CheckedPath, valueAt: Values): boolean =>
  [...nonzero.values()].some((polynomial) => signOf(valueAt(fromPolynomial(polynomial))) === 0);

/** The paths that a model takes, with its values. */
function taken(model: Model, all: readonly CheckedPath[]): [CheckedPath, Values][] {
  const valuesOn = valuesOnPaths(model);
  return all.flatMap((path): [CheckedPath, Values][] => {
    try {
      const valueAt = valuesOn(path.roots);
      return path.facts.every((fact) => holds(fact, valueAt)) ? [[path, valueAt]] : [];
    } catch (error) {
      if (error instanceof Unavailable) return [];
      throw error;
    }
  });
}

/**
 * Checks that no path is empty but those shown to be: on each some instance satisfies all hypotheses together, and
 * there, as a second opinion, everything proved is true.
 * @throws NotProved naming the path without an instance, or the step that an instance contradicts.
 */
export function checkInstances(name: string, all: readonly CheckedPath[], instances: readonly Model[]): void {
  const reached = new Set<string>();
  for (const model of instances)
    for (const [path, valueAt] of taken(model, all)) {
      if ([...hypotheses(path, valueAt).values()].includes(false) || divides(path, valueAt)) continue;
      if (path.absurd) throw new NotProved(`"${name}" calls path ${path.key} empty, but an instance takes it.`);
      const wrong = path.proved.find((fact) => !holds(fact, valueAt));
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
    const refuted = taken(model, all).some(([path, valueAt]) => {
      const broken = [...hypotheses(path, valueAt)].filter(([, kept]) => !kept).map(([each]) => each);
      return broken.length === 1 && broken[0] === hypothesis && path.conclusions.some((goal) => !holds(goal, valueAt));
    });
    if (!refuted) throw new NotProved(`The model of "${name}" without "${hypothesis}" is no counterexample.`);
    needs.set(hypothesis, 'shown');
  }
  return needs;
}
