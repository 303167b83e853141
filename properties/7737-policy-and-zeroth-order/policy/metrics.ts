import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { accuracy } from '../../../src/metrics/accuracy.ts';
import { type Counts, countsOf, f1 } from '../../../src/metrics/f1.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { atMost, equal } from '../../../src/scalar/relation.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { SECTIONS } from '../sections.ts';

const about = { version: 1, section: SECTIONS.problem, hypotheses: [], reference: undefined, cover: {} } as const;
const cites = [{ article: '7737', equations: [1], place: 'accuracy, F1 and BLEU as examples' }] as const;

/** Class labels from 0 of a corpus, predicted and actual. */
interface Labels {
  readonly predicted: readonly number[];
  readonly actual: readonly number[];
}

const label = z.int().min(0).max(9);
const labelsSchema: z.ZodType<Labels> = z.strictObject({
  predicted: z.array(label).min(1).max(64),
  actual: z.array(label).min(1).max(64),
});

const drawn = plainData<Labels>({
  schema: labelsSchema,
  generate: (draw) => {
    const [length, classes] = [draw.logUniform(1, 32), draw.integer(1, 4)];
    const labels = (): readonly number[] => draw.list(length, () => draw.integer(0, classes));
    return { predicted: labels(), actual: labels() };
  },
  require: ({ predicted, actual }) => {
    if (predicted.length !== actual.length)
      throw new RangeError('predicted and actual differ in length; give as many.');
    if (![...predicted, ...actual].every((y) => Number.isInteger(y) && y >= 0)) {
      throw new RangeError('A label is not a whole number; give classes 0, 1, ….');
    }
  },
});

const corpora: Instances<Labels> = {
  ...drawn,
  *simplify(labels) {
    const { predicted, actual } = labels;
    for (let t = 0; t < actual.length && actual.length > 1; t++) {
      yield { predicted: withoutEntry(predicted, t), actual: withoutEntry(actual, t) };
    }
    yield* drawn.simplify(labels);
  },
};

/** (1/T) Σ r(y_t, y), with the label `reward` pays for. */
const meanReward = <S>(
  { div, of, sum }: Algebra<S>,
  { predicted, actual }: Labels,
  reward: (y: number, yt: number) => number,
): S => div(sum(predicted.map((y, t) => of(reward(y, actual[t]!)))), of(actual.length));

export const accuracyIsMeanReward = law<Labels, undefined>({
  ...about,
  id: 'pg.accuracy-mean',
  cites,
  states: String.raw`\text{accuracy}=\frac1T\sum_t r(y_t,\hat y_t),\qquad r(y_t,y)=[y=y_t]`,
  says: 'Accuracy is an objective of the form (1): the mean over samples of a reward of 1 for the right label and 0 for any other.',
  expects: 'holds',
  instances: corpora,
  claim: (F, labels) =>
    equal(
      accuracy(F, labels.predicted, labels.actual),
      meanReward(F, labels, (y, yt) => (y === yt ? 1 : 0)),
    ),
  cover: {
    'some right, some wrong': {
      atLeast: 0.4,
      when: ({ predicted, actual }) =>
        predicted.some((y, t) => y === actual[t]) && predicted.some((y, t) => y !== actual[t]),
    },
  },
  teeth: {
    'class-zero-unpaid': {
      says: 'The reward of class 0 is left out.',
      claim: (F, labels) =>
        equal(
          accuracy(F, labels.predicted, labels.actual),
          meanReward(F, labels, (y, yt) => (y === yt && y !== 0 ? 1 : 0)),
        ),
    },
  },
});

/** A corpus cut in two, as F1 counts of class 1. */
interface Split {
  readonly first: Labels;
  readonly second: Labels;
}

const splits = plainData<Split>({
  schema: z.strictObject({ first: labelsSchema, second: labelsSchema }),
  generate: (draw) => draw.pick(cuts),
});

/** tp, fp, fn = 1, 1, 1 cut as (1, 0, 0) + (0, 1, 1) and as (1, 1, 0) + (0, 0, 1). */
const cuts: readonly Split[] = [
  { first: { predicted: [1], actual: [1] }, second: { predicted: [1, 0], actual: [0, 1] } },
  { first: { predicted: [1, 1], actual: [1, 0] }, second: { predicted: [0], actual: [1] } },
];

const countsOfOnes = ({ predicted, actual }: Labels): Counts => countsOf(predicted, actual, 1);
const pooled = ({ first, second }: Split): Counts =>
  countsOfOnes({
    predicted: [...first.predicted, ...second.predicted],
    actual: [...first.actual, ...second.actual],
  });

export const f1IsMean = law<Split, undefined>({
  ...about,
  id: 'pg.f1-mean',
  cites,
  states: String.raw`F_1(\text{corpus})=\tfrac12\big(F_1(\text{part}_1)+F_1(\text{part}_2)\big)`,
  says: 'The F1 of a corpus is the mean of the F1 of its parts. (It pools counts: two cuts of the counts tp, fp, fn = 1, 1, 1 have means 1/2 and 1/3.)',
  expects: 'refuted',
  instead: ['pg.f1-no-reward'],
  instances: listed(splits, cuts),
  claim: (F, split) =>
    equal(
      f1(F, pooled(split)),
      F.div(F.add(f1(F, countsOfOnes(split.first)), f1(F, countsOfOnes(split.second))), F.of(2)),
    ),
  teeth: {},
});

/** A reward for each pair of predicted and actual label, of two classes. */
interface PairRewards {
  readonly truePositive: Exact;
  readonly falsePositive: Exact;
  readonly falseNegative: Exact;
}

const pairRewards = plainData<PairRewards>({
  schema: z.strictObject({ truePositive: exactNumber, falsePositive: exactNumber, falseNegative: exactNumber }),
  generate: (draw) => {
    const near = (x: number): Exact => (draw.chance(0.5) ? x + draw.integer(-4, 4) / 16 : draw.real('fraction', 2));
    return { truePositive: near(1), falsePositive: near(0), falseNegative: near(0) };
  },
});

/** Small corpora by their counts: F1 as a mean of rewards would have to be right on all of them. */
const PROBES: readonly Counts[] = [
  { truePositives: 1, falsePositives: 0, falseNegatives: 0 },
  { truePositives: 0, falsePositives: 1, falseNegatives: 0 },
  { truePositives: 1, falsePositives: 1, falseNegatives: 0 },
];

/** The largest distance between F1 and the mean reward over the probes. */
function worstError<S>(F: Algebra<S>, rewards: PairRewards, probes: readonly Counts[]): S {
  const { abs, add, div, max, mul, of, sub } = F;
  const errors = probes.map((counts) => {
    const { truePositives, falsePositives, falseNegatives } = counts;
    const total = add(
      mul(of(truePositives), of(rewards.truePositive)),
      add(mul(of(falsePositives), of(rewards.falsePositive)), mul(of(falseNegatives), of(rewards.falseNegative))),
    );
    return abs(sub(f1(F, counts), div(total, of(truePositives + falsePositives + falseNegatives))));
  });
  return errors.reduce((a, b) => max(a, b));
}

export const f1IsNoMeanReward = law<PairRewards, undefined>({
  ...about,
  id: 'pg.f1-no-reward',
  cites,
  states: String.raw`\max_{\text{corpora}}\Big|F_1-\frac1T\sum_t r(y_t,\hat y_t)\Big|\ge\frac1{12}\quad\text{for every }r`,
  says: 'No reward per sample, whatever it is, makes the F1 of a corpus a mean reward: on one of three corpora of at most two samples it is off by 1/12 or more. So (1) does not cover F1.',
  expects: 'holds',
  instances: pairRewards,
  claim: (F, rewards) => atMost(F.div(F.one, F.of(12)), worstError(F, rewards, PROBES), 'largest error'),
  cover: {
    'error below 1/4': { atLeast: 0.1, when: (_rewards, ratio) => ratio !== undefined && ratio > 1 / 3 },
  },
  teeth: {
    'one-sample-corpora': {
      says: 'Only corpora of one sample are looked at, where F1 is a reward.',
      claim: (F, rewards) =>
        atMost(F.div(F.one, F.of(12)), worstError(F, rewards, PROBES.slice(0, 2)), 'largest error'),
    },
  },
});

/** Accuracy is an objective of the form B-(1), and F1 is not. */
export const metricLaws: readonly AnyLaw[] = [accuracyIsMeanReward, f1IsMean, f1IsNoMeanReward];
