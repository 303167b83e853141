import type { Instances } from '../../../src/law/instances.ts';
import { type ConvexCase, convexCases } from '../../instances/zeroth-order/convex-case.ts';
import { folded } from '../../instances/zeroth-order/directions.ts';

/** Concave parabolas. */
export const negativeRidges: Instances<ConvexCase> = {
  ...convexCases,
  generate: (draw) => ({
    ridges: [{ weight: -draw.integer(1, 2), slope: [draw.integer(1, 2)], offset: 0, half: 1 }],
    directions: { kind: 'rademacher', dimension: 1 },
    smoothing: 1,
  }),
};

/** Parabolas in directions whose mean is not 0. */
export const foldedRidges: Instances<ConvexCase> = {
  ...convexCases,
  generate: (draw) => ({
    ridges: [{ weight: 1, slope: [1], offset: draw.integer(-2, 2), half: 1 }],
    directions: folded({ kind: 'rademacher', dimension: 1 }),
    smoothing: draw.pick([1, 1 / 2]),
  }),
};
