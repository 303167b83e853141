import { describe, expect, test } from 'vitest';
import { ascentStep, logitGradient, orderKeepingRate, rewardRange } from '../../src/policy/ascent.ts';
import { policyGradient } from '../../src/policy/gradient.ts';
import { tableGradients } from '../../src/policy/score.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

describe('gradient ascent on logits', () => {
  const p = Q.vector([0.5, ratio(1, 10), ratio(2, 5)]);
  const r = Q.vector([2, 1, -1]);

  test('has the gradient p∘(r − r̄)/τ, that of the score function', () => {
    expect(logitGradient(Q, p, r, Q.of(2)).map(String)).toEqual(['13/40', '3/200', '-17/50']);
    const policy = { probabilities: p, logitGradients: tableGradients(Q, 3), temperature: Q.of(2) };
    expect(policyGradient(Q, policy, r).map(String)).toEqual(['13/40', '3/200', '-17/50']);
  });

  test('takes one step: from uniform logits, η/(Kτ) times r − r̄', () => {
    const options = { rate: Q.of(6), temperature: Q.one };
    expect(ascentStep(Q, Q.vector([0, 0, 0]), Q.vector([3, 0, 0]), options).map(String)).toEqual(['4', '-2', '-2']);
    expect(ascentStep(float64, [1, 1], [1, -1], { rate: 1, temperature: 0.5 })).toEqual([2, 0]);
  });

  test('keeps the order up to 8τ²/Δ', () => {
    expect(orderKeepingRate(float64, [0, 0, 4], 3)).toBe(18);
    expect(rewardRange(float64, [1, -2, 5])).toBe(7);
    const first = (rate: number): number => {
      const [z1, z2] = ascentStep(float64, [0, 1e-3, Math.LN2 + 5e-4], [0, 0, 1], { rate, temperature: 1 });
      return z2! - z1!;
    };
    expect(first(7.9)).toBeGreaterThan(0);
    expect(first(8.1)).toBeLessThan(0);
  });

  test('refuses what has no meaning', () => {
    expect(() => orderKeepingRate(float64, [], 1)).toThrow('rewards is empty');
    expect(() => orderKeepingRate(float64, [0, 1], -1)).toThrow('temperature is -1; give τ > 0');
    expect(() => orderKeepingRate(float64, [1, 1], 1)).toThrow('The rewards are all equal; give at least two values.');
    expect(() => ascentStep(float64, [0, 1], [1], { rate: 1, temperature: 1 })).toThrow(
      'There are 1 rewards for 2 logits',
    );
    expect(() => ascentStep(float64, [0, 1], [1, 0], { rate: 1, temperature: 0 })).toThrow('give τ > 0');
  });
});
