import { describe, expect, test } from 'vitest';
import { probitLaws, probitPolicy } from '../../../../properties/7737-policy-and-zeroth-order/bridge/probit.ts';
import { lineCases, regionCount } from '../../../../properties/instances/bridge/line-case.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const plain = { slopes: [0, 1], offsets: [0, 0], rewards: [0, 1], theta: 0, smoothing: 1, densities: [1, 1] };

describe('the policy that plays the winner', () => {
  testExpectations(probitLaws);

  test('shrinks planted mistakes to two lines', () => {
    expect(caughtBy(probitPolicy, 'region-sides-swapped')).toEqual(plain);
    expect(caughtBy(probitPolicy, 'missing-smoothing')).toEqual({ ...plain, smoothing: 2 });
    expect(caughtBy(probitPolicy, 'next-reward')).toEqual(plain);
    expect(caughtBy(probitPolicy, 'uniform-density')).toMatchObject({ theta: 1 });
  });

  test('counts the regions of classes that win somewhere', () => {
    expect(regionCount(plain)).toBe(2);
    const hidden = { slopes: [-1, 0, 1], offsets: [0, -1, 0], rewards: [0, 3, 1], densities: [1, 1, 1] };
    expect(regionCount({ ...plain, ...hidden })).toBe(2);
    expect(regionCount({ ...plain, ...hidden, offsets: [0, 1, 0] })).toBe(3);
  });

  test('reads its instances back from JSON, and refuses what has no meaning', () => {
    expectRoundTrips(probitLaws);
    expect(() => lineCases.decode({ ...plain, densities: [1, 0] })).toThrow('not positive');
    expect(() => lineCases.decode({ ...plain, offsets: [0] })).toThrow('one of each a class');
  });
});
