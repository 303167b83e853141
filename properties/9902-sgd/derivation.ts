import { gradientRegretBound, regretBound } from '../../src/descent/regret.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { atMost, type Relation } from '../../src/scalar/relation.ts';
import {
  anyOrderOfRates,
  comparatorBeyond,
  distanceClaimedSmall,
  gradientClaimedSmall,
  negatedLosses,
  negativeRates,
  twoIntegers,
  unprojected as withoutProjection,
} from '../breaking/descent/derivation.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import { searched } from '../necessity.ts';
import { convexityLaws } from './convexity.ts';
import { abelLaws } from './derivation-abel.ts';
import {
  inequalityRuns,
  lastIterateFarthest,
  longRuns,
  marches,
  mixture,
  projectionMoved,
  ratioFrom,
  severalSteps,
  squaredGradients,
  stepsBeyond,
  totalRegret,
} from './derivation-runs.ts';
import { stepLaws } from './derivation-step.ts';
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
import { float64Reference, reference, type SgdParts, squaredBounds, type Trace, trace } from './subject.ts';
import { gradientSign, increasingRates } from './teeth/parts.ts';

/** The steps of the article's proof up to A-(15), in order: what A-(4) is derived from. */
export const DERIVATION = [
  'sgd.cvx',
  'sgd.expand',
  'sgd.solve',
  'sgd.step',
  'sgd.sum',
  'sgd.abel',
  'sgd.abel-bound',
  'sgd.abel-close',
] as const;

/** The same for projected runs and constants that do not depend on the run, with A-(17) and A-(18), up to A-(4). */
export const PROJECTED_DERIVATION = [
  'proj.feasible',
  'sgd.cvx',
  'sgd.expand',
  'proj.step',
  ...DERIVATION.slice(2),
  'sgd.combine',
  'sgd.regret-bound',
] as const;

/** The three terms of A-(15). */
interface Terms<S> {
  readonly regret: S;
  readonly middle: S;
  readonly bound: S;
}

function termsOf<S>(F: Algebra<S>, instance: OnlineRun, run: Trace<S>, shareOfD2: S = F.one): Terms<S> {
  const { squaredDistance, squaredGradient } = squaredBounds(F, instance, run);
  const D2 = F.mul(shareOfD2, squaredDistance);
  return {
    regret: totalRegret(F, run),
    middle: gradientRegretBound(F, D2, squaredGradients(F, run), run.rates),
    bound: F.mul(F.of(run.rates.length), regretBound(F, { squaredDistance: D2, squaredGradient, rates: run.rates })),
  };
}

const chain = <S>({ regret, middle, bound }: Terms<S>): Relation<S> => [
  atMost(regret, middle, 'total regret'),
  atMost(middle, bound, 'the gradients bounded by G'),
];

export const combineLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.combine',
  version: 1,
  cites: [{ article: '9902', equations: [15] }],
  section: SECTIONS.proof,
  states: String.raw`\sum_tL_t(\theta_t)-\sum_tL_t(c)\le\frac{D^2}{2\eta_T}+\sum_t\frac{\eta_t\|g_t\|^2}2\le\frac{D^2}{2\eta_T}+\frac{G^2}2\sum_t\eta_t`,
  says: 'The total regret is at most D²/(2η_T) + Σ η_t‖g_t‖²/2, a bound by the data; with ‖g_t‖ ≤ G it becomes T times A-(4).',
  expects: 'holds',
  instances: mixture([
    [39, inequalityRuns],
    [1, longRuns],
    [10, marches],
  ]),
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
  claim: (F, instance, use) => chain(termsOf(F, instance, trace(F, instance, use))),
  cover: {
    'several steps': severalSteps(0.5),
    'projection moved a point': projectionMoved(0.3),
    'more than 6 steps': stepsBeyond(6, 0.005),
  },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'increasing-rates': increasingRates,
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: (F, instance, use) => chain(termsOf(F, instance, trace(F, instance, use), F.div(F.one, F.of(4)))),
    },
    'missing-half': {
      says: 'The middle term has Σ η_t‖g_t‖² without its factor ½.',
      claim: (F, instance, use) => {
        const run = trace(F, instance, use);
        const terms = termsOf(F, instance, run);
        const ofGradients = gradientRegretBound(F, F.zero, squaredGradients(F, run), run.rates);
        return chain({ ...terms, middle: F.add(terms.middle, ofGradients) });
      },
    },
    'first-rate-for-last': {
      says: 'D² is divided by 2η_1.',
      claim: (F, instance, use) => {
        const run = trace(F, instance, use);
        const rates = [...run.rates.slice(1), run.rates[0]!];
        const squared = squaredGradients(F, run);
        const shifted = [...squared.slice(1), squared[0]!];
        const { squaredDistance } = squaredBounds(F, instance, run);
        return atMost(totalRegret(F, run), gradientRegretBound(F, squaredDistance, shifted, rates));
      },
    },
  },
  derivation: DERIVATION,
});

const LOSSES = ['linear', 'quadratic', 'absolute', 'hinge', 'max-affine'] as const;
const SCHEDULES = ['constant', 'horizon', 'decay', 'sequence'] as const;

const LONG = { shortest: 17, dimension: 4 };

/** SGD without a projection; some of the runs are in one dimension and so short that the bound can be tight, some long. */
const unprojected = mixture([
  [1, onlineRuns({ sets: ['space'], losses: ['linear', 'absolute', 'hinge'], schedules: SCHEDULES })],
  [2, onlineRuns({ sets: ['space'], losses: ['linear', 'absolute', 'hinge'], schedules: SCHEDULES, ...LONG })],
  [36, onlineRuns({ sets: ['space'], losses: LOSSES, schedules: SCHEDULES, horizon: 16, dimension: 8 })],
  [12, onlineRuns({ sets: ['space'], losses: ['linear', 'absolute'], schedules: SCHEDULES, horizon: 2, dimension: 1 })],
  [6, withoutProjection(marches)],
  [3, onlineRuns({ sets: ['space'], losses: ['logistic'], schedules: SCHEDULES, horizon: 3, dimension: 2 })],
]);

/** D and G read off the run itself, whatever the instance claims. */
const aPosteriori = ({ bounds: _, ...run }: OnlineRun): OnlineRun => run;

export const posthocLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.posthoc',
  version: 1,
  cites: [{ article: '9902', equations: [4, 14, 15], place: 'D = max ‖θ_t − θ*‖, G = max ‖g_t‖ after the run' }],
  section: SECTIONS.proof,
  states: String.raw`\frac1T\sum_tL_t(\theta_t)-\frac1T\sum_tL_t(c)\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t,\quad D=\max_{t\le T}\|\theta_t-c\|,\ G=\max_{t\le T}\|g_t\|`,
  says: 'With D and G read off the run afterwards, A-(4) holds without a projection and without any bounded set.',
  expects: 'holds',
  instances: unprojected,
  hypotheses: [
    nonincreasingRates(searched(withoutProjection(anyOrderOfRates))),
    positiveRates(searched(withoutProjection(negativeRates))),
    convexLosses(searched(withoutProjection(negatedLosses))),
  ],
  subject: 'step',
  reference,
  float64: float64Reference,
  claim: (F, instance, use) => {
    const run = trace(F, instance, use);
    const { regret, bound } = termsOf(F, aPosteriori(instance), run);
    return atMost(regret, bound, 'total regret');
  },
  cover: {
    'θ_{T+1} is the farthest': lastIterateFarthest(0.12),
    'bound within a factor 2': ratioFrom(0.5, 0.02),
    'more than 16 steps': stepsBeyond(16, 0.005),
  },
  teeth: {
    'increasing-rates': increasingRates,
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: (F, instance, use) => {
        const { regret, bound } = termsOf(F, aPosteriori(instance), trace(F, instance, use), F.div(F.one, F.of(4)));
        return atMost(regret, bound);
      },
    },
  },
  derivation: DERIVATION,
});

/** A-(9)…(15), in the order of the article. */
export const derivationLaws: readonly AnyLaw[] = [...convexityLaws, ...stepLaws, ...abelLaws, combineLaw, posthocLaw];
