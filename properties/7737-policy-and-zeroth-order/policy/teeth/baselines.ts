import type { Tooth } from '../../../../src/law/law.ts';
import { constantBaseline, meanBaseline, ownSampleMean } from '../../../../src/policy/baseline.ts';
import { estimateFromScores } from '../../../../src/policy/gradient.ts';
import { scores } from '../../../../src/policy/score.ts';
import { type PolicyParts, reference } from '../subject.ts';

type Named = Readonly<Record<string, { readonly says: string; readonly use: PolicyParts }>>;

const BASELINES = {
  'baseline-of-the-action': {
    says: 'The baseline depends on the action: it is the reward of the action itself, less a quarter of it.',
    use: {
      ...reference,
      estimate: (F, scores, rewards, actions) =>
        estimateFromScores(F, scores, rewards, actions, (sampled) => sampled.map((r) => F.mul(F.of(0.75), r))),
    },
  },
  'own-sample-mean': {
    says: 'The mean reward of the same samples is taken for a baseline and called unbiased.',
    use: {
      ...reference,
      estimate: (F, scores, rewards, actions) => estimateFromScores(F, scores, rewards, actions, ownSampleMean(F)),
      leaveOneOut: ownSampleMean,
    },
  },
  'baseline-dropped': {
    says: 'The baseline is not subtracted.',
    use: {
      ...reference,
      estimate: (F, scores, rewards, actions) => estimateFromScores(F, scores, rewards, actions),
    },
  },
  'baseline-added': {
    says: 'The baseline is added instead of subtracted.',
    use: {
      ...reference,
      estimate: (F, scores, rewards, actions, baseline) =>
        estimateFromScores(F, scores, rewards, actions, (...sample) => baseline(...sample).map(F.neg)),
    },
  },
  'sum-of-samples': {
    says: 'The N terms are added up and not divided by N.',
    use: {
      ...reference,
      estimate: (F, scores, rewards, actions, baseline) =>
        F.scale(F.of(actions.length), estimateFromScores(F, scores, rewards, actions, baseline)),
    },
  },
  'unweighted-optimum': {
    says: 'The optimal baseline is the mean reward, without its weights ‖s‖².',
    use: { ...reference, optimalBaseline: meanBaseline },
  },
  'unsquared-weights': {
    says: 'The optimal baseline is weighted by p², not by p ‖s‖².',
    use: {
      ...reference,
      optimalBaseline: ({ div, dot, mul, squaredNorm }, { probabilities }, rewards) =>
        div(
          dot(
            probabilities,
            probabilities.map((p, y) => mul(p, rewards[y]!)),
          ),
          squaredNorm(probabilities),
        ),
    },
  },
  'undivided-optimum': {
    says: 'The optimal baseline is E[r ‖s‖²], not divided by E ‖s‖².',
    use: {
      ...reference,
      optimalBaseline: (F, policy, rewards) =>
        F.dot(
          policy.probabilities,
          scores(F, policy).map((s, y) => F.mul(rewards[y]!, F.squaredNorm(s))),
        ),
    },
  },
  'one-for-all': {
    says: 'Every parameter is given the baseline that is best for all of them together.',
    use: {
      ...reference,
      coordinateBaselines: (F, policy, rewards) =>
        policy.logitGradients[0]!.map(() => reference.optimalBaseline(F, policy, rewards)),
    },
  },
  'unsquared-coordinates': {
    says: 'The baseline of a parameter is weighted by its features, not by its squared scores.',
    use: {
      ...reference,
      coordinateBaselines: (F, { probabilities, logitGradients }, rewards) =>
        logitGradients[0]!.map((_, k) =>
          F.dot(
            probabilities,
            logitGradients.map((gradient, y) => F.mul(gradient[k]!, rewards[y]!)),
          ),
        ),
    },
  },
  'uniform-mean': {
    says: 'The simplified baseline is the mean over the classes, not over the policy.',
    use: {
      ...reference,
      meanBaseline: ({ div, of, sum }, _policy, rewards) => div(sum(rewards), of(rewards.length)),
    },
  },
  'others-over-all': {
    says: 'The sum of the other rewards is divided by N, not by N − 1.',
    use: {
      ...reference,
      leaveOneOut: (F) => (sampled) => {
        const total = F.sum(sampled);
        return sampled.map((r) => F.div(F.sub(total, r), F.of(sampled.length)));
      },
    },
  },
  'next-sample': {
    says: 'Each sample’s baseline is the reward of the next sample alone.',
    use: { ...reference, leaveOneOut: () => (sampled) => sampled.map((_, n) => sampled[(n + 1) % sampled.length]!) },
  },
  'no-baseline': {
    says: 'The baseline is 0.',
    use: { ...reference, leaveOneOut: (F) => constantBaseline(F.zero) },
  },
} as const satisfies Named;

/** Wrong baselines and wrong uses of one, by name. */
export const baselineMistakes = <I>(
  ...names: readonly (keyof typeof BASELINES)[]
): Record<string, Tooth<I, PolicyParts>> => Object.fromEntries(names.map((name) => [name, BASELINES[name]]));
