import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { type Atom, atoms } from '../../../src/zeroth-order/directions.ts';
import { wholePower } from '../policy/temperature-case.ts';
import { isPositive, passes, requireDimension } from '../well-formed.ts';

/**
 * A softmax model with linear logits, given by rational exponentials: the weights a_y = exp f_θ(y|x) and the steps
 * b_yi = exp(ε φ_i(x, y)), so that the weights at θ + εu are a_y Π_i b_yi^u_i for directions u of whole numbers, and
 * those at the temperature 1/n their n-th powers.
 */
export interface SofteningCase {
  readonly weights: ExactVector;
  readonly steps: readonly ExactVector[];
  readonly rewards: ExactVector;
  readonly smoothing: Exact;
  readonly inverseTemperature: number;
  readonly directions: { readonly kind: 'rademacher' | 'three-point'; readonly dimension: number };
}

const schema: z.ZodType<SofteningCase> = z.strictObject({
  weights: exactVector,
  steps: z.array(exactVector).min(2).max(16),
  rewards: exactVector,
  smoothing: exactNumber,
  inverseTemperature: z.int().min(1).max(64),
  directions: z.strictObject({ kind: z.enum(['rademacher', 'three-point']), dimension: z.int().min(1).max(4) }),
});

function requireSofteningCase(instance: SofteningCase): void {
  const { weights, steps, rewards, smoothing, inverseTemperature, directions } = instance;
  positive('smoothing', smoothing);
  if (!Number.isSafeInteger(inverseTemperature) || inverseTemperature < 1) {
    throw new RangeError(`inverseTemperature is ${inverseTemperature}; give a whole number from 1.`);
  }
  if (![...weights, ...steps.flat()].every(isPositive)) {
    throw new RangeError('A weight or a step is not positive; give exponentials.');
  }
  if (rewards.length !== weights.length || steps.length !== weights.length) {
    throw new RangeError('weights, steps and rewards differ in length; give one of each a class.');
  }
  steps.forEach((step, y) => {
    requireDimension(`steps[${y}]`, step, directions.dimension);
  });
}

/** The weights exp f at θ + εu. */
export const weightsAlong = <S>(F: Algebra<S>, { weights, steps }: SofteningCase, direction: Vector<S>): Vector<S> =>
  weights.map((a, y) =>
    steps[y]!.reduce<S>((w, b, i) => F.mul(w, wholePower(F, F.of(b), F.approximate(direction[i]!))), F.of(a)),
  );

/** The values of the direction, all of them whole numbers. */
export const directionsOf = <S>(F: Algebra<S>, { directions }: SofteningCase): readonly Atom<S>[] =>
  atoms(F, directions);

/** Whether two classes share the largest weight at some θ + εu. */
export function tiesSomewhere(instance: SofteningCase): boolean {
  const F = rationalReading;
  return directionsOf(F, instance).some(({ direction }) => {
    const weights = weightsAlong(F, instance, direction);
    const top = weights.reduce(F.max);
    return weights.filter((a) => F.compare(a, top) === 0).length > 1;
  });
}

export function drawSofteningCase(draw: Draw): SofteningCase {
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const kind = draw.pick(['rademacher', 'three-point'] as const);
  const dimension = draw.integer(1, kind === 'rademacher' ? 3 : 2);
  const classes = draw.integer(2, 4);
  return {
    weights: draw.list(classes, () => draw.positive(style, 8)),
    steps: draw.list(classes, () => draw.list(dimension, () => draw.positive(style, 4))),
    rewards: draw.list(classes, () => draw.real(style)),
    smoothing: draw.positive(style, 2),
    inverseTemperature: draw.logUniform(1, 8),
    directions: { kind, dimension },
  };
}

/** Cases with a tie somewhere, or mostly without: a prime factor in each weight that nothing else has. */
export const softeningCases = (ties: 'none' | 'any'): Instances<SofteningCase> => ({
  generate: (draw) => {
    const drawn = drawSofteningCase(draw);
    if (ties === 'any' || !tiesSomewhere(drawn)) return drawn;
    return { ...drawn, weights: drawn.weights.map((_, y) => PRIMES[y]!) };
  },
  *simplify(instance) {
    const { weights, steps, rewards, directions } = instance;
    for (let y = 0; y < weights.length && weights.length > 2; y++) {
      yield {
        ...instance,
        weights: withoutEntry(weights, y),
        steps: withoutEntry(steps, y),
        rewards: withoutEntry(rewards, y),
      };
    }
    for (let i = 0; i < directions.dimension && directions.dimension > 1; i++) {
      yield {
        ...instance,
        steps: steps.map((step) => withoutEntry(step, i)),
        directions: { ...directions, dimension: directions.dimension - 1 },
      };
    }
    if (directions.kind !== 'rademacher') yield { ...instance, directions: { ...directions, kind: 'rademacher' } };
    if (weights.some((a) => a !== 1)) yield { ...instance, weights: weights.map(() => 1) };
    yield* simplerData(instance, new Set(['kind', 'directions']));
  },
  accepts: (instance) => passes(() => requireSofteningCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireSofteningCase(instance);
    return instance;
  },
});

/** Above every prime factor of the steps, which are fractions with parts up to 64. */
const PRIMES = [67, 71, 73, 79] as const;
