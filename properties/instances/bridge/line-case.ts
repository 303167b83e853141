import { z } from 'zod';
import { type LineLogits, type LineRegion, lineRegions } from '../../../src/bridge/line-regions.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { asExact, atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { isPositive, passes } from '../well-formed.ts';

/**
 * Affine logits slope_y θ + offset_y on the line with their rewards. Where φ(u) at the boundaries cannot be rational, its
 * values there are free inputs, `densities`: one positive number for each boundary, from left to right.
 */
export interface LineCase {
  readonly slopes: ExactVector;
  readonly offsets: ExactVector;
  readonly rewards: ExactVector;
  readonly theta: Exact;
  readonly smoothing: Exact;
  readonly densities: ExactVector;
}

const schema: z.ZodType<LineCase> = z.strictObject({
  slopes: exactVector,
  offsets: exactVector,
  rewards: exactVector,
  theta: exactNumber,
  smoothing: exactNumber,
  densities: exactVector,
});

function requireLineCase({ slopes, offsets, rewards, smoothing, densities }: LineCase): void {
  positive('smoothing', smoothing);
  if (slopes.length < 2) throw new RangeError(`There are ${slopes.length} slopes; give at least two classes.`);
  if (offsets.length !== slopes.length || rewards.length !== slopes.length) {
    throw new RangeError('slopes, offsets and rewards differ in length; give one of each a class.');
  }
  if (densities.length !== slopes.length || !densities.every(isPositive)) {
    throw new RangeError('densities are not positive or not one a class; give values that φ could have.');
  }
}

const logitsOf = <S>(F: Algebra<S>, { slopes, offsets }: LineCase): LineLogits<S> => ({
  slopes: F.vector(slopes),
  offsets: F.vector(offsets),
});

/** The argmax regions of the case. */
export function regionsOf<S>(F: Algebra<S>, instance: LineCase): readonly LineRegion<S>[] {
  return lineRegions(F, logitsOf(F, instance));
}

/** The number of regions. */
export const regionCount = (instance: LineCase): number => regionsOf(rationalReading, instance).length;

/** Whether there are two classes of which the second wins on the right. */
export const takesOver = ({ slopes: [first, second, ...others] }: LineCase): boolean =>
  others.length === 0 && !atMostExact(second!, first!);

/** θ of the boundaries, from left to right. */
export const boundariesOf = <S>(regions: readonly LineRegion<S>[]): readonly S[] =>
  regions.flatMap(({ to }) => (to === undefined ? [] : [to]));

function drawLineCase(draw: Draw): LineCase {
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const classes = draw.integer(2, 5);
  const drawn = {
    slopes: draw.list(classes, () => draw.real(style)),
    offsets: draw.list(classes, () => draw.real(style)),
    rewards: draw.list(classes, () => draw.real(style)),
    theta: draw.real(style, 2),
    smoothing: draw.positive(style, 2),
    densities: draw.list(classes, () => draw.positive(style, 1)),
  };
  return draw.chance(0.2) ? { ...drawn, theta: boundaryOf(drawn) } : drawn;
}

/** The first boundary, or θ where there is none. */
function boundaryOf(instance: LineCase): Exact {
  const [first] = boundariesOf(regionsOf(rationalReading, instance));
  return first === undefined ? instance.theta : asExact(first);
}

/** Whole slopes and wide smoothing: no boundary is so far away that exp(−t²/2) is beyond all readings. */
function drawNearLineCase(draw: Draw): LineCase {
  const classes = draw.integer(2, 5);
  const drawn = {
    slopes: draw.list(classes, () => draw.integer(-4, 4)),
    offsets: draw.list(classes, () => draw.integer(-16, 16) / 4),
    rewards: draw.list(classes, () => draw.integer(-4, 4)),
    theta: draw.integer(-4, 4) / 2,
    smoothing: draw.integer(2, 16) / 4,
    densities: draw.list(classes, () => 1),
  };
  return draw.chance(0.2) ? { ...drawn, theta: boundaryOf(drawn) } : drawn;
}

/** Up to five classes; in one case of five θ is a boundary. */
export const lineCases: Instances<LineCase> = {
  generate: drawLineCase,
  *simplify(instance) {
    const { slopes, offsets, rewards, densities } = instance;
    for (let y = 0; y < slopes.length && slopes.length > 2; y++) {
      yield {
        ...instance,
        slopes: withoutEntry(slopes, y),
        offsets: withoutEntry(offsets, y),
        rewards: withoutEntry(rewards, y),
        densities: withoutEntry(densities, y),
      };
    }
    if (densities.some((h) => h !== 1)) yield { ...instance, densities: densities.map(() => 1) };
    yield* simplerData(instance);
  },
  accepts: (instance) => passes(() => requireLineCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireLineCase(instance);
    return instance;
  },
};

/** Line cases that can be judged with φ itself. */
export const nearLineCases: Instances<LineCase> = { ...lineCases, generate: drawNearLineCase };
