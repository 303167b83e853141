import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';

/** A horizon T alone, for claims about Σ 1/√t. */
export interface Horizon {
  readonly horizon: number;
}

const horizonSchema: z.ZodType<Horizon> = z.strictObject({ horizon: z.int().min(1).max(4096) });

/** T = 1, …, most: all of them. */
export function horizonsUpTo(most: number): Instances<Horizon> {
  const all = Array.from({ length: most }, (_, i) => ({ horizon: i + 1 }));
  return {
    all,
    generate: (draw) => draw.pick(all),
    simplify: ({ horizon }) => all.slice(0, horizon - 1),
    accepts: ({ horizon }) => Number.isSafeInteger(horizon) && horizon >= 1,
    decode: (json) => horizonSchema.parse(json),
  };
}
