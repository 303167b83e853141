import { type LocalPolicy, score } from '../policy/score.ts';
import type { Algebra, Vector } from '../scalar/algebra.ts';

/**
 * The first-order change of the class probabilities: p_θ(y|x) + h · ∇_θ p_θ(y|x), with h = εu and ∇p_y = p_y s_y.
 *
 * The step h has one coordinate a parameter. The K values sum to 1, but may leave [0, 1]. Source: the Taylor step
 * before B-(23).
 */
export const taylorStep = <S>(F: Algebra<S>, policy: LocalPolicy<S>, step: Vector<S>): Vector<S> =>
  policy.probabilities.map((p, y) => F.add(p, F.mul(p, F.dot(step, score(F, policy, y)))));
