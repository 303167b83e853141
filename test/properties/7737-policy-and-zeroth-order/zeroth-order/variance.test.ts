import { expect, test } from 'vitest';
import { zerothOrderVarianceLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/variance.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { decodeInstance } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

const byId = (id: string): AnyLaw => zerothOrderVarianceLaws.find((law) => law.id === id)!;

testExpectations(zerothOrderVarianceLaws);

test('a cubic term is enough to break the formula, and it takes two variables', () => {
  expect(breaking(byId('zo.variance-forward'), 'quadratic')).toEqual({
    objective: { kind: 'polynomial', terms: [{ coefficient: 1, powers: [1, 2] }] },
    point: [0, 0],
    directions: { kind: 'rademacher', dimension: 2 },
    smoothing: 1,
    baseline: 0,
  });
});

test('an unweighted baseline shows on a square in normal directions', () => {
  expect(caughtBy(byId('zo.variance-optimal'), 'baseline-unweighted')).toMatchObject({
    objective: { terms: [{ coefficient: 1, powers: [2] }] },
    directions: { kind: 'normal', dimension: 1 },
  });
});

test('directions without a column of their own are refused', () => {
  const instance = {
    objective: { kind: 'polynomial', terms: [{ coefficient: 1, powers: [2] }] },
    point: [0],
    directions: { kind: 'skewed', dimension: 1 },
    smoothing: 1,
    baseline: 0,
  };
  expect(() => decodeInstance(byId('zo.variance-forward'), instance)).toThrow(
    'give one that has directions among normal, rademacher, sphere',
  );
});
