import type { Algebra, Vector } from '../scalar/algebra.ts';
import { softmax } from './softmax.ts';

/** The gradient of Σ_y p_y r_y by a table of logits: p∘(r − r̄)/τ, where r̄ = p · r. One coordinate a class. */
export function logitGradient<S>(
  { div, dot, mul, sub }: Algebra<S>,
  probabilities: Vector<S>,
  rewards: Vector<S>,
  temperature: S,
): Vector<S> {
  const mean = dot(probabilities, rewards);
  return probabilities.map((p, y) => div(mul(p, sub(rewards[y]!, mean)), temperature));
}

/**
 * One step of gradient ascent on objective B-(2) for a table of logits: z + η p∘(r − r̄)/τ with p = softmax(z/τ).
 *
 * @throws RangeError when τ is not positive, or there is not one reward a logit.
 */
export function ascentStep<S>(
  F: Algebra<S>,
  logits: Vector<S>,
  rewards: Vector<S>,
  { rate, temperature }: { readonly rate: S; readonly temperature: S },
): Vector<S> {
  if (rewards.length !== logits.length) {
    throw new RangeError(`There are ${rewards.length} rewards for ${logits.length} logits; give one a class.`);
  }
  return F.axpy(rate, logitGradient(F, softmax(F, logits, temperature), rewards, temperature), logits);
}

/**
 * The largest rate of {@link ascentStep} that never puts two classes out of the order of their rewards, whatever the
 * logits: 8τ²/(max r − min r).
 *
 * @throws RangeError when τ is not positive, there are no rewards, or all are equal: then no rate changes anything.
 */
export function orderKeepingRate<S>(F: Algebra<S>, rewards: Vector<S>, temperature: S): S {
  if (rewards.length === 0) throw new RangeError('rewards is empty; give one a class.');
  if (F.compare(temperature, F.zero) <= 0) {
    throw new RangeError(`temperature is ${F.approximate(temperature)}; give τ > 0.`);
  }
  const range = rewardRange(F, rewards);
  if (F.compare(range, F.zero) === 0) throw new RangeError('The rewards are all equal; give at least two values.');
  return F.div(F.mul(F.of(8), F.square(temperature)), range);
}

/** max r − min r. */
export const rewardRange = <S>({ max, min, sub }: Algebra<S>, rewards: Vector<S>): S =>
  sub(
    rewards.reduce((a, b) => max(a, b)),
    rewards.reduce((a, b) => min(a, b)),
  );
