import { expect, test } from 'vitest';
import {
  lastIterate,
  limitLaws,
  luckyStep,
  maxNormProjection,
  noMinimizer,
} from '../../../properties/9902-sgd/limits.ts';
import { checkLaw } from '../../../src/law/check.ts';
import { observe } from '../../../src/law/decide.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../law-checks.ts';

testExpectations(limitLaws);

const sides = (law: AnyLaw): readonly string[][] => {
  const { seen } = observe(statementAbout(law, law.instances.all![0]));
  return seen.map(({ left, right }) => [left[0], right[0]]);
};

test('the last step of sgd.last-iterate pays 1 against a bound of 3/4', () => {
  expect(sides(lastIterate)).toEqual([['1', '3/4']]);
});

test('the run of sgd.max-norm-projection never moves: 3 against 35/12', () => {
  expect(sides(maxNormProjection)).toEqual([['3', '35/12']]);
  expect(checkLaw({ ...maxNormProjection, expects: 'holds' }, { runs: 1, seed: 1 }).verdict).toBe('violated');
});

test('the lucky step has regret −3/8', () => {
  expect(sides(luckyStep)).toEqual([['-3/8', '-3/8']]);
});

test('a candidate for the minimizer is simple', () => {
  expect(caughtBy(noMinimizer, 'gradient-sign')).toMatchObject({ candidate: expect.arrayContaining([0]) });
});
