import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { sameExact, toDouble } from '../../../src/scalar/exact.ts';
import { atMost, equal } from '../../../src/scalar/relation.ts';
import { listed } from '../../instances/plain-data.ts';
import { type SampledCase, sampledCases } from '../../instances/policy/sampled-case.ts';
import { restricted } from '../../instances/restricted.ts';
import { covariance } from './estimator-reading.ts';
import { aboutOptima, anyModel, pairs } from './optimal-baseline.ts';
import { readOptimum } from './optimum-reading.ts';
import type { PolicyParts } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';
import { scoreMistakes } from './teeth/scores.ts';

export const meanIsOptimal = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bmean-optimal',
  cites: [{ article: '7737', equations: [9, 10] }],
  states: String.raw`V(\bar r)-V(b^*)=\frac{\mathrm{Cov}_p(r,\|s\|^2)^2}{N\,\mathbb E\|s\|^2}`,
  says: 'What the expected reward costs as a baseline: it is as good as the best one exactly when the rewards and ‖s‖² are uncorrelated.',
  claim: (F, instance, use) => {
    const { div, mul, of, square, sub } = F;
    const { probabilities, rewards, squaredScores, meanSquaredScore, variance, best, meanReward } = readOptimum(
      F,
      instance,
      use,
    );
    const covarianceSquared = square(covariance(F, probabilities, rewards, squaredScores));
    return equal(
      sub(variance(meanReward), variance(best)),
      div(covarianceSquared, mul(of(instance.samples), meanSquaredScore)),
      'the cost of E r',
    );
  },
  cover: anyModel,
  teeth: baselineMistakes('unweighted-optimum', 'uniform-mean'),
});

/** p = (3/4, 1/4) and r = (1, 0). */
const skewedPair: SampledCase = { weights: [3, 1], rewards: [1, 0], temperature: 1, samples: 1, baseline: 0 };

export const meanReduces = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bmean-reduces',
  cites: [{ article: '7737', equations: [10] }],
  states: String.raw`\mathrm{Var}\big[(r-\bar r)\,s\big]\le\mathrm{Var}[r\,s]`,
  says: 'The expected reward as a baseline reduces the variance. (With two classes of probability 3/4 and 1/4 and rewards 1 and 0 it makes it four times as large.)',
  expects: 'refuted',
  instead: ['pg.bmean', 'pg.bmean-optimal'],
  instances: listed(pairs, [skewedPair]),
  hypotheses: [],
  claim: (F, instance, use) => {
    const { variance, meanReward } = readOptimum(F, instance, use);
    return atMost(variance(meanReward), variance(F.zero), 'variance');
  },
  cover: {},
  teeth: {},
});

export const meanExample = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bmean-example',
  cites: [{ article: '7737', equations: [9, 10] }],
  states: String.raw`p=(\tfrac34,\tfrac14),\ r=(1,0):\quad V(0)=\tfrac3{128},\ V(\bar r)=\tfrac{12}{128},\ V(b^*)=0`,
  says: 'Two classes of probability 3/4 and 1/4 with rewards 1 and 0: the variance is 3/128 without a baseline, 12/128 with the expected reward, and 0 with the best baseline 1/4.',
  instances: listed(pairs, [skewedPair]),
  hypotheses: [],
  claim: (F, instance, use) => {
    const { variance, best, meanReward } = readOptimum(F, instance, use);
    const over128 = (n: number): typeof best => F.div(F.of(n), F.of(128));
    return [
      equal(variance(F.zero), over128(3), 'variance without a baseline'),
      equal(variance(meanReward), over128(12), 'variance with the expected reward'),
      equal(variance(best), F.zero, 'variance with the best baseline'),
      equal(best, F.of(0.25), 'b*'),
    ];
  },
  cover: {},
  teeth: {
    ...baselineMistakes('unweighted-optimum', 'uniform-mean', 'baseline-dropped'),
    ...scoreMistakes('missing-mean'),
  },
});

/** Two classes with rewards 1 and 0, of odds up to 64 either way, and 2 to 1. */
const winners = restricted(
  sampledCases({
    classes: 2,
    table: true,
    change: (instance, draw) => {
      const [many, few] = [draw.integer(1, 64), draw.integer(1, 4)];
      const weights = draw.weighted([
        [6, [many, few]],
        [3, [few, many]],
        [1, [2 * few, few]],
      ]);
      return { ...instance, weights, rewards: [1, 0] };
    },
  }),
  ({ rewards }) => rewards.length === 2 && sameExact(rewards[0]!, 1) && sameExact(rewards[1]!, 0),
  'has two classes of rewards 1 and 0',
);

/** V(E r) and V(0), with p₂² and (p₁ − p₂)². */
function priceOfMean<S>(F: Algebra<S>, instance: SampledCase, use: PolicyParts) {
  const { probabilities, variance, meanReward } = readOptimum(F, instance, use);
  const [p1, p2] = [probabilities[0]!, probabilities[1]!];
  return {
    p1,
    withMean: variance(meanReward),
    without: variance(F.zero),
    numerator: F.square(F.sub(p1, p2)),
    denominator: F.square(p2),
  };
}

export const priceOfTheMean = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bmean-ratio',
  cites: [{ article: '7737', equations: [10] }],
  states: String.raw`K=2,\ r=(1,0):\quad\frac{V(\bar r)}{V(0)}=\Big(\frac{p_1-p_2}{p_2}\Big)^2,\qquad V(\bar r)>V(0)\iff p_1>\tfrac23`,
  says: 'With two classes and rewards 1 and 0, the expected reward multiplies the variance by ((p₁ − p₂)/p₂)², which has no bound, and makes it larger exactly when p₁ is above 2/3.',
  instances: winners,
  hypotheses: [],
  subject: 'simplified baseline',
  claim: (F, instance, use) => {
    const { p1, withMean, without, numerator, denominator } = priceOfMean(F, instance, use);
    const twoThirds = F.div(F.of(2), F.of(3));
    return [
      equal(F.mul(withMean, denominator), F.mul(without, numerator), 'variances across'),
      equal(F.of(F.compare(withMean, without)), F.of(F.compare(p1, twoThirds)), 'the sign: + above 2/3'),
    ];
  },
  cover: {
    'more than 64 times the variance': {
      atLeast: 0.1,
      when: ({ weights: [a, b] }) => toDouble(a!) > 9 * toDouble(b!),
    },
    'as large at 2/3': { atLeast: 0.04, when: ({ weights: [a, b] }) => toDouble(a!) === 2 * toDouble(b!) },
    'less variance': { atLeast: 0.1, when: ({ weights: [a, b] }) => toDouble(a!) < 2 * toDouble(b!) },
  },
  teeth: {
    ...baselineMistakes('uniform-mean'),
    'at-most-64-times': {
      says: 'The expected reward makes the variance at most 64 times as large.',
      claim: (F, instance, use) => {
        const { withMean, without } = priceOfMean(F, instance, use);
        return atMost(withMean, F.mul(F.of(64), without));
      },
    },
  },
});

/** What the expected reward B-(10) costs as a baseline. */
export const meanBaselineLaws: readonly AnyLaw[] = [meanIsOptimal, meanReduces, meanExample, priceOfTheMean];
