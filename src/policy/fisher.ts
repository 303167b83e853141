import type { Algebra, Vector } from '../scalar/algebra.ts';
import { expectation, type LocalPolicy, type Score, score, scores } from './score.ts';

/** The Fisher information E_{y∼p}[s_y s_yᵀ], d × d by rows; (diag p − p pᵀ)/τ² for a table of logits. */
export function fisherInformation<S>(
  F: Algebra<S>,
  policy: LocalPolicy<S>,
  scoreOf: Score = score,
): readonly Vector<S>[] {
  const all = scores(F, policy, scoreOf);
  return all[0]!.map((_, j) =>
    expectation(
      F,
      policy.probabilities,
      all.map((s) => F.scale(s[j]!, s)),
    ),
  );
}

/**
 * The natural policy gradient of a table of logits, τ (r − E r): the Fisher information maps it to the policy
 * gradient, as it does for every shift of it by a constant.
 * Source: Kakade 2001, “A natural policy gradient”.
 */
export function naturalGradient<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>): Vector<S> {
  const { dot, mul, sub } = F;
  const mean = dot(policy.probabilities, rewards);
  return rewards.map((r) => mul(policy.temperature, sub(r, mean)));
}
