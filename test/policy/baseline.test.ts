import { describe, expect, test } from 'vitest';
import {
  constantBaseline,
  coordinateBaselines,
  leaveOneOut,
  meanBaseline,
  optimalBaseline,
  ownSampleMean,
  standardizedRewards,
} from '../../src/policy/baseline.ts';
import { fisherInformation, naturalGradient } from '../../src/policy/fisher.ts';
import { tableGradients } from '../../src/policy/score.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

const policy = {
  probabilities: Q.vector([0.75, 0.25]),
  logitGradients: tableGradients(Q, 2),
  temperature: Q.one,
};

describe('baselines', () => {
  test('the best one weighs the rewards by p‖s‖²', () => {
    // ‖s‖² = 1/8 and 9/8: (3/4 · 1/8 · 1) / (3/4 · 1/8 + 1/4 · 9/8) = (3/32) / (12/32).
    expect(`${optimalBaseline(Q, policy, Q.vector([1, 0]))}`).toBe('1/4');
    expect(`${meanBaseline(Q, policy, Q.vector([1, 0]))}`).toBe('3/4');
  });

  test('the best one for each parameter', () => {
    const two = {
      ...policy,
      logitGradients: [
        [1, 0, 5],
        [0, 0, 2],
      ].map((row) => Q.vector(row)),
    };
    // s = (1/4, 0, 3/4) and (−3/4, 0, −9/4): a parameter that nothing depends on gets 0.
    expect(coordinateBaselines(Q, two, Q.vector([1, 0])).map(String)).toEqual(['1/4', '0', '1/4']);
  });

  test('the best one needs a policy that depends on its parameters', () => {
    const constant = { probabilities: [0.5, 0.5], logitGradients: [[1], [1]], temperature: 1 };
    expect(() => optimalBaseline(float64, constant, [1, 0])).toThrow('give logits that depend on θ');
    expect(() => optimalBaseline(float64, constant, [1])).toThrow('There are 1 rewards for 2 classes');
    expect(() => coordinateBaselines(float64, constant, [1])).toThrow('There are 1 rewards for 2 classes');
  });

  test('from the samples', () => {
    const sampled = Q.vector([1, 2, 6]);
    expect(constantBaseline(Q.of(7))(sampled, []).map(String)).toEqual(['7', '7', '7']);
    expect(ownSampleMean(Q)(sampled, []).map(String)).toEqual(['3', '3', '3']);
    expect(leaveOneOut(Q)(sampled, []).map(String)).toEqual(['4', '7/2', '3/2']);
    expect(() => leaveOneOut(Q)(Q.vector([1]), [])).toThrow('give at least 2');
  });

  test('standardized rewards have mean 0 and variance 1, or are all 0', () => {
    expect(standardizedRewards(Q, Q.vector([5, 1])).map(String)).toEqual(['1', '-1']);
    expect(standardizedRewards(float64, [1, 1, 3, 3])).toEqual([-1, -1, 1, 1]);
    expect(standardizedRewards(Q, Q.vector([ratio(1, 3), ratio(1, 3)])).map(String)).toEqual(['0', '0']);
  });
});

test('the Fisher information maps the natural gradient to the gradient', () => {
  expect(fisherInformation(Q, policy).map((row) => row.map(String))).toEqual([
    ['3/16', '-3/16'],
    ['-3/16', '3/16'],
  ]);
  expect(naturalGradient(Q, policy, Q.vector([1, 0])).map(String)).toEqual(['1/4', '-3/4']);
});
