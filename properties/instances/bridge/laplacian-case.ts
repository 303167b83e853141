import { z } from 'zod';
import { type Edges, edgeTable, laplacian, policyEdges } from '../../../src/bridge/laplacian.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, ratio, sameExact } from '../../../src/scalar/exact.ts';
import { isPositive, passes } from '../well-formed.ts';

/**
 * A table of logits at one x, seen by both gradients: the softmax weights a = exp(z/τ), the rewards, and any weights w_12,
 * w_13, …, w_{K−1,K} of the pairs of classes. The zeroth-order gradient has such weights, positive ones; what holds for
 * all of them holds for those of every distribution of directions that has them.
 */
export interface LaplacianCase {
  readonly weights: ExactVector;
  readonly rewards: ExactVector;
  readonly edges: ExactVector;
}

const schema: z.ZodType<LaplacianCase> = z.strictObject({
  weights: exactVector,
  rewards: exactVector,
  edges: exactVector,
});

function requireLaplacianCase({ weights, rewards, edges }: LaplacianCase): void {
  const classes = weights.length;
  if (classes < 2) throw new RangeError(`There are ${classes} weights; give at least two classes.`);
  if (!weights.every(isPositive)) throw new RangeError('A weight is not positive; give exp(z/τ) > 0.');
  if (rewards.length !== classes) throw new RangeError(`There are ${rewards.length} rewards; give one a class.`);
  if (edges.length !== pairs(classes)) throw new RangeError(`There are ${edges.length} edges; give one a pair.`);
}

export const pairs = (classes: number): number => (classes * (classes - 1)) / 2;

/** The pairs of classes in the order of the edges. */
export const pairList = (classes: number): readonly (readonly [number, number])[] =>
  Array.from({ length: classes }, (_, i) =>
    Array.from({ length: classes - i - 1 }, (_, j) => [i, i + 1 + j] as const),
  ).flat();

/** What one case says in a reading: both gradients, at τ = 1 and ε = 1. */
export function bothGradients<S>(F: Algebra<S>, { weights, rewards, edges }: LaplacianCase) {
  const r = F.vector(rewards);
  const probabilities = normalize(F, F.vector(weights));
  const table: Edges<S> = edgeTable(F, weights.length, F.vector(edges));
  const read: { readonly policy: Vector<S>; readonly zerothOrder: Vector<S>; readonly rewards: Vector<S> } = {
    policy: laplacian(F, policyEdges(F, probabilities, F.one), r),
    zerothOrder: laplacian(F, table, r),
    rewards: r,
  };
  return read;
}

/** Some numbers about 1, others smaller by powers of ten: the worst angles lie where the weights differ most. */
const drawPositive = (draw: Draw): Exact =>
  draw.chance(0.5) ? draw.positive('integer', 8) : ratio(draw.integer(1, 9), 10 ** draw.integer(1, 4));

const drawReward = (draw: Draw): Exact => (draw.chance(0.7) ? draw.integer(-4, 4) : draw.integer(-1000, 1000));

/** From `least` to `most` classes, positive weights of the pairs, and rewards as they come. */
export const drawLaplacianCase = (draw: Draw, least: number, most: number): LaplacianCase => {
  const classes = draw.integer(least, most);
  return {
    weights: draw.list(classes, () => drawPositive(draw)),
    rewards: draw.list(classes, () => drawReward(draw)),
    edges: draw.list(pairs(classes), () => drawPositive(draw)),
  };
};

/** Whether the rewards are not all the same. */
export const isMixed = ({ rewards }: LaplacianCase): boolean => rewards.some((r) => !sameExact(r, rewards[0]!));

export const laplacianCases = (generate: (draw: Draw) => LaplacianCase): Instances<LaplacianCase> => ({
  generate,
  *simplify(instance) {
    const { weights, rewards, edges } = instance;
    for (let y = 0; y < weights.length && weights.length > 2; y++) {
      yield {
        weights: withoutEntry(weights, y),
        rewards: withoutEntry(rewards, y),
        edges: edges.filter((_, k) => !pairList(weights.length)[k]!.includes(y)),
      };
    }
    for (const key of ['weights', 'edges'] as const) {
      if (instance[key].some((x) => x !== 1)) yield { ...instance, [key]: instance[key].map(() => 1) };
    }
    yield* simplerData(instance);
  },
  accepts: (instance) => passes(() => requireLaplacianCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireLaplacianCase(instance);
    return instance;
  },
});
