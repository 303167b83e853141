import { z } from 'zod';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { constantBaseline } from '../../../src/policy/baseline.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { dual } from '../../../src/scalar/dual.ts';
import { type Exact, sameExact } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { equal, equalVectors } from '../../../src/scalar/relation.ts';
import { plainData } from '../../instances/plain-data.ts';
import { type SampledCase, sampledCases } from '../../instances/policy/sampled-case.ts';
import { SECTIONS } from '../sections.ts';
import {
  baselineFreeOfParameters,
  baselineIgnoresAction,
  fixedSupport,
  onPolicy,
  positiveProbabilities,
  sumsToOne,
} from './baseline-hypotheses.ts';
import { objectiveGradient, readSampled } from './estimator-reading.ts';
import { type PolicyParts, reference } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';
import { scoreMistakes } from './teeth/scores.ts';

const aboutSamples = {
  version: 1,
  section: SECTIONS.baseline,
  expects: 'holds',
  instances: sampledCases(),
  reference,
  ladder: IDENTITY_LADDER,
} as const;

const severalSamples = { 'several samples': { atLeast: 0.4, when: ({ samples }: SampledCase) => samples > 1 } };
const anyModel = {
  'linear in features': { atLeast: 0.2, when: ({ features }: SampledCase) => features !== undefined },
};

export const zeroScore = law<SampledCase, PolicyParts>({
  ...aboutSamples,
  id: 'pg.score0',
  cites: [{ article: '7737', equations: [7] }],
  states: String.raw`\mathbb E_{y\sim p_\theta}[\nabla_\theta\log p_\theta(y)]=\sum_y\nabla_\theta p_\theta(y)=\nabla_\theta1=0`,
  says: 'The score is 0 on average over the policy.',
  instances: sampledCases({ most: 1, parts: ['sampler', 'unnormalized'] }),
  hypotheses: [onPolicy, sumsToOne, fixedSupport],
  subject: 'score',
  claim: (F, instance, use) => {
    const { moments } = readSampled(F, { ...instance, rewards: instance.rewards.map(() => 1) }, use);
    const { mean } = moments(constantBaseline(F.zero));
    return equalVectors(
      mean,
      mean.map(() => F.zero),
      'parameter',
    );
  },
  cover: anyModel,
  teeth: scoreMistakes('missing-mean'),
});

export const anyBaseline = law<SampledCase, PolicyParts>({
  ...aboutSamples,
  id: 'pg.baseline',
  cites: [{ article: '7737', equations: [6, 7] }],
  states: String.raw`\mathbb E\Big[\frac1N\sum_n\big(r(y^{(n)})-b\big)\,s_{y^{(n)}}\Big]=\nabla_\theta\sum_y p_y r_y\quad\text{for every }b\text{ that ignores }y`,
  says: 'Subtracting a baseline that does not look at the action leaves the estimate right on average: over all ways to draw N actions it is the policy gradient.',
  instances: sampledCases({ parts: ['perAction', 'sampler', 'unnormalized'] }),
  hypotheses: [
    baselineIgnoresAction,
    onPolicy,
    sumsToOne,
    fixedSupport,
    positiveProbabilities,
    baselineFreeOfParameters,
  ],
  subject: 'estimate',
  claim: (F, instance, use) => {
    const { moments, baseline } = readSampled(F, instance, use);
    return equalVectors(moments(baseline).mean, objectiveGradient(F, instance), 'parameter');
  },
  cover: { ...severalSamples, ...anyModel },
  teeth: {
    ...scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
    ...baselineMistakes('baseline-of-the-action', 'own-sample-mean', 'sum-of-samples'),
  },
});

/** A coin with p = (1 − θ, θ), and the rewards of both sides. */
interface Coin {
  readonly theta: Exact;
  readonly rewards: readonly [Exact, Exact];
}

const coinSchema: z.ZodType<Coin> = z.strictObject({
  theta: exactNumber,
  rewards: z.tuple([exactNumber, exactNumber]),
});

const coins = (thetas: readonly number[]) =>
  plainData<Coin>({
    schema: coinSchema,
    generate: (draw) => ({
      theta: draw.pick(thetas),
      rewards: [draw.real('integer'), draw.real('integer')],
    }),
    require: ({ theta }) => {
      if (!(atMostExact(0, theta) && atMostExact(theta, 1))) throw new RangeError(`theta is ${theta}; give 0 ≤ θ ≤ 1.`);
    },
  });

/** Σ p_y r_y ∂ log p_y over the sides that can come up, and ∂ Σ p_y r_y. */
function coinGradients<S>(F: Algebra<S>, { theta, rewards }: Coin, derivativeSign = 1): readonly [S, S] {
  const D = dual(F);
  const [t] = D.variables([F.of(theta)]);
  const p = [D.sub(D.one, t!), t!];
  const derivative = (value: ReturnType<typeof D.of>): S => D.gradient(value, 1)[0]!;
  const terms = p.map((q, y) => {
    if (F.compare(q.value, F.zero) === 0) return F.zero;
    const logarithmic = F.mul(F.of(derivativeSign), derivative(D.log(D.div(q, D.stopGradient(q)))));
    return F.mul(F.mul(q.value, F.of(rewards[y]!)), logarithmic);
  });
  return [F.sum(terms), derivative(D.dot(p, D.vector(rewards)))];
}

export const coinAtTheEdge = law<Coin, undefined>({
  id: 'pg.bernoulli',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [5] }],
  section: SECTIONS.sampling,
  states: String.raw`p=(1-\theta,\theta),\ 0<\theta<1:\quad\sum_{p_y>0}p_y r_y\,\partial_\theta\log p_y=\partial_\theta\sum_y p_y r_y=r_2-r_1`,
  says: 'For a coin of probability θ, the average of reward times score is the derivative of the expected reward, as long as θ is neither 0 nor 1.',
  expects: 'holds',
  instances: coins(Array.from({ length: 15 }, (_, i) => (i + 1) / 16)),
  hypotheses: [
    {
      name: 'interior-parameter',
      says: 'θ is neither 0 nor 1.',
      holds: ({ theta }) => !sameExact(theta, 0) && !sameExact(theta, 1),
      necessity: { kind: 'search', breaking: coins([0, 1]) },
    },
  ],
  reference: undefined,
  claim: (F, coin) => equal(...coinGradients(F, coin), 'derivative'),
  cover: { 'rewards differ': { atLeast: 0.7, when: ({ rewards }) => !sameExact(...rewards) } },
  teeth: {
    'score-sign': {
      says: 'The score has the wrong sign.',
      claim: (F, coin) => equal(...coinGradients(F, coin, -1), 'derivative'),
    },
  },
});

export const varianceBySecondMoment = law<SampledCase, PolicyParts>({
  ...aboutSamples,
  id: 'pg.var-m2',
  cites: [{ article: '7737', equations: [8], place: 'the text before it' }],
  states: String.raw`\mathbb E\|g_b-\mathbb Eg_b\|^2=\frac{\mathbb E\big[(r-b)^2\|s\|^2\big]-\|\nabla_\theta\mathbb E_p r\|^2}N`,
  says: 'The variance of the estimate is its second moment less a number without b, so the b that minimizes (8) minimizes the variance; N samples divide it by N.',
  instances: sampledCases({ parts: ['perAction', 'sampler'] }),
  hypotheses: [baselineIgnoresAction, onPolicy, fixedSupport],
  subject: 'estimate',
  claim: (F, instance, use) => {
    const { div, dot, mul, of, square, squaredNorm, sub } = F;
    const { policy, rewards, squaredScores, moments, baseline } = readSampled(F, instance, use);
    const b = baseline(
      rewards,
      rewards.map((_, y) => y),
    );
    const squares = rewards.map((r, y) => mul(square(sub(r, b[y]!)), squaredScores[y]!));
    const withoutBaseline = squaredNorm(objectiveGradient(F, instance));
    const { mean, secondMoment, variance } = moments(baseline);
    return [
      equal(squaredNorm(mean), withoutBaseline, 'what does not depend on b'),
      equal(variance, sub(secondMoment, squaredNorm(mean)), 'variance by the second moment'),
      equal(variance, div(sub(dot(policy.probabilities, squares), withoutBaseline), of(instance.samples)), 'by (8)'),
    ];
  },
  cover: { ...severalSamples, ...anyModel },
  teeth: {
    ...scoreMistakes('missing-mean', 'temperature-multiplied'),
    ...baselineMistakes('baseline-of-the-action', 'own-sample-mean', 'sum-of-samples', 'baseline-dropped'),
  },
});

export const meanRewardUnbiased = law<SampledCase, PolicyParts>({
  ...aboutSamples,
  id: 'pg.bmean',
  cites: [{ article: '7737', equations: [10] }],
  states: String.raw`b=\mathbb E_{y\sim p}[r_y]:\quad\mathbb E\Big[\frac1N\sum_n(r^{(n)}-b)\,s^{(n)}\Big]=\nabla_\theta\mathbb E_p[r],\qquad\mathbb E[r-b]=0`,
  says: 'With the expected reward for a baseline the estimate is still right on average, and the rewards less the baseline average 0. (Its variance may grow: see pg.bmean-reduces.)',
  instances: sampledCases({ parts: ['sampler'] }),
  hypotheses: [onPolicy, fixedSupport, positiveProbabilities],
  subject: 'estimate',
  claim: (F, instance, use) => {
    const { policy, rewards, moments } = readSampled(F, instance, use);
    const b = use.meanBaseline(F, policy, rewards);
    return [
      equalVectors(moments(constantBaseline(b)).mean, objectiveGradient(F, instance), 'parameter'),
      equal(F.sub(F.dot(policy.probabilities, rewards), b), F.zero, 'mean reward less the baseline'),
    ];
  },
  cover: { ...severalSamples, ...anyModel },
  teeth: {
    ...scoreMistakes('score-sign'),
    ...baselineMistakes('own-sample-mean', 'uniform-mean', 'baseline-of-the-action'),
  },
});

export const coefficientSign = law<SampledCase, PolicyParts>({
  ...aboutSamples,
  id: 'pg.sign',
  cites: [{ article: '7737', equations: [6], place: 'the text after (10)' }],
  states: String.raw`\nabla_\theta\log p_y\cdot(r_y-b)\,s_y=(r_y-b)\,\|s_y\|^2`,
  says: 'The step that one sample asks for raises the log-probability of its action when the reward is above the baseline, and lowers it when it is below; where the score is 0 it does neither.',
  instances: sampledCases({ most: 1 }),
  hypotheses: [],
  subject: 'estimate',
  claim: (F, instance, use) => {
    const { estimate, baseline } = readSampled(F, instance, use);
    const { rewards, scores, squaredScores } = readSampled(F, instance, reference);
    const excess = rewards.map((r) => F.sub(r, F.of(instance.baseline)));
    return excess.map((x, y) =>
      equal(
        F.dot(scores[y]!, estimate([y], baseline)),
        F.mul(x, squaredScores[y]!),
        `slope of log p of class ${y + 1}`,
      ),
    );
  },
  cover: anyModel,
  teeth: { ...scoreMistakes('score-sign'), ...baselineMistakes('baseline-added', 'baseline-dropped') },
});

/** What is subtracted from the rewards, B-(6)…(8) and (10). */
export const baselineLaws: readonly AnyLaw[] = [
  zeroScore,
  anyBaseline,
  coinAtTheEdge,
  varianceBySecondMoment,
  meanRewardUnbiased,
  coefficientSign,
];
