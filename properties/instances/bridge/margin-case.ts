import { z } from 'zod';
import type { Example } from '../../../src/bridge/hard-objective.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, toDouble, toRational } from '../../../src/scalar/exact.ts';
import { asExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { div } from '../../../src/scalar/rational.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { type Directions, directionsDimension, requireDirections } from '../../../src/zeroth-order/directions.ts';
import { axpyExact, dotExact, negated } from '../exact-vectors.ts';
import { passes, requireDimension } from '../well-formed.ts';
import { directionsSchema, finite, requireRationalValues } from '../zeroth-order/directions.ts';

/**
 * Labeled examples whose logits are linear in θ but for the first class, which has Σ c_i θ_i² more of them. For two
 * classes the margin is m(θ) = θ · (φ_1 − φ_2) + Σ c_i θ_i².
 */
export interface MarginCase {
  readonly examples: readonly Example[];
  readonly curvature: ExactVector;
  readonly theta: ExactVector;
  readonly smoothing: Exact;
  readonly directions: Directions;
}

const schema: z.ZodType<MarginCase> = z.strictObject({
  examples: z
    .array(z.strictObject({ features: z.array(exactVector).min(2).max(8), rewards: exactVector }))
    .min(1)
    .max(4),
  curvature: exactVector,
  theta: exactVector,
  smoothing: exactNumber,
  directions: directionsSchema,
});

function requireMarginCase({ examples, curvature, theta, smoothing, directions }: MarginCase): void {
  positive('smoothing', smoothing);
  requireDirections(directions);
  requireRationalValues(directions);
  if (directionsDimension(directions) !== theta.length) {
    throw new RangeError('directions and theta differ in dimension; give as many coordinates.');
  }
  requireDimension('curvature', curvature, theta.length);
  for (const { features, rewards } of examples) {
    if (features.length !== rewards.length) {
      throw new RangeError(`There are ${rewards.length} rewards for ${features.length} classes; give one a class.`);
    }
    features.forEach((feature, y) => {
      requireDimension(`features[${y}]`, feature, theta.length);
    });
  }
}

/** The logits of an example at v. */
export const logitsAt = <S>(F: Algebra<S>, { curvature }: MarginCase, { features }: Example, v: Vector<S>): Vector<S> =>
  features.map((feature, y) => {
    const linear = F.dot(F.vector(feature), v);
    return y === 0 ? F.add(linear, F.dot(F.vector(curvature), v.map(F.square))) : linear;
  });

/** ∇_θ of the logits of an example, one vector a class. */
export const logitGradientsAt = <S>(
  F: Algebra<S>,
  { curvature, theta }: MarginCase,
  { features }: Example,
): readonly Vector<S>[] =>
  features.map((feature, y) => {
    if (y > 0) return F.vector(feature);
    const bent = F.vector(curvature).map((c, i) => F.mul(F.mul(F.of(2), c), F.of(theta[i]!)));
    return F.plus(F.vector(feature), bent);
  });

/** The half-turn of u about the line along a: its component along a stays, the rest changes its sign. */
export function halfTurn(a: ExactVector, u: ExactVector): ExactVector {
  const twice = timesExact(2, asExact(div(toRational(dotExact(a, u)), toRational(dotExact(a, a)))));
  return axpyExact(twice, a, u.map(negated));
}

const PROBABILITIES = [[1], [0.5, 0.5], [0.25, 0.75], [0.125, 0.375, 0.5]] as const;

/** Up to three pairs of directions that are half-turns of each other about a. */
export function drawTurned(draw: Draw, a: ExactVector): Directions {
  return finite(
    ...draw.pick(PROBABILITIES).flatMap((probability) => {
      const u = a.map(() => draw.integer(-3, 3));
      return [u, halfTurn(a, u)].map((one) => [one, probability / 2] as const);
    }),
  );
}

/** φ_1 − φ_2 of an example. */
export const featureDifference = ({ features }: Example): ExactVector => axpyExact(-1, features[1]!, features[0]!);

export function drawMarginCase(draw: Draw): MarginCase {
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const d = draw.integer(1, 4);
  const second = draw.list(d, () => draw.real(style, 2));
  const drawn = draw.list(d, () => draw.real(style, 2));
  const a = drawn.every((x) => toDouble(x) === 0) ? drawn.map(() => 1) : drawn;
  const example: Example = {
    features: [axpyExact(1, a, second), second],
    rewards: [draw.real(style), draw.real(style)],
  };
  return {
    examples: [example],
    curvature: a.map(() => 0),
    theta: draw.list(d, () => draw.real(style, 1)),
    smoothing: draw.positive(style, 2),
    directions: drawTurned(draw, a),
  };
}

/** One example of two classes with a linear margin, and directions that look the same after a half-turn about it. */
export const marginCases: Instances<MarginCase> = {
  generate: drawMarginCase,
  *simplify(instance) {
    const { examples } = instance;
    for (let t = 0; t < examples.length && examples.length > 1; t++) {
      yield { ...instance, examples: withoutEntry(examples, t) };
    }
    for (const [t, { features, rewards }] of examples.entries()) {
      for (let y = 0; y < rewards.length && rewards.length > 2; y++) {
        const fewer = { features: withoutEntry(features, y), rewards: withoutEntry(rewards, y) };
        yield { ...instance, examples: withEntry(examples, t, fewer) };
      }
    }
    yield* simplerData(instance, new Set(['kind', 'directions']));
  },
  accepts: (instance) => passes(() => requireMarginCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireMarginCase(instance);
    return instance;
  },
};
