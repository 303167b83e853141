import type { Models } from '../models.ts';

/** A run at rest. */
const still = { first: [0], second: [0], c: [0], g1: [0], g2: [0], a: 2, b: 1, D2: 4, G2: 1 };
const nothing = { before: 0, rates: 0, r1: 0, r2: 0, T: 2 };
const rest = { ...still, ...nothing };

/** From 2 to 1, and on to 1/2. */
const moving = { ...rest, first: [2], g1: [1], second: [1], g2: [1], a: 1, b: 0.5, r1: 2, r2: 1 };

/** Models for the theorem of `../strict-diameter.ts`, by `theorem: part`. */
export const strictDiameter: Models = {
  'strict-diameter: the steps before the last two': {
    instances: [{ ...rest, last: 2 }],
    needed: { 'rates do not increase': { ...rest, last: 1, before: 2 } },
  },
  'strict-diameter: no steps before the last two': { instances: [still] },
  'strict-diameter: the last two steps': {
    instances: [rest, moving],
    needed: {
      b: { ...rest, b: -1, G2: 0 },
      // From 0 to 2 and back with equal rates.
      'b < a': { ...rest, g1: [-2], second: [2], g2: [2], a: 1, G2: 4, before: 2, r2: 4 },
      'A-(15) so far': { ...rest, before: 100 },
      // A step that is taken back altogether.
      'A-(24)': { ...rest, first: [2], g1: [2], second: [2], g2: [2], a: 1.5, G2: 4, r1: 4, r2: 4 },
      'A-(9)': { ...rest, r1: 100 },
      'A-(9) at the end': { ...rest, r2: 100 },
      'gradient at the end': { ...rest, first: [2], second: [2], g2: [2], G2: 0, r2: 4 },
      // From −2 to 2 and to 0: a step longer than D = 2.
      'distance of a step': { ...rest, first: [-2], g1: [-2], second: [2], g2: [2], G2: 4, r1: 4, r2: 4 },
      'something at stake': { ...rest, D2: 0, G2: 0 },
    },
  },
};
