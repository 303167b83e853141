import { expect, test } from 'vitest';
import { zerothOrderBoundLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/bounds.ts';
import { observe } from '../../../../src/law/decide.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { statementAbout } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

const byId = (id: string): AnyLaw => zerothOrderBoundLaws.find((law) => law.id === id)!;

testExpectations(zerothOrderBoundLaws);

test.each([
  ['zo.smoothing-distance', 'half-as-far', { objective: { kind: 'signed-square' } }],
  ['zo.bias-lipschitz-gradient', 'nine-tenths', { objective: { kind: 'signed-square' }, point: [0] }],
  ['zo.bias-lipschitz-hessian', 'nine-tenths', { objective: { terms: [{ coefficient: 1, powers: [3] }] } }],
  ['zo.bias-normal', 'nine-tenths', { objective: { terms: [{ coefficient: 1, powers: [3] }] } }],
])('%s is attained, so that no smaller bound holds', (id, tooth, expected) => {
  const found = caughtBy(byId(id), tooth);
  expect(found).toMatchObject(expected);
  const { seen } = observe(statementAbout(byId(id), found));
  expect(seen.map(({ left }) => left)).toEqual(seen.map(({ right }) => right));
});

test('constants that are right at one point only are not enough', () => {
  expect(breaking(byId('zo.smoothing-distance'), 'lipschitz-gradient')).toMatchObject({
    objective: { terms: [{ coefficient: 1, powers: [4] }] },
    point: [0],
  });
  expect(breaking(byId('zo.bias-lipschitz-hessian'), 'lipschitz-hessian')).toMatchObject({
    objective: { terms: [{ coefficient: 1, powers: [5] }] },
    point: [0],
  });
});
