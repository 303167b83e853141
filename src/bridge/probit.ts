import type { Algebra, Vector } from '../scalar/algebra.ts';
import { probitMean } from './probit-mean.ts';

/**
 * P(argmax_k (z_k + ε u_k) = y) for independent standard normal u_1, …, u_K: the multinomial-probit policy, whose exact
 * policy gradient the zeroth-order gradient of B-(17) is.
 *
 *     ∫ φ(s) Π_{k≠y} Φ(s + (z_y − z_k)/ε) ds, and Φ((z_1 − z_2)/(ε√2)) for K = 2
 *
 * @param logits z, one a class, at least two.
 * @param smoothing ε > 0.
 * @param action y, a class index from 0.
 * @throws RangeError for arguments outside their domain; Unavailable in the exact readings; Undecided when the reading
 *   is too coarse for the values met.
 */
export function winningProbability<S>(F: Algebra<S>, logits: Vector<S>, smoothing: S, action: number): S {
  const own = classLogit(logits, 'action', action);
  positiveSmoothing(F, smoothing);
  const others = logits.filter((_, k) => k !== action);
  return probitMean(
    F,
    others.map((z) => F.div(F.sub(z, own), smoothing)),
    1,
  );
}

/** The logit of a class, checked to be one of at least two. */
export function classLogit<S>(logits: Vector<S>, name: string, index: number): S {
  if (logits.length < 2) throw new RangeError(`logits has ${logits.length} classes; give at least two.`);
  const logit = logits[index];
  if (logit === undefined) {
    throw new RangeError(`${name} is ${index}; give a class from 0 to ${logits.length - 1}.`);
  }
  return logit;
}

/** Throws a RangeError unless ε > 0. */
export function positiveSmoothing<S>(F: Algebra<S>, smoothing: S): void {
  if (F.compare(smoothing, F.zero) <= 0) {
    throw new RangeError(`smoothing is ${F.approximate(smoothing)}; give a positive number.`);
  }
}
