import {
  type Baseline,
  coordinateBaselines,
  leaveOneOut,
  meanBaseline,
  optimalBaseline,
} from '../../../src/policy/baseline.ts';
import { estimateFromScores, policyGradient } from '../../../src/policy/gradient.ts';
import { type LocalPolicy, score } from '../../../src/policy/score.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';

/** The parts of a policy gradient and its estimate that an implementation under judgement may replace. */
export interface PolicyParts {
  /** ∇_θ log p_θ(y|x). B-(5). */
  score<S>(F: Algebra<S>, policy: LocalPolicy<S>, action: number): Vector<S>;
  /** ∇_θ Σ_y p_y r_y. B-(4). */
  gradient<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>): Vector<S>;
  /** (1/N) Σ_n (r(y⁽ⁿ⁾) − b_n) s_{y⁽ⁿ⁾}, from the scores of all classes. B-(5), B-(6). */
  estimate<S>(
    F: Algebra<S>,
    scores: readonly Vector<S>[],
    rewards: Vector<S>,
    actions: readonly number[],
    baseline: Baseline<S>,
  ): Vector<S>;
  /** The baseline of least variance. B-(9). */
  optimalBaseline<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>): S;
  /** The baselines of least variance, parameter by parameter. */
  coordinateBaselines<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>): Vector<S>;
  /** The simplified baseline. B-(10). */
  meanBaseline<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>): S;
  /** Each sample's baseline from the other samples. */
  leaveOneOut<S>(F: Algebra<S>): Baseline<S>;
}

/** The policy gradient that goes with a score. */
export const withScore = (scoreOf: PolicyParts['score']): PolicyParts => ({
  score: scoreOf,
  gradient: (F, policy, rewards) => policyGradient(F, policy, rewards, scoreOf),
  estimate: estimateFromScores,
  optimalBaseline: (F, policy, rewards) => optimalBaseline(F, policy, rewards, scoreOf),
  coordinateBaselines: (F, policy, rewards) => coordinateBaselines(F, policy, rewards, scoreOf),
  meanBaseline,
  leaveOneOut,
});

/** The reference implementation. */
export const reference: PolicyParts = withScore(score);
