import type { Models } from '../models.ts';

/** One step along the first axis has been made, the next one is along the second. */
const second = { sum: [2, 0, 0], theta: [-1, 0, 0], g: [0, 2, 0], G: 2, count: 1, losses: 0, eta: 0.5 };
/** A step to a point of norm 5, inside the ball or on its edge. */
const inside = [6, 5].map((R) => ({ ...second, sum: [1.5, 0, 0], theta: [-3, 0, 0], eta: 2, count: 9 / 16, R }));
const origin = [{ G: 2, eta: 0.5, later: [0, 0, 1] }];
const atEnd = { sum: [2, 2, 2, 2], losses: 0, R: 3, G: 2, T: 4 };
const points = [-1, 0, 1].map((each) => ({ theta_1: each, theta_2: each, theta_3: each, G: 2 }));
const adversary = (theorem: string): Models => ({
  ...Object.fromEntries(
    ['step 1', 'any step'].map((step) => [`${theorem}: the text of the adversary, ${step}`, { instances: points }]),
  ),
  [`${theorem}: axes ahead, base`]: { instances: origin },
  [`${theorem}: axes ahead, step`]: { instances: [{ ...second, later: [0, 0, 1] }] },
});

/** Models for the theorems about orthogonal axes, one a step, by `theorem: part`. */
export const minimax: Models = {
  'minimax-axes: Σ g, base': { instances: origin },
  'minimax-axes: Σ g, step': { instances: [second] },
  'minimax-axes: no gain, base': { instances: origin },
  'minimax-axes: no gain, step': { instances: [{ ...second, moved: [0, 0, 0] }] },
  'minimax-axes: the regret': { instances: [atEnd] },
  ...adversary('minimax-axes'),
  'minimax-plane: Σ g, base': { instances: origin },
  'minimax-plane: Σ g, step': { instances: [second] },
  'minimax-plane: no gain, base': { instances: origin },
  'minimax-plane: no gain, step': { instances: [{ ...second, moved: [0, 0, 0] }] },
  'minimax-plane: the regret': { instances: [atEnd] },
  'minimax-plane: the text of the adversary in the plane, step 1': { instances: points },
  'minimax-plane: the text of the adversary in the plane, any later step': {
    instances: points.map((point) => ({ ...point, theta_2: 0, root: 2, sum_1: 0, sum_2: 4 })),
  },
  'minimax-attained: points and axes ahead, base': { instances: origin },
  'minimax-attained: points and axes ahead, step': {
    instances: inside.map((each) => ({ ...each, later: [0, 0, 1] })),
  },
  'minimax-attained: steps are left': { instances: [{ count: 2, T: 4, G: 2, eta: 0.75, R: 3 }] },
  'minimax-attained: Σ g, base': { instances: origin },
  'minimax-attained: Σ g, step': { instances: [second] },
  'minimax-attained: losses, base': { instances: origin },
  'minimax-attained: losses, step': { instances: [second] },
  'minimax-attained: ‖θ‖², base': { instances: origin },
  'minimax-attained: ‖θ‖², step': { instances: inside },
  'minimax-attained: θ · Σ g, base': { instances: origin },
  'minimax-attained: θ · Σ g, step': { instances: inside },
  'minimax-attained: the text of the rate': { instances: [{ R: 3, G: 2, T: 4 }] },
  'minimax-attained: the regret': {
    instances: [{ ...atEnd, eta: 0.75, theta: [-1.5, -1.5, -1.5, -1.5] }],
  },
  ...adversary('minimax-attained'),
};
