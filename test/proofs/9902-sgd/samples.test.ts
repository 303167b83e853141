import { describe, expect, test } from 'vitest';
import { gapReadingTheorem, sampleTexts } from '../../../proofs/9902-sgd/gap-reading.ts';
import { lawOf } from '../../../proofs/9902-sgd/law-texts.ts';
import { llnTheorem } from '../../../proofs/9902-sgd/lln.ts';
import type * as SamplePaths from '../../../properties/9902-sgd/sample-paths.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

describe('a wrong text of an expectation fails the proofs about samples', () => {
  test('the law of large numbers with each planted mistake', () => {
    const { teeth } = lawOf('sgd.lln');
    expect(Object.keys(teeth).length).toBeGreaterThan(2);
    for (const { claim } of Object.values(teeth))
      expect(failure(llnTheorem(claim))).toMatch(/^the law itself, weights/);
  });

  test.each([
    ['the gap is taken after the step', 'run.iterates.slice(0, -1)', 'run.iterates.slice(1)', /^the text, weights/],
    ['samples weigh the same', 'mul(of(weights[i]!), value)', 'value', /^the text of L\(θ\), 1 samples: .*"L\(θ\)"/],
    ['paths are repeated', "sampling === 'repeated'", "sampling !== 'repeated'", /^the text, weights 1 : 2, T = 2/],
    ['θ* is left out', 'points.map(() => least)', 'points.map(() => F.zero)', /^the text, weights/],
  ])('%s', async (_, from, to, sentence) => {
    const texts = await mutated<typeof SamplePaths>('properties/9902-sgd/sample-paths.ts', from, to);
    expect(failure(gapReadingTheorem({ ...sampleTexts, ...texts }))).toMatch(sentence);
  });
});
