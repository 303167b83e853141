import { type AnyLaw, law } from '../../../src/law/law.ts';
import { actionOfNoise } from '../../../src/policy/action-of-noise.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import { logSurrogate, type Surrogate } from '../../../src/policy/surrogate.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { below, equal } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { certainAction, loweredReward } from '../../breaking/comments/raised-rewards.ts';
import { densities, discreteOutcomes, type Histogram } from '../../instances/comments/histograms.ts';
import { isAtJump, type NoisyAction, noiseAtJump, noisyActions } from '../../instances/comments/noisy-action.ts';
import { type RaisedReward, raisedRewards } from '../../instances/comments/raised-reward.ts';
import { listed } from '../../instances/plain-data.ts';
import { localPolicy, probabilitiesAfter } from '../../instances/policy/policy-case.ts';
import { isPositive } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';
import { surrogateMistakes } from './teeth/surrogates.ts';

const about = { version: 1, section: SECTIONS.comments, expects: 'holds' } as const;
const place = 'the comments of September 21 to 26, 2020';

/** J and the expected reward, before and after the reward of the first action is raised. */
function readRaised<S>(F: Algebra<S>, instance: RaisedReward, use: Surrogate) {
  const { probabilities } = localPolicy(F, instance);
  const policy = { probabilities, logProbabilities: probabilities.map((p) => F.log(p)) };
  const before = F.vector(instance.rewards);
  const after = before.map((r, y) => (y === instance.actions[0] ? F.add(r, F.of(instance.raise)) : r));
  const D = { ...F, stopGradient: (a: S): S => a };
  return {
    surrogate: [before, after].map((r) => use(D, policy, r, instance.actions)),
    reward: [before, after].map((r) => expectedReward(F, probabilities, r)),
  };
}

export const decreasing = law<RaisedReward, Surrogate>({
  ...about,
  id: 'c.J-decr',
  cites: [{ article: '7737', equations: [2], place }],
  states: String.raw`p_y<1:\quad r_y\uparrow\ \implies\ \frac1K\sum_kr(y^{(k)})\log p(y^{(k)})\downarrow,\qquad\sum_yp_yr_y\uparrow`,
  says: 'Raising the reward of a sampled action makes J smaller, because log p is negative, while the expected reward grows: J is no estimate of the reward.',
  instances: raisedRewards,
  hypotheses: [
    {
      name: 'probability-below-one',
      says: 'There is more than one class, so p_y < 1.',
      holds: ({ weights }) => weights.length > 1,
      necessity: { kind: 'search', breaking: certainAction },
    },
    {
      name: 'positive-raise',
      says: 'The reward grows.',
      holds: ({ raise }) => isPositive(raise),
      necessity: { kind: 'search', breaking: loweredReward },
    },
  ],
  subject: 'surrogate',
  reference: logSurrogate,
  claim: (F, instance, use) => {
    const { surrogate, reward } = readRaised(F, instance, use);
    return [below(surrogate[1]!, surrogate[0]!, 'J'), below(reward[0]!, reward[1]!, 'expected reward')];
  },
  cover: {
    'several actions': { atLeast: 0.5, when: ({ actions }) => actions.length > 1 },
    'positive rewards': { atLeast: 0.04, when: ({ rewards }) => rewards.every(isPositive) },
  },
  teeth: {
    ...surrogateMistakes('loss-sign', 'log-forgotten'),
    'larger-surrogate': {
      says: 'J is taken to grow with the reward.',
      claim: (F, instance, use) => {
        const { surrogate } = readRaised(F, instance, use);
        return below(surrogate[0]!, surrogate[1]!);
      },
    },
  },
});

/** Probabilities of the classes, or densities on the intervals. */
function heights<S>(F: Algebra<S>, { weights, widths }: Histogram): Vector<S> {
  const probabilities = normalize(F, F.vector(weights));
  return widths === undefined ? probabilities : probabilities.map((p, y) => F.div(p, F.of(widths[y]!)));
}

const aboutLogs = {
  ...about,
  cites: [{ article: '7737', equations: [], place: 'the comments of February 2022 on log p' }],
  reference: undefined,
  /** log p < 0, and log 1 = 0. */
  claim: <S>(F: Algebra<S>, instance: Histogram) =>
    heights(F, instance).map((p, y) =>
      (F.compare(p, F.one) === 0 ? equal : below)(F.log(p), F.zero, `log p of class ${y + 1}`),
    ),
} as const;

export const logIsNegative = law<Histogram, undefined>({
  ...aboutLogs,
  id: 'c.logp',
  states: String.raw`p_y>0,\ \sum_yp_y=1\implies\log p_y\le0,\ \text{with equality only for }p_y=1`,
  says: 'The logarithm of the probability of a class is negative, and 0 only for a class that is certain.',
  instances: discreteOutcomes,
  hypotheses: [
    {
      name: 'discrete',
      says: 'The actions are classes with probabilities, not numbers with a density.',
      holds: ({ widths }) => widths === undefined,
      necessity: { kind: 'search', breaking: densities },
    },
  ],
  cover: {
    'one class': { atLeast: 0.1, when: ({ weights }) => weights.length === 1 },
    'several classes': { atLeast: 0.6, when: ({ weights }) => weights.length > 1 },
  },
  teeth: {
    'never-zero': {
      says: 'log p is taken to be below 0 for a certain class too.',
      claim: (F, instance) => heights(F, instance).map((p) => below(F.log(p), F.zero)),
    },
    'not-normalized': {
      says: 'The weights are taken for probabilities.',
      claim: (F, { weights }) => F.vector(weights).map((a) => below(F.log(a), F.zero)),
    },
  },
});

export const logOfDensity = law<Histogram, undefined>({
  ...aboutLogs,
  id: 'c.logp-density',
  states: String.raw`p(y)\text{ a density}\implies\log p(y)\le0`,
  says: 'log p is negative for a density too. (The density of a uniform number between 0 and 1/2 is 2, and log 2 > 0.)',
  expects: 'refuted',
  instead: ['c.logp'],
  instances: listed(densities, [{ weights: [1], widths: [1 / 2] }]),
  hypotheses: [],
  cover: {},
  teeth: {},
});

/** How an action is made from noise. */
interface Sampling {
  actionOfNoise<S>(F: Algebra<S>, probabilities: Vector<S>, noise: S): number;
}

export const actionPath = law<NoisyAction, Sampling>({
  ...about,
  id: 'c.action-path',
  cites: [{ article: '7737', equations: [5], place }],
  states: String.raw`y(\theta,\omega)=\min\{y:\omega<p_1+\dots+p_y\}:\quad\omega\ne p_1+\dots+p_k\ \forall k\implies y(\theta+\varepsilon\delta,\omega)=y(\theta,\omega)\text{ for small }\varepsilon`,
  says: 'An action made from noise does not move with the parameters, unless the noise sits exactly where the action jumps: its derivative is 0 wherever it has one. So there is no gradient of y to be added; what is missing is the score term.',
  instances: noisyActions,
  hypotheses: [
    {
      name: 'noise-off-jumps',
      says: 'ω is none of the sums p_1 + … + p_y.',
      holds: (instance) => !isAtJump(instance),
      necessity: { kind: 'search', breaking: noiseAtJump },
    },
  ],
  subject: 'sampling',
  reference: { actionOfNoise },
  claim: (F, { weights, direction, noise }, use) => {
    const E = series(F, 2);
    const policy = { weights, rewards: weights, temperature: 1 };
    const step = E.vector(direction).map((x) => E.mul(x, E.epsilon));
    const nearby = use.actionOfNoise(E, probabilitiesAfter(E, policy, step), E.of(noise));
    const action = actionOfNoise(F, normalize(F, F.vector(weights)), F.of(noise));
    return equal(F.of(nearby), F.of(action), 'action');
  },
  cover: {
    'more than two classes': { atLeast: 0.5, when: ({ weights }) => weights.length > 2 },
    'logits that move apart': { atLeast: 0.7, when: ({ direction }) => direction.some((x) => x !== direction[0]) },
  },
  teeth: {
    'last-class': {
      says: 'The search goes on to the last class.',
      use: { actionOfNoise: (_F, probabilities) => probabilities.length - 1 },
    },
    'not-summed': {
      says: 'The noise is compared with p_y and not with p_1 + … + p_y.',
      use: {
        actionOfNoise: (F, probabilities, noise) =>
          Math.max(
            0,
            probabilities.findIndex((p) => F.compare(noise, p) < 0),
          ),
      },
    },
  },
});

/** What the comments say of J, of log p and of the sampled actions. */
export const commentLaws: readonly AnyLaw[] = [decreasing, logIsNegative, logOfDensity, actionPath];
