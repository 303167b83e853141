import { expect, test } from 'vitest';
import { zerothOrderLineLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/line.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { breaking, searchedHypotheses, testExpectations } from '../../law-checks.ts';

const byId = (id: string): AnyLaw => zerothOrderLineLaws.find((law) => law.id === id)!;

testExpectations(zerothOrderLineLaws);

test.each(zerothOrderLineLaws.flatMap((law) => searchedHypotheses(law).map((name) => [law.id, name] as const)))(
  '%s needs %s',
  (id, name) => {
    expect(breaking(byId(id), name)).toBeDefined();
  },
);

test('three values leave some variance', () => {
  expect(breaking(byId('zo.two-atoms'), 'two-values')).toMatchObject({
    objective: { terms: [{ coefficient: 1, powers: [1] }] },
    directions: { kind: 'three-point', dimension: 1 },
  });
});
