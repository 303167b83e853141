import { z } from 'zod';
import { IDENTITY_LADDER } from '../../src/law/decide.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { type Exact, sameExact } from '../../src/scalar/exact.ts';
import { atMostExact, timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, below, equal, equalVectors } from '../../src/scalar/relation.ts';
import {
  comparatorBeyond,
  otherRates,
  recurved,
  stronglyConvex,
  tinyRuns,
  twoIntegers,
  unprojected,
} from '../breaking/descent/derivation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { isPositive } from '../instances/well-formed.ts';
import type { ModelLoss } from '../model.ts';
import { searched } from '../necessity.ts';
import {
  gradientTerm,
  projectionMoved,
  promisedRates,
  rationalRuns,
  severalSteps,
  squaredGradients,
  totalRegret,
  unprojectedRuns,
} from './derivation-runs.ts';
import { comparatorInside, convexSet, positiveRates } from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import {
  float64Reference,
  reference,
  type SgdParts,
  squaredBounds,
  squaredDistances,
  type Trace,
  trace,
} from './subject.ts';
import { gradientSign, rateIndexOffByOne } from './teeth/parts.ts';

/** η_1 = 1/σ; the runs of this file have their rates in a list. */
const firstRate = ({ schedule }: OnlineRun): Exact | undefined =>
  schedule.kind === 'sequence' ? schedule.rates[0] : undefined;

const harmonicRates: Hypothesis<OnlineRun> = {
  name: 'harmonic-rates',
  says: 'The rates are 1/(σ t): t η_t is the same at every step.',
  holds: ({ schedule }) =>
    schedule.kind === 'sequence' &&
    schedule.rates.every((rate, t) => sameExact(timesExact(t + 1, rate), schedule.rates[0]!)),
  necessity: searched(otherRates(stronglyConvex(tinyRuns, false))),
};

/** A condition on σ-times-η_1 of every loss, for losses (κ/2)‖θ − m‖². */
const curvatures = (run: OnlineRun, allowed: (curvatureTimesRate: Exact) => boolean): boolean => {
  const eta = firstRate(run);
  const fits = (loss: ModelLoss): boolean => loss.kind === 'quadratic' && allowed(timesExact(loss.curvature, eta!));
  return eta !== undefined && run.losses.every(fits);
};

const curvedEnough: Hypothesis<OnlineRun> = {
  name: 'strongly-convex',
  says: 'Every loss is σ-strongly convex, σ = 1/η_1: here (κ/2)‖θ − m‖² with κ ≥ σ.',
  holds: (run) => {
    const rising = isPositive(firstRate(run) ?? 1);
    return curvatures(run, (product) => (rising ? atMostExact(1, product) : atMostExact(product, 1)));
  },
  necessity: searched(recurved(stronglyConvex(tinyRuns, false), -1)),
};

const curvedExactly: Hypothesis<OnlineRun> = {
  name: 'exact-curvature',
  says: 'Every loss is (σ/2)‖θ − m_t‖² with σ = 1/η_1.',
  holds: (run) => curvatures(run, (product) => sameExact(product, 1)),
  necessity: searched(unprojected(recurved(stronglyConvex(tinyRuns, false), 1))),
};

/** Σ (L_t(θ_t) − L_t(c)) and Σ ‖g_t‖²/(2σt) − (σT/2)‖θ_{T+1} − c‖², with a factor on the second sum. */
const sidesOf = <S>(F: Algebra<S>, instance: OnlineRun, run: Trace<S>, factor: S): readonly [S, S] => {
  const rates = promisedRates(F, instance);
  const last = F.div(squaredDistances(F, run).at(-1)!, F.mul(F.of(2), rates.at(-1)!));
  return [totalRegret(F, run), F.sub(F.mul(factor, gradientTerm(F, rates, squaredGradients(F, run))), last)];
};

const teeth = {
  'gradient-sign': { says: 'The step ascends.', use: gradientSign },
  'rate-index-off-by-one': { says: 'Step t uses 1/(σ(t + 1)).', use: rateIndexOffByOne },
};

export const stronglyConvexLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.strongly-convex',
  version: 1,
  cites: [{ article: '9902', equations: [4], place: 'sharper for strongly convex losses (Hazan, Agarwal, Kale 2007)' }],
  section: SECTIONS.beyond,
  states: String.raw`\eta_t=\frac1{\sigma t}:\quad\sum_tL_t(\theta_t)-L_t(c)\le\sum_t\frac{\|g_t\|^2}{2\sigma t}-\frac{\sigma T}2\|\theta_{T+1}-c\|^2\le\frac{G^2}{2\sigma}\sum_{t=1}^T\frac1t`,
  says: 'For σ-strongly convex losses and rates 1/(σt) the distance of the start does not matter, and no set need be bounded.',
  expects: 'holds',
  instances: stronglyConvex(rationalRuns, true),
  hypotheses: [
    harmonicRates,
    curvedEnough,
    positiveRates(searched(stronglyConvex(tinyRuns, false, -1))),
    convexSet(searched(stronglyConvex(twoIntegers, false))),
    comparatorInside(searched(stronglyConvex(comparatorBeyond, false))),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, instance, use) => {
    const run = trace(F, instance, use);
    const [regret, bound] = sidesOf(F, instance, run, F.one);
    const { squaredGradient } = squaredBounds(F, { ...instance, bounds: undefined }, run);
    return [
      atMost(regret, bound, 'total regret'),
      atMost(bound, F.div(F.mul(squaredGradient, F.sum(run.rates)), F.of(2)), 'the gradients bounded by G'),
    ];
  },
  cover: { 'several steps': severalSteps(0.5), 'projection moved a point': projectionMoved(0.2) },
  teeth: {
    ...teeth,
    'half-too-many': {
      says: 'The gradient terms have one factor ½ too many.',
      claim: (F, instance, use) => atMost(...sidesOf(F, instance, trace(F, instance, use), F.div(F.one, F.of(2)))),
    },
  },
  derivation: ['sgd.expand', 'sgd.solve'],
});

/** Σ m_t / T. */
const meanCenter = <S>(F: Algebra<S>, { losses }: OnlineRun): Vector<S> =>
  F.scale(
    F.div(F.one, F.of(losses.length)),
    losses
      .map((loss) => F.vector(loss.kind === 'quadratic' ? loss.center : []))
      .reduce((sum, center) => F.plus(sum, center)),
  );

export const strongEqualityLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.strongly-convex-equality',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '9902', equations: [3], place: 'on quadratic losses' }],
  section: SECTIONS.beyond,
  states: String.raw`L_t(\theta)=\tfrac\sigma2\|\theta-m_t\|^2,\ \eta_t=\frac1{\sigma t},\ \Theta=\mathbb R^d:\quad\sum_tL_t(\theta_t)-L_t(c)=\sum_t\frac{\|g_t\|^2}{2\sigma t}-\frac{\sigma T}2\|\theta_{T+1}-c\|^2,\quad\theta_{T+1}=\frac1T\sum_tm_t`,
  says: 'On quadratic losses without a projection that bound is an equality, and the run ends at the mean of the minima.',
  expects: 'holds',
  instances: stronglyConvex(unprojectedRuns, false),
  hypotheses: [
    { ...harmonicRates, necessity: searched(unprojected(otherRates(stronglyConvex(tinyRuns, false)))) },
    curvedExactly,
    {
      name: 'no-projection',
      says: 'Θ is the whole space.',
      holds: ({ set }) => set.kind === 'space',
      necessity: searched(stronglyConvex(tinyRuns, false)),
    },
  ],
  subject: 'step',
  reference,
  claim: (F, instance, use) => {
    const run = trace(F, instance, use);
    return [
      equal(...sidesOf(F, instance, run, F.one), 'total regret'),
      equalVectors(run.iterates.at(-1)!, meanCenter(F, instance), 'θ_{T+1}: coordinate'),
    ];
  },
  cover: { 'several steps': severalSteps(0.5) },
  teeth: {
    ...teeth,
    'missing-half': {
      says: 'The gradient terms lack their factor ½.',
      claim: (F, instance, use) => equal(...sidesOf(F, instance, trace(F, instance, use), F.of(2))),
    },
  },
});

/** A number of steps. */
interface Horizon {
  readonly horizon: number;
}

const horizonSchema: z.ZodType<Horizon> = z.strictObject({ horizon: z.int().min(1).max(4096) });

/** T = 1, 2, …, 64 and some larger ones. */
const horizons: Instances<Horizon> = {
  all: [...Array.from({ length: 64 }, (_, t) => t + 1), 100, 128, 200, 256].map((horizon) => ({ horizon })),
  generate: (draw) => ({ horizon: draw.integer(1, 64) }),
  *simplify({ horizon }) {
    if (horizon > 1) yield { horizon: horizon - 1 };
  },
  accepts: ({ horizon }) => horizon >= 1,
  decode: (json) => horizonSchema.parse(json),
};

/** Σ_{t=from}^T 1/t. */
const harmonicSum = <S>({ div, of, one, sum }: Algebra<S>, from: number, to: number): S =>
  sum(Array.from({ length: Math.max(0, to - from + 1) }, (_, t) => div(one, of(from + t))));

export const harmonicLaw = law<Horizon, undefined>({
  id: 'sgd.harmonic-log',
  version: 1,
  cites: [{ article: '9902', equations: [7], place: 'the like for rates 1/(σt)' }],
  section: SECTIONS.beyond,
  states: String.raw`\ln(T+1)<\sum_{t=1}^T\frac1t\le1+\ln T`,
  says: 'Hence with G the total regret of strongly convex losses is at most G²(1 + ln T)/(2σ); equality only at T = 1.',
  expects: 'holds',
  instances: horizons,
  hypotheses: [],
  reference: undefined,
  claim: (F, { horizon }) => {
    const sum = harmonicSum(F, 1, horizon);
    // At T = 1 both sides are 1; from T = 2 on the inequality is strict, as intervals can see.
    const upper = horizon === 1 ? atMost(sum, F.one, 'above') : below(sum, F.add(F.one, F.log(F.of(horizon))), 'above');
    return [below(F.log(F.of(horizon + 1)), sum, 'below'), upper];
  },
  cover: {},
  teeth: {
    'one-forgotten': {
      says: 'The sum is at most ln T.',
      claim: (F, { horizon }) => atMost(harmonicSum(F, 1, horizon), F.log(F.of(horizon))),
    },
    'one-too-many': {
      says: 'The sum is below ln(T + 1).',
      claim: (F, { horizon }) => below(harmonicSum(F, 1, horizon), F.log(F.of(horizon + 1))),
    },
  },
});

/** Faster rates for losses with curvature. */
export const curvatureLaws: readonly AnyLaw[] = [stronglyConvexLaw, strongEqualityLaw, harmonicLaw];
