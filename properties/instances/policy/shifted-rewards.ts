import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { passes, requireDimension } from '../well-formed.ts';
import { requirePolicyCase } from './policy-case.ts';

/** One pair (x_t, y_t): the weights of the policy, the logit gradients, the rewards, and what is added to each. */
export interface ShiftedExample {
  readonly weights: ExactVector;
  readonly features: readonly ExactVector[];
  readonly rewards: ExactVector;
  readonly shifts: ExactVector;
}

/** A data set whose rewards are shifted; all its examples share the parameters. */
export interface ShiftedRewards {
  readonly examples: readonly ShiftedExample[];
  readonly temperature: Exact;
}

const schema: z.ZodType<ShiftedRewards> = z.strictObject({
  examples: z
    .array(
      z.strictObject({
        weights: exactVector,
        features: z.array(exactVector).min(1).max(64),
        rewards: exactVector,
        shifts: exactVector,
      }),
    )
    .min(1)
    .max(64),
  temperature: exactNumber,
});

function requireShiftedRewards({ examples, temperature }: ShiftedRewards): void {
  if (examples.length === 0) throw new RangeError('examples is empty; give at least one.');
  const parameters = examples[0]!.features[0]!.length;
  for (const [t, { shifts, ...policy }] of examples.entries()) {
    requirePolicyCase({ ...policy, temperature });
    requireDimension(`features of examples[${t}]`, policy.features[0]!, parameters);
    if (shifts.length !== policy.weights.length) {
      throw new RangeError(`examples[${t}] has ${shifts.length} shifts for ${policy.weights.length} classes.`);
    }
  }
}

/** 1 to 4 examples of 2 to 4 classes each; one constant is added to all rewards of an example. */
function drawShiftedRewards(draw: Draw): ShiftedRewards {
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const parameters = draw.integer(1, 3);
  const examples = draw.list(draw.integer(1, 4), () => {
    const classes = draw.integer(2, 4);
    const shift = draw.real(style);
    return {
      weights: draw.list(classes, () => draw.positive(style, 4)),
      features: draw.list(classes, () => draw.list(parameters, () => draw.integer(-2, 2))),
      rewards: draw.list(classes, () => draw.real(style)),
      shifts: draw.list(classes, () => shift),
    };
  });
  return { examples, temperature: draw.chance(0.5) ? 1 : draw.positive(style, 4) };
}

/** Fewer examples, parameters and classes, no shift, then simpler numbers. */
function* simplerShiftedRewards(instance: ShiftedRewards): Generator<ShiftedRewards> {
  const { examples } = instance;
  for (let t = 0; t < examples.length && examples.length > 1; t++) {
    yield { ...instance, examples: withoutEntry(examples, t) };
  }
  for (let j = 0; j < examples[0]!.features[0]!.length && examples[0]!.features[0]!.length > 1; j++) {
    const narrower = examples.map((example) => ({
      ...example,
      features: example.features.map((feature) => withoutEntry(feature, j)),
    }));
    yield { ...instance, examples: narrower };
  }
  for (const [t, { weights, features, rewards, shifts }] of examples.entries()) {
    for (let y = 0; y < weights.length && weights.length > 2; y++) {
      const fewer = {
        weights: withoutEntry(weights, y),
        features: withoutEntry(features, y),
        rewards: withoutEntry(rewards, y),
        shifts: withoutEntry(shifts, y),
      };
      yield { ...instance, examples: withEntry(examples, t, fewer) };
    }
    for (const shift of [0, 1]) {
      if (shifts.every((c) => c === shift || c === 0)) continue;
      const example = { weights, features, rewards, shifts: shifts.map(() => shift) };
      yield { ...instance, examples: withEntry(examples, t, example) };
    }
  }
  if (instance.temperature !== 1) yield { ...instance, temperature: 1 };
  yield* simplerData(instance);
}

/** Data sets with one shift an example. */
export const shiftedRewards: Instances<ShiftedRewards> = {
  generate: drawShiftedRewards,
  simplify: simplerShiftedRewards,
  accepts: (instance) => passes(() => requireShiftedRewards(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireShiftedRewards(instance);
    return instance;
  },
};
