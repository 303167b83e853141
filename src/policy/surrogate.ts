import type { Algebra, Vector } from '../scalar/algebra.ts';

/** A reading that carries derivatives along and can drop them: the dual reading, duals of duals, or power series. */
export interface Differentiable<S> extends Algebra<S> {
  /** The same value, taken to depend on no parameter: sg(a). */
  stopGradient(a: S): S;
}

/** The probabilities of the K classes at one x, and their logarithms, both as functions of the parameters. */
export interface PolicyValues<S> {
  readonly probabilities: Vector<S>;
  readonly logProbabilities: Vector<S>;
}

/**
 * A number to be differentiated in place of the expected reward, made from sampled actions that are data: they stay as
 * they are while the parameters move.
 */
export type Surrogate = <S>(
  F: Differentiable<S>,
  policy: PolicyValues<S>,
  rewards: Vector<S>,
  actions: readonly number[],
) => S;

/** (1/K) Σ_k value(y⁽ᵏ⁾). */
function sampleMean<S>({ div, of, sum }: Algebra<S>, actions: readonly number[], value: (action: number) => S): S {
  if (actions.length === 0) throw new RangeError('actions is empty; give at least one sampled class.');
  return div(sum(actions.map(value)), of(actions.length));
}

/**
 * J(θ) = (1/K) Σ_k r(y⁽ᵏ⁾) log p_θ(y⁽ᵏ⁾|x). With the actions frozen, its gradient is the estimate of the policy gradient;
 * its value is no reward, and its second derivatives are wrong. Source: the comments on article 7737, B-(5).
 * @throws RangeError when there is no action.
 */
export const logSurrogate: Surrogate = (F, { logProbabilities }, rewards, actions) =>
  sampleMean(F, actions, (y) => F.mul(rewards[y]!, logProbabilities[y]!));

/**
 * (1/K) Σ_k r(y⁽ᵏ⁾) p_θ(y⁽ᵏ⁾|x) / sg p_θ(y⁽ᵏ⁾|x). On average its value and all its derivatives are those of the expected
 * reward.
 * @throws RangeError when there is no action.
 */
export const ratioSurrogate: Surrogate = (F, { probabilities }, rewards, actions) =>
  sampleMean(F, actions, (y) => F.mul(rewards[y]!, F.div(probabilities[y]!, F.stopGradient(probabilities[y]!))));

/**
 * (1/K) Σ_k r(y⁽ᵏ⁾) exp(log p_θ(y⁽ᵏ⁾|x) − sg log p_θ(y⁽ᵏ⁾|x)): {@link ratioSurrogate} from log-probabilities alone.
 * Source: Foerster et al. 2018, “DiCE: The infinitely differentiable Monte Carlo estimator”
 * @throws RangeError when there is no action.
 */
export const diceSurrogate: Surrogate = (F, { logProbabilities }, rewards, actions) =>
  sampleMean(F, actions, (y) => {
    const log = logProbabilities[y]!;
    return F.mul(rewards[y]!, F.exp(F.sub(log, F.stopGradient(log))));
  });

/**
 * (1/K) Σ_k r(y⁽ᵏ⁾) p_θ(y⁽ᵏ⁾|x) / q(y⁽ᵏ⁾) for actions drawn from another distribution q, positive wherever p is. With
 * q = sg p_θ it is {@link ratioSurrogate}.
 * @throws RangeError when there is no action.
 */
export const importanceSurrogate = <S>(
  F: Algebra<S>,
  { probabilities }: Pick<PolicyValues<S>, 'probabilities'>,
  sampler: Vector<S>,
  rewards: Vector<S>,
  actions: readonly number[],
): S => sampleMean(F, actions, (y) => F.mul(rewards[y]!, F.div(probabilities[y]!, sampler[y]!)));

/**
 * sg(value − through) + through: the value of one expression with the derivatives of another. With relu(x) and x it is
 * a relu of slope 1 everywhere. Source: the comments on article 7737; Bengio, Léonard and Courville 2013
 */
export const straightThrough = <S>({ add, stopGradient, sub }: Differentiable<S>, value: S, through: S): S =>
  add(stopGradient(sub(value, through)), through);

/** relu(x) = max(x, 0). */
export const relu = <S>({ max, zero }: Algebra<S>, x: S): S => max(x, zero);
