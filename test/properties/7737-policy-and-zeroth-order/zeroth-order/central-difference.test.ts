import { expect, test } from 'vitest';
import { centralDifferenceLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/central-difference.ts';
import { caughtBy } from '../../law-checks.ts';

test('two estimates in the same direction do not lose the baseline', () => {
  const law = centralDifferenceLaws.find(({ id }) => id === 'zo.central-baseline')!;
  expect(caughtBy(law, 'twice-the-same')).toEqual({
    objective: { kind: 'polynomial', terms: [{ coefficient: 0, powers: [0] }] },
    point: [0],
    direction: [1],
    smoothing: 1,
  });
});
