import { gradientRegretBound } from '../../src/descent/regret.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra, Scalars } from '../../src/scalar/algebra.ts';
import { atMostExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, type Relation } from '../../src/scalar/relation.ts';
import {
  anyOrderOfRates,
  comparatorBeyond,
  distanceClaimedSmall,
  fallingRates,
  negatedLosses,
  negativeRates,
  negativeRatesAtKinks,
  twoIntegers,
} from '../breaking/descent/derivation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { searched } from '../necessity.ts';
import {
  anyPositiveRates,
  constantRates,
  derivationRuns,
  gradientTerm,
  lastIterateFarthest,
  marches,
  mixture,
  projectionMoved,
  ratioFrom,
  severalSteps,
  squaredGradients,
  totalRegret,
} from './derivation-runs.ts';
import {
  comparatorInside,
  convexLosses,
  convexSet,
  distanceBound,
  nonincreasingRates,
  positiveRates,
} from './hypotheses.ts';
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
import { gradientSign, increasingRates } from './teeth/parts.ts';

/** What every law here needs of a run: A-(12) holds at each step. */
const stepHypotheses = [
  positiveRates(searched(negativeRates)),
  convexLosses(searched(negatedLosses)),
  convexSet(searched(twoIntegers)),
  comparatorInside(searched(comparatorBeyond)),
];

const text = (place: string) => [{ article: '9902', equations: [14], place }] as const;
const ascends = { 'gradient-sign': { says: 'The step ascends.', use: gradientSign } };

/** A statement about the run of an instance. */
const ofRun =
  (says: <S>(F: Algebra<S>, run: Trace<S>, instance: OnlineRun) => Relation<S>) =>
  <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Relation<S> =>
    says(F, trace(F, instance, use), instance);

const half = <S>({ div, of }: Scalars<S>, x: S): S => div(x, of(2));

/** (D²/2) [1/η_1 + Σ_{t≥2} max(0, 1/η_t − 1/η_{t−1})] + Σ η_t ‖g_t‖² / 2, for rates in any order. */
export function anyRatesBound<S>(F: Scalars<S>, squaredDistance: S, squared: readonly S[], rates: readonly S[]): S {
  const { add, div, max, mul, one, sub, sum, zero } = F;
  const inverse = rates.map((eta) => div(one, eta));
  const rises = inverse.slice(1).map((each, t) => max(zero, sub(each, inverse[t]!)));
  return add(half(F, mul(squaredDistance, add(inverse[0]!, sum(rises)))), gradientTerm(F, rates, squared));
}

export const anyRatesLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.any-rates',
  version: 1,
  cites: text('without “nonincreasing”'),
  section: SECTIONS.assumptions,
  states: String.raw`\sum_tL_t(\theta_t)-L_t(c)\le\frac{D^2}2\Bigl[\frac1{\eta_1}+\sum_{t\ge2}\max\Bigl(0,\frac1{\eta_t}-\frac1{\eta_{t-1}}\Bigr)\Bigr]+\sum_t\frac{\eta_t\|g_t\|^2}2`,
  says: 'For positive rates in any order, only the falls of the rates cost anything; with nonincreasing rates this is A-(15).',
  expects: 'holds',
  instances: anyPositiveRates,
  hypotheses: [...stepHypotheses, distanceBound(searched(distanceClaimedSmall))],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: ofRun((F, run, instance) => {
    const { squaredDistance } = squaredBounds(F, instance, run);
    return atMost(totalRegret(F, run), anyRatesBound(F, squaredDistance, squaredGradients(F, run), run.rates));
  }),
  cover: {
    'a rate rises': {
      atLeast: 0.3,
      when: ({ schedule }) =>
        schedule.kind === 'sequence' &&
        schedule.rates.some((rate, t) => t > 0 && !atMostExact(rate, schedule.rates[t - 1]!)),
    },
    'projection moved a point': projectionMoved(0.2),
  },
  teeth: {
    ...ascends,
    'last-rate-only': {
      says: 'The bound of A-(15) is used for rates in any order.',
      claim: ofRun((F, run, instance) => {
        const { squaredDistance } = squaredBounds(F, instance, run);
        return atMost(
          totalRegret(F, run),
          gradientRegretBound(F, squaredDistance, squaredGradients(F, run), run.rates),
        );
      }),
    },
    'first-rate-only': {
      says: 'The falls of the rates are left out.',
      claim: ofRun((F, run, instance) => {
        const first = F.div(squaredBounds(F, instance, run).squaredDistance, run.rates[0]!);
        return atMost(totalRegret(F, run), F.add(half(F, first), gradientTerm(F, run.rates, squaredGradients(F, run))));
      }),
    },
  },
  derivation: ['sgd.cvx', 'sgd.expand', 'sgd.solve', 'sgd.step', 'sgd.sum', 'sgd.abel'],
});

/** Σ η_t (L_t(θ_t) − L_t(c)) and its bound, without the term of the last distance. */
const weightedSides = <S>(F: Algebra<S>, run: Trace<S>): { left: S; first: S; last: S; gradients: S } => {
  const { div, mul, of, square, sub, sum } = F;
  const a = squaredDistances(F, run);
  const squared = squaredGradients(F, run);
  return {
    left: sum(run.rates.map((eta, t) => mul(eta, sub(run.losses[t]!, run.comparatorLosses[t]!)))),
    first: half(F, a[0]!),
    last: half(F, a.at(-1)!),
    gradients: div(sum(run.rates.map((eta, t) => mul(square(eta), squared[t]!))), of(2)),
  };
};

export const weightedLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.weighted',
  version: 1,
  cites: [{ article: '9902', equations: [10], place: 'summed as it is' }],
  section: SECTIONS.assumptions,
  states: String.raw`\sum_t\eta_t\,(L_t(\theta_t)-L_t(c))\le\frac{\|\theta_1-c\|^2}2-\frac{\|\theta_{T+1}-c\|^2}2+\sum_t\frac{\eta_t^2\|g_t\|^2}2`,
  says: 'Weighted by the rates, the regret is bounded by the start’s distance alone: neither monotone rates nor a bounded set are needed.',
  expects: 'holds',
  instances: anyPositiveRates,
  hypotheses: [positiveRates(searched(negativeRatesAtKinks)), ...stepHypotheses.slice(1)],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: ofRun((F, run) => {
    const { left, first, last, gradients } = weightedSides(F, run);
    return atMost(left, F.add(F.sub(first, last), gradients), 'weighted regret');
  }),
  cover: { 'several steps': severalSteps(0.5), 'inequality tight': ratioFrom(1, 0.04) },
  teeth: {
    ...ascends,
    'rate-not-squared': {
      says: 'The gradient terms have η_t for η_t².',
      claim: ofRun((F, run) => {
        const { left, first, last } = weightedSides(F, run);
        return atMost(left, F.add(F.sub(first, last), gradientTerm(F, run.rates, squaredGradients(F, run))));
      }),
    },
    'distances-swapped': {
      says: 'The first and the last distance are exchanged.',
      claim: ofRun((F, run) => {
        const { left, first, last, gradients } = weightedSides(F, run);
        return atMost(left, F.add(F.sub(last, first), gradients));
      }),
    },
  },
  derivation: ['sgd.cvx', 'sgd.expand', 'sgd.solve', 'sgd.step'],
});

const sameRates = {
  name: 'constant-rates',
  says: 'All rates are equal.',
  holds: ({ schedule, losses }: OnlineRun): boolean => {
    if (schedule.kind === 'sequence') {
      const [first] = schedule.rates;
      return schedule.rates.every((rate) => atMostExact(rate, first!) && atMostExact(first!, rate));
    }
    return schedule.kind !== 'decay' || losses.length === 1;
  },
  necessity: searched(fallingRates),
};

export const constantRateLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.constant-rate-unbounded',
  version: 1,
  cites: text('the sum over t ≥ 2 is 0 when the rates are equal'),
  section: SECTIONS.assumptions,
  states: String.raw`\sum_tL_t(\theta_t)-L_t(c)\le\frac{\|\theta_1-c\|^2}{2\eta}+\frac\eta2\sum_t\|g_t\|^2`,
  says: 'With one rate for all steps D may be the distance of the start, and Θ may be unbounded, even the whole space.',
  expects: 'holds',
  instances: constantRates,
  hypotheses: [sameRates, ...stepHypotheses],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: ofRun((F, run) => {
    const first = squaredDistances(F, run)[0]!;
    return atMost(totalRegret(F, run), gradientRegretBound(F, first, squaredGradients(F, run), run.rates));
  }),
  cover: {
    'θ_{T+1} is the farthest': lastIterateFarthest(0.15),
    'projection moved a point': projectionMoved(0.2),
    'several steps': severalSteps(0.5),
  },
  teeth: {
    ...ascends,
    'last-distance-for-first': {
      says: 'D is the distance of θ_{T+1}.',
      claim: ofRun((F, run) => {
        const last = squaredDistances(F, run).at(-1)!;
        return atMost(totalRegret(F, run), gradientRegretBound(F, last, squaredGradients(F, run), run.rates));
      }),
    },
    'half-too-many': {
      says: 'The gradient terms have one factor ½ too many.',
      claim: ofRun((F, run) => {
        const first = squaredDistances(F, run)[0]!;
        const squared = squaredGradients(F, run).map((g) => half(F, g));
        return atMost(totalRegret(F, run), gradientRegretBound(F, first, squared, run.rates));
      }),
    },
  },
  derivation: ['sgd.cvx', 'sgd.expand', 'sgd.solve', 'sgd.step', 'sgd.sum', 'sgd.abel'],
});

export const lastDistanceLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.last-distance',
  version: 1,
  cites: text('a_{T+1} ≤ D² is not used'),
  section: SECTIONS.assumptions,
  states: String.raw`\sum_tL_t(\theta_t)-L_t(c)\le\frac{D^2-\|\theta_{T+1}-c\|^2}{2\eta_T}+\sum_t\frac{\eta_t\|g_t\|^2}2,\quad D=\max_{t\le T}\|\theta_t-c\|`,
  says: 'D need not bound the distance after the last step, however large; where that distance is large, the bound is better still.',
  expects: 'holds',
  instances: mixture([
    [4, derivationRuns],
    [1, marches],
  ]),
  hypotheses: [
    nonincreasingRates(searched(anyOrderOfRates)),
    ...stepHypotheses,
    distanceBound(searched(distanceClaimedSmall)),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: ofRun((F, run, instance) => {
    const D2 = squaredBounds(F, instance, run).squaredDistance;
    const rest = F.sub(D2, squaredDistances(F, run).at(-1)!);
    return atMost(totalRegret(F, run), gradientRegretBound(F, rest, squaredGradients(F, run), run.rates));
  }),
  cover: { 'θ_{T+1} is the farthest': lastIterateFarthest(0.1), 'inequality tight': ratioFrom(1, 0.02) },
  teeth: {
    ...ascends,
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: ofRun((F, run, instance) => {
        const quarter = F.div(squaredBounds(F, instance, run).squaredDistance, F.of(4));
        const rest = F.sub(quarter, squaredDistances(F, run).at(-1)!);
        return atMost(totalRegret(F, run), gradientRegretBound(F, rest, squaredGradients(F, run), run.rates));
      }),
    },
    'increasing-rates': increasingRates,
  },
  derivation: ['sgd.cvx', 'sgd.expand', 'sgd.solve', 'sgd.step', 'sgd.sum', 'sgd.abel'],
});

/** What A-(4) does not need. */
export const strongerLaws: readonly AnyLaw[] = [anyRatesLaw, weightedLaw, constantRateLaw, lastDistanceLaw];
