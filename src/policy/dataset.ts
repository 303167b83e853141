import type { Algebra, Vector } from '../scalar/algebra.ts';
import { whole } from '../scalar/validate.ts';
import { expectedReward, policyGradient } from './gradient.ts';
import { expectation, type LocalPolicy, requireOneAClass, type Score, score } from './score.ts';
import { normalize, weights } from './softmax.ts';

/**
 * One pair (x_t, y_t) of a data set for a policy linear in features: φ(x_t, y), d coordinates, and the reward r(y_t, y)
 * of each of the K classes y. The classes may differ from pair to pair, in kind and in number.
 */
export interface Example<S> {
  readonly features: readonly Vector<S>[];
  readonly rewards: Vector<S>;
  /** Positive weights that the policy starts from, p_y ∝ base_y exp(θ · φ_y / τ): a fixed logit. Default 1. */
  readonly base?: Vector<S>;
}

/**
 * The features under which θ is one table of logits for each of several inputs: class y of input t has coordinate
 * t K + y alone. K unit vectors of d = inputs · K coordinates.
 * @throws RangeError when there is no such input, or not a whole number of inputs or classes.
 */
export function tableFeatures<S>(
  { one, zero }: Algebra<S>,
  { input, inputs, classes }: { readonly input: number; readonly inputs: number; readonly classes: number },
): readonly Vector<S>[] {
  whole('inputs', inputs);
  whole('classes', classes);
  if (!(Number.isSafeInteger(input) && input >= 0 && input < inputs)) {
    throw new RangeError(`input is ${input}; give an index from 0 to ${inputs - 1}.`);
  }
  return Array.from({ length: classes }, (_, y) =>
    Array.from({ length: inputs * classes }, (_, j) => (j === input * classes + y ? one : zero)),
  );
}

/**
 * The policy p_θ(·|x_t) = softmax(θ · φ(x_t, ·)/τ) at one example. Temperature τ > 0.
 * @throws RangeError when τ is not positive, there is no class, or not one base weight a class.
 */
export function linearPolicy<S>(
  F: Algebra<S>,
  theta: Vector<S>,
  { features, base }: Example<S>,
  temperature: S,
): LocalPolicy<S> {
  if (base !== undefined) requireOneAClass('base weights', base, features.length);
  const tilts = weights(
    F,
    features.map((feature) => F.dot(theta, feature)),
    temperature,
  );
  return {
    probabilities: normalize(F, base === undefined ? tilts : tilts.map((tilt, y) => F.mul(base[y]!, tilt))),
    logitGradients: features,
    temperature,
  };
}

/**
 * The policy objective over a data set of T examples: S(θ) = (1/T) Σ_t Σ_y p_θ(y|x_t) r(y_t, y).
 * Source: B-(2).
 * @throws RangeError when there is no example.
 */
export function policyObjective<S>(
  F: Algebra<S>,
  theta: Vector<S>,
  examples: readonly Example<S>[],
  temperature: S,
): S {
  const values = examples.map((example) =>
    expectedReward(F, linearPolicy(F, theta, example, temperature).probabilities, example.rewards),
  );
  return F.dot(evenly(F, examples.length), values);
}

/**
 * The gradient of {@link policyObjective}: (1/T) Σ_t Σ_y p_θ(y|x_t) r(y_t, y) s_y. A vector of d coordinates.
 * Source: B-(4), B-(5).
 * @throws RangeError when there is no example.
 */
export function policyObjectiveGradient<S>(
  F: Algebra<S>,
  theta: Vector<S>,
  examples: readonly Example<S>[],
  temperature: S,
  scoreOf: Score = score,
): Vector<S> {
  const gradients = examples.map((example) =>
    policyGradient(F, linearPolicy(F, theta, example, temperature), example.rewards, scoreOf),
  );
  return expectation(F, evenly(F, examples.length), gradients);
}

/** T times 1/T. Throws a RangeError when T is not a whole number from 1 on. */
export function evenly<S>({ div, of, one }: Algebra<S>, count: number): Vector<S> {
  whole('count', count, 'the number of examples');
  const share = div(one, of(count));
  return Array.from({ length: count }, () => share);
}
