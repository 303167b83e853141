import type { Models } from '../models.ts';

/** Models for the theorem of `../moreau.ts`, by `theorem: part`. */
export const moreau: Models = {
  ...Object.fromEntries(
    [1, 2, 3].map((d) => [
      `moreau: the ball, d = ${d}`,
      { instances: [5, 1].map((radius) => ({ radius, x_1: 3, x_2: d === 1 ? 0 : 0, x_3: d === 3 ? 4 : 0 })) },
    ]),
  ),
  'moreau: the cube, one coordinate': {
    instances: [-2, -1, 0, 1, 2].map((x) => ({ lower: -1, radius: 1, x_1: x })),
    needed: { centered: { lower: -2, radius: 1, x_1: -3 } },
  },
};
