import { describe, expect, test } from 'vitest';
import { argmax, logSoftmax, normalize, softmax, weights } from '../../src/policy/softmax.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

describe('softmax', () => {
  test('is that of weights: log 1, log 2, log 4 give 1/7, 2/7, 4/7', () => {
    expect(normalize(Q, Q.vector([1, 2, 4])).map(String)).toEqual(['1/7', '2/7', '4/7']);
    const p = softmax(float64, [0, Math.LN2, 2 * Math.LN2], 1);
    for (const [y, exact] of [1 / 7, 2 / 7, 4 / 7].entries()) expect(Math.abs(p[y]! - exact)).toBeLessThan(1e-15);
  });

  test('divides by the temperature: at τ = 1/2 the weights are squared', () => {
    const p = softmax(float64, [0, Math.log(3)], 0.5);
    expect(Math.abs(p[1]! - 0.9)).toBeLessThan(1e-15);
  });

  test('has largest weight 1, and takes logits of any size', () => {
    expect(weights(float64, [1e300, -1e300, 1e300], 1)).toEqual([1, 0, 1]);
    expect(softmax(float64, [1e300, -1e300, 1e300], 1)).toEqual([0.5, 0, 0.5]);
    expect(logSoftmax(float64, [0, -1e300], 1)).toEqual([0, -1e300]);
  });

  test('keeps the logarithm where the probability underflows', () => {
    expect(softmax(float64, [0, -1000], 1)[1]).toBe(0);
    expect(logSoftmax(float64, [0, -1000], 1)[1]).toBe(-1000);
  });

  test('is exact at equal logits, and tight in decimals', () => {
    expect(softmax(Q, Q.vector([3, 3, 3]), Q.of(ratio(2, 3))).map(String)).toEqual(['1/3', '1/3', '1/3']);
    const F = interval(40);
    const [lower, upper] = F.enclosure(softmax(F, F.vector([1, 0]), F.one)[0]!);
    // 1/(1 + e^-1), to 40 digits.
    expect(lower.slice(0, 36)).toBe('0.7310585786300048792511592418218362');
    expect(upper.slice(0, 36)).toBe('0.7310585786300048792511592418218362');
  });

  test('refuses no logits, and a temperature that is not positive', () => {
    for (const compute of [weights, softmax, logSoftmax]) {
      expect(() => argmax(float64, [])).toThrow('values is empty');
      expect(() => compute(float64, [], 1)).toThrow('logits is empty; give one logit a class.');
      expect(() => compute(float64, [1, 2], 0)).toThrow('temperature is not positive; give τ > 0.');
      expect(() => compute(Q, Q.vector([1, 2]), Q.of(-1))).toThrow(RangeError);
    }
  });

  test('takes the lowest index among the largest entries', () => {
    expect(argmax(float64, [1, 5, 5, 2])).toBe(1);
    expect(argmax(Q, Q.vector([ratio(1, 3), ratio(2, 6), 0]))).toBe(0);
    expect(argmax(float64, [-1])).toBe(0);
  });
});
