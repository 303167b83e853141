import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import {
  type Differentiable,
  diceSurrogate,
  importanceSurrogate,
  type PolicyValues,
  ratioSurrogate,
  type Surrogate,
} from '../../../src/policy/surrogate.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { uncoveredClass } from '../../breaking/comments/off-policy.ts';
import { type LogCase, logCases, logChanges, valuesAfter } from '../../instances/comments/log-case.ts';
import { type OffPolicyCase, offPolicyCases } from '../../instances/comments/off-policy-case.ts';
import { type DirectedCase, directedCases } from '../../instances/policy/directed-case.ts';
import { localPolicy, parametersOf, probabilitiesAfter } from '../../instances/policy/policy-case.ts';
import { isPositive } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';
import { equalDerivatives, meanDerivatives, secondDerivatives, taylorAlong } from './surrogate-reading.ts';
import { surrogateMistakes } from './teeth/surrogates.ts';

const about = {
  version: 1,
  section: SECTIONS.comments,
  expects: 'holds',
  hypotheses: [],
  subject: 'surrogate',
} as const;

const place = 'beyond the comments on J';
const anyModel = {
  'linear in features': { atLeast: 0.2, when: ({ features }: LogCase | DirectedCase) => features !== undefined },
};

/** On average over actions drawn from p_θ and frozen, the surrogate is Σ_y p_y r_y with its first two derivatives. */
function rightToSecondOrder<S>(F: Algebra<S>, instance: LogCase, use: Surrogate): Relation<S> {
  const [objective, ...surrogates] = secondDerivatives(F, parametersOf(instance), (D, step) => {
    const policy = valuesAfter(D, instance, step);
    const rewards = D.vector(instance.rewards);
    return [
      expectedReward(D, policy.probabilities, rewards),
      ...policy.probabilities.map((_, y) => use(D, policy, rewards, [y])),
    ];
  });
  const { probabilities } = localPolicy(F, instance);
  return equalDerivatives(meanDerivatives(F, probabilities, surrogates), objective!);
}

export const ratioRight = law<LogCase, Surrogate>({
  ...about,
  id: 'c.ratio',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [2, 5], place }],
  states: String.raw`\mathbb E_{y\sim p}\Big[\nabla^k\,r_y\frac{p_\theta(y)}{\mathrm{sg}\,p_\theta(y)}\Big]=\nabla^k\sum_yp_yr_y,\qquad k=0,1,2`,
  says: 'Reward times probability over the same probability with its gradient stopped: its value, its gradient and its second derivatives are on average those of the expected reward.',
  instances: logCases,
  reference: ratioSurrogate,
  claim: rightToSecondOrder,
  cover: anyModel,
  teeth: surrogateMistakes('plain-log', 'no-stop', 'stop-on-the-wrong-side', 'log-forgotten'),
});

export const diceRight = law<LogCase, Surrogate>({
  ...about,
  id: 'c.dice',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [2, 5], place }],
  states: String.raw`\mathbb E_{y\sim p}\big[\nabla^k\,r_y\,e^{\log p_\theta(y)-\mathrm{sg}\log p_\theta(y)}\big]=\nabla^k\sum_yp_yr_y,\qquad k=0,1,2`,
  says: 'The exponential of log p less itself with its gradient stopped is 1, but times the reward its value, its gradient and its second derivatives are on average those of the expected reward.',
  instances: logCases,
  reference: diceSurrogate,
  claim: rightToSecondOrder,
  cover: anyModel,
  teeth: surrogateMistakes('plain-log', 'no-stop', 'stop-on-the-wrong-side', 'first-order-only'),
});

/** Coefficients ε⁰ … ε⁴. */
const TERMS = 5;

export const diceEveryOrder = law<DirectedCase, Surrogate>({
  ...about,
  id: 'c.dice-orders',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [2, 5], place }],
  states: String.raw`\sum_yp_\theta(y)\,r_y\,e^{\log p_{\theta+\varepsilon\delta}(y)-\log p_\theta(y)}=S(\theta+\varepsilon\delta)\quad\text{up to }\varepsilon^4`,
  says: 'The same surrogate is right in its higher derivatives: along every line its average has the Taylor coefficients of the expected reward, here up to the fourth.',
  instances: directedCases,
  reference: diceSurrogate,
  claim: (F, instance, use) => {
    const direction = F.vector(instance.direction);
    const objective = taylorAlong(F, direction, TERMS, (D, step) =>
      expectedReward(D, probabilitiesAfter(D, instance, step), D.vector(instance.rewards)),
    );
    const surrogate = taylorAlong(F, direction, TERMS, (D, step) => {
      const probabilities = probabilitiesAfter(D, instance, step);
      const policy = { probabilities, logProbabilities: logChanges(D, probabilities) };
      const values = probabilities.map((_, y) => use(D, policy, D.vector(instance.rewards), [y]));
      return D.dot(probabilities.map(D.stopGradient), values);
    });
    return equalVectors(surrogate, objective, 'coefficient');
  },
  cover: anyModel,
  teeth: surrogateMistakes('plain-log', 'no-stop', 'stop-on-the-wrong-side', 'first-order-only'),
});

/** A surrogate for actions from another distribution q. */
type OffPolicySurrogate = <S>(
  F: Differentiable<S>,
  policy: Pick<PolicyValues<S>, 'probabilities'>,
  sampler: Vector<S>,
  rewards: Vector<S>,
  actions: readonly number[],
) => S;

export const offPolicy = law<OffPolicyCase, OffPolicySurrogate>({
  ...about,
  id: 'c.importance',
  ladder: IDENTITY_LADDER,
  section: SECTIONS.beyond,
  cites: [{ article: '7737', equations: [2, 5], place: 'beyond it: importance sampling' }],
  states: String.raw`\mathbb E_{y\sim q}\Big[\nabla^k\,r_y\frac{p_\theta(y)}{q(y)}\Big]=\nabla^k\sum_yp_yr_y,\quad k=0,1,2;\qquad q=\mathrm{sg}\,p_\theta\text{ gives (5)}`,
  says: 'Actions may come from another distribution that draws every class: with the weights p/q the estimate of the expected reward, of its gradient and of its second derivatives is right on average.',
  hypotheses: [
    {
      name: 'sampler-covers',
      says: 'Every class is drawn with positive probability.',
      holds: ({ sampler }) => sampler.every(isPositive),
      necessity: { kind: 'search', breaking: uncoveredClass },
    },
  ],
  instances: offPolicyCases,
  reference: importanceSurrogate,
  claim: (F, instance, use) => {
    const drawn = instance.sampler.flatMap((q, y) => (isPositive(q) ? [y] : []));
    const [objective, ...surrogates] = secondDerivatives(F, parametersOf(instance), (D, step) => {
      const probabilities = probabilitiesAfter(D, instance, step);
      const sampler = normalize(D, D.vector(instance.sampler));
      const rewards = D.vector(instance.rewards);
      return [
        expectedReward(D, probabilities, rewards),
        ...drawn.map((y) => use(D, { probabilities }, sampler, rewards, [y])),
      ];
    });
    const chances = normalize(F, F.vector(drawn.map((y) => instance.sampler[y]!)));
    return equalDerivatives(meanDerivatives(F, chances, surrogates), objective!);
  },
  cover: {
    'the policy itself': {
      atLeast: 0.1,
      when: ({ weights, sampler }) => weights.every((a, y) => sameExact(a, sampler[y]!)),
    },
    'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 },
  },
  teeth: {
    'weights-dropped': {
      says: 'The actions are taken as if they came from the policy.',
      use: (F, { probabilities }, _sampler, rewards, actions) =>
        importanceSurrogate(F, { probabilities }, probabilities.map(F.stopGradient), rewards, actions),
    },
    'weights-inverted': {
      says: 'The weights are q/p.',
      use: (F, { probabilities }, sampler, rewards, actions) =>
        importanceSurrogate(F, { probabilities: sampler }, probabilities, rewards, actions),
    },
    'uniform-sampler': {
      says: 'The actions are taken to be equally likely.',
      use: (F, policy, sampler, rewards, actions) =>
        importanceSurrogate(
          F,
          policy,
          normalize(
            F,
            sampler.map(() => F.one),
          ),
          rewards,
          actions,
        ),
    },
  },
});

/** Surrogates whose value and derivatives are right. */
export const unbiasedSurrogateLaws: readonly AnyLaw[] = [ratioRight, diceRight, diceEveryOrder, offPolicy];
