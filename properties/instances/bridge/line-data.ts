import { z } from 'zod';
import { lineGradient, lineRegions } from '../../../src/bridge/line-regions.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { policyGradient } from '../../../src/policy/gradient.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { plainData } from '../plain-data.ts';
import { wholePower } from '../policy/temperature-case.ts';

/** So many examples with the same x and y_t: the logits are slope_y θ, with whole-number slopes. */
interface LineExample {
  readonly count: number;
  readonly slopes: readonly number[];
  readonly rewards: ExactVector;
}

/** A data set with one parameter θ = ln(base), at temperature 1, so that all its probabilities are rational. */
export interface LineData {
  readonly examples: readonly LineExample[];
  readonly base: Exact;
  readonly smoothing: Exact;
}

const schema: z.ZodType<LineData> = z.strictObject({
  examples: z
    .array(
      z.strictObject({
        count: z.int().min(1).max(100),
        slopes: z.array(z.int().min(-8).max(8)).min(2).max(8),
        rewards: exactVector,
      }),
    )
    .min(1)
    .max(8),
  base: exactNumber,
  smoothing: exactNumber,
});

/** Reward 1 and −3/4 for the first of two classes, in two examples with features 1 and 2. */
const twoExamples: LineData['examples'] = [
  { count: 1, slopes: [1, 0], rewards: [1, 0] },
  { count: 1, slopes: [2, 0], rewards: [-0.75, 0] },
];

/** Accuracy: four examples with feature 1 and the first label, three with feature 2 and the second label. */
const accuracyExamples: LineData['examples'] = [
  { count: 4, slopes: [1, 0], rewards: [1, 0] },
  { count: 3, slopes: [2, 0], rewards: [0, 1] },
];

/** Logits −θ, 0 and θ with rewards 0, 3 and 1: the class with the best reward is never the argmax. */
const threeClasses: LineData['examples'] = [{ count: 1, slopes: [-1, 0, 1], rewards: [0, 3, 1] }];

/** The three data sets at θ = ln 2 whose two gradients are opposite. */
export const OPPOSITE = { twoExamples, accuracyExamples, threeClasses } as const;

export const lineData = plainData<LineData>({
  schema,
  generate: (draw) => ({
    examples: draw.pick(Object.values(OPPOSITE)),
    base: 2,
    smoothing: draw.chance(0.3)
      ? draw.integer(1, 15) / 32
      : draw.positive(draw.pick(['dyadic', 'fraction'] as const), 8),
  }),
  require: ({ examples, base, smoothing }) => {
    positive('base', base);
    positive('smoothing', smoothing);
    for (const { slopes, rewards } of examples) {
      if (slopes.length !== rewards.length) {
        throw new RangeError(`There are ${rewards.length} rewards for ${slopes.length} classes; give one a class.`);
      }
    }
  },
  fixed: ['examples', 'base'],
});

/** The policy gradient of B-(4), summed over the examples. */
export const policySum = <S>(F: Algebra<S>, { examples, base }: LineData): S =>
  F.sum(
    examples.map(({ count, slopes, rewards }) => {
      const policy = {
        probabilities: normalize(
          F,
          slopes.map((slope) => wholePower(F, F.of(base), slope)),
        ),
        logitGradients: slopes.map((slope) => [F.of(slope)]),
        temperature: F.one,
      };
      return F.mul(F.of(count), policyGradient(F, policy, F.vector(rewards))[0]!);
    }),
  );

/** The zeroth-order gradient B-(17) of the hard reward for u ~ N(0, 1), summed over the examples. */
export const zerothOrderSum = <S>(F: Algebra<S>, { examples, base, smoothing }: LineData): S =>
  F.sum(
    examples.map(({ count, slopes, rewards }) => {
      const regions = lineRegions(F, { slopes: slopes.map((slope) => F.of(slope)), offsets: slopes.map(() => F.zero) });
      const gradient = lineGradient(F, regions, F.vector(rewards), F.log(F.of(base)), F.of(smoothing));
      return F.mul(F.of(count), gradient);
    }),
  );
