import { expect, test } from 'vitest';
import { smoothingLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/smoothing.ts';
import { decodeInstance } from '../../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

testExpectations(smoothingLaws);

test('a ball and normal directions smooth alike until a term mixes two variables three times', () => {
  const law = smoothingLaws.find(({ id }) => id === 'zo.gaussian-smoothing')!;
  expect(caughtBy(law, 'gradient-of-ball')).toMatchObject({
    objective: { terms: [{ coefficient: 1, powers: [1, 2] }] },
    point: [0, 0],
  });
});

test('functions that no rule integrates exactly are refused', () => {
  const law = smoothingLaws.find(({ id }) => id === 'zo.ball-smoothing')!;
  const instance = {
    objective: { kind: 'polynomial', terms: [{ coefficient: 1, powers: [5] }] },
    point: [0],
    directions: { kind: 'sphere', dimension: 1 },
    smoothing: 1,
    baseline: 0,
  };
  expect(() => decodeInstance(law, instance)).toThrow('directions on a sphere, and f of degree at most 4');
});
