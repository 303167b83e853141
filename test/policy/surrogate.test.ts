import { describe, expect, test } from 'vitest';
import { actionOfNoise } from '../../src/policy/action-of-noise.ts';
import { gradientEstimate } from '../../src/policy/gradient.ts';
import { tableGradients } from '../../src/policy/score.ts';
import { logSoftmax, softmax } from '../../src/policy/softmax.ts';
import {
  diceSurrogate,
  importanceSurrogate,
  logSurrogate,
  ratioSurrogate,
  relu,
  straightThrough,
} from '../../src/policy/surrogate.ts';
import { dual } from '../../src/scalar/dual.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rational } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';

const D = dual(float64);

/** Two equally likely classes, as functions of their logits. */
const logits = D.variables([0, 0]);
const policy = { probabilities: softmax(D, logits, D.one), logProbabilities: logSoftmax(D, logits, D.one) };
const rewards = D.vector([3, 1]);

describe('the surrogates', () => {
  test('at two equally likely classes have the gradient of the estimate', () => {
    const estimate = gradientEstimate(
      float64,
      { probabilities: [1 / 2, 1 / 2], logitGradients: tableGradients(float64, 2), temperature: 1 },
      [3, 1],
      [0, 0, 1],
    );
    expect(estimate).toEqual([5 / 6, -5 / 6]);
    for (const surrogate of [logSurrogate, ratioSurrogate, diceSurrogate]) {
      expect(D.gradient(surrogate(D, policy, rewards, [0, 0, 1]), 2)).toEqual(estimate);
    }
  });

  test('have the mean reward of the samples for a value, except J', () => {
    expect(ratioSurrogate(D, policy, rewards, [0, 0, 1]).value).toBe(7 / 3);
    expect(diceSurrogate(D, policy, rewards, [0, 0, 1]).value).toBe(7 / 3);
    expect(logSurrogate(D, policy, rewards, [0]).value).toBe(3 * Math.log(1 / 2));
  });

  test('for actions drawn elsewhere are weighted by p/q', () => {
    const surrogate = importanceSurrogate(D, policy, D.vector([1 / 4, 3 / 4]), rewards, [0]);
    expect(surrogate.value).toBe(6);
    expect(D.gradient(surrogate, 2)).toEqual([3, -3]);
  });

  test('refuse to average over no action', () => {
    for (const surrogate of [logSurrogate, ratioSurrogate, diceSurrogate]) {
      expect(() => surrogate(D, policy, rewards, [])).toThrow('actions is empty; give at least one');
    }
    expect(() => importanceSurrogate(D, policy, rewards, rewards, [])).toThrow('actions is empty');
  });
});

test('straight-through relu has the value of relu and slope 1', () => {
  const at = (x: number): readonly [number, readonly number[]] => {
    const [variable] = D.variables([x]);
    const result = straightThrough(D, relu(D, variable!), variable!);
    return [result.value, D.gradient(result, 1)];
  };
  expect(at(-2)).toEqual([0, [1]]);
  expect(at(0)).toEqual([0, [1]]);
  expect(at(3)).toEqual([3, [1]]);
});

describe('the action of noise', () => {
  const thirds = [1n, 1n, 1n].map((one) => rational(one, 3n));
  const action = (numerator: bigint): number => actionOfNoise(rationalReading, thirds, rational(numerator, 3n));

  test('is the first class whose cumulative probability is above it', () => {
    expect([0n, 1n, 2n].map(action)).toEqual([0, 1, 2]);
    expect(actionOfNoise(float64, [1 / 4, 3 / 4], 0.2)).toBe(0);
  });

  test('exists below 1 only', () => {
    expect(() => action(3n)).toThrow('give 0 ≤ ω < 1');
    expect(() => action(-1n)).toThrow('noise is negative');
  });
});
