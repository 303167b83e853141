import { describe, expect, test } from 'vitest';
import {
  integralLaw,
  taylorLaws,
  taylorLimit,
  zeroTermLaw,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/taylor.ts';
import { smoothedPolicies } from '../../../../properties/instances/bridge/smoothed-policy.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const flat = {
  weights: [1, 1],
  rewards: [0, 1],
  temperature: 1,
  features: [[0], [0]],
  smoothing: 1,
  directions: { kind: 'finite', atoms: [{ direction: [1], probability: 1 }] },
} as const;
const table = {
  weights: [1, 1],
  rewards: [0, 1],
  temperature: 1,
  smoothing: 1,
  directions: { kind: 'rademacher', dimension: 2 },
} as const;

describe('from (22) to (23)', () => {
  testExpectations(taylorLaws);

  test('needs E u = 0 for the term with p_θ and E uuᵀ = I for the rest', () => {
    expect(breaking(zeroTermLaw, 'centered-directions')).toEqual(flat);
    expect(breaking(taylorLimit, 'centered-directions')).toEqual(flat);
    expect(breaking(integralLaw, 'identity-covariance')).toMatchObject({ features: [[0], [1]], rewards: [0, 1] });
  });

  test('shrinks planted mistakes to two logits', () => {
    expect(caughtBy(zeroTermLaw, 'half-of-the-directions')).toEqual(table);
    expect(caughtBy(integralLaw, 'score-sign')).toEqual(table);
    expect(caughtBy(integralLaw, 'missing-smoothing')).toEqual({ ...table, smoothing: 0.5 });
  });

  test('reads its instances back from JSON, and refuses what has no meaning', () => {
    expectRoundTrips(taylorLaws);
    expect(() => smoothedPolicies.decode({ ...table, directions: { kind: 'rademacher', dimension: 3 } })).toThrow(
      'as many',
    );
    expect(() => smoothedPolicies.decode({ ...table, smoothing: -1 })).toThrow('smoothing');
  });
});
