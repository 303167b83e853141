import { expect, test } from 'vitest';
import { zerothOrderDimensionLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/dimension.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { breaking, testExpectations } from '../../law-checks.ts';

const byId = (id: string): AnyLaw => zerothOrderDimensionLaws.find((law) => law.id === id)!;

testExpectations(zerothOrderDimensionLaws);

test('the variance d − 1 needs one length, a linear function and the covariance I', () => {
  const law = byId('zo.highdim-one-length');
  expect(breaking(law, 'one-length')).toMatchObject({ directions: { kind: 'three-point', dimension: 1 } });
  expect(breaking(law, 'linear')).toMatchObject({ objective: { terms: [{ coefficient: 1, powers: [2] }] } });
  expect(breaking(law, 'identity-second-moment')).toMatchObject({
    directions: { atoms: [{ direction: [-1, -1] }, { direction: [1, 1] }] },
  });
});

test('two copies of one sign have less variance than any directions with covariance I', () => {
  expect(breaking(byId('zo.highdim-least'), 'identity-second-moment')).toEqual({
    directions: {
      kind: 'finite',
      atoms: [
        { direction: [-1, -1], probability: 0.5 },
        { direction: [1, 1], probability: 0.5 },
      ],
    },
  });
});
