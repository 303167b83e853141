import { describe, expect, test } from 'vitest';
import {
  twoValuedWitness,
  twoValuedWitnessLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/two-valued-witness.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import { expectRoundTrips } from '../../round-trips.ts';

describe('rewards of two values', () => {
  test('put the two gradients nearly as far apart as the bound, but not at narrow noise or a warm policy', () => {
    const { verdict, errors, undecided, decidedBy, teeth } = checkLaw(twoValuedWitness, { runs: 2, seed: 1 });
    expect({ verdict, errors, undecided, decidedBy }).toEqual({
      verdict: 'holds',
      errors: [],
      undecided: 0,
      decidedBy: { filter: 2 },
    });
    expect(teeth).toEqual({ 'beyond-the-bound': 'caught', 'narrow-noise': 'caught', 'warm-policy': 'caught' });
  });

  test('read back from JSON', () => {
    expectRoundTrips(twoValuedWitnessLaws);
  });
});
