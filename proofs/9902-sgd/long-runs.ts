import { totalRegret } from '../../properties/9902-sgd/derivation-runs.ts';
import { reference, trace as traceText } from '../../properties/9902-sgd/subject.ts';
import { type Fact, NotProved } from '../kernel/fact.ts';
import { formalSpace, scalars } from '../kernel/symbolic.ts';
import { same } from '../theorem/statements.ts';
import { type Term, termReading } from '../theorem/terms.ts';
import type { Part } from '../theorem/theorem.ts';
import type { RunTexts } from './run-text.ts';

const { of, sub, sum } = formalSpace;

/** The longest run that the laws draw. */
export const LONGEST = 128;
/** A run beyond it. */
const LONGER = 1000;

/** What a run notes of each of its steps: where it goes from, and where to, among it. */
type Noted = Readonly<Record<'from' | 'to' | 'gradient' | 'rate' | 'loss', readonly Term[]>> & {
  readonly 'loss at c'?: readonly Term[];
};

/** A run of T steps from a point, after so many others. */
type AnyRun = (start: Term, T: number, before: number) => Noted;

/** The text of SGD. Whatever is not its own is an operation of which nothing is known. */
function descents({ descend }: RunTexts): AnyRun {
  const { made, space: F } = termReading();
  return (start, horizon, before) => {
    const step = (t: number) => F.of(before + t);
    const { iterates, gradients, rates, losses } = descend<Term, Term>(F, {
      start,
      horizon,
      project: (x) => made('project', x),
      gradient: (t, theta) => made('gradient', step(t), theta),
      rate: (t) => made('rate', step(t)),
      loss: (t, theta) => made('loss', step(t), theta),
    });
    return { from: iterates.slice(0, horizon), to: iterates.slice(1), gradient: gradients, rate: rates, loss: losses };
  };
}

/** What the laws note of a run on quadratic losses. */
function traces(trace: typeof traceText): AnyRun {
  const { made, exact, coordinates: F } = termReading();
  const free = (name: string) => Array.from({ length: LONGEST }, (_, t) => exact(made(`${name} ${t}`)));
  const [centers, all, c] = [free('center'), free('rate'), exact(made('c'))];
  const losses = centers.map((center) => ({ kind: 'quadratic', curvature: 2, center: [center] }) as const);
  return (start, T, before) => {
    const instance = {
      set: { kind: 'space', dimension: 1 },
      start: [exact(start)],
      comparator: [c],
      losses: losses.slice(before, before + T),
      schedule: { kind: 'sequence', rates: all.slice(before, before + T) },
    } as const;
    const run = trace(F, instance, reference);
    const points = run.iterates.map(([x]) => x!);
    return {
      ...{ from: points.slice(0, T), to: points.slice(1), gradient: run.gradients.map(([g]) => g!) },
      ...{ rate: run.rates, loss: run.losses, 'loss at c': run.comparatorLosses },
    };
  };
}

/** How many steps have been read of a text, which is a plain function: many theorems ask the same of it. */
const stepsRead = new WeakMap<object, number>();

/**
 * Reads runs of these lengths: every step has to be a run of one step from where the step before it went.
 * @throws NotProved at the first step that is another.
 */
function readSteps(name: string, text: object, run: AnyRun, lengths: readonly number[]): number {
  let read = stepsRead.get(text) ?? 0;
  if (read > 0) return read;
  const start: Term = { number: -1 };
  const single: Noted[] = [];
  for (const T of lengths) {
    const noted = Object.entries(run(start, T, 0)) as [keyof Noted, readonly Term[]][];
    for (let t = 1; t <= T; t++, read++) {
      single[t - 1] ??= run(t === 1 ? start : single[t - 2]!.to[0]!, 1, t - 1);
      const other = noted.find(([what, of]) => of.length !== T || of[t - 1] !== single[t - 1]![what]![0]);
      if (other === undefined) continue;
      throw new NotProved(`${name}: In step ${t} of ${T}, "${other[0]}" is not that of a run of one step from there.`);
    }
  }
  stepsRead.set(text, read);
  return read;
}

/** That so many steps, all there are in runs of these lengths, are runs of one step. */
const single = (read: number, lengths: readonly number[]): Fact =>
  same('steps that are runs of one step', of(read), sum(lengths.map(of)));

/** The text of SGD for every T up to the longest run that the laws draw, and for one beyond. */
function everyRun(texts: RunTexts): Part {
  const name = `the text of a run, T = 1 … ${LONGEST}, ${LONGER}`;
  const lengths = [...Array.from({ length: LONGEST }, (_, i) => i + 1), LONGER];
  return {
    name,
    argue: () => {
      const read = readSteps(name, texts.descend, descents(texts), lengths);
      return { assumes: [], steps: [{ goal: single(read, lengths) }] };
    },
    instances: [{}],
  };
}

/** What the laws note of the longest run that they draw. */
function longestTrace({ trace = traceText }: RunTexts): Part {
  const name = `the text of the losses, T = ${LONGEST}`;
  const [losses, comparatorLosses] = [scalars('loss', LONGEST), scalars('loss_c', LONGEST)];
  const run = { iterates: [], gradients: [], rates: [], comparator: [], losses, comparatorLosses };
  const regrets = losses.map((loss, t) => sub(loss, comparatorLosses[t]!));
  return {
    name,
    argue: () => {
      const goals = [
        single(readSteps(name, trace, traces(trace), [LONGEST]), [LONGEST]),
        same('the regret', totalRegret(formalSpace, run), sum(regrets)),
      ];
      return { assumes: [], steps: goals.map((goal) => ({ goal })), concludes: goals.map(({ name }) => name) };
    },
    instances: [
      Object.fromEntries(
        regrets.flatMap((_, t) => [
          [`loss_${t + 1}`, t],
          [`loss_c_${t + 1}`, 1],
        ]),
      ),
    ],
  };
}

/** Runs too long to be expanded: they are made of runs of one step, which is what an induction reads for its own step. */
export const longRuns = (texts: RunTexts): readonly Part[] => [everyRun(texts), longestTrace(texts)];
