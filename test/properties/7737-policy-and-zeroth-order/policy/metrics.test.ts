import { describe, expect, test } from 'vitest';
import {
  accuracyIsMeanReward,
  f1IsNoMeanReward,
  metricLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/metrics.ts';
import { translationLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/translation.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

describe('metrics as mean rewards', () => {
  testExpectations([...metricLaws, ...translationLaws]);

  test('an unpaid class shows in one sample', () => {
    expect(caughtBy(accuracyIsMeanReward, 'class-zero-unpaid')).toEqual({ predicted: [0], actual: [0] });
  });

  test('1/12 is attained, by the rewards 13/12, 1/12 and 0, so no larger number will do', () => {
    const best = { truePositive: '13/12', falsePositive: '1/12', falseNegative: 0 };
    const report = checkLaw(f1IsNoMeanReward, { runs: 1, seed: 1, stored: [f1IsNoMeanReward.instances.decode(best)] });
    expect(report.tightest?.ratio).toBe('1');
  });
});
