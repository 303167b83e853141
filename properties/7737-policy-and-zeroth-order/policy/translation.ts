import { z } from 'zod';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { bleu, type Order, type Translation } from '../../../src/metrics/bleu.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { atMost, equal } from '../../../src/scalar/relation.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { SECTIONS } from '../sections.ts';

const about = { version: 1, section: SECTIONS.problem, hypotheses: [], reference: undefined } as const;
const cites = [{ article: '7737', equations: [1], place: 'accuracy, F1 and BLEU as examples' }] as const;

/** Two translations and the longest phrases counted. */
interface Corpus {
  readonly translations: readonly Translation[];
  readonly order: Order;
}

const sentence = z.array(z.string().min(1).max(32)).min(1).max(64);
const corpus = plainData<Corpus>({
  schema: z.strictObject({
    translations: z
      .array(z.strictObject({ candidate: sentence, references: z.array(sentence).min(1).max(8) }))
      .min(1)
      .max(16),
    order: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  }),
  generate: () => unequalLengths,
});

/** A right translation of two words and a wrong one of one word. */
const unequalLengths: Corpus = {
  translations: [
    { candidate: ['good', 'morning'], references: [['good', 'morning']] },
    { candidate: ['night'], references: [['evening']] },
  ],
  order: 1,
};

export const bleuIsMean = law<Corpus, undefined>({
  ...about,
  id: 'pg.bleu-mean',
  cites,
  states: String.raw`\text{BLEU}(\text{corpus})=\frac1T\sum_t\text{BLEU}(\text{sentence}_t)`,
  says: 'The BLEU of a corpus is the mean of the BLEU of its sentences. (It pools phrase counts: one right translation of two words and a wrong one of one word have 2/3 together, 1/2 on average.)',
  expects: 'refuted',
  instead: ['pg.bleu-no-reward'],
  instances: listed(corpus, [unequalLengths]),
  claim: (F, { translations, order }) =>
    equal(
      bleu(F, translations, order),
      F.div(F.sum(translations.map((one) => bleu(F, [one], order))), F.of(translations.length)),
    ),
  cover: {},
  teeth: {},
});

/** A reward for each of the two translations. */
interface SentenceRewards {
  readonly right: Exact;
  readonly wrong: Exact;
}

const sentenceRewards = plainData<SentenceRewards>({
  schema: z.strictObject({ right: exactNumber, wrong: exactNumber }),
  generate: (draw) => {
    const near = (x: number): Exact => (draw.chance(0.5) ? x + draw.integer(-4, 4) / 16 : draw.real('fraction', 2));
    return { right: near(1), wrong: near(0) };
  },
});

const [RIGHT, WRONG] = unequalLengths.translations as readonly [Translation, Translation];

/** The largest distance between BLEU and the mean reward, over the first corpora of {right}, {wrong} and both. */
function worstError<S>(F: Algebra<S>, { right, wrong }: SentenceRewards, corpora = 3): S {
  const { abs, add, div, max, of, sub } = F;
  const errors = [
    sub(bleu(F, [RIGHT], 1), of(right)),
    sub(bleu(F, [WRONG], 1), of(wrong)),
    sub(bleu(F, [RIGHT, WRONG], 1), div(add(of(right), of(wrong)), of(2))),
  ];
  return errors
    .slice(0, corpora)
    .map(abs)
    .reduce((a, b) => max(a, b));
}

export const bleuIsNoMeanReward = law<SentenceRewards, undefined>({
  ...about,
  id: 'pg.bleu-no-reward',
  cites,
  states: String.raw`\max_{\text{corpora}}\Big|\text{BLEU}-\frac1T\sum_t r(y_t,\hat y_t)\Big|\ge\frac1{12}\quad\text{for every }r`,
  says: 'No reward per sentence, whatever it is, makes the BLEU of a corpus a mean reward: with a right translation of two words and a wrong one of one word, alone and together, it is off by 1/12 or more.',
  expects: 'holds',
  instances: sentenceRewards,
  claim: (F, rewards) => atMost(F.div(F.one, F.of(12)), worstError(F, rewards), 'largest error'),
  cover: {
    'error below 1/4': { atLeast: 0.1, when: (_rewards, ratio) => ratio !== undefined && ratio > 1 / 3 },
  },
  teeth: {
    'sentences-alone': {
      says: 'Only corpora of one sentence are looked at, where BLEU is a reward.',
      claim: (F, rewards) => atMost(F.div(F.one, F.of(12)), worstError(F, rewards, 2), 'largest error'),
    },
  },
});

/** BLEU is no objective of the form B-(1). */
export const translationLaws: readonly AnyLaw[] = [bleuIsMean, bleuIsNoMeanReward];
