import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../examples.ts`, by `theorem: part`. */
export const examples: Models = {
  'best-constant-rate: every rate': {
    instances: [{ eta: 2, rootT: 3, D: 1, G: 2.125 }],
    needed: { rate: { eta: -1, rootT: 0.75, D: ratio(4, 3), G: 0.25 } },
  },
  'best-constant-rate: another rate': {
    instances: [{ eta: 2, rootT: 3, D: 1, G: 2.125 }],
    needed: {
      rate: { eta: -1, rootT: 0.75, D: ratio(4, 3), G: 0.25 },
      'another rate': { eta: 0.5, rootT: 4, D: 0.5, G: 0.25 },
    },
  },
  'horizon-rate: A-(6)': {
    instances: [{ D: 2, G: 3, rootT: 1, start: 2.125, gradients: 2, regrets: 2 }],
    needed: {
      start: { D: 0.5, G: 0.75, rootT: 1.875, start: 3, gradients: -1, regrets: 1.5 },
      distance: { D: -0.5, G: ratio(4, 3), rootT: 3, start: -0.25, gradients: 3, regrets: 0 },
      'constant rate': { D: 1.25, G: 1, rootT: 1, start: -1, gradients: -0.25, regrets: 4 },
      'root of T': { D: 8, G: 0.5, rootT: -2, start: 1, gradients: -0.25, regrets: -0.25 },
      gradients: { D: 1.5, G: 0.25, rootT: 0.5, start: -1, gradients: 1, regrets: 2 },
      gradient: { D: 1, G: -3, rootT: 1, start: -2, gradients: -0.5, regrets: 1.875 },
    },
  },
};
