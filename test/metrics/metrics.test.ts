import { ConfusionMatrix } from 'ml-confusion-matrix';
import { describe, expect, test } from 'vitest';
import { accuracy } from '../../src/metrics/accuracy.ts';
import { bleu } from '../../src/metrics/bleu.ts';
import { countsOf, f1 } from '../../src/metrics/f1.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';

const words = (text: string): readonly string[] => text.split(' ');

/** Labels 0 … 2 from a fixed congruential sequence. */
function labels(length: number, seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (1103515245 * state + 12345) % 2 ** 31;
    return Math.floor((3 * state) / 2 ** 31);
  });
}

describe('accuracy and F1', () => {
  test.each([1, 2, 3, 4, 5])('agree with ml-confusion-matrix on labels of seed %i', (seed) => {
    const [actual, predicted] = [labels(40, seed), labels(40, seed + 100)];
    const matrix = ConfusionMatrix.fromLabels([...actual], [...predicted]);
    expect(accuracy(float64, predicted, actual)).toBe(matrix.getAccuracy());
    for (const positive of [0, 1, 2]) {
      const ours = f1(Q, countsOf(predicted, actual, positive)).toString();
      const [tp, fp, fn] = [
        matrix.getTruePositiveCount(positive),
        matrix.getFalsePositiveCount(positive),
        matrix.getFalseNegativeCount(positive),
      ];
      expect(ours).toBe(Q.div(Q.of(2 * tp), Q.of(2 * tp + fp + fn)).toString());
      expect(f1(float64, countsOf(predicted, actual, positive))).toBeCloseTo(matrix.getF1Score(positive), 12);
    }
  });

  test('F1 is the harmonic mean of precision 1/2 and recall 2/3: 4/7', () => {
    expect(f1(Q, { truePositives: 2, falsePositives: 2, falseNegatives: 1 }).toString()).toBe('4/7');
  });

  test('refuse what has no value', () => {
    expect(() => f1(Q, { truePositives: 0, falsePositives: 0, falseNegatives: 0 })).toThrow('F1 is 0/0');
    expect(() => f1(Q, { truePositives: 1, falsePositives: -2, falseNegatives: 0 })).toThrow('falsePositives is -2');
    expect(() => accuracy(Q, [], [])).toThrow('actual is empty');
    expect(() => accuracy(Q, [1], [1, 0])).toThrow('There are 1 predicted labels for 2 actual ones');
  });
});

describe('BLEU', () => {
  test('clips what a candidate repeats: 2/7 in the example of Papineni et al.', () => {
    const corpus = [
      {
        candidate: words('the the the the the the the'),
        references: [words('the cat is on the mat'), words('there is a cat on the mat')],
      },
    ];
    expect(bleu(Q, corpus, 1).toString()).toBe('2/7');
    expect(bleu(Q, corpus, 2).toString()).toBe('0');
  });

  test('counts a phrase no more often than the candidate has it', () => {
    const corpus = [{ candidate: words('the cat x'), references: [words('the the cat')] }];
    expect(bleu(Q, corpus, 1).toString()).toBe('2/3');
  });

  test('is 1 for a reference, and pools counts over the corpus', () => {
    const perfect = { candidate: words('the quick brown fox'), references: [words('the quick brown fox')] };
    expect(bleu(Q, [perfect]).toString()).toBe('1');
    const wrong = { candidate: words('a b'), references: [words('c d')] };
    expect(bleu(Q, [perfect, wrong], 1).toString()).toBe('2/3');
  });

  test('takes the geometric mean of the precisions: √(3/4 · 1/3) = 1/2', () => {
    const corpus = [{ candidate: words('a b x d'), references: [words('a b c d')] }];
    expect(surd().enclosure(bleu(surd(), corpus, 2))).toEqual(['1/2', '1/2']);
  });

  test('punishes brevity by exp(1 − r/c), with the reference nearest in length', () => {
    const corpus = [{ candidate: words('a b'), references: [words('a b c d'), words('a b c')] }];
    expect(bleu(float64, corpus, 1)).toBeCloseTo(Math.exp(1 - 3 / 2), 14);
  });

  test('takes the shorter of two references that are equally near: no brevity to punish', () => {
    for (const references of [['a b c d', 'a b'].map(words), ['a b', 'a b c d'].map(words)]) {
      expect(bleu(Q, [{ candidate: words('a b c'), references }], 1).toString()).toBe('1');
    }
  });

  test('agrees with sacrebleu on its documented example', () => {
    // The score that sacrebleu's README prints for these three segments.
    const references = [
      ['The dog bit the man .', 'The dog had bit the man .'],
      ['It was not unexpected .', 'No one was surprised .'],
      ['The man bit him first .', 'The man had bitten the dog .'],
    ];
    const candidates = ['The dog bit the man .', "It wasn't surprising .", 'The man had just bitten him .'];
    const corpus = candidates.map((text, t) => ({ candidate: words(text), references: references[t]!.map(words) }));
    expect(100 * bleu(float64, corpus)).toBeCloseTo(48.53, 1);
  });

  test('refuses an empty corpus and phrases longer than any candidate', () => {
    expect(() => bleu(Q, [])).toThrow('corpus is empty');
    expect(() => bleu(Q, [{ candidate: [], references: [['a']] }])).toThrow('corpus[0].candidate is empty');
    expect(() => bleu(Q, [{ candidate: ['a'], references: [] }])).toThrow('corpus[0].references is empty');
    expect(() => bleu(Q, [{ candidate: ['a'], references: [['a']] }], 4)).toThrow('No candidate has 4 words');
    expect(() => bleu(Q, [{ candidate: ['a'], references: [['a']] }], 3 as 4)).toThrow('order is 3; give 1, 2 or 4');
  });
});
