import type { Algebra, Vector } from '../scalar/algebra.ts';
import { type LocalPolicy, requireOneAClass, type Score, score, scores } from './score.ts';

/**
 * The baseline of each of N samples, from their rewards and their actions. B-(6) allows those that do not look at
 * their own sample: {@link constantBaseline} and {@link leaveOneOut}.
 */
export type Baseline<S> = (sampledRewards: Vector<S>, actions: readonly number[]) => Vector<S>;

/** The same b for every sample. It may depend on x, y_t and θ, but not on what was sampled. Source: B-(6). */
export const constantBaseline =
  <S>(b: S): Baseline<S> =>
  (sampledRewards) =>
    sampledRewards.map(() => b);

/**
 * The baseline of least variance, b* = E[r ‖s‖²] / E[‖s‖²]: the mean of the rewards, weighted by the squared scores.
 * Source: B-(9).
 * @throws RangeError when every score is 0, because then every baseline is as good, or there is not one reward a class.
 */
export function optimalBaseline<S>(
  F: Algebra<S>,
  policy: LocalPolicy<S>,
  rewards: Vector<S>,
  scoreOf: Score = score,
): S {
  const { dot, div, mul, sign, squaredNorm } = F;
  requireOneAClass('rewards', rewards, policy.probabilities.length);
  const squares = scores(F, policy, scoreOf).map(squaredNorm);
  const total = dot(policy.probabilities, squares);
  if (sign(total) === 0) {
    throw new RangeError('The scores are all 0, so no baseline is better than another; give logits that depend on θ.');
  }
  const weighted = squares.map((square, y) => mul(square, rewards[y]!));
  return div(dot(policy.probabilities, weighted), total);
}

/** The simplified baseline E_{y∼p}[r], the expected reward. Source: B-(10). */
export const meanBaseline = <S>({ dot }: Algebra<S>, { probabilities }: LocalPolicy<S>, rewards: Vector<S>): S =>
  dot(probabilities, rewards);

/** (1/N) Σ_n r⁽ⁿ⁾. */
const mean = <S>({ div, of, sum }: Algebra<S>, rewards: Vector<S>): S => div(sum(rewards), of(rewards.length));

/**
 * The mean reward of all N samples, each sample's own reward included, which is how B-(10) is estimated in the text
 * after it. The estimate is no longer unbiased: its expectation is 1 − 1/N times the gradient.
 */
export const ownSampleMean =
  <S>(F: Algebra<S>): Baseline<S> =>
  (sampledRewards) =>
    sampledRewards.map(() => mean(F, sampledRewards));

/**
 * Of each sample, the mean reward of the N − 1 others, N ≥ 2. Unbiased.
 * Source: Kool, van Hoof and Welling 2019, “Buy 4 REINFORCE samples, get a baseline for free!”
 * @throws RangeError when there is one sample only.
 */
export const leaveOneOut =
  <S>(F: Algebra<S>): Baseline<S> =>
  (sampledRewards) => {
    if (sampledRewards.length < 2) {
      throw new RangeError(`There are ${sampledRewards.length} samples; give at least 2, so that one can be left out.`);
    }
    const { div, of, sub, sum } = F;
    const total = sum(sampledRewards);
    return sampledRewards.map((r) => div(sub(total, r), of(sampledRewards.length - 1)));
  };

/**
 * The baseline of least variance for each parameter alone, E[r s_k²] / E[s_k²]: d numbers. Where s_k is always 0 no
 * baseline matters, and 0 is given.
 * @throws RangeError when there is not one reward a class.
 */
export function coordinateBaselines<S>(
  F: Algebra<S>,
  policy: LocalPolicy<S>,
  rewards: Vector<S>,
  scoreOf: Score = score,
): Vector<S> {
  const { compare, div, dot, mul, square, zero } = F;
  requireOneAClass('rewards', rewards, policy.probabilities.length);
  const all = scores(F, policy, scoreOf);
  return all[0]!.map((_, k) => {
    const squares = all.map((s) => square(s[k]!));
    const total = dot(policy.probabilities, squares);
    if (compare(total, zero) === 0) return zero;
    const weighted = squares.map((s, y) => mul(s, rewards[y]!));
    return div(dot(policy.probabilities, weighted), total);
  });
}

/**
 * The rewards of N samples standardized, (r⁽ⁿ⁾ − mean) / deviation with the deviation over N, as group-relative policy
 * optimization takes them in place of r − b; zeros when all rewards are equal.
 * Source: Shao et al. 2024, “DeepSeekMath”.
 */
export function standardizedRewards<S>(F: Algebra<S>, sampledRewards: Vector<S>): Vector<S> {
  const { compare, div, of, scale, sqrt, squaredNorm, sub, zero } = F;
  const center = mean(F, sampledRewards);
  const centered = sampledRewards.map((r) => sub(r, center));
  const variance = div(squaredNorm(centered), of(sampledRewards.length));
  if (compare(variance, zero) === 0) return sampledRewards.map(() => zero);
  return scale(div(F.one, sqrt(variance)), centered);
}
