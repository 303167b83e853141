import type { RandomStream } from './stream.ts';

/** The number of equally likely 32-bit draws. */
export const DRAWS = 2 ** 32;

/**
 * A class y with probability exactly weights[y] / 2³², by one 32-bit draw: the class whose weights hold the draw when
 * they are laid end to end.
 * @throws RangeError when a weight is not a whole number ≥ 0, or they do not sum to 2³².
 */
export function categorical(weights: readonly number[], stream: RandomStream): number {
  let total = 0;
  for (const [y, weight] of weights.entries()) {
    if (!(Number.isSafeInteger(weight) && weight >= 0)) {
      throw new RangeError(`weights[${y}] is ${weight}; give a whole number, the probability times 2^32.`);
    }
    total += weight;
  }
  if (total !== DRAWS) throw new RangeError(`weights sum to ${total}; give whole numbers that sum to 2^32 = ${DRAWS}.`);
  let left = stream.bits32();
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}

/**
 * A class y with probability probabilities[y] / Σ probabilities, to within rounding: the first whose cumulative sum
 * exceeds a uniform share of the total. Any positive total will do, so that rounded probabilities need no tolerance; a
 * class of probability 0 is never drawn.
 * @throws RangeError when a probability is negative or not finite, or none is positive.
 */
export function drawAction(probabilities: readonly number[], stream: RandomStream): number {
  let total = 0;
  let last = -1;
  for (const [y, probability] of probabilities.entries()) {
    if (!(probability >= 0 && probability < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`probabilities[${y}] is ${probability}; give a finite number that is not negative.`);
    }
    total += probability;
    if (probability > 0) last = y;
  }
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`probabilities sum to ${total}; give a positive finite sum.`);
  }
  const share = stream.uniform() * total;
  let reached = 0;
  const drawn = probabilities.findIndex((probability) => {
    reached += probability;
    return share < reached;
  });
  return drawn < 0 ? last : drawn; // only when the share rounds up to the total
}
