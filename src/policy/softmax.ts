import type { Algebra, Scalars, Vector } from '../scalar/algebra.ts';

/**
 * The exponents of the softmax weights, the largest of them 0: (z_y − max z) / τ.
 *
 * @throws RangeError when there is no logit, or τ is not positive.
 */
function exponents<S>({ div, max, sign, sub }: Scalars<S>, logits: Vector<S>, temperature: S): Vector<S> {
  if (logits.length === 0) throw new RangeError('logits is empty; give one logit a class.');
  const isPositive = sign(temperature);
  if (isPositive !== undefined && isPositive <= 0) {
    throw new RangeError('temperature is not positive; give τ > 0.');
  }
  const top = logits.reduce((a, b) => max(a, b));
  return logits.map((z) => div(sub(z, top), temperature));
}

/**
 * Unnormalized softmax weights, the largest of them 1: exp((z_y − max z) / τ).
 *
 * Logits z of any finite size and a temperature τ > 0; the shift by max z keeps doubles from overflowing.
 * Source: the model softmax(f_θ(y|x)/τ) of article 7737.
 *
 * @throws RangeError when there is no logit, or τ is not positive.
 */
export const weights = <S>(F: Scalars<S>, logits: Vector<S>, temperature: S): Vector<S> =>
  exponents(F, logits, temperature).map((x) => F.exp(x));

/**
 * Class probabilities from positive weights: p_y = a_y / Σ a.
 *
 * Exact laws enter here, with the weights a = exp(z/τ) as rational inputs.
 */
export function normalize<S>({ div, sum }: Scalars<S>, weights: Vector<S>): Vector<S> {
  const total = sum(weights);
  return weights.map((a) => div(a, total));
}

/** softmax(z/τ): the policy p_θ(y|x) at logits z = f_θ(·|x). Temperature τ > 0. */
export const softmax = <S>(F: Scalars<S>, logits: Vector<S>, temperature: S): Vector<S> =>
  normalize(F, weights(F, logits, temperature));

/** log softmax(z/τ) without a quotient: (z_y − max z)/τ − log Σ exp((z − max z)/τ). Temperature τ > 0. */
export function logSoftmax<S>(F: Scalars<S>, logits: Vector<S>, temperature: S): Vector<S> {
  const shifted = exponents(F, logits, temperature);
  const normalizer = F.log(F.sum(shifted.map((x) => F.exp(x))));
  return shifted.map((x) => F.sub(x, normalizer));
}

/** The class of the largest entry, the lowest index among ties. Throws a RangeError when there are no entries. */
export function argmax<S>({ compare }: Algebra<S>, values: Vector<S>): number {
  if (values.length === 0) throw new RangeError('values is empty; give at least one class.');
  let best = 0;
  for (let y = 1; y < values.length; y++) if (compare(values[y]!, values[best]!) > 0) best = y;
  return best;
}
