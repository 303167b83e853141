import { z } from 'zod';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { type Exact, type ExactVector, toRational } from '../../../src/scalar/exact.ts';
import { asExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { div } from '../../../src/scalar/rational.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { plainData } from '../plain-data.ts';
import type { OnlineRun } from './online-run.ts';

/** The size of a run that attains A-(6): how many steps or marches, the scale of Θ, and G. */
export interface TightSize {
  /** d for the orthogonal family, √T for the family on the line. */
  readonly size: number;
  /** The side of the cube, or the length of one step on the line. */
  readonly unit: Exact;
  /** G. */
  readonly gradient: Exact;
}

const schema: z.ZodType<TightSize> = z.strictObject({
  size: z.int().min(1).max(64),
  unit: exactNumber,
  gradient: exactNumber,
});

function requireTightSize({ size, unit, gradient }: TightSize): void {
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`size is ${size}; give a whole number from 1.`);
  positive('unit', unit);
  positive('gradient', gradient);
}

const STYLES: readonly (readonly [number, NumberStyle])[] = [
  [3, 'integer'],
  [2, 'dyadic'],
  [2, 'fraction'],
];

/** Sizes up to the given one. */
export const tightSizes = (most: number): Instances<TightSize> =>
  plainData({
    schema,
    generate: (draw: Draw) => {
      const style = draw.weighted(STYLES);
      return { size: draw.integer(1, most), unit: draw.positive(style), gradient: draw.positive(style) };
    },
    require: requireTightSize,
  });

/** D / (G √T) where both are a multiple of one step: unit / G. */
const rateOf = ({ unit, gradient }: TightSize): Exact => asExact(div(toRational(unit), toRational(gradient)));

/**
 * d = T: from the corner (s, …, s) of the cube [0, s]ᵈ with L_t = G θ_t and η = s/G, each step walks one edge to 0,
 * so that ‖θ₁ − 0‖ = D = s √T and every loss is still G s when it is met.
 */
export function orthogonalRun(family: TightSize): OnlineRun {
  const { size, unit, gradient } = family;
  const axes = Array.from({ length: size }, (_, i) => i);
  return {
    set: { kind: 'box', lower: axes.map(() => 0), upper: axes.map(() => unit) },
    start: axes.map(() => unit),
    comparator: axes.map(() => 0),
    losses: axes.map((t) => ({ kind: 'linear', slope: axes.map((i) => (i === t ? gradient : 0)) })),
    schedule: { kind: 'constant', rate: rateOf(family) },
  };
}

/**
 * d = 1, T = k²: from k s on [0, k s] with η = s/G, (T − k)/2 pairs of gradients G, −G that go one step down and come
 * back, then k times G all the way to 0. The projection never acts, and D = k s = η G √T.
 */
export function lineRun(family: TightSize): OnlineRun {
  const { size: k, unit, gradient } = family;
  const length = timesExact(k, unit);
  const slope = (sign: number) => ({ kind: 'linear', slope: [timesExact(sign, gradient)] }) as const;
  const pairs = Array.from({ length: k * k - k }, (_, t) => slope(t % 2 === 0 ? 1 : -1));
  return {
    set: { kind: 'box', lower: [0], upper: [length] },
    start: [length],
    comparator: [0],
    losses: [...pairs, ...Array.from({ length: k }, () => slope(1))],
    schedule: { kind: 'constant', rate: rateOf(family) },
  };
}

/** d = 1, Θ = [0, 1], G = 1, with the rate 1/√T: L_t = slopes[t − 1] θ. */
export function signedRun(slopes: ExactVector, start: Exact, comparator: Exact): OnlineRun {
  return {
    set: { kind: 'box', lower: [0], upper: [1] },
    start: [start],
    comparator: [comparator],
    losses: slopes.map((slope) => ({ kind: 'linear', slope: [slope] })),
    schedule: { kind: 'horizon', diameter: 1, gradientBound: 1, horizon: slopes.length },
  };
}
