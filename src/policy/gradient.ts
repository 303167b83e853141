import type { Algebra, Vector } from '../scalar/algebra.ts';
import { type Baseline, constantBaseline } from './baseline.ts';
import { expectation, type LocalPolicy, ofClass, requireOneAClass, type Score, score, scores } from './score.ts';

/** The objective of B-(2) at one x: Σ_y p_y r_y, the expected reward. */
export const expectedReward = <S>({ dot }: Algebra<S>, probabilities: Vector<S>, rewards: Vector<S>): S =>
  dot(probabilities, rewards);

/**
 * The policy gradient by the score function: ∇_θ Σ_y p_y r_y = Σ_y p_y r_y s_y, summed over all K classes.
 * Rewards r_y = r(y_t, y), one a class. Source: B-(4), B-(5).
 * @throws RangeError when there is not one reward a class.
 */
export function policyGradient<S>(
  F: Algebra<S>,
  policy: LocalPolicy<S>,
  rewards: Vector<S>,
  scoreOf: Score = score,
): Vector<S> {
  const { probabilities } = policy;
  requireOneAClass('rewards', rewards, probabilities.length);
  return expectation(
    F,
    probabilities,
    scores(F, policy, scoreOf).map((s, y) => F.scale(rewards[y]!, s)),
  );
}

/**
 * The estimate of the policy gradient from N sampled actions: (1/N) Σ_n (r(y⁽ⁿ⁾) − b_n) s_{y⁽ⁿ⁾}.
 * Actions are class indices from 0, drawn from the policy by the caller; without a baseline, b = 0.
 * Source: B-(5), with a baseline B-(6).
 * @throws RangeError when there is no action, one of no class, or not one reward a class.
 */
export function gradientEstimate<S>(
  F: Algebra<S>,
  policy: LocalPolicy<S>,
  rewards: Vector<S>,
  actions: readonly number[],
  baseline: Baseline<S> = constantBaseline(F.zero),
  scoreOf: Score = score,
): Vector<S> {
  return estimateFromScores(F, scores(F, policy, scoreOf), rewards, actions, baseline);
}

/** {@link gradientEstimate} where the scores of all K classes are at hand. */
export function estimateFromScores<S>(
  F: Algebra<S>,
  scoresOfClasses: readonly Vector<S>[],
  rewards: Vector<S>,
  actions: readonly number[],
  baseline: Baseline<S> = constantBaseline(F.zero),
): Vector<S> {
  const { div, of, sub } = F;
  if (actions.length === 0) throw new RangeError('actions is empty; give at least one sampled class.');
  requireOneAClass('rewards', rewards, scoresOfClasses.length);
  const sampledRewards = actions.map((y) => ofClass(rewards, y));
  const baselines = baseline(sampledRewards, actions);
  if (baselines.length !== actions.length) {
    throw new RangeError(`baseline gave ${baselines.length} numbers for ${actions.length} samples; return one each.`);
  }
  return expectation(
    F,
    sampledRewards.map((r, n) => div(sub(r, baselines[n]!), of(actions.length))),
    actions.map((y) => scoresOfClasses[y]!),
  );
}
