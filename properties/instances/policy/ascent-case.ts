import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { orderKeepingRate } from '../../../src/policy/ascent.ts';
import { rearranged } from '../../../src/policy/rearrangement.ts';
import { type Exact, type ExactVector, ratio, sameExact, toRational } from '../../../src/scalar/exact.ts';
import { asExact, atMostExact, plusExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { compare } from '../../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../../src/scalar/rational-reading.ts';
import { isZero, passes } from '../well-formed.ts';
import { requirePolicyCase } from './policy-case.ts';
import { drawOrder } from './rearrangement-case.ts';

/** A table of logits by its weights exp(z/τ) > 0, the rewards, and the rate of one step of gradient ascent. */
export interface AscentCase {
  readonly weights: ExactVector;
  readonly rewards: ExactVector;
  readonly temperature: Exact;
  readonly rate: Exact;
}

const schema: z.ZodType<AscentCase> = z.strictObject({
  weights: exactVector,
  rewards: exactVector,
  temperature: exactNumber,
  rate: exactNumber,
});

function requireAscentCase(instance: AscentCase): void {
  requirePolicyCase(instance);
  if (isZero(instance.rate)) throw new RangeError('rate is 0; give η ≠ 0, or no step is taken.');
}

/** 8τ²/(max r − min r) as the package computes it; undefined where the rewards are equal, and every rate will do. */
const largestRate = (rewards: ExactVector, temperature: Exact): Exact | undefined =>
  rewards.every((r) => sameExact(r, rewards[0]!))
    ? undefined
    : asExact(orderKeepingRate(Q, Q.vector(rewards), Q.of(temperature)));

/** η (max r − min r) ≤ 8τ². */
export const isSmallRate = ({ rewards, temperature, rate }: AscentCase): boolean => {
  const most = largestRate(rewards, temperature);
  return most === undefined || atMostExact(rate, most);
};

const fromLargest = (x: Exact, y: Exact): number => compare(toRational(y), toRational(x));

/** Weights and rewards in the same order in three cases of five. */
function drawStart(draw: Draw): Pick<AscentCase, 'weights' | 'rewards'> {
  if (draw.chance(0.2)) {
    // Two classes of nearly the same probability and the lowest reward, a third with half of all: the hardest start.
    const more = plusExact(1, 2 ** -draw.integer(2, 12));
    const least = draw.integer(-3, 3);
    return { weights: [more, 1, plusExact(1, more)], rewards: [least, least, plusExact(least, draw.integer(1, 3))] };
  }
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const classes = draw.integer(2, 6);
  const weights = draw.list(classes, () => draw.positive(style, 8));
  const rewards = draw.list(classes, () => draw.real(style));
  if (draw.chance(0.25)) return { weights, rewards };
  const order = drawOrder(draw, classes);
  return {
    weights: rearranged(weights.sort(fromLargest), order),
    rewards: rearranged(rewards.sort(fromLargest), order),
  };
}

/** The largest rate that keeps the order in one case of three, otherwise a share of it. */
export function drawAscentCase(draw: Draw): AscentCase {
  const { weights, rewards } = drawStart(draw);
  const temperature = draw.chance(0.5) ? 1 : draw.positive('dyadic', 4);
  const share = draw.chance(1 / 3) ? 1 : ratio(draw.integer(1, 16), 16);
  return { weights, rewards, temperature, rate: timesExact(share, largestRate(rewards, temperature) ?? 1) };
}

/** Fewer classes, temperature 1, then simpler numbers. */
function* simplerAscentCases(instance: AscentCase): Generator<AscentCase> {
  const { weights, rewards } = instance;
  for (let y = 0; y < weights.length && weights.length > 2; y++) {
    yield { ...instance, weights: withoutEntry(weights, y), rewards: withoutEntry(rewards, y) };
  }
  if (instance.temperature !== 1) yield { ...instance, temperature: 1 };
  yield* simplerData(instance);
}

const ascentInstances = (generate: (draw: Draw) => AscentCase): Instances<AscentCase> => ({
  generate,
  simplify: simplerAscentCases,
  accepts: (instance) => passes(() => requireAscentCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireAscentCase(instance);
    return instance;
  },
});

/** Steps at rates that keep the order, from any logits. */
export const ascentCases = ascentInstances(drawAscentCase);

/** Steps from equal logits, at any positive rate. */
export const firstSteps = ascentInstances((draw) => {
  const drawn = drawAscentCase(draw);
  const weight = draw.positive('integer', 4);
  return { ...drawn, weights: drawn.weights.map(() => weight), rate: draw.positive('dyadic', 64) };
});
