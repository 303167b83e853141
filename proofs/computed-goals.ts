const NEAREST = 'A-(23)';
const [FIRST, SECOND, ...MORE] = [1, 2, 3, 4].map((i) => `no less than at ${i}`) as [string, string, string, string];
const AGAINST = ['against the point'];

/**
 * The goals that are about what a text computes, a point or a number that is another expression on each path, by theorem.
 * All other conclusions say the same on every path, word for word, unless the claim of a law decides what to compare.
 */
export const computedGoals: Readonly<Record<string, readonly string[]>> = {
  'gradient-bound': ['the bound', 'slope 1', 'slope 2', 'slope 3'],
  tangent: ['A-(9)', 'piece 1', 'piece 2', 'piece 3'],
  'any-subgradient': [
    ...['A-(9) with the first', 'A-(9) with the last', 'piece 1', 'piece 2', 'piece 3'],
    'the value is that of the last piece',
  ],
  moreau: ['sum: coordinate 1'],
  ball: ['Π(x) lies in the ball', NEAREST],
  halfspace: ['Π(x) lies in the halfspace', NEAREST],
  segment: [NEAREST, FIRST, SECOND],
  simplex: [FIRST, SECOND],
  'l1-ball': [FIRST, SECOND, ...MORE],
  box: ['Π(x) is above lower', 'Π(x) is below upper', NEAREST, FIRST, SECOND, ...MORE],
  'minimax-attained': AGAINST,
  'minimax-axes': AGAINST,
  'minimax-plane': AGAINST,
};
