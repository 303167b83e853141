import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { constantBaseline } from '../../../src/policy/baseline.ts';
import { plusExact } from '../../../src/scalar/exact-arithmetic.ts';
import { atMost, below, equal } from '../../../src/scalar/relation.ts';
import { type SampledCase, sampledCases } from '../../instances/policy/sampled-case.ts';
import { restricted } from '../../instances/restricted.ts';
import { SECTIONS } from '../sections.ts';
import { differentBaselines, optimumDefined, optimumUnique, uniformPolicy } from './baseline-hypotheses.ts';
import { covariance, readSampled } from './estimator-reading.ts';
import { readOptimum } from './optimum-reading.ts';
import { type PolicyParts, reference } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';
import { scoreMistakes } from './teeth/scores.ts';

export const aboutOptima = {
  version: 1,
  section: SECTIONS.baseline,
  expects: 'holds',
  instances: sampledCases(),
  hypotheses: [optimumDefined],
  subject: 'optimal baseline',
  reference,
  ladder: IDENTITY_LADDER,
} as const;

export const anyModel = {
  'linear in features': { atLeast: 0.2, when: ({ features }: SampledCase) => features !== undefined },
};

export const optimum = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bopt',
  cites: [{ article: '7737', equations: [8, 9] }],
  states: String.raw`V(b)=V(b^*)+\frac{(b-b^*)^2\,\mathbb E\|s\|^2}N,\qquad b^*=\frac{\mathbb E[r\|s\|^2]}{\mathbb E\|s\|^2}\in[\min r,\max r]`,
  says: 'The variance of the estimate grows with the squared distance of the baseline from b*, which lies between the least and the largest reward.',
  claim: (F, instance, use) => {
    const { add, max, min, mul, square, sub } = F;
    const { rewards, best, variance, curvature } = readOptimum(F, instance, use);
    const b = F.of(instance.baseline);
    return [
      equal(variance(b), add(variance(best), mul(square(sub(b, best)), curvature)), 'variance at b'),
      atMost(rewards.reduce(min), best, 'least reward'),
      atMost(best, rewards.reduce(max), 'largest reward'),
    ];
  },
  cover: {
    ...anyModel,
    'several samples': { atLeast: 0.4, when: ({ samples }) => samples > 1 },
  },
  teeth: {
    ...baselineMistakes('unweighted-optimum', 'unsquared-weights', 'undivided-optimum', 'baseline-dropped'),
    ...scoreMistakes('missing-mean'),
  },
});

export const uniqueOptimum = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bopt-unique',
  cites: [{ article: '7737', equations: [9] }],
  states: String.raw`b\ne c:\quad V\big(\tfrac{b+c}2\big)<\tfrac12V(b)+\tfrac12V(c)`,
  says: 'Halfway between two baselines the variance is less than the average of theirs, so no two baselines share the least variance.',
  instances: sampledCases({
    parts: ['other'],
    change: (instance, draw) => ({ ...instance, other: plusExact(instance.baseline, draw.positive('dyadic')) }),
  }),
  hypotheses: [optimumUnique, differentBaselines],
  ladder: ['filter', ...IDENTITY_LADDER],
  subject: 'estimate',
  claim: (F, instance, use) => {
    const { moments } = readSampled(F, instance, use);
    const [b, c] = [F.of(instance.baseline), F.of(instance.other ?? 0)];
    const half = (x: typeof b, y: typeof b): typeof b => F.div(F.add(x, y), F.of(2));
    const variance = (x: typeof b): typeof b => moments(constantBaseline(x)).variance;
    return below(variance(half(b, c)), half(variance(b), variance(c)), 'variance halfway');
  },
  cover: anyModel,
  teeth: baselineMistakes('baseline-dropped', 'own-sample-mean'),
});

export const weightedMean = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bopt-weighted',
  cites: [{ article: '7737', equations: [9, 10] }],
  states: String.raw`b^*=\frac{\sum_y p_y\|s_y\|^2r_y}{\sum_y p_y\|s_y\|^2},\qquad b^*-\bar r=\frac{\mathrm{Cov}_p(r,\|s\|^2)}{\mathbb E\|s\|^2}`,
  says: 'The best baseline is a mean of the rewards weighted by p‖s‖²; it differs from the expected reward by their covariance with ‖s‖², over the average of ‖s‖².',
  claim: (F, instance, use) => {
    const { div, dot, mul, sub } = F;
    const { probabilities, rewards, squaredScores, meanSquaredScore, best, meanReward } = readOptimum(F, instance, use);
    const weights = probabilities.map((p, y) => div(mul(p, squaredScores[y]!), meanSquaredScore));
    const shift = div(covariance(F, probabilities, rewards, squaredScores), meanSquaredScore);
    return [
      equal(dot(weights, rewards), best, 'the weighted mean'),
      equal(F.sum(weights), F.one, 'sum of the weights'),
      equal(sub(best, meanReward), shift, 'b* less the expected reward'),
    ];
  },
  cover: anyModel,
  teeth: baselineMistakes('unweighted-optimum', 'unsquared-weights', 'uniform-mean'),
});

export const uniformOptimum = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bopt-uniform',
  cites: [{ article: '7737', equations: [9, 10] }],
  states: String.raw`p_y=\tfrac1K\ (\text{logits}):\quad b^*=\bar r`,
  says: 'For a table of logits with equally likely classes, the expected reward is the best baseline.',
  instances: sampledCases({
    table: true,
    most: 1,
    change: (instance) => ({ ...instance, weights: instance.weights.map(() => instance.weights[0]!) }),
  }),
  hypotheses: [uniformPolicy],
  claim: (F, instance, use) => {
    const { best, meanReward } = readOptimum(F, instance, use);
    return equal(best, meanReward, 'b*');
  },
  cover: { 'more than two classes': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: baselineMistakes('undivided-optimum'),
});

/** Two classes and any model. */
export const pairs = restricted(sampledCases({ classes: 2 }), ({ weights }) => weights.length === 2, 'has two classes');

export const twoClasses = law<SampledCase, PolicyParts>({
  ...aboutOptima,
  id: 'pg.bopt-two',
  cites: [{ article: '7737', equations: [9] }],
  states: String.raw`K=2:\quad b^*=p_2r_1+p_1r_2,\qquad V(b^*)=0`,
  says: 'With two classes and any model, the best baseline weighs each reward by the probability of the other class, and leaves no variance at all.',
  instances: pairs,
  claim: (F, instance, use) => {
    const { probabilities, rewards, best, variance } = readOptimum(F, instance, use);
    return [
      equal(best, F.dot([probabilities[1]!, probabilities[0]!], rewards), 'b*'),
      equal(variance(best), F.zero, 'variance at b*'),
    ];
  },
  cover: anyModel,
  teeth: baselineMistakes('unweighted-optimum', 'unsquared-weights', 'baseline-dropped'),
});

/** The baseline of least variance, B-(9). */
export const optimalBaselineLaws: readonly AnyLaw[] = [
  optimum,
  uniqueOptimum,
  weightedMean,
  uniformOptimum,
  twoClasses,
];
