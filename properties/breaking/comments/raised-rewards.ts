import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type RaisedReward, raisedRewards } from '../../instances/comments/raised-reward.ts';

const changed = (change: (draw: Draw) => Partial<RaisedReward>): Instances<RaisedReward> => ({
  ...raisedRewards,
  generate: (draw) => ({ ...raisedRewards.generate(draw), ...change(draw) }),
});

/** One class, whose probability is 1. */
export const certainAction = changed((draw) => ({ weights: [1], rewards: [draw.integer(-2, 2)], actions: [0] }));

/** The reward stays or is lowered. */
export const loweredReward = changed((draw) => ({ raise: draw.integer(-2, 0) }));
