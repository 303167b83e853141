import { averageRegret, regretBound } from '../../src/descent/regret.ts';
import { law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { atMost, type Relation } from '../../src/scalar/relation.ts';
import {
  anyComparator,
  anyOrderOfRates,
  concaveLosses,
  distanceOfStartOnly,
  gradientClaimedSmall,
  negativeRates,
  twoPointSets,
} from '../breaking/online-runs.ts';
import { type OnlineRun, onlineRuns } from '../instances/online-run.ts';
import { BOUNDED_SETS } from '../instances/sets.ts';
import {
  comparatorInside,
  convexLosses,
  convexSet,
  distanceBound,
  gradientBound,
  nonincreasingRates,
  positiveRates,
  searched,
} from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts, squaredBounds, trace } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

const claim = <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Relation<S> => {
  const run = trace(F, instance, use);
  const bounds = { ...squaredBounds(F, instance, run), rates: run.rates };
  return atMost(averageRegret(F, run.losses, run.comparatorLosses), regretBound(F, bounds), 'average regret');
};

export const regretBoundLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.regret-bound',
  version: 1,
  cites: [{ article: '9902', equations: [4, 15] }],
  section: SECTIONS.first,
  states: String.raw`\frac1T\sum_t L(x_t,\theta_t)-\frac1T\sum_t L(x_t,c)\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t`,
  says: 'The average regret against every comparator in Θ is at most D²/(2Tη_T) + G²/(2T) Σ η_t.',
  expects: 'holds',
  instances: onlineRuns({
    sets: BOUNDED_SETS,
    losses: ['linear', 'quadratic', 'absolute', 'hinge', 'logistic', 'max-affine'],
    schedules: ['constant', 'horizon', 'decay', 'sequence'],
  }),
  hypotheses: [
    nonincreasingRates(searched(anyOrderOfRates)),
    positiveRates(searched(negativeRates)),
    convexLosses(searched(concaveLosses)),
    convexSet(searched(twoPointSets)),
    comparatorInside(searched(anyComparator)),
    distanceBound(searched(distanceOfStartOnly)),
    gradientBound(searched(gradientClaimedSmall)),
  ],
  subject: 'projection',
  reference,
  claim,
  cover: {
    'bound within a factor 2': { atLeast: 0.02, when: (_run, ratio) => ratio !== undefined && ratio >= 0.5 },
  },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
  },
});
