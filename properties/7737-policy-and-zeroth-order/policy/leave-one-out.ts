import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { ownSampleMean } from '../../../src/policy/baseline.ts';
import { actionTuples } from '../../../src/policy/estimator-moments.ts';
import { expectation } from '../../../src/policy/score.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { listed } from '../../instances/plain-data.ts';
import { type SampledCase, sampledCases } from '../../instances/policy/sampled-case.ts';
import { SECTIONS } from '../sections.ts';
import { fixedSupport, onPolicy } from './baseline-hypotheses.ts';
import { objectiveGradient, readSampled } from './estimator-reading.ts';
import { type PolicyParts, reference } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';
import { scoreMistakes } from './teeth/scores.ts';

const atLeastTwo = sampledCases({ least: 2 });

const aboutSeveral = {
  version: 1,
  section: SECTIONS.beyond,
  expects: 'holds',
  instances: atLeastTwo,
  reference,
  ladder: IDENTITY_LADDER,
} as const;

const variety = {
  'three samples or more': { atLeast: 0.15, when: ({ samples }: SampledCase) => samples > 2 },
  'linear in features': { atLeast: 0.2, when: ({ features }: SampledCase) => features !== undefined },
};

/** (N − 1)/N, and its inverse. */
const shrinkage = <S>({ div, of }: Algebra<S>, samples: number): S => div(of(samples - 1), of(samples));
const inflation = <S>({ div, of }: Algebra<S>, samples: number): S => div(of(samples), of(samples - 1));

const ownMeanIs = <S>(F: Algebra<S>, instance: SampledCase, use: PolicyParts, share: S): Relation<S> => {
  const { moments } = readSampled(F, instance, use);
  return equalVectors(moments(ownSampleMean(F)).mean, F.scale(share, objectiveGradient(F, instance)), 'parameter');
};

export const ownMeanShrinks = law<SampledCase, PolicyParts>({
  ...aboutSeveral,
  id: 'pg.own-mean',
  cites: [{ article: '7737', equations: [10], place: 'the sampled mean, in the text after it' }],
  section: SECTIONS.baseline,
  states: String.raw`b=\frac1N\sum_n r^{(n)}:\quad\mathbb E\Big[\frac1N\sum_n(r^{(n)}-b)\,s^{(n)}\Big]=\Big(1-\frac1N\Big)\nabla_\theta\mathbb E_p[r]`,
  says: 'With the mean reward of the same N samples for a baseline, the estimate is on average 1 − 1/N times the gradient: the right direction, but too short.',
  instances: sampledCases({ parts: ['sampler'] }),
  hypotheses: [onPolicy, fixedSupport],
  subject: 'estimate',
  claim: (F, instance, use) => ownMeanIs(F, instance, use, shrinkage(F, instance.samples)),
  cover: { ...variety, 'one sample, of which nothing is left': { atLeast: 0.2, when: ({ samples }) => samples === 1 } },
  teeth: {
    ...scoreMistakes('score-sign', 'temperature-multiplied'),
    ...baselineMistakes('baseline-dropped', 'baseline-of-the-action'),
    'own-mean-called-unbiased': {
      says: 'The mean reward of the same samples is called unbiased.',
      claim: (F, instance, use) => ownMeanIs(F, instance, use, F.one),
    },
  },
});

export const ownMeanUnbiased = law<SampledCase, PolicyParts>({
  ...aboutSeveral,
  id: 'pg.own-mean-unbiased',
  cites: [{ article: '7737', equations: [6, 10], place: 'the sampled mean, in the text after (10)' }],
  section: SECTIONS.baseline,
  states: String.raw`b=\frac1N\sum_n r^{(n)}:\quad\mathbb E\Big[\frac1N\sum_n(r^{(n)}-b)\,s^{(n)}\Big]=\nabla_\theta\mathbb E_p[r]`,
  says: 'The mean reward of the same samples is an unbiased baseline. (It contains each sample’s own reward: with two samples the estimate is half the gradient on average.)',
  expects: 'refuted',
  instead: ['pg.own-mean', 'pg.rloo'],
  instances: listed(atLeastTwo, [{ weights: [1, 1], rewards: [1, 0], temperature: 1, samples: 2, baseline: 0 }]),
  hypotheses: [],
  subject: 'estimate',
  claim: (F, instance, use) => ownMeanIs(F, instance, use, F.one),
  cover: {},
  teeth: {},
});

export const leaveOneOutUnbiased = law<SampledCase, PolicyParts>({
  ...aboutSeveral,
  id: 'pg.rloo',
  cites: [{ article: '7737', equations: [6], place: 'beyond it: Kool, van Hoof and Welling 2019' }],
  states: String.raw`b_i=\frac1{N-1}\sum_{j\ne i}r^{(j)}:\quad\mathbb E\Big[\frac1N\sum_i(r^{(i)}-b_i)\,s^{(i)}\Big]=\nabla_\theta\mathbb E_p[r]`,
  says: 'When each sample takes the mean reward of the others for its baseline, the estimate is right on average.',
  instances: sampledCases({ least: 2, parts: ['sampler'] }),
  hypotheses: [onPolicy, fixedSupport],
  subject: 'leave-one-out baseline',
  claim: (F, instance, use) => {
    const { moments } = readSampled(F, instance, use);
    return equalVectors(moments(use.leaveOneOut(F)).mean, objectiveGradient(F, instance), 'parameter');
  },
  cover: variety,
  teeth: {
    ...baselineMistakes('own-sample-mean', 'baseline-of-the-action', 'sum-of-samples'),
    ...scoreMistakes('score-sign', 'temperature-multiplied'),
  },
});

/** A relation for each way to draw the instance's actions. */
const forEveryDraw = <S>(
  { weights, samples }: SampledCase,
  relation: (actions: readonly number[]) => Relation<S>,
): Relation<S> => actionTuples(weights.length, samples).map(relation);

const aboutDraws = {
  ...aboutSeveral,
  hypotheses: [],
  subject: 'leave-one-out baseline',
  cover: variety,
  teeth: baselineMistakes<SampledCase>('own-sample-mean', 'others-over-all', 'no-baseline'),
} as const;

export const leaveOneOutCentered = law<SampledCase, PolicyParts>({
  ...aboutDraws,
  id: 'pg.rloo-centered',
  cites: [{ article: '7737', equations: [6, 10], place: 'beyond it: Kool, van Hoof and Welling 2019' }],
  states: String.raw`r^{(i)}-b_i=\frac N{N-1}\Big(r^{(i)}-\frac1N\sum_j r^{(j)}\Big)`,
  says: 'A reward less the mean of the others is N/(N − 1) times the reward less the mean of all: leaving one out is the mean of the samples, scaled back.',
  claim: (F, instance, use) => {
    const rewards = F.vector(instance.rewards);
    return forEveryDraw(instance, (actions) => {
      const sampled = actions.map((y) => rewards[y]!);
      const [ofOthers, ofAll] = [use.leaveOneOut(F)(sampled, actions), ownSampleMean(F)(sampled, actions)];
      return equalVectors(
        F.minus(sampled, ofOthers),
        F.scale(inflation(F, instance.samples), F.minus(sampled, ofAll)),
        `classes ${shown(actions)}: sample`,
      );
    });
  },
});

/** Classes as a person counts them. */
const shown = (actions: readonly number[]): string => actions.map((y) => y + 1).join(', ');

/** Σ_i (r⁽ⁱ⁾ − mean)(s⁽ⁱ⁾ − mean), divided by the divisor. */
function sampleCovariance<S>(F: Algebra<S>, rewards: Vector<S>, scores: readonly Vector<S>[], divisor: number) {
  const evenly = rewards.map(() => F.div(F.one, F.of(rewards.length)));
  const meanReward = F.dot(evenly, rewards);
  const meanScore = expectation(F, evenly, scores);
  return expectation(
    F,
    rewards.map((r) => F.div(F.sub(r, meanReward), F.of(divisor))),
    scores.map((s) => F.minus(s, meanScore)),
  );
}

export const leaveOneOutCovariance = law<SampledCase, PolicyParts>({
  ...aboutDraws,
  id: 'pg.rloo-covariance',
  cites: [{ article: '7737', equations: [6], place: 'beyond it: Kool, van Hoof and Welling 2019' }],
  states: String.raw`\frac1N\sum_i(r^{(i)}-b_i)\,s^{(i)}=\frac1{N-1}\sum_i(r^{(i)}-\bar r_N)(s^{(i)}-\bar s_N)`,
  says: 'The leave-one-out estimate is the unbiased sample covariance of the rewards and the scores.',
  claim: (F, instance, use) => {
    const { rewards, scores, estimate } = readSampled(F, instance, use);
    return forEveryDraw(instance, (actions) =>
      equalVectors(
        estimate(actions, use.leaveOneOut(F)),
        sampleCovariance(
          F,
          actions.map((y) => rewards[y]!),
          actions.map((y) => scores[y]!),
          instance.samples - 1,
        ),
        `classes ${shown(actions)}: parameter`,
      ),
    );
  },
  teeth: {
    ...aboutDraws.teeth,
    'divided-by-n': {
      says: 'The sample covariance is divided by N.',
      claim: (F, instance, use) => {
        const { rewards, scores, estimate } = readSampled(F, instance, use);
        return forEveryDraw(instance, (actions) =>
          equalVectors(
            estimate(actions, use.leaveOneOut(F)),
            sampleCovariance(
              F,
              actions.map((y) => rewards[y]!),
              actions.map((y) => scores[y]!),
              instance.samples,
            ),
          ),
        );
      },
    },
  },
});

/** Baselines from the samples themselves: with and without the sample’s own reward. */
export const leaveOneOutLaws: readonly AnyLaw[] = [
  ownMeanShrinks,
  ownMeanUnbiased,
  leaveOneOutUnbiased,
  leaveOneOutCentered,
  leaveOneOutCovariance,
];
