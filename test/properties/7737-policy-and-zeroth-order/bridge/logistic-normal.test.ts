import { describe, expect, test } from 'vitest';
import {
  logisticNormal,
  logisticNormalLaws,
  logisticNormalReached,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/logistic-normal.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

describe('the normal and the logistic curve', () => {
  testExpectations(logisticNormalLaws);

  test('are as far apart as said', () => {
    expect(checkLaw(logisticNormalReached, { runs: 2, seed: 1 })).toMatchObject({ verdict: 'holds', undecided: 0 });
  });

  test('are farther apart at other scales, and than a smaller bound', () => {
    expect(caughtBy(logisticNormal, 'smaller-bound')).toEqual({ x: 1 });
    expect(caughtBy(logisticNormal, 'same-slope')).toEqual({ x: 2 });
    expect(caughtBy(logisticNormal, 'same-variance')).toEqual({ x: 1 });
  });

  test('read back from JSON, and refuse what is no number', () => {
    expectRoundTrips(logisticNormalLaws);
    expect(() => logisticNormal.instances.decode({ x: 'far' })).toThrow();
  });
});
