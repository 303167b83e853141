import { averageRegret, regretBound } from '../../src/descent/regret.ts';
import type { Draw } from '../../src/law/draw.ts';
import { law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { atMost } from '../../src/scalar/relation.ts';
import {
  anyOrderOfRates,
  comparatorBeyond,
  distanceClaimedSmall,
  gradientClaimedSmall,
  negatedLosses,
  negativeRates,
  twoIntegers,
} from '../breaking/descent/derivation.ts';
import { decided } from '../instances/descent/decided-runs.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import { BOUNDED_SETS } from '../instances/descent/sets.ts';
import { searched } from '../necessity.ts';
import { DERIVATION } from './derivation.ts';
import { marches, mixture, projectionMoved, ratioFrom, severalSteps } from './derivation-runs.ts';
import {
  comparatorInside,
  convexLosses,
  convexSet,
  distanceBound,
  gradientBound,
  nonincreasingRates,
  positiveRates,
} from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { float64Reference, reference, type SgdParts, squaredBounds, trace } from './subject.ts';
import { gradientSign, increasingRates } from './teeth/parts.ts';

/** The two sides of A-(4), for the rates that the run took, with D² multiplied by a share of it. */
const sidesOf = <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts, shareOfD2: S = F.one): readonly [S, S] => {
  const run = trace(F, instance, use);
  const { squaredDistance, squaredGradient } = squaredBounds(F, instance, run);
  const bounds = { squaredDistance: F.mul(shareOfD2, squaredDistance), squaredGradient, rates: run.rates };
  return [averageRegret(F, run.losses, run.comparatorLosses), regretBound(F, bounds)];
};

const LOSSES = ['linear', 'quadratic', 'absolute', 'hinge', 'max-affine'] as const;
const KINKED = ['absolute', 'hinge', 'max-affine'] as const;
const SCHEDULES = ['constant', 'horizon', 'decay', 'sequence'] as const;
const POLYHEDRA = ['box', 'l1-ball', 'polytope', 'product', 'segment', 'simplex'] as const;

const anyLogisticRuns = onlineRuns({
  sets: BOUNDED_SETS,
  losses: ['logistic'],
  schedules: SCHEDULES,
  horizon: 3,
  dimension: 4,
});
const logisticRuns = { ...anyLogisticRuns, generate: (draw: Draw) => decided(draw, anyLogisticRuns.generate) };

/**
 * Every bounded set, loss and schedule, a few of the runs long; logistic losses in few steps, because only intervals
 * decide them; and marches across an interval, where the bound can be tight. On a ball losses with kinks go with
 * irrational rates in few steps alone: a boundary point reached through many roots could lie on a kink, and no reading
 * would see that it does.
 */
const boundedRuns = mixture([
  [16, onlineRuns({ sets: POLYHEDRA, losses: LOSSES, schedules: SCHEDULES, horizon: 16 })],
  [4, onlineRuns({ sets: POLYHEDRA, losses: LOSSES, schedules: SCHEDULES })],
  [2, onlineRuns({ sets: ['ball'], losses: ['linear', 'quadratic'], schedules: SCHEDULES })],
  [2, onlineRuns({ sets: ['ball'], losses: LOSSES, schedules: ['constant', 'sequence'], horizon: 16 })],
  [1, logisticRuns],
  [1, onlineRuns({ sets: ['ball'], losses: KINKED, schedules: ['horizon', 'decay'], horizon: 3, dimension: 4 })],
  [7, marches],
]);

export const regretBoundLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.regret-bound',
  version: 1,
  cites: [{ article: '9902', equations: [4, 15] }],
  section: SECTIONS.first,
  states: String.raw`\frac1T\sum_t L(x_t,\theta_t)-\frac1T\sum_t L(x_t,c)\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t`,
  says: 'The average regret against every comparator in Θ is at most D²/(2Tη_T) + G²/(2T) Σ η_t.',
  expects: 'holds',
  instances: boundedRuns,
  hypotheses: [
    nonincreasingRates(searched(anyOrderOfRates)),
    positiveRates(searched(negativeRates)),
    convexLosses(searched(negatedLosses)),
    convexSet(searched(twoIntegers)),
    comparatorInside(searched(comparatorBeyond)),
    distanceBound(searched(distanceClaimedSmall)),
    gradientBound(searched(gradientClaimedSmall)),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, instance, use) => atMost(...sidesOf(F, instance, use), 'average regret'),
  cover: {
    'projection moved a point': projectionMoved(0.4),
    'several steps': severalSteps(0.5),
    'bound within a factor 2': ratioFrom(0.5, 0.02),
  },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'increasing-rates': increasingRates,
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: (F, instance, use) => atMost(...sidesOf(F, instance, use, F.div(F.one, F.of(4))), 'average regret'),
    },
    'half-too-many': {
      says: 'The bound has one factor ½ too many.',
      claim: (F, instance, use) => {
        const [regret, bound] = sidesOf(F, instance, use);
        return atMost(regret, F.div(bound, F.of(2)), 'average regret');
      },
    },
  },
  derivation: [...DERIVATION, 'sgd.combine'],
});
