import { type MeanHypothesis, samplesNeeded } from '../../../src/law/e-process.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { stream } from '../../../src/random/index.ts';
import { asExact } from '../../../src/scalar/exact-arithmetic.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { atoms } from '../../../src/zeroth-order/directions.ts';
import { forwardDifference } from '../../../src/zeroth-order/estimator.ts';
import { evidenceOf, FALSE_ALARMS, noBettorWins } from '../../instances/seeds.ts';
import { objectiveOf } from '../../instances/zeroth-order/objectives.ts';
import { inside } from '../policy/observed.ts';
import { CENTRAL_PROBABILITIES } from '../policy/sampling.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import {
  forwardIn,
  type LinearEstimator,
  linearForwardIn,
  normals,
  type QuadraticDraws,
  type QuadraticEstimator,
  quadraticDraws,
  quadraticOf,
  type SlopeDraws,
  SMOOTHING,
  signs,
  slopeDraws,
} from './direction-draws.ts';
import { linearEstimatorMistakes, quadraticEstimatorMistakes } from './teeth/direction-samplers.ts';

/** Cases in a run: each is a test of its own, with its own part of the false alarms. Normal draws are dearer. */
const SIGN_RUNS = 2;
const NORMAL_RUNS = 1;

/**
 * Coordinate by coordinate the gradient. An estimate is at most the largest over all signs in size; half as much again
 * leaves room for the mean where all estimates agree.
 */
function signMeans(instance: QuadraticDraws): readonly MeanHypothesis[] {
  const Q = rationalReading;
  const f = objectiveOf(quadraticOf(instance));
  const [x, epsilon] = [Q.vector(instance.point), Q.of(SMOOTHING)];
  const all = atoms(Q, { kind: 'rademacher', dimension: 2 });
  const estimates = all.flatMap(({ direction }) => forwardDifference(Q, f, x, direction, epsilon));
  const most = 1.5 * Math.max(...estimates.map((estimate) => Math.abs(Q.approximate(estimate))));
  return gradientOf(Q, f, x).map((mean) => ({ range: [-most, most], mean: asExact(mean) }));
}

/**
 * All numbers are whole but ε = 1/2, so that the doubles are exact and the mean of an observation is the gradient
 * itself.
 *
 * Twice the estimates at which a gradient that is 3 % too long is expected to be found out: it is 9 or more along the
 * first axis, where the other coordinate, at most 4, and the curvature give an estimate a variance of at most 18.
 */
const signEvidence = evidenceOf((instance: QuadraticDraws, estimator: QuadraticEstimator) => {
  const hypotheses = signMeans(instance);
  const alpha = FALSE_ALARMS.share('zo.estimator-sampled', SIGN_RUNS);
  const estimate = estimator(instance, stream(instance.seed));
  return {
    hypotheses,
    alpha,
    observations: 2 * samplesNeeded({ bias: 0.27, variance: 18, alpha, tests: hypotheses.length }),
    observe: () => inside(hypotheses, estimate()),
  };
});

export const sampledForward = law<QuadraticDraws, QuadraticEstimator>({
  id: 'zo.estimator-sampled',
  version: 1,
  cites: [{ article: '7737', equations: [11] }],
  section: SECTIONS.zerothOrder,
  states: String.raw`u_i=\pm1\text{ drawn}:\quad\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)\quad\text{for quadratic }f`,
  says: 'The forward difference of a quadratic, run on drawn random signs, is the gradient on average. No bettor against it gets rich, except by a chance fixed in advance.',
  expects: 'holds',
  instances: quadraticDraws,
  hypotheses: [],
  subject: 'estimator',
  reference: forwardIn(signs),
  claim: (F, instance, use) => noBettorWins(F, signEvidence(instance, use)),
  cover: {},
  teeth: quadraticEstimatorMistakes,
  atMostRuns: SIGN_RUNS,
});

const UNIT = 2 ** -40;
const hit = (condition: boolean): number => (condition ? 1 : 0);

/** One of two signs, and P(|w| ≤ t) for a standard normal w. The bounds hold what doubles can change. */
const normalMeans: readonly MeanHypothesis[] = [
  [1 / 2 - UNIT, 1 / 2 + UNIT] as const,
  ...CENTRAL_PROBABILITIES.map(({ hits }) => [(hits - 1) * UNIT, (hits + 1) * UNIT] as const),
].map((mean) => ({ range: [0, 1], mean }));

/**
 * Of an estimate ĝ = (g·u) u of the gradient g of a linear function: (g·ĝ)/‖g‖² is the square of a standard normal w, and
 * at a right angle to g it is as often positive as negative.
 *
 * Twice the estimates at which a spread that is off by 3 % is expected to be found out: it changes P(|w| ≤ 3/2) by 0.0117.
 */
const normalEvidence = evidenceOf((instance: SlopeDraws, estimator: LinearEstimator) => {
  const alpha = FALSE_ALARMS.share('zo.estimator-sampled-normal', NORMAL_RUNS);
  const estimate = estimator(instance, stream(instance.seed));
  const [a, b] = instance.slope;
  const length = float64.squaredNorm(instance.slope);
  return {
    hypotheses: normalMeans,
    alpha,
    observations: 2 * samplesNeeded({ bias: 0.0117, variance: 0.117, alpha, tests: normalMeans.length }),
    observe: () => {
      const g = estimate();
      const [along, across] = [float64.dot(instance.slope, g) / length, float64.dot([-b, a], g)];
      return [hit(across < 0), ...CENTRAL_PROBABILITIES.map(({ t }) => hit(along <= t * t))];
    },
  };
});

export const sampledNormalForward = law<SlopeDraws, LinearEstimator>({
  id: 'zo.estimator-sampled-normal',
  version: 1,
  cites: [{ article: '7737', equations: [11] }],
  section: SECTIONS.zerothOrder,
  states: String.raw`u\sim N(0,I)\text{ drawn, }f\text{ linear, }g=\nabla f,\ \tilde g=\tfrac{f(x+\varepsilon u)-f(x)}\varepsilon u:\quad P\left(g\cdot\tilde g\le c^2\|g\|^2\right)=\operatorname{erf}(c/\sqrt2),\qquad v\perp g\implies P(v\cdot\tilde g<0)=\tfrac12`,
  says: 'The forward difference of a linear function, run on drawn normal directions, is distributed as it should be, along the gradient and across it. No bettor against it gets rich, except by a chance fixed in advance.',
  expects: 'holds',
  instances: slopeDraws,
  hypotheses: [],
  subject: 'estimator',
  reference: linearForwardIn(normals),
  claim: (F, instance, use) => noBettorWins(F, normalEvidence(instance, use)),
  cover: {},
  teeth: linearEstimatorMistakes,
  atMostRuns: NORMAL_RUNS,
});

/** Forward differences as they are run, in random directions. */
export const directionSamplingLaws: readonly AnyLaw[] = [sampledForward, sampledNormalForward];
