import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type ExactVector, sameExact } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { isPositive, passes } from '../well-formed.ts';

/** Weights a_y = exp(z_y) of K classes and a whole number n: the temperature is 1/n, and softmax(nz) is rational. */
export interface TemperatureCase {
  readonly weights: ExactVector;
  readonly inverseTemperature: number;
}

const schema: z.ZodType<TemperatureCase> = z.strictObject({
  weights: exactVector,
  inverseTemperature: z.int().min(-64).max(64),
});

function requireTemperatureCase({ weights, inverseTemperature }: TemperatureCase): void {
  if (weights.length < 2) throw new RangeError(`There are ${weights.length} weights; give at least two classes.`);
  if (!weights.every(isPositive)) throw new RangeError('A weight is not positive; give exp(z) > 0.');
  if (!Number.isSafeInteger(inverseTemperature) || inverseTemperature === 0) {
    throw new RangeError(`inverseTemperature is ${inverseTemperature}; give a whole number other than 0.`);
  }
}

/** How often the largest weight occurs. */
export const tiedClasses = ({ weights }: TemperatureCase): number => {
  const top = weights.reduce((a, b) => (atMostExact(b, a) ? a : b));
  return weights.filter((a) => sameExact(a, top)).length;
};

export function drawTemperatureCase(draw: Draw): TemperatureCase {
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const weights = draw.list(draw.integer(2, 6), () => draw.positive(style, 8));
  return { weights, inverseTemperature: draw.logUniform(1, 32) };
}

/** Cases at positive temperatures: with one largest weight, or with any number of them. */
export const temperatureCases = (tops: 'one' | 'any'): Instances<TemperatureCase> => ({
  generate: (draw) => {
    const drawn = drawTemperatureCase(draw);
    if (tops === 'one' && tiedClasses(drawn) > 1) {
      return { ...drawn, weights: [...drawn.weights.slice(1), 9] }; // larger than any that is drawn
    }
    if (tops === 'any' && draw.chance(0.05)) return { ...drawn, weights: drawn.weights.map(() => drawn.weights[0]!) };
    if (tops === 'any' && draw.chance(0.3)) return { ...drawn, weights: [...drawn.weights, ...drawn.weights] };
    return drawn;
  },
  *simplify(instance) {
    const { weights } = instance;
    for (let y = 0; y < weights.length && weights.length > 2; y++) {
      yield { ...instance, weights: withoutEntry(weights, y) };
    }
    if (weights.some((a) => a !== 1)) yield { ...instance, weights: weights.map(() => 1) };
    yield* simplerData(instance);
  },
  accepts: (instance) => passes(() => requireTemperatureCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireTemperatureCase(instance);
    return instance;
  },
});

/** aⁿ for a whole number n, by squaring; n may be negative. */
export function wholePower<S>(F: Algebra<S>, a: S, n: number): S {
  if (n < 0) return F.div(F.one, wholePower(F, a, -n));
  if (n === 0) return F.one;
  const half = wholePower(F, a, Math.floor(n / 2));
  return n % 2 === 0 ? F.square(half) : F.mul(a, F.square(half));
}

/** softmax(z / τ) at τ = 1/n, from the weights exp(z). */
export const probabilitiesAt = <S>(F: Algebra<S>, weights: Vector<S>, inverseTemperature: number): Vector<S> =>
  normalize(
    F,
    weights.map((a) => wholePower(F, a, inverseTemperature)),
  );
