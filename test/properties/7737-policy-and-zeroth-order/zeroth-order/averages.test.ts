import { expect, test } from 'vitest';
import { zerothOrderAverageLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/averages.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { decodeInstance, encode } from '../../../../src/law/witness.ts';
import { breaking, testExpectations } from '../../law-checks.ts';

const byId = (id: string): AnyLaw => zerothOrderAverageLaws.find((law) => law.id === id)!;

testExpectations(zerothOrderAverageLaws);

test('smoothing lowers −x², and x² − 2x + 1 where all directions point the same way', () => {
  const law = byId('zo.smoothing-convex');
  expect(breaking(law, 'convex')).toMatchObject({ ridges: [{ weight: -1, slope: [1], offset: 0, half: 1 }] });
  expect(breaking(law, 'mean-zero')).toMatchObject({
    ridges: [{ weight: 1, slope: [1], offset: -1, half: 1 }],
    directions: { atoms: [{ direction: [1], probability: 1 }] },
  });
});

test('instances are read back, and refused when their parts do not fit', () => {
  const convex = {
    ridges: [{ weight: 1, slope: [1, 0], offset: 0, half: 1 }],
    directions: { kind: 'rademacher', dimension: 2 },
    smoothing: 1,
  };
  const law = byId('zo.smoothing-convex');
  expect(encode(decodeInstance(law, convex))).toEqual(convex);
  expect(() => decodeInstance(law, { ...convex, directions: { kind: 'rademacher', dimension: 1 } })).toThrow(
    /ridges\[0\]\.slope has 2 coordinates/,
  );
  const averaged = {
    objective: { kind: 'polynomial', terms: [{ coefficient: 1, powers: [1] }] },
    point: [0],
    directions: { kind: 'rademacher', dimension: 1 },
    smoothing: 1,
    baseline: 0,
    samples: 2,
  };
  expect(encode(decodeInstance(byId('zo.variance-samples'), averaged))).toEqual(averaged);
  expect(() => decodeInstance(byId('zo.variance-samples'), { ...averaged, samples: 4 })).toThrow();
});
