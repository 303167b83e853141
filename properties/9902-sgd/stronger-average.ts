import { averageRegret, regretBound } from '../../src/descent/regret.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { encode } from '../../src/law/witness.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { atMost, type Relation } from '../../src/scalar/relation.ts';
import {
  anyOrderOfRates,
  changingLosses,
  comparatorBeyond,
  distanceClaimedSmall,
  gradientClaimedSmall,
  negatedLosses,
  negativeRates,
  twoIntegers,
  withOneLoss,
} from '../breaking/descent/derivation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { modelLossValue } from '../model.ts';
import { searched } from '../necessity.ts';
import { convexFunctions } from './convexity.ts';
import { marches, mixture, projectionMoved, ratioFrom, rationalRuns, severalSteps } from './derivation-runs.ts';
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

/** A statement about the run of an instance. */
const ofRun =
  (says: <S>(F: Algebra<S>, run: Trace<S>, instance: OnlineRun) => Relation<S>) =>
  <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Relation<S> =>
    says(F, trace(F, instance, use), instance);

export const trivialLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.trivial-bound',
  version: 1,
  cites: [{ article: '9902', equations: [9], place: 'with Cauchy–Schwarz' }],
  section: SECTIONS.beyond,
  states: String.raw`\frac1T\sum_tL_t(\theta_t)-L_t(c)\le GD`,
  says: 'Whatever the rates and the steps, the average regret is at most GD.',
  expects: 'holds',
  instances: mixture([
    [4, rationalRuns],
    [1, marches],
  ]),
  hypotheses: [
    convexLosses(searched(negatedLosses)),
    distanceBound(searched(distanceClaimedSmall)),
    gradientBound(searched(gradientClaimedSmall)),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: ofRun((F, run, instance) => {
    const { squaredDistance, squaredGradient } = squaredBounds(F, instance, run);
    return atMost(
      averageRegret(F, run.losses, run.comparatorLosses),
      F.sqrt(F.mul(squaredDistance, squaredGradient)),
      'average regret',
    );
  }),
  cover: { 'inequality tight': ratioFrom(1, 0.01) },
  teeth: {
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: ofRun((F, run, instance) => {
        const { squaredDistance, squaredGradient } = squaredBounds(F, instance, run);
        return atMost(
          averageRegret(F, run.losses, run.comparatorLosses),
          F.div(F.sqrt(F.mul(squaredDistance, squaredGradient)), F.of(2)),
        );
      }),
    },
    'squares-for-norms': {
      says: 'The bound is G²D².',
      claim: ofRun((F, run, instance) => {
        const { squaredDistance, squaredGradient } = squaredBounds(F, instance, run);
        return atMost(averageRegret(F, run.losses, run.comparatorLosses), F.mul(squaredDistance, squaredGradient));
      }),
    },
  },
  derivation: ['sgd.cvx'],
});

/** (1/T) Σ θ_t over t = 1 … T. */
const averageIterate = <S>(F: Algebra<S>, { iterates, gradients }: Trace<S>): Vector<S> =>
  F.scale(
    F.div(F.one, F.of(gradients.length)),
    iterates.slice(0, gradients.length).reduce((sum, theta) => F.plus(sum, theta)),
  );

/** L̄(θ) − L̄(c), L̄ the mean of the losses of the run. */
const meanLossGap = <S>(F: Algebra<S>, run: Trace<S>, { losses }: OnlineRun, theta: Vector<S>): S =>
  averageRegret(
    F,
    losses.map((loss) => modelLossValue(F, loss, theta)),
    run.comparatorLosses,
  );

const averagedClaim = <S>(F: Algebra<S>, run: Trace<S>, instance: OnlineRun, theta: Vector<S>): Relation<S> => {
  const gap = meanLossGap(F, run, instance, theta);
  return [
    atMost(gap, averageRegret(F, run.losses, run.comparatorLosses), 'Jensen'),
    atMost(gap, regretBound(F, { ...squaredBounds(F, instance, run), rates: run.rates }), 'bound'),
  ];
};

export const averagedIterateLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.averaged-iterate',
  version: 1,
  cites: [{ article: '9902', equations: [4], place: '“the average of the SGD iterates”' }],
  section: SECTIONS.beyond,
  states: String.raw`L(\bar\theta)-L(c)\le\frac1T\sum_tL(\theta_t)-L(c)\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t,\quad\bar\theta=\frac1T\sum_t\theta_t`,
  says: 'When every step sees the same loss, A-(4) also bounds the loss at the average of the iterates.',
  expects: 'holds',
  instances: withOneLoss(rationalRuns),
  hypotheses: [
    {
      name: 'one-loss',
      says: 'Every step sees the same loss.',
      holds: ({ losses }) => losses.every((loss) => sameData(loss, losses[0]!)),
      necessity: searched(changingLosses),
    },
    nonincreasingRates(searched(withOneLoss(anyOrderOfRates))),
    positiveRates(searched(withOneLoss(negativeRates))),
    convexFunctions(searched(withOneLoss(negatedLosses))),
    convexSet(searched(withOneLoss(twoIntegers))),
    comparatorInside(searched(withOneLoss(comparatorBeyond))),
    distanceBound(searched(withOneLoss(distanceClaimedSmall))),
    gradientBound(searched(withOneLoss(gradientClaimedSmall))),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: ofRun((F, run, instance) => averagedClaim(F, run, instance, averageIterate(F, run))),
  cover: { 'several steps': severalSteps(0.5), 'projection moved a point': projectionMoved(0.3) },
  teeth: {
    'last-iterate': {
      says: 'The last iterate stands for the average.',
      claim: ofRun((F, run, instance) => averagedClaim(F, run, instance, run.iterates.at(-1)!)),
    },
    'divided-by-T+1': {
      says: 'The sum of T iterates is divided by T + 1.',
      claim: ofRun((F, run, instance) => {
        const T = run.gradients.length;
        const theta = F.scale(F.div(F.of(T), F.of(T + 1)), averageIterate(F, run));
        return averagedClaim(F, run, instance, theta);
      }),
    },
  },
  derivation: ['sgd.cvx', 'sgd.regret-bound'],
});

const sameData = (a: unknown, b: unknown): boolean => JSON.stringify(encode(a)) === JSON.stringify(encode(b));

/** What follows from A-(9) alone, and what A-(4) says of the average iterate. */
export const averageLaws: readonly AnyLaw[] = [trivialLaw, averagedIterateLaw];
