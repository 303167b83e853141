import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { plainData } from '../plain-data.ts';

/** What a worst case is built from: T, a distance (D or R) and G. */
export interface Scale {
  readonly horizon: number;
  readonly distance: Exact;
  readonly gradient: Exact;
}

const scaleSchema: z.ZodType<Scale> = z.strictObject({
  horizon: z.int().min(1).max(4096),
  distance: exactNumber,
  gradient: exactNumber,
});

function requireScale({ horizon, distance, gradient }: Scale): void {
  if (!Number.isSafeInteger(horizon) || horizon < 1) {
    throw new RangeError(`horizon is ${horizon}; give the number of steps, at least 1.`);
  }
  positive('distance', distance);
  positive('gradient', gradient);
}

/** Scales with horizons up to the given one. */
export const scales = (most: number): Instances<Scale> =>
  plainData({
    schema: scaleSchema,
    generate: (draw: Draw) => {
      const style = draw.weighted([
        [3, 'integer'],
        [2, 'dyadic'],
        [2, 'fraction'],
      ] as const);
      return { horizon: draw.integer(1, most), distance: draw.positive(style), gradient: draw.positive(style) };
    },
    require: requireScale,
  });
