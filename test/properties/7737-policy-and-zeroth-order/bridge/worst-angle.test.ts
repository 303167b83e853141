import { describe, expect, test } from 'vitest';
import {
  fourClassAngle,
  worstAngleLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/worst-angle.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import { testExpectations } from '../../law-checks.ts';

describe('the conjectured angle of four classes', () => {
  testExpectations(worstAngleLaws);

  test('is nearly attained, so no smaller one would do', () => {
    const nearlyWorst = { logits: [0, -4.5, -8, -8], rewards: [0, 1, -8e5, -8e5], smoothing: 0.5, temperature: 1 };
    const { tightest } = checkLaw(fourClassAngle, { runs: 1, seed: 1, stored: [nearlyWorst] });
    expect(Number(tightest!.ratio!.replace('…', ''))).toBeGreaterThan(0.97);
  });

  test('equal rewards make no angle', () => {
    const [differ] = fourClassAngle.hypotheses;
    const equal = { logits: [0, 1, 2, 3], rewards: [1, 1, 1, 1], smoothing: 1, temperature: 1 };
    expect(differ!.holds(equal)).toBe(false);
  });
});
