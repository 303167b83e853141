import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { constantBaseline, ownSampleMean } from '../../../src/policy/baseline.ts';
import { estimatorMoments } from '../../../src/policy/estimator-moments.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { atMost, equal } from '../../../src/scalar/relation.ts';
import { type SampledCase, sampledCases } from '../../instances/policy/sampled-case.ts';
import { SECTIONS } from '../sections.ts';
import { fixedSupport, onPolicy } from './baseline-hypotheses.ts';
import { covariance, objectiveGradient, readSampled } from './estimator-reading.ts';
import { standardizedPair, standardizedParallel } from './standardized-rewards.ts';
import { type PolicyParts, reference } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';
import { scoreMistakes } from './teeth/scores.ts';

const atLeastTwo = sampledCases({ least: 2 });

const aboutSeveral = {
  version: 1,
  section: SECTIONS.beyond,
  expects: 'holds',
  instances: sampledCases({ least: 2, parts: ['sampler'] }),
  hypotheses: [onPolicy, fixedSupport],
  reference,
  ladder: IDENTITY_LADDER,
} as const;

const variety = {
  'three samples or more': { atLeast: 0.2, when: ({ samples }: SampledCase) => samples > 2 },
  'linear in features': { atLeast: 0.2, when: ({ features }: SampledCase) => features !== undefined },
};

/** What the variances of the leave-one-out estimate are made of, from the policy alone. */
function parts<S>(F: Algebra<S>, instance: SampledCase) {
  const { mul, of, square, squaredNorm, sub } = F;
  const { policy, rewards, squaredScores, meanSquaredScore } = readSampled(F, instance, reference);
  const { probabilities } = policy;
  const meanReward = F.dot(probabilities, rewards);
  const N = instance.samples;
  return {
    /** E[(r − E r)² ‖s‖²]. */
    known: F.dot(
      probabilities,
      rewards.map((r, y) => mul(square(sub(r, meanReward)), squaredScores[y]!)),
    ),
    /** Var(r) E‖s‖². */
    product: mul(covariance(F, probabilities, rewards, rewards), meanSquaredScore),
    /** ‖∇ E r‖². */
    gradient: squaredNorm(objectiveGradient(F, instance)),
    meanReward,
    N: of(N),
    pairs: of(N * (N - 1)),
  };
}

/** E[(r − E r)²‖s‖²]/N + Var(r) E‖s‖²/(N(N − 1)) − (N − 2)‖∇‖²/(N(N − 1)). */
function leaveOneOutVarianceFormula<S>(F: Algebra<S>, instance: SampledCase, minus = 2): S {
  const { add, div, mul, of, sub } = F;
  const { known, product, gradient, N, pairs } = parts(F, instance);
  return sub(add(div(known, N), div(product, pairs)), div(mul(of(instance.samples - minus), gradient), pairs));
}

export const leaveOneOutVariance = law<SampledCase, PolicyParts>({
  ...aboutSeveral,
  id: 'pg.rloo-variance',
  cites: [{ article: '7737', equations: [8], place: 'beyond it: Kool, van Hoof and Welling 2019' }],
  states: String.raw`\mathrm{Var}=\frac{\mathbb E[(r-\bar r)^2\|s\|^2]}N+\frac{\mathrm{Var}(r)\,\mathbb E\|s\|^2}{N(N-1)}-\frac{(N-2)\,\|\nabla\mathbb E r\|^2}{N(N-1)}`,
  says: 'The exact variance of the leave-one-out estimate, in terms of the policy and the rewards alone.',
  subject: 'leave-one-out baseline',
  claim: (F, instance, use) => {
    const { moments } = readSampled(F, instance, use);
    return equal(moments(use.leaveOneOut(F)).variance, leaveOneOutVarianceFormula(F, instance), 'variance');
  },
  cover: variety,
  teeth: {
    ...baselineMistakes('own-sample-mean', 'others-over-all', 'next-sample'),
    ...scoreMistakes('temperature-multiplied'),
    'n-minus-one': {
      says: 'The last term has N − 1 where it has N − 2.',
      claim: (F, instance, use) => {
        const { moments } = readSampled(F, instance, use);
        return equal(moments(use.leaveOneOut(F)).variance, leaveOneOutVarianceFormula(F, instance, 1));
      },
    },
  },
});

export const ownMeanVariance = law<SampledCase, PolicyParts>({
  ...aboutSeveral,
  id: 'pg.own-mean-variance',
  cites: [{ article: '7737', equations: [8, 10], place: 'the sampled mean, in the text after (10)' }],
  states: String.raw`\mathrm{Var}_{\text{own mean}}=\Big(1-\frac1N\Big)^2\,\mathrm{Var}_{\text{leave one out}}`,
  says: 'The mean of the same samples has (1 − 1/N)² times the variance of leaving one out: less, because the whole estimate is shorter by 1 − 1/N.',
  instances: atLeastTwo,
  hypotheses: [],
  subject: 'leave-one-out baseline',
  claim: (F, instance, use) => {
    const { moments } = readSampled(F, instance, use);
    const share = F.div(F.of(instance.samples - 1), F.of(instance.samples));
    return equal(
      moments(ownSampleMean(F)).variance,
      F.mul(F.square(share), moments(use.leaveOneOut(F)).variance),
      'variance',
    );
  },
  cover: variety,
  teeth: baselineMistakes('others-over-all', 'next-sample', 'no-baseline', 'own-sample-mean'),
});

export const leaveOneOutPrice = law<SampledCase, PolicyParts>({
  ...aboutSeveral,
  id: 'pg.rloo-price',
  cites: [{ article: '7737', equations: [10], place: 'beyond it: Kool, van Hoof and Welling 2019' }],
  states: String.raw`\mathrm{Var}_{\text{leave one out}}-\mathrm{Var}_{b=\bar r}=\frac{\mathrm{Var}(r)\,\mathbb E\|s\|^2+\|\nabla\mathbb E r\|^2}{N(N-1)}\ge0`,
  says: 'What it costs not to know the expected reward: leaving one out has a variance larger by a term of order 1/N².',
  subject: 'leave-one-out baseline',
  claim: (F, instance, use) => {
    const { add, div, sub, zero } = F;
    const { moments } = readSampled(F, instance, use);
    const { product, gradient, meanReward, pairs } = parts(F, instance);
    const price = div(add(product, gradient), pairs);
    return [
      equal(sub(moments(use.leaveOneOut(F)).variance, moments(constantBaseline(meanReward)).variance), price, 'price'),
      atMost(zero, price, 'the price'),
    ];
  },
  cover: variety,
  teeth: {
    ...baselineMistakes('own-sample-mean', 'others-over-all', 'next-sample'),
    ...scoreMistakes('temperature-multiplied'),
  },
});

export const coordinateOptimum = law<SampledCase, PolicyParts>({
  ...aboutSeveral,
  id: 'pg.bopt-coordinate',
  cites: [{ article: '7737', equations: [9], place: 'beyond it: a baseline for each parameter' }],
  states: String.raw`V_k(b)=V_k(b_k^*)+(b-b_k^*)^2\,\mathbb E[s_k^2],\qquad b_k^*=\frac{\mathbb E[r\,s_k^2]}{\mathbb E[s_k^2]},\qquad\sum_kV_k(b_k^*)\le V(b)`,
  says: 'A baseline of its own for each parameter is never worse than one for all: the variance of each parameter grows with the squared distance of b from its own best one.',
  instances: sampledCases({ most: 1 }),
  hypotheses: [],
  subject: 'baseline for each parameter',
  claim: (F, instance, use) => {
    const { add, dot, mul, square, sub, sum } = F;
    const { policy, rewards, scores, estimate, moments, baseline } = readSampled(F, instance, use);
    const { probabilities } = policy;
    const best = use.coordinateBaselines(F, policy, rewards);
    const variance = (value: (y: number) => typeof F.zero): typeof F.zero =>
      estimatorMoments(F, probabilities, 1, ([y]) => [value(y!)]).variance;
    const least = best.map((b, k) => variance((y) => mul(sub(rewards[y]!, b), scores[y]![k]!)));
    const squares = best.map((_, k) =>
      dot(
        probabilities,
        scores.map((s) => square(s[k]!)),
      ),
    );
    return [
      best.map((b, k) => {
        const loss = mul(square(sub(F.of(instance.baseline), b)), squares[k]!);
        const one = variance((y) => estimate([y], baseline)[k]!);
        return equal(one, add(least[k]!, loss), `variance of parameter ${k + 1}`);
      }),
      atMost(sum(least), moments(baseline).variance, 'variance of all'),
    ];
  },
  cover: {
    'several parameters': {
      atLeast: 0.6,
      when: ({ features }) => features === undefined || features[0]!.length > 1,
    },
  },
  teeth: {
    ...baselineMistakes('one-for-all', 'unsquared-coordinates', 'baseline-dropped'),
    ...scoreMistakes('missing-mean'),
  },
});

/** How much estimates vary, by going through all ways to draw the actions. */
export const estimatorVarianceLaws: readonly AnyLaw[] = [
  leaveOneOutVariance,
  ownMeanVariance,
  leaveOneOutPrice,
  standardizedPair,
  standardizedParallel,
  coordinateOptimum,
];
