import type { Algebra, Vector } from '../scalar/algebra.ts';
import { expectation, type LocalPolicy, score } from './score.ts';

/** ∇_θ log p_θ(y|x) at a local policy; the reference is {@link score}. */
export type Score = <S>(F: Algebra<S>, policy: LocalPolicy<S>, action: number) => Vector<S>;

/** The objective of B-(2) at one x: Σ_y p_y r_y, the expected reward. */
export const expectedReward = <S>({ dot }: Algebra<S>, probabilities: Vector<S>, rewards: Vector<S>): S =>
  dot(probabilities, rewards);

/**
 * The policy gradient by the score function: ∇_θ Σ_y p_y r_y = Σ_y p_y r_y s_y, summed over all K classes.
 * Rewards r_y = r(y_t, y), one a class. Source: B-(4), B-(5).
 */
export function policyGradient<S>(
  F: Algebra<S>,
  policy: LocalPolicy<S>,
  rewards: Vector<S>,
  scoreOf: Score = score,
): Vector<S> {
  const { probabilities } = policy;
  return expectation(
    F,
    probabilities,
    probabilities.map((_, y) => F.scale(rewards[y]!, scoreOf(F, policy, y))),
  );
}

/**
 * The estimate of the policy gradient from N sampled actions: (1/N) Σ_n (r(y⁽ⁿ⁾) − b) s_{y⁽ⁿ⁾}.
 * Actions are class indices from 0, drawn from the policy by the caller; the baseline b must not depend on them.
 * Source: B-(5), with a baseline B-(6).
 */
export function gradientEstimate<S>(
  F: Algebra<S>,
  policy: LocalPolicy<S>,
  rewards: Vector<S>,
  actions: readonly number[],
  baseline: S = F.zero,
  scoreOf: Score = score,
): Vector<S> {
  if (actions.length === 0) throw new RangeError('actions is empty; give at least one sampled class.');
  const share = F.div(F.one, F.of(actions.length));
  const parts = actions.map((y) => F.scale(F.sub(rewards[y]!, baseline), scoreOf(F, policy, y)));
  return expectation(
    F,
    parts.map(() => share),
    parts,
  );
}
