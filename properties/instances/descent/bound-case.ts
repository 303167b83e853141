import { z } from 'zod';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData } from '../../../src/law/simplify.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { isZero, passes } from '../well-formed.ts';

/** The numbers that the bounds A-(5)…(8) are made of. D and G come squared, because they are often roots. */
export interface BoundCase {
  /** D². */
  readonly squaredDistance: Exact;
  /** G². */
  readonly squaredGradient: Exact;
  /** η of a constant schedule, or α of η_t = α / √t. */
  readonly rate: Exact;
  /** T. */
  readonly horizon: number;
}

const boundCaseSchema: z.ZodType<BoundCase> = z.strictObject({
  squaredDistance: exactNumber,
  squaredGradient: exactNumber,
  rate: exactNumber,
  horizon: z.int().min(1).max(4096),
});

export interface BoundCaseKinds {
  /** The longest horizon. */
  readonly most: number;
  /** The D² for which a bound is tight, drawn on purpose in one case of four. */
  readonly tie?: (parts: Omit<BoundCase, 'squaredDistance'>) => Exact;
  /** Whether D or G may be 0. */
  readonly zeros: 'none' | 'not both' | 'any';
}

const STYLES: readonly (readonly [number, NumberStyle])[] = [
  [6, 'integer'],
  [6, 'dyadic'],
  [5, 'fraction'],
  [2, 'log-scale'],
  [1, 'full-mantissa'],
];

/** Bound cases with D ≥ 0, G ≥ 0 and a positive rate. */
export function boundCases(kinds: BoundCaseKinds): Instances<BoundCase> {
  return {
    generate: (draw) => drawBoundCase(draw, kinds),
    simplify: (instance) => simplerData(instance),
    accepts: (instance) => passes(() => requireBoundCase(instance)),
    decode: (json) => {
      const instance = boundCaseSchema.parse(json);
      requireBoundCase(instance);
      return instance;
    },
  };
}

function requireBoundCase({ squaredDistance, squaredGradient, rate, horizon }: BoundCase): void {
  if (!atMostExact(0, squaredDistance)) throw new RangeError('squaredDistance is negative; give at least 0.');
  if (!atMostExact(0, squaredGradient)) throw new RangeError('squaredGradient is negative; give at least 0.');
  if (isZero(rate)) throw new RangeError('rate is 0; give a nonzero rate, or no step is taken.');
  if (!Number.isSafeInteger(horizon) || horizon < 1) {
    throw new RangeError(`horizon is ${horizon}; give the number of steps, at least 1.`);
  }
}

function drawBoundCase(draw: Draw, { most, tie, zeros }: BoundCaseKinds): BoundCase {
  const style = draw.weighted(STYLES);
  const squaredGradient = zeros !== 'none' && draw.chance(0.05) ? 0 : drawSquare(draw, style);
  const parts = { squaredGradient, rate: draw.positive(style, 2), horizon: drawHorizon(draw, most) };
  const mayVanish = zeros === 'any' || (zeros === 'not both' && !isZero(squaredGradient));
  if (tie !== undefined && draw.chance(0.25) && (mayVanish || !isZero(squaredGradient))) {
    return { ...parts, squaredDistance: tie(parts) };
  }
  return { ...parts, squaredDistance: mayVanish && draw.chance(0.05) ? 0 : drawSquare(draw, style) };
}

/** D² of a set with a rational diameter, or of any other. */
const drawSquare = (draw: Draw, style: NumberStyle): Exact =>
  draw.chance(0.3) ? draw.integer(1, 8) ** 2 : draw.positive(style, 16);

/** Squares in one case of three: √T is rational there. */
const drawHorizon = (draw: Draw, most: number): number =>
  draw.chance(1 / 3) ? draw.logUniform(1, Math.floor(Math.sqrt(most))) ** 2 : draw.logUniform(1, most);
