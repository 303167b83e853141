import { totalRegret } from '../../properties/9902-sgd/derivation-runs.ts';
import { reference, trace as traceText } from '../../properties/9902-sgd/subject.ts';
import type { OnlineRun } from '../../properties/instances/descent/online-run.ts';
import { type ModelLoss, modelLossValue, modelSubgradient } from '../../properties/model.ts';
import type { descend } from '../../src/descent/sgd.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, scalars, vector } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { same, sameVector } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';
import { longRuns } from './long-runs.ts';

/** The texts of a run: SGD, and what the laws note of it. */
export interface RunTexts {
  readonly descend: typeof descend;
  readonly trace?: typeof traceText;
}

const { axpy, mul, neg, of, sub, sum } = formalSpace;
const named = (name: string, T: number) => Array.from({ length: T }, (_, t) => `${name}_${t + 1}`);
const vectors = (name: string, T: number) => named(name, T).map(vector);
/** Numbers by name, none of them like another. */
const values = (...names: readonly string[]): Model => Object.fromEntries(names.map((name, i) => [name, i + 2]));
const stated = (goals: readonly Fact[]) => ({
  assumes: [],
  steps: goals.map((goal) => ({ goal })),
  concludes: goals.map(({ name }) => name),
});

/**
 * What the steps of an induction take for granted of a whole run: each goes from where the one before it went, with the
 * gradient there and a rate of its own, and the run notes these and the loss there. Points, gradients, rates and losses
 * are any.
 */
const recursion = ({ descend }: RunTexts, T: number): Part => ({
  name: `the text of a run, T = ${T}`,
  argue: ({ F }) => {
    const [next, g, eta, costs] = [vectors('next', T), vectors('g', T), scalars('eta', T), scalars('loss', T)];
    const points = [vector('start'), ...next];
    type Asked = (readonly [t: number, at: FormalVector])[];
    const [handed, asked, paid]: [FormalVector[], Asked, Asked] = [[], [], []];
    const run = descend<RationalFunction, FormalVector>(F, {
      start: points[0]!,
      horizon: T,
      project: (x) => next[handed.push(x) - 1]!,
      gradient: (t, theta) => g[asked.push([t, theta]) - 1]!,
      rate: (t) => eta[t - 1]!,
      loss: (t, theta) => costs[paid.push([t, theta]) - 1]!,
    });
    const steps = g.flatMap((gradient, i): readonly Fact[] => [
      same(`step ${i + 1} has the loss of that number`, of(asked[i]![0]), of(i + 1)),
      sameVector(`the gradient of step ${i + 1} is taken at its θ`, asked[i]![1], points[i]!),
      sameVector(`step ${i + 1} is θ − ηg`, handed[i]!, axpy(neg(eta[i]!), gradient, points[i]!)),
      sameVector(`the gradient noted for step ${i + 1}`, run.gradients[i]!, gradient),
      same(`the rate noted for step ${i + 1}`, run.rates[i]!, eta[i]!),
      same(`step ${i + 1} pays the loss of that number`, of(paid[i]![0]), of(i + 1)),
      sameVector(`the loss of step ${i + 1} is taken at its θ`, paid[i]![1], points[i]!),
      same(`the loss noted for step ${i + 1}`, run.losses[i]!, costs[i]!),
    ]);
    const iterates = points.map((each, i) => sameVector(`θ_${i + 1}`, run.iterates[i]!, each));
    return stated([...steps, ...iterates]);
  },
  instances: [
    Object.fromEntries([
      ...Object.entries(values(...named('eta', T), ...named('loss', T))),
      ...['start', ...named('next', T), ...named('g', T)].map((name, i) => [name, [i + 2]]),
    ]),
  ],
});

/** Any quadratic loss on the line. */
const lossOf = (center: Exact): ModelLoss => ({ kind: 'quadratic', curvature: 2, center: [center] });

/** The losses that the laws are about, for losses on the line: L_t at θ_t, and at the comparator. */
const losses = ({ trace = traceText }: RunTexts, T: number): Part => ({
  name: `the text of the losses, T = ${T}`,
  argue: ({ coordinates: F, number }) => {
    const all = named('loss', T).map((name) => lossOf(number(name)));
    const instance: OnlineRun = {
      set: { kind: 'space', dimension: 1 },
      start: [number('start')],
      comparator: [number('c')],
      losses: all,
      schedule: { kind: 'sequence', rates: named('eta', T).map(number) },
    };
    const run = trace(F, instance, reference);
    const steps = all.map((loss, i) => {
      const [theta, gradient] = [run.iterates[i]!, modelSubgradient(F, loss, run.iterates[i]!)[0]!];
      const [here, there] = [modelLossValue(F, loss, theta), modelLossValue(F, loss, [scalar('c')])];
      return {
        regret: sub(here, there),
        goals: [
          same(`the gradient of step ${i + 1}`, run.gradients[i]![0]!, gradient),
          same(
            `the step from θ_${i + 1}`,
            run.iterates[i + 1]![0]!,
            sub(theta[0]!, mul(scalar(`eta_${i + 1}`), gradient)),
          ),
          same(`the loss at θ_${i + 1}`, run.losses[i]!, here),
          same(`the loss at c in step ${i + 1}`, run.comparatorLosses[i]!, there),
        ],
      };
    });
    return stated([
      same('θ_1', run.iterates[0]![0]!, scalar('start')),
      ...steps.flatMap(({ goals }) => goals),
      same('the regret', totalRegret(F, run), sum(steps.map(({ regret }) => regret))),
    ]);
  },
  instances: [values('start', 'c', ...named('loss', T), ...named('eta', T))],
});

/**
 * The recursion that every induction over a run goes by: the texts of runs of two and three steps, and of long runs, which
 * are made of runs of one step.
 */
export const runParts = (texts: RunTexts): readonly Part[] => [
  ...[2, 3].flatMap((T) => [recursion(texts, T), losses(texts, T)]),
  ...longRuns(texts),
];
