import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { evenly, linearPolicy } from '../../../src/policy/dataset.ts';
import { expectedReward, gradientEstimate, policyGradient } from '../../../src/policy/gradient.ts';
import { expectation, scores } from '../../../src/policy/score.ts';
import { logSurrogate, type Surrogate } from '../../../src/policy/surrogate.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equalVectors } from '../../../src/scalar/relation.ts';
import { type LogCase, logCases, logChanges, valuesAfter } from '../../instances/comments/log-case.ts';
import { type SurrogateCase, surrogateCases } from '../../instances/comments/surrogate-case.ts';
import { listed } from '../../instances/plain-data.ts';
import { datasetParameters, examplesOf } from '../../instances/policy/dataset-case.ts';
import {
  localPolicy,
  type PolicyCase,
  parametersOf,
  policyCases,
  probabilitiesAfter,
} from '../../instances/policy/policy-case.ts';
import { isZero } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';
import { equalMatrices, gradientAtZero, meanDerivatives, secondDerivatives } from './surrogate-reading.ts';
import { surrogateMistakes } from './teeth/surrogates.ts';

const about = {
  version: 1,
  section: SECTIONS.comments,
  expects: 'holds',
  hypotheses: [],
  subject: 'surrogate',
} as const;
const thread = 'the comments of September 21 to 26, 2020';

/** (1/N) Σ_n of what is found at each of the N pairs. */
const averaged = <S>(F: Algebra<S>, values: readonly Vector<S>[]): Vector<S> =>
  expectation(F, evenly(F, values.length), values);

export const frozenGradient = law<SurrogateCase, Surrogate>({
  ...about,
  id: 'c.J',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [5], place: thread }],
  states: String.raw`J(\theta)=\frac1{NK}\sum_{n,k}r\big(y_t^{(n)},y^{(k|n)}\big)\log p_\theta\big(y^{(k|n)}|x_t^{(n)}\big),\ y^{(k|n)}\text{ frozen}:\quad\nabla_\theta J=\frac1{NK}\sum_{n,k}r\,s_{y^{(k|n)}}`,
  says: 'Differentiating the mean of reward times log-probability, with the sampled actions held fixed, gives the sampled policy gradient. So code that maximizes J follows it.',
  instances: surrogateCases,
  reference: logSurrogate,
  claim: (F, instance, use) => {
    const { actions, temperature } = instance;
    const parameters = datasetParameters(instance);
    const gradient = gradientAtZero(F, parameters, (D, theta) => {
      const terms = examplesOf(D, instance).map((example, n) => {
        const { probabilities } = linearPolicy(D, theta, example, D.of(temperature));
        const policy = { probabilities, logProbabilities: logChanges(D, probabilities) };
        return use(D, policy, example.rewards, actions[n]!);
      });
      return D.dot(evenly(D, terms.length), terms);
    });
    const theta = Array.from({ length: parameters }, () => F.zero);
    const estimates = examplesOf(F, instance).map((example, n) =>
      gradientEstimate(F, linearPolicy(F, theta, example, F.of(temperature)), example.rewards, actions[n]!),
    );
    return equalVectors(gradient, averaged(F, estimates), 'parameter');
  },
  cover: {
    'several pairs': { atLeast: 0.4, when: ({ examples }) => examples.length > 1 },
    'several actions a pair': { atLeast: 0.4, when: ({ actions }) => actions[0]!.length > 1 },
    'linear in features': { atLeast: 0.2, when: ({ examples }) => examples[0]!.features !== undefined },
  },
  teeth: surrogateMistakes('loss-sign', 'sum-of-samples', 'log-forgotten', 'log-stopped'),
});

const someLog = {
  'a logarithm that matters': {
    atLeast: 0.8,
    when: ({ logs }: LogCase) => logs.some((log) => !isZero(log)),
  },
};

/** ∇ E_{y∼p_θ}[J] with the distribution of y differentiated too. */
const liveGradient = <S>(F: Algebra<S>, instance: LogCase, use: Surrogate): Vector<S> =>
  gradientAtZero(F, parametersOf(instance), (D, step) => {
    const policy = valuesAfter(D, instance, step);
    const values = policy.probabilities.map((_, y) => use(D, policy, D.vector(instance.rewards), [y]));
    return D.dot(policy.probabilities, values);
  });

/** E[r s] and E[r log p · s], of which the second is often forgotten. */
function scoreTerms<S>(F: Algebra<S>, instance: LogCase): readonly [Vector<S>, Vector<S>] {
  const policy = localPolicy(F, instance);
  const rewards = F.vector(instance.rewards);
  const weighted = F.vector(instance.logs).map((log, y) => F.mul(rewards[y]!, log));
  return [policyGradient(F, policy, rewards), policyGradient(F, policy, weighted)];
}

export const scoreTerm = law<LogCase, Surrogate>({
  ...about,
  id: 'c.score-term',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [5], place: thread }],
  states: String.raw`\nabla_\theta\,\mathbb E_{y\sim p_\theta}[r_y\log p_y]=\sum_y\nabla p_y\,r_y(1+\log p_y)=\mathbb E[r\,s]+\mathbb E[r\log p\cdot s]`,
  says: 'What is left out when J is differentiated with its actions frozen: the actions are discrete and have no derivative, but their probabilities have one. It adds the average of r · log p · score, so the true gradient of the average of J is not the policy gradient.',
  instances: logCases,
  reference: logSurrogate,
  claim: (F, instance, use) => {
    const gradient = liveGradient(F, instance, use);
    const parameters = parametersOf(instance);
    const terms = instance.logs.map((log, y) => {
      const slope = gradientAtZero(F, parameters, (D, step) => probabilitiesAfter(D, instance, step)[y]!);
      return F.scale(F.mul(F.of(instance.rewards[y]!), F.add(F.one, F.of(log))), slope);
    });
    return [
      equalVectors(gradient, terms.reduce(F.plus), 'parameter, by ∇p:'),
      equalVectors(gradient, F.plus(...scoreTerms(F, instance)), 'parameter, by scores:'),
    ];
  },
  cover: someLog,
  teeth: {
    ...surrogateMistakes('loss-sign', 'log-stopped', 'log-forgotten'),
    'missing-score-term': {
      says: 'The gradient of the average is taken for the policy gradient E[r s].',
      claim: (F, instance, use) => equalVectors(liveGradient(F, instance, use), scoreTerms(F, instance)[0]),
    },
    'score-term-twice': {
      says: 'The score term is counted twice.',
      claim: (F, instance, use) => {
        const [frozen, term] = scoreTerms(F, instance);
        return equalVectors(liveGradient(F, instance, use), F.axpy(F.of(2), term, frozen));
      },
    },
  },
});

export const primitive = law<PolicyCase, Surrogate>({
  ...about,
  id: 'c.J-primitive',
  cites: [{ article: '7737', equations: [5], place: thread }],
  states: String.raw`\nabla_\theta\,\mathbb E_{y\sim p_\theta}[r_y\log p_y]=\mathbb E[r\,s]`,
  says: 'J approximates a function whose gradient is the policy gradient. (For two equally likely classes the gradient of its average is 1 − log 2 times as long.)',
  expects: 'refuted',
  instead: ['c.score-term', 'c.J'],
  instances: listed(policyCases, [{ weights: [1, 1], rewards: [1, 0], temperature: 1 }]),
  reference: logSurrogate,
  claim: (F, instance, use) => {
    const rewards = F.vector(instance.rewards);
    const gradient = gradientAtZero(F, parametersOf(instance), (D, step) => {
      const probabilities = probabilitiesAfter(D, instance, step);
      const policy = { probabilities, logProbabilities: probabilities.map((p) => D.log(p)) };
      return D.dot(
        probabilities,
        probabilities.map((_, y) => use(D, policy, D.vector(instance.rewards), [y])),
      );
    });
    return equalVectors(gradient, policyGradient(F, localPolicy(F, instance), rewards), 'parameter');
  },
  cover: {},
  teeth: {},
});

/** E[∇²J] with frozen actions, ∇² Σ_y p_y r_y, and E[r s sᵀ]. */
function hessians<S>(F: Algebra<S>, instance: LogCase, use: Surrogate) {
  const rewards = F.vector(instance.rewards);
  const [objective, ...surrogates] = secondDerivatives(F, parametersOf(instance), (D, step) => {
    const moved = valuesAfter(D, instance, step);
    const r = D.vector(instance.rewards);
    return [expectedReward(D, moved.probabilities, r), ...moved.probabilities.map((_, y) => use(D, moved, r, [y]))];
  });
  const policy = localPolicy(F, instance);
  const all = scores(F, policy);
  const outer = all[0]!.map((_, i) =>
    all[0]!.map((_, j) =>
      F.sum(all.map((s, y) => F.mul(F.mul(policy.probabilities[y]!, rewards[y]!), F.mul(s[i]!, s[j]!)))),
    ),
  );
  return {
    surrogate: meanDerivatives(F, policy.probabilities, surrogates).hessian,
    objective: objective!.hessian,
    outer,
  };
}

const matrixSum = <S>(F: Algebra<S>, A: readonly Vector<S>[], B: readonly Vector<S>[]): readonly Vector<S>[] =>
  A.map((row, i) => F.plus(row, B[i]!));

export const hessian = law<LogCase, Surrogate>({
  ...about,
  id: 'c.J-hessian',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [5], place: thread }],
  states: String.raw`\nabla^2_\theta\sum_yp_yr_y=\mathbb E\big[r(\nabla s+ss^\top)\big],\qquad\mathbb E[\nabla^2J]=\mathbb E[r\nabla s]\ \text{ (frozen)}`,
  says: 'Differentiating J twice is wrong even on average: of the second derivatives of the expected reward it gives E[r ∇s] and leaves out E[r s sᵀ].',
  instances: logCases,
  reference: logSurrogate,
  claim: (F, instance, use) => {
    const { surrogate, objective, outer } = hessians(F, instance, use);
    return equalMatrices(matrixSum(F, surrogate, outer), objective, 'Hessian');
  },
  cover: { 'linear in features': { atLeast: 0.2, when: ({ features }) => features !== undefined } },
  teeth: {
    ...surrogateMistakes('loss-sign', 'log-forgotten', 'dice-for-log'),
    'outer-product-missing': {
      says: 'E[r s sᵀ] is forgotten.',
      claim: (F, instance, use) => {
        const { surrogate, objective } = hessians(F, instance, use);
        return equalMatrices(surrogate, objective, 'Hessian');
      },
    },
  },
});

export const naiveHessian = law<LogCase, Surrogate>({
  ...about,
  id: 'c.J-twice',
  cites: [{ article: '7737', equations: [5], place: thread }],
  states: String.raw`\mathbb E[\nabla^2_\theta J]=\nabla^2_\theta\sum_yp_yr_y\ \text{ (frozen)}`,
  says: 'Since the first derivatives of J are right on average, so are the second. (For two equally likely classes with rewards 1 and 0 those of the expected reward are 0, those of J are not.)',
  expects: 'refuted',
  instead: ['c.J-hessian', 'c.dice'],
  instances: listed(logCases, [{ weights: [1, 1], rewards: [1, 0], temperature: 1, logs: [0, 0] }]),
  reference: logSurrogate,
  claim: (F, instance, use) => {
    const { surrogate, objective } = hessians(F, instance, use);
    return equalMatrices(surrogate, objective, 'Hessian');
  },
  cover: {},
  teeth: {},
});

/** The surrogate objective of the comments: what its gradient is, and what it is not. */
export const surrogateLaws: readonly AnyLaw[] = [frozenGradient, scoreTerm, primitive, hessian, naiveHessian];
