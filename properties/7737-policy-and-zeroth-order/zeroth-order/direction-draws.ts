import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { RandomStream } from '../../../src/random/index.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { drawDirection } from '../../../src/zeroth-order/draw-direction.ts';
import { forwardDifference } from '../../../src/zeroth-order/estimator.ts';
import { plainData } from '../../instances/plain-data.ts';
import { drawSeed, type Seeded, seedSchema } from '../../instances/seeds.ts';
import { objectiveOf, type Polynomial, polynomial } from '../../instances/zeroth-order/objectives.ts';

/** A quadratic of two variables at a point, with whole numbers, and a seed to draw directions from. */
export interface QuadraticDraws extends Seeded {
  /** Coefficients of a, b, a², ab and b². */
  readonly coefficients: readonly number[];
  readonly point: readonly number[];
}

const POWERS = [
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
] as const;

export const quadraticOf = ({ coefficients }: QuadraticDraws): Polynomial =>
  polynomial(...POWERS.map((powers, i) => [coefficients[i]!, powers] as const));

/** ε, a power of two. */
export const SMOOTHING = 1 / 2;

const whole = z.int().min(-100).max(100);

export const quadraticDraws = plainData<QuadraticDraws>({
  schema: z.strictObject({ seed: seedSchema, coefficients: z.array(whole).length(5), point: z.array(whole).length(2) }),
  generate: (draw) => ({
    seed: drawSeed(draw),
    // A slope along the first axis that no curvature covers up.
    coefficients: [draw.integer(12, 15), ...draw.list(4, () => draw.integer(-1, 1))],
    point: draw.list(2, () => draw.integer(0, 1)),
  }),
  fixed: ['coefficients', 'point'],
});

/** Estimates from one drawn direction each, one after the other. */
export type QuadraticEstimator = (instance: QuadraticDraws, stream: RandomStream) => () => readonly number[];

/** Draws a direction of two or more coordinates. */
export type DirectionDraw = (dimension: number, stream: RandomStream) => readonly number[];

/** Forward differences in drawn directions. */
export const forwardIn =
  (draw: DirectionDraw, factor = 1): QuadraticEstimator =>
  (instance, draws) => {
    const f = objectiveOf(quadraticOf(instance));
    return () => float64.scale(factor, forwardDifference(float64, f, instance.point, draw(2, draws), SMOOTHING));
  };

export const signs: DirectionDraw = (dimension, draws) => drawDirection('rademacher', dimension, draws);
export const normals: DirectionDraw = (dimension, draws) => drawDirection('standard-normal', dimension, draws);

/** A slope whose length is a whole number, with a vector at a right angle to it of the same length. */
export interface SlopeDraws extends Seeded {
  readonly slope: readonly [number, number];
}

const SLOPES = [
  [3, 4],
  [4, -3],
  [5, 12],
  [-8, 15],
  [1, 0],
] as const;

export const slopeDraws = plainData<SlopeDraws>({
  schema: z.strictObject({ seed: seedSchema, slope: z.tuple([whole, whole]) }),
  generate: (draw: Draw) => ({ seed: drawSeed(draw), slope: draw.pick(SLOPES) }),
  require: ({ slope }) => {
    if (!Number.isInteger(Math.sqrt(float64.squaredNorm(slope))) || float64.squaredNorm(slope) === 0) {
      throw new RangeError(`slope is [${slope.join(', ')}]; give one whose length is a whole number, not 0.`);
    }
  },
  fixed: ['slope'],
});

/** Estimates of the gradient of a linear function from one drawn direction each. */
export type LinearEstimator = (instance: SlopeDraws, stream: RandomStream) => () => readonly number[];

export const linearForwardIn =
  (draw: DirectionDraw): LinearEstimator =>
  ({ slope }, draws) =>
  () =>
    forwardDifference(float64, (F, x) => F.dot(F.vector(slope), x), [0, 0], draw(2, draws), SMOOTHING);
