import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import {
  drawLaplacianCase,
  isMixed,
  type LaplacianCase,
  laplacianCases,
  pairs,
} from '../../instances/bridge/laplacian-case.ts';
import { restricted } from '../../instances/restricted.ts';

const small = (draw: Draw, classes: number): LaplacianCase => ({
  weights: draw.list(classes, () => draw.integer(1, 3)),
  rewards: draw.list(classes, () => draw.integer(-2, 2)),
  edges: draw.list(pairs(classes), () => draw.integer(1, 3)),
});

/** Some pairs count with the wrong sign; the rest may be as a law needs it. */
export const negativeEdges = (keep: (draw: Draw, drawn: LaplacianCase) => LaplacianCase): Instances<LaplacianCase> =>
  laplacianCases((draw) => {
    const drawn = keep(draw, small(draw, draw.integer(2, 3)));
    return { ...drawn, edges: drawn.edges.map((w) => (draw.chance(0.5) ? w : -Number(w))) };
  });

/** Three rewards that differ. */
export const threeRewards = laplacianCases((draw) => ({ ...drawLaplacianCase(draw, 3, 3), rewards: [0, 1, -100] }));

/** Four classes: the policy gradient hardly sees the pair that the zeroth-order gradient sees almost alone. */
export const fourClasses = laplacianCases((draw) => ({
  weights: [draw.integer(50, 100), 1, 1, 1],
  rewards: [0, 1, -16, -16],
  edges: [draw.integer(500, 1000), 1, 1, 1, 1, 1],
}));

/** All rewards are the same. */
export const equalRewards = laplacianCases((draw) => {
  const drawn = small(draw, 3);
  return { ...drawn, rewards: drawn.rewards.map(() => drawn.rewards[0]!) };
});

/** Pairs that count differently. */
export const unequalEdges = laplacianCases((draw) => {
  const drawn = small(draw, 3);
  return { ...drawn, weights: drawn.weights.map(() => 1) };
});

/** One rewarded class of three; the other two compete with it in opposite orders. */
export const oppositeOrder = laplacianCases((draw) => ({
  weights: [1, 1, draw.integer(10, 1000)],
  rewards: [1, 0, 0],
  edges: [draw.integer(10, 1000), 1, 1],
}));

/** Four classes, two of which share the reward. */
export const severalRewarded = restricted(
  laplacianCases((draw) => ({ ...drawLaplacianCase(draw, 4, 4), rewards: [1, 1, 0, 0] })),
  isMixed,
  'has rewards that differ',
);
