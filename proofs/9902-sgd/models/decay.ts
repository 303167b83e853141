import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../decay.ts`, by `theorem: part`. */
export const decay: Models = {
  'zinkevich: Zinkevich': {
    instances: [{ alpha: 2, G2: 3, D2: 1, rootT: 2.125, total: 2, regrets: 2 }],
    needed: {
      gradient: { D2: 1, regrets: 1.5, alpha: 1, G2: -1, total: -3, rootT: 1 },
      alpha: { alpha: -0.25, G2: 3, D2: 0, rootT: 8, total: -1, regrets: -1 },
      'A-(7)': { alpha: 1, G2: 2, D2: 0, rootT: 1, total: 4, regrets: 4 },
      'A-(4)': { alpha: 2.125, G2: 0, D2: 4, rootT: 0.25, total: -2, regrets: 1.5 },
    },
  },
  'decaying-rate: A-(8), G > 0': {
    instances: [{ alpha: 2, rootT: 3, G2: 1, D2: 2.125, total: 2, regrets: 2 }],
    needed: {
      'A-(4)': { alpha: 0.25, rootT: 0.5, G2: ratio(4, 3), D2: 1, total: 0, regrets: 8 },
      'A-(7)': { alpha: 1, rootT: 0.25, G2: 4, D2: 1.5, total: 1.5, regrets: ratio(4, 3) },
      gradient: { alpha: 3, rootT: 1.875, G2: 0, D2: 0, total: -2, regrets: 0 },
      alpha: { alpha: -2, rootT: 1.25, G2: 1.5, D2: 0, total: -2, regrets: -0.25 },
    },
  },
  'decaying-rate: A-(8), G = 0': {
    instances: [{ alpha: 3, rootT: 8, D2: 0.5, regrets: -0.25 }],
    needed: {
      'no regret without gradients': { alpha: 2, rootT: 3, D2: 1, regrets: 2.125 },
      alpha: { alpha: -0.5, rootT: 2, D2: 2, regrets: 0 },
      'root of T': { alpha: 3, rootT: -1, D2: 1, regrets: 0 },
      distance: { alpha: 4, rootT: 0.25, D2: 0, regrets: 0 },
    },
  },
  'hazan: the bound': {
    instances: [{ D: 0.5, G: ratio(5, 3), rootT: 8, total: 8 }],
    needed: {
      'A-(7)': { D: 2, G: 3, rootT: 1, total: 2.125 },
      gradient: { D: ratio(5, 3), G: -2, rootT: 1, total: 0.5 },
      distance: { D: -1, G: 0.75, rootT: ratio(4, 3), total: 0.25 },
    },
  },
};
