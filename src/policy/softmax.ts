import type { Algebra, Scalars, Vector } from '../scalar/algebra.ts';

/**
 * Unnormalized softmax weights, the largest of them 1: exp((z_y − max z) / τ).
 *
 * Logits z of any finite size and a temperature τ > 0; the shift by max z keeps doubles from overflowing.
 * Source: the model softmax(f_θ(y|x)/τ) of article 7737.
 */
export function weights<S>({ div, exp, max, sub }: Scalars<S>, logits: Vector<S>, temperature: S): Vector<S> {
  const top = logits.reduce((a, b) => max(a, b));
  return logits.map((z) => exp(div(sub(z, top), temperature)));
}

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
  const { div, log, max, sub, sum } = F;
  const top = logits.reduce((a, b) => max(a, b));
  const normalizer = log(sum(weights(F, logits, temperature)));
  return logits.map((z) => sub(div(sub(z, top), temperature), normalizer));
}

/** The class of the largest entry, the lowest index among ties. */
export function argmax<S>({ compare }: Algebra<S>, values: Vector<S>): number {
  let best = 0;
  for (let y = 1; y < values.length; y++) if (compare(values[y]!, values[best]!) > 0) best = y;
  return best;
}
