const NEAREST = 'A-(23)';
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
  segment: [NEAREST],
  box: ['Π(x) is above lower', 'Π(x) is below upper', NEAREST],
  'minimax-attained': AGAINST,
  'minimax-axes': AGAINST,
  'minimax-plane': AGAINST,
};
