import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type Exact, ratio } from '../../../src/scalar/exact.ts';
import type { Directions } from '../../../src/zeroth-order/directions.ts';
import { type SmoothedPolicy, smoothedPolicies } from '../../instances/bridge/smoothed-policy.ts';
import { finite } from '../../instances/zeroth-order/directions.ts';
import { certainDirection } from './cases.ts';

/** One parameter, on which the logits of two classes depend with whole-number slopes. */
const along = (directions: (draw: Draw) => Directions): Instances<SmoothedPolicy> => ({
  ...smoothedPolicies,
  generate: (draw) => ({
    weights: [draw.integer(1, 3), draw.integer(1, 3)],
    rewards: [draw.integer(-2, 2), draw.integer(-2, 2)],
    temperature: 1,
    features: [[draw.integer(-2, 2)], [draw.integer(-2, 2)]],
    smoothing: 1,
    directions: directions(draw),
  }),
});

/** u = 1 always: mean 1, second moment 1. */
export const offCenter = along(() => certainDirection);

/** u = ±a with a other than 1: mean 0, variance a². */
export const wrongVariance = along((draw) => {
  const a: Exact = draw.pick([2, 3, 0.5, ratio(1, 3)]);
  return finite([[a], 0.5], [[typeof a === 'number' ? -a : ratio(-1, 3)], 0.5]);
});
