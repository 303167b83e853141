import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../trivial-bound.ts`, by `theorem: part`. */
export const trivialBound: Models = {
  'trivial-bound: D, G > 0': {
    instances: [{ D: 2, G: 3, regret: 1, g: [2.125], x: [2] }],
    needed: {
      G: { D: 8, G: -1, regret: -1, g: [1], x: [-1] },
      'A-(9)': { D: 1.5, G: 0.5, regret: 2, g: [0.5], x: [1.5] },
      gradient: { D: 3, G: 0.25, regret: 4, g: [4], x: [1] },
      D: { D: -2, G: 1, regret: -0.25, g: [-0.25], x: [1] },
      distance: { D: 0.5, G: 1.5, regret: ratio(5, 3), g: [1], x: [ratio(5, 3)] },
    },
  },
  'trivial-bound: G = 0': {
    instances: [{ regret: 0, lambda: 0.5, g: [0], x: [0.25] }],
    needed: {
      nothing: { regret: 2, lambda: 3, g: [1], x: [2.125] },
      'A-(9)': { regret: 1, lambda: -1, g: [0], x: [0] },
    },
  },
  'trivial-bound: D = 0': {
    instances: [{ regret: -3, lambda: 0.75, g: [0.5], x: [0] }],
    needed: {
      nothing: { regret: 2, lambda: 3, g: [1], x: [2.125] },
      'A-(9)': { regret: 4, lambda: 1.875, g: [4], x: [0] },
    },
  },
  'trivial-bound: base': { instances: [{}] },
  'trivial-bound: step': {
    instances: [{ D: 2, G: 3, played: 1, regrets: 2.125, regret: 2 }],
    needed: {
      invariant: { D: -0.25, G: -2, played: 2, regrets: 3, regret: 0.25 },
      'one step': { D: 0, G: -1, played: 2.125, regrets: -0.25, regret: 1 },
    },
  },
  'trivial-bound: the average': {
    instances: [{ T: 2, D: 3, G: 1, regrets: 2.125 }],
    needed: { invariant: { T: 2, D: 2, G: -2, regrets: 1.5 } },
  },
};
