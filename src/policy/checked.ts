import type { Algebra, Scalars, Vector } from '../scalar/algebra.ts';
import {
  checked,
  requireAllPositive,
  requireAsMany,
  requireNumber,
  requireNumbers,
  requirePositive,
  requireSomeNumbers,
} from '../scalar/arguments.ts';
import { filledList, whole } from '../scalar/validate.ts';
import * as ascent from './ascent.ts';
import * as baselines from './baseline.ts';
import * as dataset from './dataset.ts';
import * as moments from './estimator-moments.ts';
import * as fisher from './fisher.ts';
import * as gradients from './gradient.ts';
import * as orders from './rearrangement.ts';
import * as scoring from './score.ts';
import * as soft from './softmax.ts';
import * as surrogates from './surrogate.ts';

/*
 * Policies as users call them. The texts behind take any numbers; each of these throws a RangeError that names the
 * argument when a number is not finite, a temperature or a rate not positive, or two lengths do not go together.
 */

/** Throws a RangeError unless this is a local policy: numbers, one logit gradient a class, τ > 0. */
export function requirePolicy<S>(F: Algebra<S>, policy: scoring.LocalPolicy<S>): void {
  const { probabilities, logitGradients, temperature } = policy;
  requireSomeNumbers(F, 'probabilities', probabilities, 'class');
  scoring.requireOneAClass('logit gradients', logitGradients, probabilities.length);
  logitGradients.forEach((gradient, y) => {
    requireNumbers(F, `logitGradients[${y}]`, gradient);
    requireAsMany(`logitGradients[${y}]`, gradient, 'logitGradients[0]', logitGradients[0]!);
  });
  requirePositive(F, 'temperature', temperature);
}

/** Throws a RangeError unless there is one number a class. */
function requireRewards<S>(F: Scalars<S>, rewards: Vector<S>, classes: readonly unknown[]): void {
  requireNumbers(F, 'rewards', rewards);
  scoring.requireOneAClass('rewards', rewards, classes.length);
}

function requireLogits<S>(F: Scalars<S>, logits: Vector<S>, temperature: S): void {
  requireSomeNumbers(F, 'logits', logits, 'logit');
  requirePositive(F, 'temperature', temperature);
}

function requirePolicyAndRewards<S>(F: Algebra<S>, policy: scoring.LocalPolicy<S>, rewards: Vector<S>): void {
  requirePolicy(F, policy);
  requireRewards(F, rewards, policy.probabilities);
}

/** softmax(z/τ): the policy p_θ(y|x) at logits z = f_θ(·|x). Temperature τ > 0. */
export const softmax = checked(soft.softmax, requireLogits);

/** log softmax(z/τ) without a quotient: (z_y − max z)/τ − log Σ exp((z − max z)/τ). Temperature τ > 0. */
export const logSoftmax = checked(soft.logSoftmax, requireLogits);

/** Unnormalized softmax weights, the largest of them 1: exp((z_y − max z) / τ). Temperature τ > 0. */
export const weights = checked(soft.weights, requireLogits);

/** Class probabilities from positive weights: p_y = a_y / Σ a. */
export const normalize = checked(soft.normalize, (F, given) => {
  requireAllPositive(F, 'weights', given, 'weight');
});

/** The class of the largest entry, the lowest index among ties. */
export const argmax = checked(soft.argmax, (F, values) => requireSomeNumbers(F, 'values', values, 'class'));

/** The gradient of Σ_y p_y r_y by a table of logits: p∘(r − r̄)/τ, where r̄ = p · r. One coordinate a class. */
export const logitGradient = checked(ascent.logitGradient, (F, probabilities, rewards, temperature) => {
  requireSomeNumbers(F, 'probabilities', probabilities, 'class');
  requireRewards(F, rewards, probabilities);
  requirePositive(F, 'temperature', temperature);
});

/** One step of gradient ascent on objective B-(2) for a table of logits: z + η p∘(r − r̄)/τ with p = softmax(z/τ). */
export const ascentStep = checked(ascent.ascentStep, (F, logits, rewards, { rate, temperature }) => {
  requireLogits(F, logits, temperature);
  requireNumbers(F, 'rewards', rewards);
  requirePositive(F, 'rate', rate);
});

/**
 * The largest rate of {@link ascentStep} that never puts two classes out of the order of their rewards, whatever the
 * logits: 8τ²/(max r − min r).
 * @throws RangeError also when all rewards are equal: then no rate changes anything.
 */
export const orderKeepingRate = checked(ascent.orderKeepingRate, (F, rewards, temperature) => {
  requireNumbers(F, 'rewards', rewards);
  requirePositive(F, 'temperature', temperature);
});

/** The baseline of least variance, b* = E[r ‖s‖²] / E[‖s‖²]. B-(9). Not when every score is 0. */
export const optimalBaseline = checked(baselines.optimalBaseline, requirePolicyAndRewards);

/** The simplified baseline E_{y∼p}[r], the expected reward. B-(10). */
export const meanBaseline = checked(baselines.meanBaseline, (F, { probabilities }, rewards) => {
  requireNumbers(F, 'probabilities', probabilities);
  requireRewards(F, rewards, probabilities);
});

/** The baseline of least variance for each parameter alone, E[r s_k²] / E[s_k²]; 0 where s_k is always 0. */
export const coordinateBaselines = checked(baselines.coordinateBaselines, requirePolicyAndRewards);

/**
 * The rewards of N samples standardized, (r⁽ⁿ⁾ − mean) / deviation with the deviation over N; zeros when all are equal.
 * Source: Shao et al. 2024, “DeepSeekMath”.
 */
export const standardizedRewards = checked(baselines.standardizedRewards, (F, sampledRewards) => {
  requireSomeNumbers(F, 'sampledRewards', sampledRewards, 'sample');
});

function requireExample<S>(F: Algebra<S>, name: string, { features, rewards }: dataset.Example<S>, d: number): void {
  requireFeatures(F, `${name}.features`, features, d);
  requireNumbers(F, `${name}.rewards`, rewards);
  requireAsMany(`${name}.rewards`, rewards, `${name}.features`, features);
}

function requireFeatures<S>(F: Algebra<S>, name: string, features: readonly Vector<S>[], d: number): void {
  filledList(name, features, 'class').forEach((feature, y) => {
    requireNumbers(F, `${name}[${y}]`, feature);
    if (feature.length === d) return;
    throw new RangeError(`${name}[${y}] has ${feature.length} coordinates and theta ${d}; give as many to both.`);
  });
}

function requireData<S>(
  F: Algebra<S>,
  theta: Vector<S>,
  examples: readonly dataset.Example<S>[],
  temperature: S,
): void {
  requireNumbers(F, 'theta', theta);
  filledList('examples', examples, 'example').forEach((example, t) => {
    requireExample(F, `examples[${t}]`, example, theta.length);
  });
  requirePositive(F, 'temperature', temperature);
}

/** The policy p_θ(·|x_t) = softmax(θ · φ(x_t, ·)/τ) at one example. Temperature τ > 0, base weights positive. */
export const linearPolicy = checked(dataset.linearPolicy, (F, theta, { features, base }, temperature) => {
  requireNumbers(F, 'theta', theta);
  requireFeatures(F, 'features', features, theta.length);
  if (base !== undefined) requireAllPositive(F, 'base', base, 'weight');
  requirePositive(F, 'temperature', temperature);
});

/** The policy objective over a data set of T examples: S(θ) = (1/T) Σ_t Σ_y p_θ(y|x_t) r(y_t, y). B-(2). */
export const policyObjective = checked(dataset.policyObjective, requireData);

/** The gradient of {@link policyObjective}: (1/T) Σ_t Σ_y p_θ(y|x_t) r(y_t, y) s_y. B-(4), B-(5). */
export const policyObjectiveGradient = checked(dataset.policyObjectiveGradient, requireData);

/**
 * The exact moments of an estimator of N independent actions, by going through all Kᴺ outcomes, at most 65 536: each has
 * the product of its actions' probabilities.
 */
export const estimatorMoments = checked(moments.estimatorMoments, (F, probabilities) => {
  requireSomeNumbers(F, 'probabilities', probabilities, 'class');
});

/** The Fisher information E_{y∼p}[s_y s_yᵀ], d × d by rows; (diag p − p pᵀ)/τ² for a table of logits. */
export const fisherInformation = checked(fisher.fisherInformation, requirePolicy);

/** The natural policy gradient of a table of logits, τ (r − E r). Source: Kakade 2001, “A natural policy gradient”. */
export const naturalGradient = checked(fisher.naturalGradient, requirePolicyAndRewards);

/** The objective of B-(2) at one x: Σ_y p_y r_y, the expected reward. */
export const expectedReward = checked(gradients.expectedReward, (F, probabilities, rewards) => {
  requireSomeNumbers(F, 'probabilities', probabilities, 'class');
  requireRewards(F, rewards, probabilities);
});

/** The policy gradient by the score function: Σ_y p_y r_y s_y, summed over all K classes. B-(4), B-(5). */
export const policyGradient = checked(gradients.policyGradient, requirePolicyAndRewards);

/** The estimate of the policy gradient from N sampled actions: (1/N) Σ_n (r(y⁽ⁿ⁾) − b_n) s_{y⁽ⁿ⁾}. B-(5), B-(6). */
export const gradientEstimate = checked(gradients.gradientEstimate, (F, policy, rewards) => {
  requirePolicyAndRewards(F, policy, rewards);
});

/** Σ_y p_y v_y. */
export const expectation = checked(scoring.expectation, (F, probabilities, values) => {
  requireNumbers(F, 'probabilities', probabilities);
  filledList('values', values, 'vector').forEach((value, y) => {
    requireNumbers(F, `values[${y}]`, value);
    requireAsMany(`values[${y}]`, value, 'values[0]', values[0]!);
  });
});

/** The score function s_y = ∇_θ log p_θ(y|x) = (∇f_y − Σ_k p_k ∇f_k) / τ. A vector of d coordinates. B-(5). */
export const score = checked(scoring.score, (F, policy) => {
  requirePolicy(F, policy);
});

/** The scores s_1 … s_K of all classes. */
export const scores = checked(scoring.scores, requirePolicy);

/** The unit vectors e_1 … e_K: the logit gradients of a table of logits. */
export const tableGradients = checked(scoring.tableGradients, (_, classes) => {
  whole('classes', classes);
});

/** Whether no pair is in opposite order: (a_i − a_j)(c_i − c_j) ≥ 0 for all i, j. The equality case of B-(3). */
export const similarlyOrdered = checked(orders.similarlyOrdered, (F, a, c) => {
  requireNumbers(F, 'a', a);
  requireNumbers(F, 'c', c);
  requireAsMany('a', a, 'c', c);
});

/** The indices of the values, the largest first; ties in the order of their indices. */
export const descendingOrder = checked(orders.descendingOrder, (F, values) => requireNumbers(F, 'values', values));

/** The values rearranged to follow a guide: of all rearrangements c, the one with the largest Σ c_i guide_i. B-(3). */
export const arrangedLike = checked(orders.arrangedLike, (F, values, guide) => {
  requireNumbers(F, 'values', values);
  requireNumbers(F, 'guide', guide);
  requireAsMany('values', values, 'guide', guide);
});

/** The same b for every sample. It may depend on x, y_t and θ, but not on what was sampled. B-(6). */
export const constantBaseline = <S>(b: S): baselines.Baseline<S> => {
  if (typeof b === 'number') requireNumber({ reading: 'float64' }, 'b', b);
  return baselines.constantBaseline(b);
};

function requireSampled<S>(
  F: Algebra<S>,
  { probabilities, logProbabilities }: surrogates.PolicyValues<S>,
  rewards: Vector<S>,
  actions: readonly number[],
): void {
  for (const action of actions) scoring.ofClass(probabilities, action);
  requireSomeNumbers(F, 'probabilities', probabilities, 'class');
  requireSomeNumbers(F, 'logProbabilities', logProbabilities, 'class');
  requireAsMany('logProbabilities', logProbabilities, 'probabilities', probabilities);
  requireRewards(F, rewards, probabilities);
}

/** J(θ) = (1/K) Σ_k r(y⁽ᵏ⁾) log p_θ(y⁽ᵏ⁾|x): its gradient is the estimate, its second derivatives are wrong. B-(5). */
export const logSurrogate: surrogates.Surrogate = checked(surrogates.logSurrogate, requireSampled);

/** (1/K) Σ_k r(y⁽ᵏ⁾) p_θ(y⁽ᵏ⁾|x) / sg p_θ(y⁽ᵏ⁾|x): on average, all derivatives are those of the expected reward. */
export const ratioSurrogate: surrogates.Surrogate = checked(surrogates.ratioSurrogate, requireSampled);

/** {@link ratioSurrogate} from log-probabilities alone. Source: Foerster et al. 2018, “DiCE”. */
export const diceSurrogate: surrogates.Surrogate = checked(surrogates.diceSurrogate, requireSampled);

/** (1/K) Σ_k r(y⁽ᵏ⁾) p_θ(y⁽ᵏ⁾|x) / q(y⁽ᵏ⁾) for actions drawn from another distribution q, positive wherever p is. */
export const importanceSurrogate = checked(
  surrogates.importanceSurrogate,
  (F, { probabilities }, sampler, rewards, actions) => {
    requireSomeNumbers(F, 'probabilities', probabilities, 'class');
    requireNumbers(F, 'sampler', sampler);
    requireAsMany('sampler', sampler, 'probabilities', probabilities);
    requireRewards(F, rewards, probabilities);
    for (const y of actions) requirePositive(F, `sampler[${y}]`, scoring.ofClass(sampler, y));
  },
);

/** sg(value − through) + through: the value of one expression with the derivatives of another. */
export const straightThrough = checked(surrogates.straightThrough, (F, value, through) => {
  requireNumber(F, 'value', value);
  requireNumber(F, 'through', through);
});

/** relu(x) = max(x, 0). */
export const relu = checked(surrogates.relu, (F, x) => requireNumber(F, 'x', x));
