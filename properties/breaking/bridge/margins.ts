import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { drawTurned, featureDifference, type MarginCase, marginCases } from '../../instances/bridge/margin-case.ts';
import { certainDirection } from './cases.ts';

/** Small whole numbers in the plane: one example of two classes, but for one change. */
const changed = (change: (draw: Draw, instance: MarginCase) => Partial<MarginCase>): Instances<MarginCase> => ({
  ...marginCases,
  generate: (draw) => {
    const a = [draw.integer(1, 3), draw.integer(-3, 3)];
    const instance: MarginCase = {
      examples: [{ features: [a, [0, 0]], rewards: [draw.integer(1, 3), 0] }],
      curvature: [0, 0],
      theta: [draw.integer(-1, 1), draw.integer(-1, 1)],
      smoothing: 1,
      directions: drawTurned(draw, a),
    };
    return { ...instance, ...change(draw, instance) };
  },
});

/** Independent signs: no half-turn about a slanted line leaves them as they are. */
export const slantedSigns = changed(() => ({ directions: { kind: 'rademacher', dimension: 2 } }));

/** The margin has squares of the parameters; the directions are turned about its gradient at θ. */
export const bentMargins = changed((draw, { examples, theta }) => {
  const curvature = [draw.integer(0, 1), draw.integer(-1, 1)];
  const a = featureDifference(examples[0]!);
  const gradient = a.map((x, i) => Number(x) + 2 * curvature[i]! * Number(theta[i]!));
  return gradient.every((x) => x === 0) ? {} : { curvature, directions: drawTurned(draw, gradient) };
});

/** A second example with features of its own; independent signs look the same after half-turns about both axes. */
export const twoExamples = changed((draw) => ({
  examples: [
    {
      features: [
        [draw.integer(1, 3), 0],
        [0, 0],
      ],
      rewards: [draw.integer(1, 3), 0],
    },
    {
      features: [
        [0, draw.integer(1, 3)],
        [0, 0],
      ],
      rewards: [draw.integer(1, 3), 0],
    },
  ],
  directions: { kind: 'rademacher', dimension: 2 },
}));

/** A third class. */
export const threeClasses = changed((draw, { examples: [example] }) => ({
  examples: [
    {
      features: [...example!.features, [draw.integer(-3, 3), draw.integer(-3, 3)]],
      rewards: [...example!.rewards, draw.integer(-3, 3)],
    },
  ],
}));

/** One parameter and one example, but for one change. */
const changedOnLine = (change: (draw: Draw) => Partial<MarginCase>): Instances<MarginCase> => ({
  ...marginCases,
  generate: (draw) => ({
    examples: [{ features: [[draw.integer(-3, 3)], [0]], rewards: [draw.integer(-2, 2), 0] }],
    curvature: [0],
    theta: [draw.integer(-2, 2)],
    smoothing: 1,
    directions: { kind: 'rademacher', dimension: 1 },
    ...change(draw),
  }),
});

/** u = 1 always. */
export const certainMargins = changedOnLine(() => ({ directions: certainDirection }));

/** A margin with a square, and steps of 2 one way and 1/2 the other. */
export const bentAndSkewed = changedOnLine((draw) => ({
  curvature: [draw.integer(-2, 2)],
  directions: { kind: 'skewed', dimension: 1 },
}));

/** Two examples, judged by the sum of their ascents. */
export const opposedExamples = changedOnLine((draw) => ({
  examples: draw.list(2, () => ({ features: [[draw.integer(-3, 3)], [0]], rewards: [draw.integer(-2, 2), 0] })),
}));
