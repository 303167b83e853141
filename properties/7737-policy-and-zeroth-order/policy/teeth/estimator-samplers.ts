import type { Tooth } from '../../../../src/law/law.ts';
import { type Baseline, constantBaseline, leaveOneOut, ownSampleMean } from '../../../../src/policy/baseline.ts';
import { estimateFromScores } from '../../../../src/policy/gradient.ts';
import { DRAWS } from '../../../../src/random/index.ts';
import { float64 } from '../../../../src/scalar/float64.ts';
import { estimatorFrom, exactWeights, type PolicyEstimator } from '../policy-draws.ts';

/** The two estimates, with these baselines in place of none and of the other samples' mean. */
const withBaselines = (first: Baseline<number>, second: Baseline<number>, weightsOf = exactWeights): PolicyEstimator =>
  estimatorFrom(
    (scores, rewards, actions) => [
      ...estimateFromScores(float64, scores, rewards, actions, first),
      ...estimateFromScores(float64, scores, rewards, actions, second),
    ],
    weightsOf,
  );

const none = constantBaseline(0);
const others = leaveOneOut(float64);

/** 3 % of all draws moved from the first class to the second. */
const moved = (odds: readonly number[]): readonly number[] => {
  const share = Math.floor(0.03 * DRAWS);
  return exactWeights(odds).map((weight, y) => weight + (y === 0 ? -share : y === 1 ? share : 0));
};

export const policyEstimatorMistakes: Readonly<Record<string, Tooth<never, PolicyEstimator>>> = {
  'three-percent-moved': {
    says: 'Three draws in a hundred go to the second class where they should go to the first.',
    use: withBaselines(none, others, moved),
  },
  'own-sample-mean': {
    says: 'The baseline is the mean of all sampled rewards, the own one included.',
    use: withBaselines(none, ownSampleMean(float64)),
  },
  'best-sampled-reward': {
    says: 'The baseline is the largest sampled reward, which may be the own one.',
    use: withBaselines(none, (rewards) => rewards.map(() => Math.max(...rewards))),
  },
  'own-reward': {
    says: 'Without a baseline, half of the own reward is subtracted all the same.',
    use: withBaselines((rewards) => rewards.map((r) => r / 2), others),
  },
  'wrong-sign': {
    says: 'The rewards are subtracted from the baseline.',
    use: estimatorFrom((scores, rewards, actions) => {
      const costs = rewards.map((r) => -r);
      return [
        ...estimateFromScores(float64, scores, costs, actions, none),
        ...estimateFromScores(float64, scores, costs, actions, others),
      ];
    }),
  },
};
