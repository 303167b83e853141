import type { Algebra, Vector } from '../scalar/algebra.ts';

/**
 * What a gradient sees of a softmax policy p_θ(y|x) = softmax(f_θ(y|x)/τ) at one θ and x: the probabilities of the K
 * classes, the K gradients ∇_θ f_θ(y|x) of the logits (d coordinates each), and the temperature τ > 0.
 *
 * Any differentiable model gives one. For a table of logits, θ = z, the gradients are the unit vectors; for logits
 * linear in features, f_θ(y|x) = θ · φ(x, y), they are the features.
 */
export interface LocalPolicy<S> {
  readonly probabilities: Vector<S>;
  readonly logitGradients: readonly Vector<S>[];
  readonly temperature: S;
}

/** ∇_θ log p_θ(y|x) at a local policy; the reference is {@link score}. */
export type Score = <S>(F: Algebra<S>, policy: LocalPolicy<S>, action: number) => Vector<S>;

/** Throws a RangeError unless the list has one entry a class. */
export function requireOneAClass(name: string, list: readonly unknown[], classes: number): void {
  if (list.length === classes) return;
  throw new RangeError(`There are ${list.length} ${name} for ${classes} classes; give one a class.`);
}

/** The entry of a class, by its index from 0; throws a RangeError when there is no such class. */
export function ofClass<T>(list: readonly T[], action: number): T {
  const entry = list[action];
  if (entry !== undefined) return entry;
  throw new RangeError(`action is ${action} of ${list.length} classes; give an index from 0 to ${list.length - 1}.`);
}

/**
 * Σ_y p_y v_y.
 * @throws RangeError when there is no vector, or not one a probability.
 */
export function expectation<S>(
  { axpy, scale }: Algebra<S>,
  probabilities: Vector<S>,
  values: readonly Vector<S>[],
): Vector<S> {
  requireOneAClass('probabilities', probabilities, values.length);
  const [first, ...rest] = values.map((v, y) => [probabilities[y]!, v] as const);
  if (first === undefined) throw new RangeError('values is empty; give one vector a class.');
  return rest.reduce((total, [p, v]) => axpy(p, v, total), scale(...first));
}

/**
 * The score function s_y = ∇_θ log p_θ(y|x) = (∇f_y − Σ_k p_k ∇f_k) / τ, which is (e_y − p)/τ for a table of logits.
 * A vector of d coordinates. Source: B-(5).
 * @throws RangeError when there is no such action, or not one logit gradient a class.
 */
export function score<S>(F: Algebra<S>, policy: LocalPolicy<S>, action: number): Vector<S> {
  const { probabilities, logitGradients, temperature } = policy;
  requireOneAClass('logit gradients', logitGradients, probabilities.length);
  const mean = expectation(F, probabilities, logitGradients);
  return F.scale(F.div(F.one, temperature), F.minus(ofClass(logitGradients, action), mean));
}

/** The scores s_1 … s_K of all classes. */
export const scores = <S>(F: Algebra<S>, policy: LocalPolicy<S>, scoreOf: Score = score): readonly Vector<S>[] =>
  policy.probabilities.map((_, y) => scoreOf(F, policy, y));

/** The unit vectors e_1 … e_K: the logit gradients of a table of logits. */
export const tableGradients = <S>({ one, zero }: Algebra<S>, classes: number): readonly Vector<S>[] =>
  Array.from({ length: classes }, (_, y) => Array.from({ length: classes }, (_, k) => (k === y ? one : zero)));
