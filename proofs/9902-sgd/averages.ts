import { finalSides } from '../../properties/9902-sgd/final-sides.ts';
import { reference, trace } from '../../properties/9902-sgd/subject.ts';
import type { OnlineRun } from '../../properties/instances/descent/online-run.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar, standIns, symbolicReading, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { type Free, freeNumbers, lawPart } from '../theorem/law-reading.ts';
import type { Model } from '../theorem/model.ts';
import { atMost, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, div, dot, minus, mul, one, plus, scale, sub, zero } = formalSpace;
const [T, bound, total, least] = [scalar('T'), scalar('bound'), scalar('total'), scalar('least')];
const [mean, slope] = [vector('mean'), vector('slope')];
const [lossAtMean, lossAtTarget] = [scalar('loss_mean'), scalar('loss_c')];

/** Σ L(θ_t) ≥ t L(m) + g(m)·(Σ θ_t − t m): the tangent at m, t times. */
const supported = (sum: RationalFunction, points: ReturnType<typeof vector>, count: RationalFunction): Fact =>
  atMost('invariant', add(mul(count, lossAtMean), dot(slope, minus(points, scale(count, mean)))), sum);

/** A run on the line with rates of its own: its start, its comparator and D², G² are any. */
const onTheLine = (free: Free, losses: OnlineRun['losses']): OnlineRun => ({
  set: { kind: 'space', dimension: 1 },
  start: [free.number('start')],
  comparator: [free.number('c')],
  losses,
  schedule: { kind: 'sequence', rates: free.numbers('eta', losses.length) },
  bounds: { squaredDistance: free.number('D2'), squaredGradient: free.number('G2') },
});
/** The text of the average iterate in the law, on one quadratic loss of any center: the gap is the spread of the iterates. */
const jensenText = (law: AnyLaw, T: number): Part =>
  lawPart(
    law,
    {
      name: `the law itself, T = ${T}`,
      instance: (free) => {
        const loss = { kind: 'quadratic', curvature: 2, center: [free.number('center')] } as const;
        return onTheLine(
          free,
          Array.from({ length: T }, () => loss),
        );
      },
      only: (name) => name === 'Jensen',
      hints: ({ F, instance }) => {
        const points = trace(F, instance as OnlineRun, reference)
          .iterates.slice(0, T)
          .map(([x]) => x!);
        return { squares: points.flatMap((x, i) => points.slice(0, i).map((y) => sub(x, y))), degree: 1 };
      },
    },
    law.reference,
    law.claim,
  );

/** Jensen's inequality for the average of all iterates, by the tangent at it. */
export const averagedIterateTheorem = (law = lawOf('sgd.averaged-iterate')) =>
  proved(
    {
      id: 'averaged-iterate',
      laws: ['sgd.averaged-iterate'],
      cites: [{ article: '9902', equations: [4], place: '“the average of the SGD iterates”' }],
      states: String.raw`L(\bar\theta)-L(c)\le\frac1T\sum_tL(\theta_t)-L(c)\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t`,
      scope: 'all dimensions, all T',
      restsOn: ['regret-bound'],
    },
    withModels('averaged-iterate', [
      ...[1, 2, 3].map((T) => jensenText(law, T)),
      ...induction({
        invariant: (_, { sum, points, count }) => supported(sum, points, count),
        before: () => ({ sum: scalar('sum'), points: vector('points'), count: scalar('count') }),
        base: {
          first: () => ({ state: { sum: zero, points: new Map(), count: zero }, assumes: [] }),
        },
        step: {
          next: (_, { sum, points, count }) => {
            const [theta, loss] = [vector('theta'), scalar('loss')];
            return {
              state: { sum: add(sum, loss), points: plus(points, theta), count: add(count, one) },
              assumes: [
                atMost(
                  'A-(9) at the mean',
                  add(lossAtMean, dot(slope, minus(theta, mean))),
                  loss,
                  'convex-losses',
                  'one-loss',
                ),
              ],
            };
          },
        },
      }),
      {
        name: 'at the mean',
        instances: [],
        argue: () => {
          const [sum, points] = [scalar('sum'), vector('points')];
          return {
            assumes: [
              positive('steps', T),
              same('mean', dot(slope, minus(points, scale(T, mean))), zero),
              supported(sum, points, T),
              atMost('A-(4)', sub(div(sum, T), lossAtTarget), bound, ...A4),
            ],
            steps: [
              { goal: atMost('Jensen', lossAtMean, div(sum, T)) },
              { goal: atMost('the bound', sub(lossAtMean, lossAtTarget), bound) },
            ],
            concludes: ['Jensen', 'the bound'],
          };
        },
      },
    ]),
    'induction',
  );

/** What A-(4) rests on, in the names of the laws. */
const A4 = [
  'nonincreasing-rates',
  'positive-rates',
  'convex-set',
  'comparator-inside',
  'distance-bound',
  'gradient-bound',
];

/** The law itself on linear losses, whichever of the steps is the best, given A-(4) of the same run. */
const bestStepText = (law: AnyLaw, T: number, models: readonly Model[]): Part => {
  const instance = (free: Free) =>
    onTheLine(
      free,
      Array.from({ length: T }, (_, t) => ({ kind: 'linear', slope: [free.number(`slope_${t + 1}`)] }) as const),
    );
  const run = instance(freeNumbers(standIns.exact));
  const { regret, bound: rhs } = finalSides(symbolicReading, run, trace(symbolicReading, run, reference));
  return lawPart(
    law,
    {
      name: `the law itself, T = ${T}`,
      instance,
      given: [positive('last rate', scalar(`eta_${T}`)), atMost('A-(4)', regret, rhs)],
      models,
      hints: () => ({ degree: 1, squares: [] }),
    },
    law.reference,
    law.claim,
  );
};
const someRun = { start: 5, c: 0, eta_1: 1, eta_2: 1, D2: 100, G2: 1 };

/** The least of T numbers is at most their average. */
export const bestStepTheorem = (law = lawOf('sgd.best-step')) =>
  proved(
    {
      id: 'best-step',
      laws: ['sgd.best-step'],
      cites: [{ article: '9902', equations: [4], place: 'the averages of A-(4): what they say of a single step' }],
      states: String.raw`\min_{t\le T}\bigl(L_t(\theta_t)-L_t(c)\bigr)\le\frac1T\sum_tL_t(\theta_t)-L_t(c)`,
      scope: 'all T',
      restsOn: ['regret-bound'],
    },
    withModels('best-step', [
      bestStepText(law, 1, [{ ...someRun, slope_1: 1 }]),
      bestStepText(law, 2, [
        { ...someRun, slope_1: 1, slope_2: -1 },
        { ...someRun, slope_1: -1, slope_2: 1 },
      ]),
      ...induction({
        invariant: (_, state) => atMost('invariant', mul(state.count, least), state.total),
        before: () => ({ total, count: scalar('count') }),
        base: { first: () => ({ state: { total: zero, count: zero }, assumes: [] }) },
        step: {
          next: (_, before) => {
            const regret = scalar('regret');
            return {
              state: { total: add(before.total, regret), count: add(before.count, one) },
              assumes: [atMost('least', least, regret)],
            };
          },
        },
      }),
      {
        name: 'the bound',
        instances: [],
        argue: () => ({
          assumes: [
            positive('steps', T),
            atMost('invariant', mul(T, least), total),
            atMost('A-(4)', div(total, T), bound, ...A4, 'convex-losses'),
          ],
          steps: [{ goal: atMost('the best step', least, bound) }],
        }),
      },
    ]),
    'induction',
  );
