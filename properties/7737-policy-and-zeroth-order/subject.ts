import { policyGradient } from '../../src/policy/gradient.ts';
import { type LocalPolicy, score } from '../../src/policy/score.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';

/** The parts of a policy gradient that an implementation under judgement may replace. */
export interface PolicyParts {
  /** ∇_θ log p_θ(y|x). B-(5). */
  score<S>(F: Algebra<S>, policy: LocalPolicy<S>, action: number): Vector<S>;
  /** ∇_θ Σ_y p_y r_y. B-(4). */
  gradient<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>): Vector<S>;
}

/** The policy gradient that goes with a score. */
export const withScore = (scoreOf: PolicyParts['score']): PolicyParts => ({
  score: scoreOf,
  gradient: (F, policy, rewards) => policyGradient(F, policy, rewards, scoreOf),
});

/** The reference implementation. */
export const reference: PolicyParts = withScore(score);
