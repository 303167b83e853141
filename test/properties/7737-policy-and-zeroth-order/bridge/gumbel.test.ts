import { describe, expect, test } from 'vitest';
import { gumbel, gumbelFactor, gumbelLaws } from '../../../../properties/7737-policy-and-zeroth-order/bridge/gumbel.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const plain = { weights: [1, 1], rewards: [0, 1], surprises: [0, 0], euler: 0 };

describe('Gumbel directions', () => {
  testExpectations(gumbelLaws);

  test('show planted mistakes on two classes', () => {
    expect(caughtBy(gumbel, 'no-factor')).toEqual(plain);
    expect(caughtBy(gumbel, 'classes-swapped')).toEqual({ ...plain, surprises: [0, 1] });
    expect(caughtBy(gumbelFactor, 'without-loss')).toEqual({ ...plain, rewards: [0, 0] });
  });

  test('read back from JSON, and refuse what has no meaning', () => {
    expectRoundTrips(gumbelLaws);
    expect(() => gumbel.instances.decode({ ...plain, weights: [1, 0] })).toThrow('positive');
    expect(() => gumbel.instances.decode({ ...plain, surprises: [0] })).toThrow('one of each a class');
  });
});
