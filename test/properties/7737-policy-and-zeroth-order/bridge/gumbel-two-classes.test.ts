import { describe, expect, test } from 'vitest';
import {
  gumbelTwoClasses,
  gumbelTwoClassesLaws,
  gumbelTwoClassesSharp,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/gumbel-two-classes.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const plain = { rewards: [0, 1], surprises: [0, 0], euler: 0 };

describe('Gumbel directions with two classes', () => {
  testExpectations(gumbelTwoClassesLaws);

  test('approach 45° at long odds', () => {
    expect(checkLaw(gumbelTwoClassesSharp, { runs: 2, seed: 1 })).toMatchObject({ verdict: 'holds', undecided: 0 });
  });

  test('show planted mistakes at the odds from which they are wrong', () => {
    expect(caughtBy(gumbelTwoClasses, 'parallel')).toEqual({ ...plain, weights: [1, 2] });
    expect(caughtBy(gumbelTwoClasses, 'larger-bound')).toEqual({ ...plain, weights: [1, 19905] });
  });

  test('with three classes can be farther apart than 45°', () => {
    expect(breaking(gumbelTwoClasses, 'two-classes')).toMatchObject({ weights: [1, 3798, 1], rewards: [1, 0, 1] });
  });

  test('read back from JSON', () => {
    expectRoundTrips(gumbelTwoClassesLaws);
  });
});
