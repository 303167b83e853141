import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import { permutations, rearranged } from '../../../src/policy/rearrangement.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import { type ExactVector, sameExact } from '../../../src/scalar/exact.ts';
import { rationalReading as Q } from '../../../src/scalar/rational-reading.ts';
import { passes } from '../well-formed.ts';
import { largest, requireRanked } from './ranked-case.ts';

/** The models that may be chosen at one x, each by its weights, p = a/Σa, and the rewards of the classes. */
export interface ModelClass {
  readonly models: readonly ExactVector[];
  readonly rewards: ExactVector;
}

const schema: z.ZodType<ModelClass> = z.strictObject({
  models: z.array(exactVector).min(1).max(1000),
  rewards: exactVector,
});

function requireModelClass({ models, rewards }: ModelClass): void {
  if (models.length === 0) throw new RangeError('models is empty; give at least one.');
  for (const weights of models) requireRanked({ weights, rewards });
}

/** Every rearrangement of the weights, each once. */
export const rearrangements = (weights: ExactVector): readonly ExactVector[] => [
  ...new Map(
    permutations(weights.length).map((order) => {
      const model = rearranged(weights, order);
      return [model.map(String).join(' '), model];
    }),
  ).values(),
];

const written = (weights: ExactVector): string => normalize(Q, Q.vector(weights)).map(String).join(' ');

/** Whether every rearrangement of a model is a model of the class. */
export function isClosedUnderPermutations({ models }: ModelClass): boolean {
  const known = new Set(models.map(written));
  return models.every((weights) =>
    weights.slice(1).every((_, y) => {
      const exchanged = weights.map((a, i) => (i === y ? weights[y + 1]! : i === y + 1 ? weights[y]! : a));
      return known.has(written(exchanged));
    }),
  );
}

/** Whether one class of every model is more probable than all others. */
export const hasNoTies = ({ models }: ModelClass): boolean =>
  models.every((weights) => weights.filter((a) => sameExact(a, largest(weights))).length === 1);

/** Up to `most` classes of one most probable class and some others. */
export function drawModel(draw: Draw, classes: number): ExactVector {
  const top = draw.integer(0, classes - 1);
  return Array.from({ length: classes }, (_, y) => (y === top ? draw.integer(5, 9) : draw.integer(0, 4)));
}

function drawModelClass(draw: Draw): ModelClass {
  const classes = draw.integer(2, 3);
  const bases = draw.list(draw.integer(1, 2), () => drawModel(draw, classes));
  return { models: bases.flatMap(rearrangements), rewards: draw.list(classes, () => draw.real('integer')) };
}

/** All rearrangements of one or two models; fewer models and classes, then simpler numbers. */
export const modelClasses: Instances<ModelClass> = {
  generate: drawModelClass,
  *simplify(instance) {
    const { models, rewards } = instance;
    const orbit = rearrangements(models[0]!);
    if (orbit.length < models.length) yield { models: orbit, rewards };
    for (const weights of simplerData(models[0]!)) yield { models: rearrangements(weights), rewards };
    for (let i = 0; i < models.length && models.length > 1; i++) yield { models: withoutEntry(models, i), rewards };
    for (let y = 0; y < rewards.length && rewards.length > 1; y++) {
      yield { models: models.map((weights) => withoutEntry(weights, y)), rewards: withoutEntry(rewards, y) };
    }
    yield* simplerData(instance);
  },
  accepts: (instance) => passes(() => requireModelClass(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireModelClass(instance);
    return instance;
  },
};
