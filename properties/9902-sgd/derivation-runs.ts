import { rate as scheduleRate } from '../../src/descent/schedule.ts';
import type { Draw } from '../../src/law/draw.ts';
import type { Instances } from '../../src/law/instances.ts';
import type { Cover } from '../../src/law/law.ts';
import type { Algebra, Scalars } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { logisticRuns } from '../instances/descent/logistic-runs.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import type { SetKind } from '../instances/descent/sets.ts';
import { reference, type SgdParts, squaredDistances, type Trace, trace } from './subject.ts';

/** Instances of several makes, mixed by weight; they simplify and decode like the first. */
export const mixture = <I>(parts: readonly (readonly [weight: number, instances: Instances<I>])[]): Instances<I> => ({
  ...parts[0]![1],
  generate: (draw: Draw) => draw.weighted(parts).generate(draw),
});

const RATIONAL_LOSSES = ['linear', 'quadratic', 'absolute', 'hinge', 'max-affine'] as const;
const RATIONAL_RATES = ['constant', 'sequence'] as const;

const rational = (sets: readonly (SetKind | 'space')[], horizon: number, dimension: number): Instances<OnlineRun> =>
  onlineRuns({ sets, losses: RATIONAL_LOSSES, schedules: RATIONAL_RATES, horizon, dimension });

/** SGD without a projection, every number rational: A-(11), and A-(12) for linear losses, are equalities. */
export const unprojectedRuns = rational(['space'], 6, 4);

/** Runs in which every number stays rational, so that the equalities of the derivation are decided exactly. */
export const rationalRuns = mixture([
  [4, unprojectedRuns],
  [5, rational(['box', 'l1-ball', 'polytope', 'product', 'segment', 'simplex'], 6, 4)],
  [1, rational(['affine', 'halfspace', 'hyperplane'], 4, 2)],
]);

/** Runs in which every number stays short, so that they may be long: shifts followed by clamps. */
const shortNumbers = (size: { readonly shortest?: number; readonly dimension?: number }): Instances<OnlineRun> =>
  onlineRuns({
    sets: ['box', 'space'],
    losses: ['linear', 'absolute', 'hinge', 'max-affine'],
    schedules: RATIONAL_RATES,
    ...size,
  });

/** From 7 to 128 steps, half of them more than 32; one in four has up to 32 coordinates instead. */
export const longRuns = mixture([
  [3, shortNumbers({ shortest: 7, dimension: 4 })],
  [1, shortNumbers({})],
]);

/** The runs, and one in twenty-five long. */
export const orLong = (runs: Instances<OnlineRun>): Instances<OnlineRun> =>
  mixture([
    [24, runs],
    [1, longRuns],
  ]);

/**
 * Runs from one end of an interval against the other, with linear losses that mostly push across it and nonincreasing
 * rates near the D/(G √T) that A-(5) singles out: the bounds of A-(4) and A-(15) come close to equality.
 */
export const marches: Instances<OnlineRun> = {
  ...rationalRuns,
  generate: (draw) => {
    const width = draw.integer(1, 4);
    const slope = draw.integer(1, 4);
    const rates = draw.list(draw.integer(1, 5), () => (draw.integer(1, 16) * width) / (8 * slope));
    return {
      set: { kind: 'box', lower: [0], upper: [width] },
      start: [draw.chance(0.8) ? width : draw.integer(0, width)],
      comparator: [draw.chance(0.8) ? 0 : draw.integer(0, width)],
      losses: rates.map(() => ({ kind: 'linear', slope: [draw.chance(0.8) ? slope : draw.integer(-slope, slope)] })),
      schedule: { kind: 'sequence', rates: rates.sort((a, b) => b - a) },
    };
  },
};

/** Rational runs with nonzero rates of any sign in any order. */
export const ratesOfAnySign: Instances<OnlineRun> = {
  ...rationalRuns,
  generate: (draw) => {
    const run = orLong(rationalRuns).generate(draw);
    const signed = (): Exact => timesExact(draw.chance(0.5) ? 1 : -1, draw.positive('fraction', 2));
    return { ...run, schedule: { kind: 'sequence', rates: run.losses.map(signed) } };
  },
};

const shortAndLong = mixture([
  [20, rationalRuns],
  [9, marches],
  [1, longRuns],
]);

/** Rational runs with positive rates in any order. */
export const anyPositiveRates: Instances<OnlineRun> = {
  ...rationalRuns,
  generate: (draw) => {
    const run = shortAndLong.generate(draw);
    return { ...run, schedule: { kind: 'sequence', rates: run.losses.map(() => draw.positive('dyadic', 2)) } };
  },
};

/** Rational runs with one rate for all steps. */
export const constantRates: Instances<OnlineRun> = {
  ...rationalRuns,
  generate: (draw) => ({
    ...rationalRuns.generate(draw),
    schedule: { kind: 'constant', rate: draw.positive('dyadic', 2) },
  }),
};

/** Mostly rational runs; one in ten has the roots of a ball or of the rates α/√t in it, and is short. */
export const derivationRuns = mixture([
  [18, rationalRuns],
  [1, rational(['ball'], 1, 4)],
  [
    1,
    onlineRuns({
      sets: ['box', 'simplex', 'space'],
      losses: RATIONAL_LOSSES,
      schedules: ['decay', 'horizon'],
      horizon: 2,
      dimension: 2,
    }),
  ],
]);

/** The same for inequalities, which take any loss: some runs are long, some have logistic losses. */
export const inequalityRuns = mixture([
  [46, derivationRuns],
  [2, longRuns],
  [2, logisticRuns],
]);

/** η_1 … η_T as the schedule promises them, whatever rates the implementation under judgement takes. */
export const promisedRates = <S>(F: Scalars<S>, { losses, schedule }: OnlineRun): S[] =>
  losses.map((_, t) => scheduleRate(F, schedule, t + 1));

/** Σ (L_t(θ_t) − L_t(c)), T times the left side of A-(4). */
export const totalRegret = <S>({ sub, sum }: Scalars<S>, { losses, comparatorLosses }: Trace<S>): S =>
  sum(losses.map((loss, t) => sub(loss, comparatorLosses[t]!)));

/** ‖g_1‖² … ‖g_T‖². */
export const squaredGradients = <S>(F: Algebra<S>, { gradients }: Trace<S>): S[] => gradients.map(F.squaredNorm);

/** Σ η_t ‖g_t‖² / 2. */
export const gradientTerm = <S>({ div, mul, of, sum }: Scalars<S>, rates: readonly S[], squared: readonly S[]): S =>
  div(sum(rates.map((eta, t) => mul(eta, squared[t]!))), of(2));

/** max ‖θ_t − c‖² over t ≤ T: the least D² that A-(14) allows. */
export const largestSquaredDistance = <S>(F: Algebra<S>, run: Trace<S>): S =>
  squaredDistances(F, run)
    .slice(0, -1)
    .reduce((most, a) => F.max(most, a));

/** The run in doubles, with a note of whether any step was projected to another point. For statistics only. */
function observed(instance: OnlineRun): { readonly run: Trace<number>; readonly moved: boolean } {
  let moved = false;
  const watched: SgdParts = {
    ...reference,
    project: (F, set, x) => {
      const projected = reference.project(F, set, x);
      moved ||= projected.some((coordinate, i) => F.approximate(coordinate) !== F.approximate(x[i]!));
      return projected;
    },
  };
  return { run: trace(float64, instance, watched), moved };
}

/** Runs in which a projection changed a point. */
export const projectionMoved = (atLeast: number): Cover<OnlineRun> => ({
  atLeast,
  when: (instance) => instance.set.kind !== 'space' && observed(instance).moved,
});

/** Runs that end farther from the comparator than they had been before. */
export const lastIterateFarthest = (atLeast: number): Cover<OnlineRun> => ({
  atLeast,
  when: (instance) => {
    const distances = squaredDistances(float64, observed(instance).run);
    return distances.at(-1)! > Math.max(...distances.slice(0, -1));
  },
});

/** Cases in which the largest left side is at least a share of its right side. */
export const ratioFrom = <I>(share: number, atLeast: number): Cover<I> => ({
  atLeast,
  when: (_instance, ratio) => ratio !== undefined && ratio >= share,
});

/** Runs of at least two steps. */
export const severalSteps = (atLeast: number): Cover<OnlineRun> => ({
  atLeast,
  when: ({ losses }) => losses.length > 1,
});

/** Runs of more than the given number of steps. */
export const stepsBeyond = (steps: number, atLeast: number): Cover<OnlineRun> => ({
  atLeast,
  when: ({ losses }) => losses.length > steps,
});
