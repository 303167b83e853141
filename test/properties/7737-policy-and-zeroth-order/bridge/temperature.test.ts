import { describe, expect, test } from 'vitest';
import {
  soften,
  temperatureFree,
  temperatureLaws,
  zeroTemperature,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/temperature.ts';
import { softeningCases, tiesSomewhere } from '../../../../properties/instances/bridge/softening-case.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const plain = {
  weights: [1, 1],
  steps: [[1], [2]],
  rewards: [0, 1],
  smoothing: 1,
  inverseTemperature: 1,
  directions: { kind: 'rademacher', dimension: 1 },
} as const;

describe('what the temperature does to (22) and (23)', () => {
  testExpectations(temperatureLaws);

  test('softening needs that no direction leads to a tie', () => {
    const witness = breaking(soften, 'no-ties') as typeof plain;
    expect(witness).toMatchObject({ weights: [1, 1, 1], smoothing: 1, directions: plain.directions });
    expect(tiesSomewhere(witness)).toBe(true);
    expect(tiesSomewhere(plain)).toBe(false);
  });

  test('the policy gradient scales with 1/τ at equal logits only', () => {
    expect(breaking(zeroTemperature, 'equal-logits')).toEqual({ weights: [1, 2], rewards: [1, 0], temperature: 1 });
  });

  test('shrinks planted mistakes to one parameter and two classes', () => {
    expect(caughtBy(soften, 'argmin')).toEqual(plain);
    expect(caughtBy(soften, 'temperature-fixed')).toMatchObject({ weights: [1, 1], inverseTemperature: 2 });
    expect(caughtBy(temperatureFree, 'softened')).toEqual({ ...plain, inverseTemperature: 2 });
  });

  test('reads its instances back from JSON, and refuses what has no meaning', () => {
    expectRoundTrips(temperatureLaws);
    const { decode } = softeningCases('any');
    expect(() => decode({ ...plain, steps: [[1], [0]] })).toThrow('not positive');
    expect(() => decode({ ...plain, rewards: [1] })).toThrow('one of each a class');
    expect(() => decode({ ...plain, steps: [[1, 1], [1]] })).toThrow('coordinates');
  });
});
