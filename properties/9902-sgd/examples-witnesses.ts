import { averageRegret, regretBound } from '../../src/descent/regret.ts';
import type { Schedule } from '../../src/descent/schedule.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { type Exact, ratio, toDouble } from '../../src/scalar/exact.ts';
import { timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, below, equal } from '../../src/scalar/relation.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import type { ModelLoss } from '../model.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts, squaredBounds, squaredDistances, type Trace, trace } from './subject.ts';
import { gradientSign, noProjection } from './teeth/parts.ts';

const forms = onlineRuns({ sets: ['box'], losses: ['linear'], schedules: ['decay'] });
const only = (all: readonly OnlineRun[]) => ({ ...forms, all });

const onInterval = (lower: Exact, upper: Exact) => ({ kind: 'box', lower: [lower], upper: [upper] }) as const;
const repeated = (loss: ModelLoss, horizon: number): ModelLoss[] => new Array<ModelLoss>(horizon).fill(loss);
const INVERSE_ROOT: Schedule = { kind: 'decay', alpha: 1 };

const regretOf = <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts, horizon = instance.losses.length): S => {
  const { losses, comparatorLosses } = trace(F, instance, use);
  return averageRegret(F, losses.slice(0, horizon), comparatorLosses.slice(0, horizon));
};

/** L = θ on [0, 1] from θ_1 = 1 for 4 steps, at D/(G√T) = 1/2. */
const downhill: OnlineRun = {
  set: onInterval(0, 1),
  start: [1],
  comparator: [0],
  losses: repeated({ kind: 'linear', slope: [1] }, 4),
  schedule: { kind: 'horizon', diameter: 1, gradientBound: 1, horizon: 4 },
};

export const fasterConstant = law<OnlineRun, SgdParts>({
  id: 'sgd.faster-constant',
  version: 1,
  cites: [{ article: '9902', equations: [6, 8], place: '“probably converges faster”, after (8)' }],
  section: SECTIONS.examples,
  states: String.raw`\eta_t\equiv\frac D{G\sqrt T}\text{ has no larger average regret than }\eta_t=\frac1{\sqrt t}`,
  says: 'Because its bound is smaller, the constant rate D/(G√T) converges no slower than 1/√t. (False: L = θ on [0, 1] from 1 with T = 4 has average regret 3/8 against 1/4. Only upper bounds are compared.)',
  expects: 'refuted',
  instead: ['sgd.const-larger'],
  instances: only([downhill]),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) =>
    atMost(
      regretOf(F, instance, use),
      regretOf(F, { ...instance, schedule: INVERSE_ROOT }, use),
      'the constant rate against 1/√t',
    ),
  cover: {},
  teeth: {},
});

/** L = |θ| from θ_1 = 1/10: the first step overshoots. */
const overshoot: OnlineRun = {
  set: onInterval(-1, 1),
  start: [ratio(1, 10)],
  comparator: [0],
  losses: repeated({ kind: 'absolute', feature: [1], target: 0 }, 3),
  schedule: INVERSE_ROOT,
};

export const gapKeepsShrinking = law<OnlineRun, SgdParts>({
  id: 'sgd.gap-keeps-shrinking',
  version: 1,
  cites: [{ article: '9902', equations: [8], place: '“the gap gets smaller and smaller”, after (8)' }],
  section: SECTIONS.examples,
  states: String.raw`\frac1{t+1}\sum_{s\le t+1}[L(\theta_s)-L(\theta^*)]<\frac1t\sum_{s\le t}[L(\theta_s)-L(\theta^*)]`,
  says: 'With the rate 1/√t the gap between the average loss and the least loss keeps shrinking. (False, only the bound does: L = |θ| from 1/10 has the averages 1/10, 1/2, 0.398….)',
  expects: 'refuted',
  instead: ['sgd.anytime-decrease'],
  instances: only([overshoot]),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) =>
    instance.losses
      .slice(1)
      .map((_, t) =>
        below(regretOf(F, instance, use, t + 2), regretOf(F, instance, use, t + 1), `the average after ${t + 2}`),
      ),
  cover: {},
  teeth: {},
});

/** L = G|θ| from θ_1 = Gη/2: every step of length Gη leads from one side of 0 to the other. */
const between = (gradient: number, rate: Exact, horizon: number): OnlineRun => ({
  set: onInterval(-4, 4),
  start: [timesExact(timesExact(gradient, rate), 0.5)],
  comparator: [0],
  losses: repeated({ kind: 'absolute', feature: [gradient], target: 0 }, horizon),
  schedule: { kind: 'constant', rate },
});

export const fixedRateFloor = law<OnlineRun, SgdParts>({
  id: 'sgd.fixed-rate-floor',
  version: 1,
  cites: [{ article: '9902', equations: [4, 6], place: '“as T → ∞”, after (6)' }],
  section: SECTIONS.examples,
  states: String.raw`L=G|\theta|,\ \theta_1=\tfrac{G\eta}2:\quad\frac1T\sum_t[L(\theta_t)-L(0)]=\frac{G^2\eta}2\quad\forall T`,
  says: 'One run with a fixed rate need not converge: on G|θ| from Gη/2 the average regret is G²η/2, what RHS(4) tends to, for every T. The limit after (6) takes a new rate for every T.',
  expects: 'holds',
  instances: only(
    [1, 2].flatMap((gradient) =>
      [1, 0.5, ratio(1, 3), ratio(3, 7)].flatMap((rate) => [1, 2, 3, 8, 33].map((T) => between(gradient, rate, T))),
    ),
  ),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => {
    const run = trace(F, instance, use);
    const bounds = squaredBounds(F, instance, run);
    const floor = F.div(F.mul(bounds.squaredGradient, run.rates[0]!), F.of(2));
    const first = regretBound(F, { ...bounds, squaredGradient: F.zero, rates: run.rates });
    return [
      equal(averageRegret(F, run.losses, run.comparatorLosses), floor, 'the average regret'),
      equal(F.add(floor, first), regretBound(F, { ...bounds, rates: run.rates }), 'what RHS(4) adds to it'),
    ];
  },
  cover: {},
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'vanishing-regret': {
      says: 'The average regret is at most D²/(2Tη), which vanishes.',
      claim: (F, instance, use) => {
        const run = trace(F, instance, use);
        const bounds = { ...squaredBounds(F, instance, run), squaredGradient: F.zero, rates: run.rates };
        return atMost(averageRegret(F, run.losses, run.comparatorLosses), regretBound(F, bounds));
      },
    },
  },
});

/** L = max(0, |θ| − 1) from θ_1 = 1, at the edge of the valley in which every point is a minimizer. */
const valley = (horizon: number): OnlineRun => ({
  set: onInterval(-2, 2),
  start: [1],
  comparator: [0],
  losses: repeated({ kind: 'max-affine', slopes: [[0], [1], [-1]], offsets: [0, -1, -1] }, horizon),
  schedule: INVERSE_ROOT,
});

export const noArgmin = law<OnlineRun, SgdParts>({
  id: 'sgd.no-argmin',
  version: 1,
  cites: [{ article: '9902', equations: [4], place: 'the remark in brackets after it' }],
  section: SECTIONS.first,
  states: String.raw`\frac1T\sum_tL(\theta_t)=L(\theta^*)\ \not\Rightarrow\ \theta_t\to\theta^*`,
  says: 'The least average loss need not lead to θ*: on max(0, |θ| − 1) from 1 the regret against θ* = 0 is 0 at every T, and every θ_t is at distance 1.',
  expects: 'holds',
  instances: only([1, 4, 16, 64].map(valley)),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => [
    equal(regretOf(F, instance, use), F.zero, 'the average regret'),
    squaredDistances(F, trace(F, instance, use)).map((a, t) => equal(a, F.one, `‖θ_${t + 1} − θ*‖²`)),
  ],
  cover: {},
  teeth: {
    'regret-bounds-distance': {
      says: 'The bound on the regret also bounds ‖θ_T − θ*‖².',
      claim: (F, instance, use) => {
        const run = trace(F, instance, use);
        const bound = regretBound(F, { ...squaredBounds(F, instance, run), rates: run.rates });
        return atMost(squaredDistances(F, run).at(-1)!, bound);
      },
    },
  },
});

/** n losses −θ and then n losses θ on the whole line: every comparator has the same sum. */
const thereAndBack = (n: number): OnlineRun => ({
  set: { kind: 'space', dimension: 1 },
  start: [0],
  comparator: [0],
  losses: [...repeated({ kind: 'linear', slope: [-1] }, n), ...repeated({ kind: 'linear', slope: [1] }, n)],
  schedule: INVERSE_ROOT,
});

export const unboundedRegret = law<OnlineRun, SgdParts>({
  id: 'sgd.unbounded-regret',
  version: 1,
  cites: [{ article: '9902', equations: [8], place: 'without a bounded Θ' }],
  section: SECTIONS.assumptions,
  states: String.raw`\eta_t=\frac1{\sqrt t},\ \Theta=\mathbb R,\ g=(-1)^n(+1)^n,\ T=2n:\quad\frac1T\sum_t[L_t(\theta_t)-L_t(c)]\ge\frac2{25}\sqrt T`,
  says: 'Decaying rates need a bounded Θ: on the line, n losses −θ and then n losses θ give an average regret of 1/2 at T = 2, and of at least (2/25)√T at every T = 2n seen, while G = 1.',
  expects: 'holds',
  instances: only(Array.from({ length: 32 }, (_, i) => thereAndBack(i + 1))),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => {
    const horizon = instance.losses.length;
    const regret = regretOf(F, instance, use);
    const growth = F.mul(F.of(ratio(2, 25)), F.sqrt(F.of(horizon)));
    return [
      atMost(growth, regret, '(2/25)√T'),
      ...(horizon === 2 ? [equal(regret, F.of(0.5), 'the average regret at T = 2')] : []),
    ];
  },
  cover: {},
  teeth: {
    'bounded-after-all': {
      says: 'The average regret stays below 3/5.',
      claim: (F, instance, use) => atMost(regretOf(F, instance, use), F.of(ratio(3, 5))),
    },
  },
});

/** K|θ| on [−1, 1] from 1 for as many steps as K²/4 allows. */
const steep = (K: Exact): OnlineRun => ({
  set: onInterval(-1, 1),
  start: [1],
  comparator: [0],
  losses: repeated({ kind: 'absolute', feature: [K], target: 0 }, Math.floor(toDouble(K) ** 2 / 4)),
  schedule: INVERSE_ROOT,
});

/** The average regret after each of the first T steps is K. */
const staysAt = <S>(F: Algebra<S>, { losses, comparatorLosses }: Trace<S>, steepness: S) =>
  losses.map((_, t) =>
    equal(
      averageRegret(F, losses.slice(0, t + 1), comparatorLosses.slice(0, t + 1)),
      steepness,
      `the average regret after ${t + 1}`,
    ),
  );

const steepnessOf = <S>(F: Algebra<S>, { losses: [loss] }: OnlineRun): S =>
  F.of(loss?.kind === 'absolute' ? loss.feature[0]! : 0);

export const steepLosses = law<OnlineRun, SgdParts>({
  id: 'sgd.steep-losses',
  version: 1,
  cites: [{ article: '9902', equations: [8], place: 'without one G for all losses' }],
  section: SECTIONS.assumptions,
  states: String.raw`L=K|\theta|\text{ on }[-1,1],\ \eta_t=\frac1{\sqrt t},\ \theta_1=1:\quad\frac1T\sum_{t\le T}[L(\theta_t)-L(0)]=K\quad\forall T\le K^2/4`,
  says: 'Without one G for all losses no horizon is long enough for all of them: on K|θ| over [−1, 1] every step with the rate 1/√t leads from one end to the other as long as t ≤ K²/4, and the average regret is still K ≥ 2√T there.',
  expects: 'holds',
  instances: only([2, 3, ratio(7, 2), 4, 5, 6, 7, 8, ratio(29, 3), 10, 12, 16].map(steep)),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => staysAt(F, trace(F, instance, use), steepnessOf(F, instance)),
  cover: {},
  teeth: {
    'no-projection': { says: 'The iterates are not projected.', use: noProjection },
    'twice-the-horizon': {
      says: 'The average regret is K for all T ≤ K²/2.',
      claim: (F, instance, use) => {
        const run = trace(F, { ...instance, losses: [...instance.losses, ...instance.losses] }, use);
        return staysAt(F, run, steepnessOf(F, instance));
      },
    },
  },
});

/** What the examples do not say, in the article's order. */
export const exampleWitnessLaws: readonly AnyLaw[] = [
  noArgmin,
  fixedRateFloor,
  fasterConstant,
  gapKeepsShrinking,
  unboundedRegret,
  steepLosses,
];
