import type { Instances } from '../../../src/law/instances.ts';
import type { Directions } from '../../../src/zeroth-order/directions.ts';
import { type BridgeCase, bridgeCases, drawBridgeCase } from '../../instances/bridge/bridge-case.ts';
import { type LineCase, lineCases, takesOver } from '../../instances/bridge/line-case.ts';
import { restricted } from '../../instances/restricted.ts';
import { finite } from '../../instances/zeroth-order/directions.ts';

/** Ties for the largest logit, which belong to every tied class or to none. */
export const unsettledTies: Instances<BridgeCase> = {
  ...bridgeCases,
  generate: (draw) => ({
    ...drawBridgeCase(draw),
    examples: [{ features: [[draw.integer(-1, 1)], [draw.integer(-1, 1)]], rewards: [draw.integer(-1, 1), 1] }],
    theta: [draw.integer(-1, 1)],
    directions: { kind: 'rademacher', dimension: 1 },
    ties: draw.pick(['every', 'none'] as const),
  }),
};

/** One direction that is certain: its mean is not 0, though its second moment may be 1. */
export const certainDirection: Directions = finite([[1], 1]);

/** The direction 1 in one dimension, always. */
export const oneSided: Instances<BridgeCase> = {
  ...bridgeCases,
  generate: (draw) => {
    const integer = () => draw.integer(-2, 2);
    const classes = draw.integer(2, 3);
    return {
      examples: [{ features: draw.list(classes, () => [integer()]), rewards: draw.list(classes, integer) }],
      theta: [integer()],
      smoothing: 1,
      directions: certainDirection,
      ties: 'lowest',
    };
  },
};

/** Signs ±1 in one dimension, with two classes of small whole-number features. */
export const worthAStep: Instances<BridgeCase> = {
  ...bridgeCases,
  generate: (draw) => ({
    examples: [{ features: [[draw.integer(-1, 1)], [draw.integer(-1, 1)]], rewards: [1, 0] }],
    theta: [0],
    smoothing: 1,
    directions: { kind: 'rademacher', dimension: 1 },
    ties: 'lowest',
  }),
};

/** Two classes that take over from each other at 0, seen from another θ. */
export const offBoundary = restricted<LineCase>(
  {
    ...lineCases,
    generate: (draw) => ({
      slopes: [0, draw.integer(1, 3)],
      offsets: [0, 0],
      rewards: [draw.integer(-2, 2), draw.integer(-2, 2)],
      theta: draw.integer(-2, 2),
      smoothing: 1,
      densities: [1, 1],
    }),
  },
  takesOver,
  'has two classes, the second with the larger slope',
);
