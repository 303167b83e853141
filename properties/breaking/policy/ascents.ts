import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AscentCase, ascentCases } from '../../instances/policy/ascent-case.ts';

/** Two or three classes at temperature 1, with one thing as it should not be. */
const changed = (change: (draw: Draw, classes: number) => Partial<AscentCase>): Instances<AscentCase> => ({
  ...ascentCases,
  generate: (draw) => {
    const classes = draw.integer(2, 3);
    return {
      weights: draw.list(classes, () => 1),
      rewards: draw.list(classes, () => draw.integer(-2, 2)),
      temperature: 1,
      rate: 1,
      ...change(draw, classes),
    };
  },
});

/** η < 0. */
export const negativeAscent = changed((draw) => ({ rate: -draw.integer(1, 4) }));

/** η (max r − min r) > 8τ². */
export const largeAscent = changed((draw, classes) => ({
  weights: draw.list(classes, () => draw.integer(1, 4)),
  rate: draw.integer(8, 64),
}));

/** Logits that are not all equal. */
export const unequalStart = changed((draw, classes) => ({ weights: draw.list(classes, () => draw.integer(1, 4)) }));
