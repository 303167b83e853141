import { type Baseline, constantBaseline } from '../../../src/policy/baseline.ts';
import { estimatorMoments, type Moments } from '../../../src/policy/estimator-moments.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { type LocalPolicy, scores } from '../../../src/policy/score.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type Dual, type DualReading, dual } from '../../../src/scalar/dual.ts';
import {
  localPolicy,
  type PolicyCase,
  parametersOf,
  probabilitiesAfter,
  weightsAfter,
} from '../../instances/policy/policy-case.ts';
import type { SampledCase } from '../../instances/policy/sampled-case.ts';
import type { PolicyParts } from './subject.ts';

/** A sampled case in one reading: its policy with all scores, and the moments of its estimate under any baseline. */
export interface SampledReading<S> {
  readonly policy: LocalPolicy<S>;
  readonly rewards: Vector<S>;
  /** The instance's own baseline. */
  readonly baseline: Baseline<S>;
  readonly scores: readonly Vector<S>[];
  /** ‖s_y‖² of every class. */
  readonly squaredScores: Vector<S>;
  /** E ‖s‖². */
  readonly meanSquaredScore: S;
  /** What the estimate is of N given actions. */
  estimate(actions: readonly number[], baseline: Baseline<S>): Vector<S>;
  /** The moments of the estimate from the instance's N samples. */
  moments(baseline: Baseline<S>): Moments<S>;
}

export function readSampled<S>(F: Algebra<S>, instance: SampledCase, use: PolicyParts): SampledReading<S> {
  const policy = policyOf(F, instance);
  const rewards = F.vector(instance.rewards);
  const all = instance.unnormalized === true ? unnormalizedScores(F, policy) : scores(F, policy, use.score);
  const squaredScores = all.map(F.squaredNorm);
  const chances = instance.sampler === undefined ? policy.probabilities : normalize(F, F.vector(instance.sampler));
  const estimate = (actions: readonly number[], baseline: Baseline<S>): Vector<S> =>
    use.estimate(F, all, rewards, actions, baseline);
  const perAction = instance.perAction === undefined ? undefined : F.vector(instance.perAction);
  return {
    policy,
    rewards,
    baseline:
      perAction === undefined
        ? constantBaseline(F.of(instance.baseline))
        : (_rewards, actions) => actions.map((y) => perAction[y]!),
    scores: all,
    squaredScores,
    meanSquaredScore: F.dot(policy.probabilities, squaredScores),
    estimate,
    moments: (baseline) => estimatorMoments(F, chances, instance.samples, (actions) => estimate(actions, baseline)),
  };
}

function policyOf<S>(F: Algebra<S>, instance: SampledCase): LocalPolicy<S> {
  const policy = localPolicy(F, instance);
  return instance.unnormalized === true ? { ...policy, probabilities: F.vector(instance.weights) } : policy;
}

/** ∇ log a_y = ∇f_y/τ for weights that are not divided by their sum. */
const unnormalizedScores = <S>(F: Algebra<S>, { logitGradients, temperature }: LocalPolicy<S>): readonly Vector<S>[] =>
  logitGradients.map((gradient) => F.scale(F.div(F.one, temperature), gradient));

/** The class probabilities as functions of the parameters, to be differentiated at the case's own. */
export interface Differentiable<S> {
  readonly D: DualReading<S>;
  readonly probabilities: Vector<Dual<S>>;
  /** The gradient by the parameters. */
  gradient(value: Dual<S>): Vector<S>;
}

export function differentiable<S>(
  F: Algebra<S>,
  instance: PolicyCase & { readonly unnormalized?: true },
): Differentiable<S> {
  const D = dual(F);
  const step = D.variables(Array.from({ length: parametersOf(instance) }, () => F.zero));
  const after = instance.unnormalized === true ? weightsAfter : probabilitiesAfter;
  return { D, probabilities: after(D, instance, step), gradient: (value) => D.gradient(value, step.length) };
}

/** ∇ Σ_y p_y r_y, by differentiating it. */
export function objectiveGradient<S>(F: Algebra<S>, instance: SampledCase): Vector<S> {
  const { D, probabilities, gradient } = differentiable(F, instance);
  return gradient(expectedReward(D, probabilities, D.vector(instance.rewards)));
}

/** Σ_y p_y u_y v_y − Σ_y p_y u_y Σ_y p_y v_y. */
export function covariance<S>(F: Algebra<S>, probabilities: Vector<S>, u: Vector<S>, v: Vector<S>): S {
  const { dot, mul, sub } = F;
  const [meanU, meanV] = [dot(probabilities, u), dot(probabilities, v)];
  return dot(
    probabilities,
    u.map((x, y) => mul(sub(x, meanU), sub(v[y]!, meanV))),
  );
}
