import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../convexity.ts`, by `theorem: part`. */
export const convexity: Models = {
  'jensen: Jensen': { instances: [{}] },
  'convexity: tangent and chord': {
    instances: [{ lambda: 0.5, Lm: -0.5, La: 1, Lb: 2.125, b: [-0.5], ga: [ratio(4, 3)], a: [3], gm: [-0.25] }],
    needed: {
      'A-(9) from a to m': {
        lambda: 0.5,
        Lm: ratio(5, 3),
        La: 8,
        Lb: 8,
        b: [-1],
        ga: [0.75],
        a: [ratio(4, 3)],
        gm: [0.25],
      },
      λ: { lambda: -0.5, Lm: 0.25, La: 1.5, Lb: 8, b: [4], ga: [4], a: [-0.25], gm: [-2] },
      'A-(9) from m to b': {
        lambda: 0.5,
        Lm: 1.5,
        La: ratio(5, 3),
        Lb: -0.5,
        b: [-3],
        ga: [8],
        a: [ratio(5, 3)],
        gm: [-1],
      },
      'A-(9) from m to a': { lambda: 0, Lm: 1.25, La: -1, Lb: -1, b: [3], ga: [-0.5], a: [1], gm: [-2] },
      'λ at most 1': { lambda: 4, Lm: 4, La: 1, Lb: 1, b: [1.5], ga: [-1], a: [0], gm: [1.875] },
    },
  },
  'convexity: second difference': {
    instances: [{ La: 1, Lb: 2, Lm: 1, a: [0], b: [2], gm: [0.5] }],
    needed: {
      'A-(9) from the middle to a': { La: 1, Lb: 2, Lm: 2, a: [0], b: [2], gm: [0] },
      'A-(9) from the middle to b': { La: 2, Lb: 1, Lm: 2, a: [0], b: [2], gm: [0] },
    },
  },
  'convexity: monotone gradients': {
    instances: [{ Lb: 0.5, La: 2, b: [0.5], ga: [1.5], a: [ratio(5, 3)], gb: [-0.5] }],
    needed: {
      'A-(9) from a to b': { Lb: -0.25, La: -2, b: [2], ga: [3], a: [0.25], gb: [1.25] },
      'A-(9) from b to a': { Lb: 2.125, La: 0.75, b: [ratio(4, 3)], ga: [0.5], a: [4], gb: [8] },
    },
  },
  'no-minimizer: a lower value': { instances: [{ a: [2] }], needed: { 'not constant': { a: [0] } } },
  'sum-of-squares: the difference': { instances: [{}] },
};
