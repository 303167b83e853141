import { describe, expect, test } from 'vitest';
import {
  everySmoothing,
  final,
  finalAccuracy,
  finaleLaws,
  finalThreeClasses,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/finale.ts';
import { lineData, OPPOSITE, policySum, zerothOrderSum } from '../../../../properties/instances/bridge/line-data.ts';
import { float64 } from '../../../../src/scalar/float64.ts';
import { rationalReading } from '../../../../src/scalar/rational-reading.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const at = (examples: (typeof OPPOSITE)[keyof typeof OPPOSITE], smoothing = 1) => ({ examples, base: 2, smoothing });

describe('the end of the derivation, as it is written', () => {
  testExpectations(finaleLaws);

  test('the policy gradients are −4/225, −16/225 and −2/49', () => {
    const sums = Object.values(OPPOSITE).map((examples) => String(policySum(rationalReading, at(examples))));
    expect(sums).toEqual(['-4/225', '-16/225', '-2/49']);
  });

  test('the zeroth-order gradients are φ(ln 2/ε)/ε, times 1/4 for the first data set', () => {
    for (const smoothing of [0.25, 1, 3]) {
      const step = Math.exp(-((Math.LN2 / smoothing) ** 2) / 2) / (smoothing * Math.sqrt(2 * Math.PI));
      const sums = Object.values(OPPOSITE).map((examples) => zerothOrderSum(float64, at(examples, smoothing)) / step);
      expect(sums.map((x) => x.toPrecision(12))).toEqual(['0.250000000000', '1.00000000000', '1.00000000000']);
    }
  });

  test('tells in words, numbers and names of laws what is wrong and what is right', () => {
    expect(final.says).toContain('−4/225');
    expect(final.instead).toEqual(
      expect.arrayContaining(['zoR.probit', 'zoR.parallel', 'zoR.taylor', 'zoR.orders', 'zoR.one-hot-angle']),
    );
    for (const law of [final, finalAccuracy, finalThreeClasses]) expect(law.instances.all).toHaveLength(1);
  });

  test('catches the class on the wrong side', () => {
    expect(caughtBy(everySmoothing, 'classes-swapped')).toMatchObject({ base: 2, smoothing: 1 });
  });

  test('reads its instances back from JSON, and refuses what has no meaning', () => {
    expectRoundTrips(finaleLaws);
    expect(() => lineData.decode({ ...at(OPPOSITE.twoExamples), base: 0 })).toThrow('base');
    expect(() => everySmoothing.instances.decode({ ...at(OPPOSITE.twoExamples), base: 0.5 })).toThrow('θ = ln 2');
    const short = [{ count: 1, slopes: [0, 1], rewards: [1] }];
    expect(() => lineData.decode({ examples: short, base: 2, smoothing: 1 })).toThrow('1 rewards for 2 classes');
  });
});
