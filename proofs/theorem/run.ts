import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import { Surd, surd } from '../../src/scalar/surd.ts';
import { type Fact, refuse } from '../kernel/fact.ts';
import type { Half, State } from '../kernel/induction.ts';
import type { CheckedPath } from '../kernel/obligation.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { satisfied, taken } from './counterexample.ts';
import type { Stage } from './induction.ts';
import { fits, isVector, symbolsOf, valuesAt } from './model.ts';

/** A model whose numbers may be sums of square roots. */
export type SurdModel = Readonly<Record<string, Exact | Surd | ExactVector>>;

/** An obligation whose paths have been checked, with models that may give values to its symbols. */
export interface Checked {
  readonly name: string;
  readonly induction: Half | undefined;
  readonly stage?: Stage;
  readonly all: readonly CheckedPath[];
  /** Where no others are listed for runs, its values in a run are those of its instances. */
  readonly instances?: readonly SurdModel[];
  readonly inRun?: readonly SurdModel[];
}

/** Values of free reals and free vectors, by name. */
type Point = Readonly<Record<string, Surd | readonly Surd[]>>;

const F = surd();
/** √x. */
export const root = (x: Exact): Surd => F.sqrt(F.of(x));

const pointOf = (model: SurdModel): Point =>
  Object.fromEntries(
    Object.entries(model).map(([name, value]) => {
      if (value instanceof Surd) return [name, value];
      return [name, isVector<Exact>(value) ? value.map(F.of) : F.of(value)];
    }),
  );

/** The same vectors in a space of as many dimensions as the largest has. */
function inOneSpace(point: Point): Point {
  const dimension = Math.max(...Object.values(point).map((value) => (isVector(value) ? value.length : 0)));
  const wide = (v: readonly Surd[]) => Array.from({ length: dimension }, (_, i) => v[i] ?? F.zero);
  return Object.fromEntries(Object.entries(point).map(([name, v]) => [name, isVector(v) ? wide(v) : v]));
}

/** The names of the free reals and vectors of a fact. */
const namesIn = ({ value: { numerator, denominator } }: Fact): readonly string[] =>
  [numerator, denominator].flatMap(({ terms }) =>
    [...terms.values()].flatMap(({ powers }) => powers.flatMap(([symbol]) => symbol.match(/[^⟨,⟩]+/g)!)),
  );

/** How many steps a run has to have. */
const STEPS = 2;

/** The base and the step of each induction. */
function inductionsOf(parts: readonly Checked[]): readonly (readonly [base: Checked, step: Checked])[] {
  const half = (is: Half['is']) => parts.filter(({ induction }) => induction?.is === is);
  const [bases, steps] = [half('base'), half('step')];
  const other = ({ name, induction }: Checked, those: readonly Checked[]) =>
    those.find((each) => each.induction?.of === induction?.of) ??
    refuse(`"${name}" is half of an induction; give it all.`);
  const stray = [...bases, ...steps].find(
    ({ induction, stage }) => stage === undefined || (induction?.is === 'step') !== (stage.before !== undefined),
  );
  if (stray !== undefined) refuse(`"${stray.name}" is part of an induction, but does not tell its states.`);
  for (const base of bases) other(base, steps);
  return steps.map((step) => [other(step, bases), step]);
}

/**
 * Checks that each induction is about something: from an exact instance of its base it goes on, step after step, each
 * from the state where the one before it arrived, with all hypotheses true and with one value throughout of the symbols
 * of the invariant that are none of the state's. A step has the values of its own symbols from one of its models.
 * @throws NotProved naming the induction when no run with two steps is found.
 */
export function checkRuns(parts: readonly Checked[]): void {
  for (const [base, step] of inductionsOf(parts)) {
    const steps = stepsOf(base, step);
    if (steps === STEPS) continue;
    const longest = steps < 0 ? 'none satisfies even the base' : `the longest has ${steps}`;
    refuse(
      `The hypotheses of "${base.name}" and "${step.name}" may exclude one another: of the known runs that satisfy ` +
        `them all ${longest}, not ${STEPS} steps. Give values of their symbols that make a longer one.`,
    );
  }
}

/** How many steps, of those that are asked for, a run has, as far as it is known; −1 where it does not even begin. */
function stepsOf(base: Checked, step: Checked): number {
  const entries = Object.entries(step.stage!.before!()).map(
    ([entry, v]) => [entry, 'numerator' in v ? `${v}` : [...v.keys()].join()] as const,
  );
  const ofStates = new Set(entries.map(([, symbol]) => symbol));
  const invariant = step.all[0]!.result.assumes.find(({ name }) => name === 'invariant')!;
  const constants = new Set(namesIn(invariant).filter((name) => !ofStates.has(name)));

  /** Where a base or step arrives at from there, with the constants of the run, on each path that it can take. */
  const arrivals = ({ all, stage }: Checked, given: Point): readonly Point[] => {
    const point = inOneSpace(given);
    const valuesOn = valuesAt(F, symbolsOf(F, Object.entries(point)));
    const kept = Object.entries(point).filter(([name]) => constants.has(name));
    const isTrue = (valueAt: ValueAt) => (fact: Fact) => fits(fact, F.sign(valueAt(fact.value)) ?? Number.NaN);
    return taken(all, (roots) => isTrue(valuesOn(roots)))
      .filter(([path, isTrue]) => !path.absurd && satisfied(path, isTrue))
      .map(([path]) => {
        const state = stage!.after().get(path.key)!;
        const valueAt = valuesOn(path.roots);
        const next = entries.map(([entry, symbol]) => [symbol, entryAt(state[entry]!, valueAt, point)] as const);
        return Object.fromEntries([...kept, ...next]);
      });
  };
  const own = ownValues(step);
  /** The longest run from these places. */
  const longest = (places: readonly Point[], asked: number): number => {
    if (places.length === 0) return -1;
    let most = 0;
    for (const place of asked === 0 ? [] : places)
      for (const values of own) {
        most = Math.max(most, 1 + longest(arrivals(step, { ...values, ...place }), asked - 1));
        if (most === asked) return most;
      }
    return most;
  };
  return longest(
    ownValues(base).flatMap((values) => arrivals(base, values)),
    STEPS,
  );
}

const ownValues = ({ inRun, instances = [] }: Checked): readonly Point[] => (inRun ?? instances).map(pointOf);

type ValueAt = (f: RationalFunction) => Surd;

/** The value of an entry of a state. */
function entryAt(v: State[string], valueAt: ValueAt, point: Point): Point[string] {
  if ('numerator' in v) return valueAt(v);
  const coordinates = (name: string) =>
    (point[name] ?? refuse(`The vector ${name} has no value; give one.`)) as readonly Surd[];
  const terms = [...v].map(([name, a]) => coordinates(name).map((x) => F.mul(valueAt(a), x)));
  return Array.from({ length: terms[0]?.length ?? 0 }, (_, i) => F.sum(terms.map((term) => term[i]!)));
}
