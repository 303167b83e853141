import { type MeanHypothesis, samplesNeeded } from '../../../src/law/e-process.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { leaveOneOut } from '../../../src/policy/baseline.ts';
import { estimateFromScores, policyGradient } from '../../../src/policy/gradient.ts';
import { stream } from '../../../src/random/index.ts';
import { asExact } from '../../../src/scalar/exact-arithmetic.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { evidenceOf, FALSE_ALARMS, noBettorWins } from '../../instances/seeds.ts';
import { SECTIONS } from '../sections.ts';
import { inside } from './observed.ts';
import { estimatorFrom, type PolicyDraws, type PolicyEstimator, policyDraws, policyOf } from './policy-draws.ts';
import { policyEstimatorMistakes } from './teeth/estimator-samplers.ts';

/** Cases in a run: each is a test of its own, with its own part of the false alarms. */
const RUNS = 2;

const reference = estimatorFrom((scores, rewards, actions) => [
  ...estimateFromScores(float64, scores, rewards, actions),
  ...estimateFromScores(float64, scores, rewards, actions, leaveOneOut(float64)),
]);

/**
 * What the estimates are to be: on average, coordinate by coordinate, the policy gradient. No score exceeds 1, and r − b
 * is at most twice the largest reward.
 */
function policyMeans({ odds, rewards }: PolicyDraws): readonly MeanHypothesis[] {
  const Q = rationalReading;
  const gradient = policyGradient(Q, policyOf(Q, odds), Q.vector(rewards));
  const most = 2 * Math.max(...rewards.map(Math.abs));
  return [...gradient, ...gradient].map((mean) => ({ range: [-most, most], mean: asExact(mean) }));
}

/**
 * Probabilities are sixteenths and rewards multiples of N − 1 = 3, so that all doubles are exact, and the mean of an
 * observation is the gradient itself.
 *
 * Twice the estimates at which it is expected to be found out that 3 % of the draws go to another class: with rewards ±3
 * for two classes they move the mean of a coordinate by about 0.1, and the variance of a coordinate is about 1 or less.
 */
const policyEvidence = evidenceOf((instance: PolicyDraws, estimator: PolicyEstimator) => {
  const hypotheses = policyMeans(instance);
  const alpha = FALSE_ALARMS.share('pg.estimator-sampled', RUNS);
  const estimate = estimator(instance, stream(instance.seed));
  return {
    hypotheses,
    alpha,
    observations: 2 * samplesNeeded({ bias: 0.09, variance: 1, alpha, tests: hypotheses.length }),
    observe: () => inside(hypotheses, estimate()),
  };
});

export const sampledPolicyGradient = law<PolicyDraws, PolicyEstimator>({
  id: 'pg.estimator-sampled',
  version: 1,
  cites: [{ article: '7737', equations: [5, 6] }],
  section: SECTIONS.sampling,
  states: String.raw`y_1,\dots,y_N\sim p_\theta:\quad\mathbb E\left[\frac1N\sum_{n=1}^N\bigl(r(y_n)-b_n\bigr)\nabla\log p_\theta(y_n)\right]=\nabla\sum_yp_\theta(y)\,r(y)\quad\text{for }b_n=0\text{ and }b_n=\frac1{N-1}\sum_{m\ne n}r(y_m)`,
  says: 'The estimate of the policy gradient, run on drawn actions, is right on average, without a baseline and with the mean of the other rewards as one. No bettor against it gets rich, except by a chance fixed in advance.',
  expects: 'holds',
  instances: policyDraws,
  hypotheses: [],
  subject: 'estimator',
  reference,
  claim: (F, instance, use) => noBettorWins(F, policyEvidence(instance, use)),
  cover: {},
  teeth: policyEstimatorMistakes,
  atMostRuns: RUNS,
});

/** The estimators as they are run, on random draws. */
export const policyEstimatorLaws: readonly AnyLaw[] = [sampledPolicyGradient];
