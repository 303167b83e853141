import { describe, expect, test } from 'vitest';
import { constantBaseline } from '../../src/policy/baseline.ts';
import { estimateFromScores, expectedReward, gradientEstimate, policyGradient } from '../../src/policy/gradient.ts';
import { expectation, type LocalPolicy, score, scores, tableGradients } from '../../src/policy/score.ts';
import { type ExactVector, ratio } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import type { Rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

const shown = (v: readonly Rational[]): string[] => v.map(String);

/** A table of logits with these probabilities. */
const table = (probabilities: ExactVector, temperature = 1): LocalPolicy<Rational> => ({
  probabilities: Q.vector(probabilities),
  logitGradients: tableGradients(Q, probabilities.length),
  temperature: Q.of(temperature),
});

describe('p = (3/4, 1/4), r = (1, 0)', () => {
  const policy = table([0.75, 0.25]);
  const rewards = Q.vector([1, 0]);

  test('the scores are e_y − p', () => {
    expect(scores(Q, policy).map(shown)).toEqual([
      ['1/4', '-1/4'],
      ['-3/4', '3/4'],
    ]);
    expect(shown(score(Q, table([0.75, 0.25], 2), 0))).toEqual(['1/8', '-1/8']);
  });

  test('the gradient is p (r − 3/4)', () => {
    expect(`${expectedReward(Q, policy.probabilities, rewards)}`).toBe('3/4');
    expect(shown(policyGradient(Q, policy, rewards))).toEqual(['3/16', '-3/16']);
    expect(
      policyGradient(
        float64,
        {
          probabilities: [0.75, 0.25],
          logitGradients: [
            [1, 0],
            [0, 1],
          ],
          temperature: 1,
        },
        [1, 0],
      ),
    ).toEqual([3 / 16, -3 / 16]);
  });

  test('the estimate averages (r − b) s over the samples', () => {
    // (1 · (1/4, −1/4) + 1 · (1/4, −1/4) + 0) / 3, and with b = 1/2: (1/2 + 1/2) (1/4, −1/4) − 1/2 (−3/4, 3/4), over 3.
    expect(shown(gradientEstimate(Q, policy, rewards, [0, 0, 1]))).toEqual(['1/6', '-1/6']);
    const half = constantBaseline(Q.of(0.5));
    expect(shown(gradientEstimate(Q, policy, rewards, [0, 0, 1], half))).toEqual(['5/24', '-5/24']);
    expect(shown(estimateFromScores(Q, scores(Q, policy), rewards, [0, 0, 1], half))).toEqual(['5/24', '-5/24']);
  });
});

test('features take the place of unit vectors', () => {
  const policy = { ...table([ratio(1, 3), ratio(2, 3)], 2), logitGradients: [[3], [0]].map((row) => Q.vector(row)) };
  expect(shown(score(Q, policy, 0))).toEqual(['1']);
  expect(shown(score(Q, policy, 1))).toEqual(['-1/2']);
  expect(shown(policyGradient(Q, policy, Q.vector([5, 2])))).toEqual(['1']);
});

test('empty lists are refused', () => {
  expect(() =>
    gradientEstimate(float64, { probabilities: [1], logitGradients: [[1]], temperature: 1 }, [1], []),
  ).toThrow('give at least one sampled class');
  expect(() => expectation(float64, [], [])).toThrow('values is empty');
});

describe('lists that do not go together are refused', () => {
  const policy = { probabilities: [0.5, 0.25, 0.25], logitGradients: tableGradients(float64, 3), temperature: 1 };
  const rewards = [1, 2, 3];
  const fewer = { ...policy, logitGradients: tableGradients(float64, 2) };
  test.each([
    ['a reward missing', () => policyGradient(float64, policy, [1, 2]), 'There are 2 rewards for 3 classes'],
    ['a reward too many', () => gradientEstimate(float64, policy, [1, 2, 3, 4], [0]), 'There are 4 rewards for 3'],
    ['a class missing', () => score(float64, fewer, 0), 'There are 2 logit gradients for 3 classes'],
    ['no such class', () => score(float64, policy, 3), 'action is 3 of 3 classes; give an index from 0 to 2'],
    ['no such action', () => gradientEstimate(float64, policy, rewards, [0.5]), 'action is 0.5 of 3 classes'],
    [
      'a baseline missing',
      () => gradientEstimate(float64, policy, rewards, [0, 1], () => [1]),
      'baseline gave 1 numbers for 2 samples',
    ],
    ['a probability missing', () => expectation(float64, [0.5], [[1], [2]]), 'There are 1 probabilities for 2 classes'],
  ])('%s', (_what, compute, message) => {
    expect(compute).toThrow(message);
  });
});
