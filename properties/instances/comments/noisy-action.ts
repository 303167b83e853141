import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { type Exact, type ExactVector, ratio, sameExact, toRational } from '../../../src/scalar/exact.ts';
import { asExact, plusExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { compare, div } from '../../../src/scalar/rational.ts';
import { isPositive, passes, requireDimension } from '../well-formed.ts';

/**
 * A softmax policy over a table of logits, a direction for the logits, and the uniform noise 0 < ω < 1 that the action
 * is made of: the first class with ω < p_1 + … + p_y.
 */
export interface NoisyAction {
  readonly weights: ExactVector;
  readonly direction: ExactVector;
  readonly noise: Exact;
}

const schema = z.strictObject({ weights: exactVector, direction: exactVector, noise: exactNumber });

function requireNoisyAction({ weights, direction, noise }: NoisyAction): void {
  requireDimension('direction', direction, weights.length);
  if (!weights.every(isPositive)) throw new RangeError('A weight is not positive; give exp(z) > 0.');
  const omega = toRational(noise);
  if (compare(omega, toRational(0)) <= 0 || compare(omega, toRational(1)) >= 0) {
    throw new RangeError(`noise is ${noise}; give 0 < ω < 1.`);
  }
}

/** Whether the action jumps at ω. */
export const isAtJump = ({ weights, noise }: NoisyAction): boolean =>
  jumps(weights).some((jump) => sameExact(jump, noise));

/** a_1, a_1 + a_2, …, the total last. */
function partialSums(weights: ExactVector): ExactVector {
  let total: Exact = 0;
  return weights.map((a) => {
    total = plusExact(total, a);
    return total;
  });
}

/** Where the action jumps: (p_1 + … + p_y) for all classes but the last. */
function jumps(weights: ExactVector): ExactVector {
  const sums = partialSums(weights).map(toRational);
  return sums.slice(0, -1).map((sum) => asExact(div(sum, sums.at(-1)!)));
}

/** A little more than jump / total. */
const nextTo = (jump: Exact, total: number): Exact => timesExact(plusExact(jump, 1 / 16), ratio(1, total));

function drawNoisyAction(draw: Draw): NoisyAction {
  const weights = draw.list(draw.integer(2, 5), () => draw.integer(1, 8));
  const total = weights.reduce((a, b) => a + b);
  const jump = draw.pick(partialSums(weights).slice(0, -1));
  return {
    weights,
    direction: weights.map(() => draw.integer(-3, 3)),
    noise: draw.chance(0.5) ? nextTo(jump, total) : ratio(draw.integer(1, 96), 97),
  };
}

/** Fewer classes, then simpler numbers but those that are fixed. */
function* simplerActions(instance: NoisyAction, fixed: readonly (keyof NoisyAction)[] = []): Generator<NoisyAction> {
  const { weights, direction } = instance;
  for (let y = 0; y < weights.length && weights.length > 2; y++) {
    yield { ...instance, weights: withoutEntry(weights, y), direction: withoutEntry(direction, y) };
  }
  yield* simplerData(instance, new Set(fixed));
}

/** Actions of 2 to 5 classes, half of them close to a jump. */
export const noisyActions: Instances<NoisyAction> = {
  generate: drawNoisyAction,
  simplify: (instance) => simplerActions(instance),
  accepts: (instance) => passes(() => requireNoisyAction(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireNoisyAction(instance);
    return instance;
  },
};

/** Noise exactly where the action jumps; simpler weights take the noise along. */
export const noiseAtJump: Instances<NoisyAction> = {
  ...noisyActions,
  generate: (draw) => {
    const weights = draw.list(draw.integer(2, 3), () => draw.integer(1, 3));
    return { weights, direction: weights.map(() => draw.integer(-2, 2)), noise: draw.pick(jumps(weights)) };
  },
  *simplify(instance) {
    for (const simpler of simplerActions(instance, ['noise'])) {
      if (!simpler.weights.every(isPositive)) continue;
      for (const noise of jumps(simpler.weights)) yield { ...simpler, noise };
    }
  },
};
