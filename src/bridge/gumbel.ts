import { type RandomStream, standardGumbel } from '../random/index.ts';
import type { Algebra, Vector } from '../scalar/algebra.ts';

/** A class with the probability p_y that it wins, its surprise −log p_y and its reward. */
export interface GumbelClass<S> {
  readonly probability: S;
  readonly surprise: S;
  readonly reward: S;
}

/**
 * E[G_k | the winner is y] for independent standard Gumbel G and the winner argmax(z/τ + G), which is y with the
 * softmax probability p_y: γ − log p_k when k wins, γ + p_k log p_k / (1 − p_k) when another class does.
 *
 * The height of the winner is independent of which class it is; the mean of all G_k is Euler's γ.
 */
export const gumbelMean = <S>(
  { add, div, mul, one, sub }: Algebra<S>,
  { probability, surprise }: GumbelClass<S>,
  euler: S,
  isWinner: boolean,
): S => (isWinner ? add(euler, surprise) : sub(euler, div(mul(probability, surprise), sub(one, probability))));

/**
 * E[R(argmax(z + τG)) (G_k − γ)] for every class k: π²/6 · τ times the zeroth-order gradient B-(11) with the Gumbel
 * direction u = (G − γ)√6/π of mean 0 and variance 1, at the smoothing ε = τπ/√6.
 *
 * @param classes at least two, their probabilities below 1 and of sum 1.
 */
export const gumbelMoments = <S>(F: Algebra<S>, classes: readonly GumbelClass<S>[], euler: S): Vector<S> =>
  classes.map((own, k) =>
    F.sum(
      classes.map(({ probability, reward }, y) =>
        F.mul(F.mul(probability, reward), F.sub(gumbelMean(F, own, euler, y === k), euler)),
      ),
    ),
  );

/**
 * The winner argmax(z + τG) for independent standard Gumbel G, in doubles: class y with the softmax probability
 * e^(z_y/τ) / Σ e^(z_k/τ), without a softmax. The first class wins a tie.
 * @throws RangeError when there is no logit, one is not finite, or the temperature is not positive.
 * Source: the Gumbel-max trick, Maddison, Tarlow and Minka, A* sampling (2014).
 */
export function gumbelAction(logits: readonly number[], temperature: number, stream: RandomStream): number {
  if (!(temperature > 0 && temperature < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`temperature is ${temperature}; give a positive finite number.`);
  }
  if (logits.length === 0) throw new RangeError('There are 0 logits; give at least one class.');
  let winner = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [y, logit] of logits.entries()) {
    if (!Number.isFinite(logit)) throw new RangeError(`logits[${y}] is ${logit}; give a finite number.`);
    const height = logit + temperature * standardGumbel(stream);
    if (height > highest) {
      winner = y;
      highest = height;
    }
  }
  return winner;
}
