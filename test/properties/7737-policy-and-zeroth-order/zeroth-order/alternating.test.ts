import { expect, test } from 'vitest';
import { alternatingLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/alternating.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { decodeInstance } from '../../../../src/law/witness.ts';
import { breaking, testExpectations } from '../../law-checks.ts';

const byId = (id: string): AnyLaw => alternatingLaws.find((law) => law.id === id)!;

testExpectations(alternatingLaws);

test('a zeroth-order step away from the minimum raises the differentiable loss', () => {
  expect(breaking(byId('zo.alt-decrease'), 'small-rate')).toMatchObject({
    center: [0],
    start: [0],
    slopes: [1],
    smallRate: 1,
  });
});

test('losses whose dimensions do not fit are refused', () => {
  const instance = {
    curvature: 1,
    center: [0],
    squares: [1],
    slopes: [1],
    start: [0],
    directions: [[1]],
    smoothing: 1,
    largeRate: 1,
    smallRate: 1,
  };
  expect(() => decodeInstance(byId('zo.alt'), instance)).toThrow(/start has 1 coordinates/);
  expect(() => decodeInstance(byId('zo.alt-decrease'), instance)).not.toThrow();
});
