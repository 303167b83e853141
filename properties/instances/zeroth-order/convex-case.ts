import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { type Directions, directionsDimension, requireDirections } from '../../../src/zeroth-order/directions.ts';
import type { Objective } from '../../../src/zeroth-order/estimator.ts';
import { plainData } from '../plain-data.ts';
import { requireDimension } from '../well-formed.ts';
import { directionsSchema, drawDirections, simplerDirections } from './directions.ts';

/** Σ weight (slope · x + offset)^(2 · half), at x = 0, smoothed in some directions. */
export interface ConvexCase {
  readonly ridges: readonly {
    readonly weight: Exact;
    readonly slope: ExactVector;
    readonly offset: Exact;
    readonly half: number;
  }[];
  readonly directions: Directions;
  readonly smoothing: Exact;
}

function requireConvexCase({ ridges, directions, smoothing }: ConvexCase): void {
  requireDirections(directions);
  positive('smoothing', smoothing);
  ridges.forEach(({ slope }, i) => {
    requireDimension(`ridges[${i}].slope`, slope, directionsDimension(directions));
  });
}

const ridge = z.strictObject({
  weight: exactNumber,
  slope: exactVector,
  offset: exactNumber,
  half: z.int().min(1).max(3),
});

const drawnRidges = plainData<ConvexCase>({
  schema: z.strictObject({
    ridges: z.array(ridge).min(1).max(4),
    directions: directionsSchema,
    smoothing: exactNumber,
  }),
  generate: (draw) => {
    const kind = draw.pick(['rademacher', 'skewed', 'three-point', 'finite', 'normal'] as const);
    const d = draw.integer(1, 2);
    const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
    return {
      ridges: draw.list(draw.integer(1, 3), () => ({
        weight: draw.positive(style, 2),
        slope: draw.list(d, () => draw.real(style, 2)),
        offset: draw.real(style, 2),
        half: draw.integer(1, 2),
      })),
      directions: drawDirections(draw, kind, d),
      smoothing: draw.positive(style, 2),
    };
  },
  require: requireConvexCase,
  fixed: ['directions', 'half'],
});

export const convexCases: Instances<ConvexCase> = {
  ...drawnRidges,
  *simplify(instance) {
    const { ridges, directions } = instance;
    for (let i = 0; i < ridges.length && ridges.length > 1; i++) {
      yield { ...instance, ridges: ridges.filter((_, j) => j !== i) };
    }
    for (const [i, one] of ridges.entries()) {
      if (one.half > 1) yield { ...instance, ridges: ridges.map((old, j) => (j === i ? { ...one, half: 1 } : old)) };
    }
    for (const simpler of simplerDirections(directions)) yield { ...instance, directions: simpler };
    yield* drawnRidges.simplify(instance);
  },
};

/** The function as a text readable in any arithmetic. */
export const ridgesOf =
  ({ ridges }: ConvexCase): Objective =>
  (F, x) =>
    F.sum(
      ridges.map(({ weight, slope, offset, half }) => {
        const squared = F.square(F.add(F.dot(F.vector(slope), x), F.of(offset)));
        let power = squared;
        for (let k = 1; k < half; k++) power = F.mul(power, squared);
        return F.mul(F.of(weight), power);
      }),
    );

export const ridgeDegree = ({ ridges }: ConvexCase): number => Math.max(...ridges.map(({ half }) => 2 * half));
