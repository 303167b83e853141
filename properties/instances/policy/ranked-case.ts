import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { sameExact, toRational } from '../../../src/scalar/exact.ts';
import { compare, signOf } from '../../../src/scalar/rational.ts';
import { isPositive, passes } from '../well-formed.ts';

/** Weights of classes, p = a/Σa on the simplex, and their rewards. A weight may be 0, but not all of them. */
export interface RankedCase {
  readonly weights: ExactVector;
  readonly rewards: ExactVector;
}

export const rankedShape = { weights: exactVector, rewards: exactVector };

export function requireRanked({ weights, rewards }: RankedCase): void {
  if (rewards.length !== weights.length) {
    throw new RangeError(`There are ${rewards.length} rewards for ${weights.length} classes; give one a class.`);
  }
  if (weights.some((a) => signOf(toRational(a)) < 0)) throw new RangeError('A weight is negative; give a ≥ 0.');
  if (!weights.some(isPositive)) throw new RangeError('All weights are 0; give at least one a > 0.');
}

export const largest = (values: ExactVector): Exact =>
  values.reduce((a, b) => (compare(toRational(a), toRational(b)) >= 0 ? a : b));

export const isConstant = (values: ExactVector): boolean => values.every((x) => sameExact(x, values[0]!));

interface RankedKinds {
  readonly most: number;
  /** Whether weights may be 0 and rewards all equal. */
  readonly degenerate: boolean;
}

/** Whole numbers, which often coincide, in one case of two. */
export function drawRanked(draw: Draw, { most, degenerate }: RankedKinds): RankedCase {
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const classes = draw.integer(degenerate ? 1 : 2, most);
  const weights = draw.list(classes, () => (degenerate && draw.chance(0.2) ? 0 : draw.positive(style, 4)));
  const rewards = draw.list(classes, () => draw.real(style));
  const y = draw.integer(0, classes - 1);
  const best = largest(rewards);
  const onBest = weights.map((a, k) => (sameExact(rewards[k]!, best) ? a : 0));
  if (degenerate && draw.chance(0.2) && onBest.some(isPositive)) return { weights: onBest, rewards };
  return {
    weights: weights.some(isPositive) ? weights : withEntry(weights, y, 1),
    rewards: !degenerate && isConstant(rewards) ? withEntry(rewards, y, 5) : rewards,
  };
}

/** Whether only classes of the highest reward have a probability. */
export const isOnTheBest = ({ weights, rewards }: RankedCase): boolean =>
  rewards.every((r, y) => !isPositive(weights[y]!) || sameExact(r, largest(rewards)));

/** Fewer classes, then simpler numbers. */
export function* simplerRanked<C extends RankedCase>(instance: C): Generator<C> {
  const { weights, rewards } = instance;
  for (let y = 0; y < weights.length && weights.length > 1; y++) {
    yield { ...instance, weights: withoutEntry(weights, y), rewards: withoutEntry(rewards, y) };
  }
  yield* simplerData(instance);
}

/** Points of the simplex with rewards; or of its interior, with rewards that are not all equal. */
export const rankedCases = (kinds: RankedKinds): Instances<RankedCase> => ({
  generate: (draw) => drawRanked(draw, kinds),
  simplify: simplerRanked,
  accepts: (instance) => passes(() => requireRanked(instance)),
  decode: (json) => {
    const instance = z.strictObject(rankedShape).parse(json);
    requireRanked(instance);
    return instance;
  },
});
