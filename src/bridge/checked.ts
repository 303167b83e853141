import { requirePolicy } from '../policy/checked.ts';
import { requireOneAClass } from '../policy/score.ts';
import type { Algebra, Vector } from '../scalar/algebra.ts';
import {
  checked,
  requireAsMany,
  requireFunction,
  requireNotNegative,
  requireNumber,
  requireNumbers,
  requirePositive,
  requireSomeNumbers,
} from '../scalar/arguments.ts';
import { filledList, realVector, shown } from '../scalar/validate.ts';
import { requireAtoms } from '../zeroth-order/checked.ts';
import type { Atom } from '../zeroth-order/directions.ts';
import * as regions from './argmax-regions.ts';
import * as gumbel from './gumbel.ts';
import * as hard from './hard-objective.ts';
import * as indicators from './indicator.ts';
import * as graph from './laplacian.ts';
import * as probit from './probit.ts';
import * as probitEdges from './probit-edges.ts';
import * as logistic from './smoothed-logistic.ts';
import * as taylor from './taylor-step.ts';

/*
 * The bridge as users call it. The texts behind take any numbers; each of these throws a RangeError that names the
 * argument when a number is not finite, ε or τ not positive, there is no such class, or two lengths do not go together.
 */

function requireClass(name: string, y: number, classes: number): void {
  if (Number.isSafeInteger(y) && y >= 0 && y < classes) return;
  throw new RangeError(`${name} is ${shown(y)}; give a class from 0 to ${classes - 1}.`);
}

function requireFeatures(name: string, { features }: hard.Example): void {
  filledList(`${name}features`, features, 'class').forEach((feature, y) => {
    realVector(`${name}features[${y}]`, feature);
    requireAsMany(`${name}features[${y}]`, feature, `${name}features[0]`, features[0]!);
  });
}

function requireExamples(examples: readonly hard.Example[]): void {
  filledList('examples', examples, 'labeled example').forEach((example, t) => {
    requireFeatures(`examples[${t}].`, example);
    realVector(`examples[${t}].rewards`, example.rewards);
    requireOneAClass(`examples[${t}].rewards`, example.rewards, example.features.length);
  });
}

function requireTheta<S>(F: Algebra<S>, theta: Vector<S>, { features }: hard.Example): void {
  requireNumbers(F, 'theta', theta);
  requireAsMany('theta', theta, 'features[0]', features[0]!);
}

function requireNoise<S>(F: Algebra<S>, theta: Vector<S>, smoothing: S, directions: readonly Atom<S>[]): void {
  requirePositive(F, 'smoothing', smoothing);
  requireAtoms(F, 'directions', directions);
  directions.forEach(({ direction }, i) => {
    requireAsMany(`directions[${i}].direction`, direction, 'theta', theta);
  });
}

function requireHard<S>(
  F: Algebra<S>,
  examples: readonly hard.Example[],
  theta: Vector<S>,
  smoothing: S,
  directions: readonly Atom<S>[],
): void {
  requireExamples(examples);
  for (const example of examples) requireTheta(F, theta, example);
  requireNoise(F, theta, smoothing, directions);
}

function requireLogits<S>(F: Algebra<S>, logits: Vector<S>, smoothing: S): void {
  requireSomeNumbers(F, 'logits', logits, 'class');
  requirePositive(F, 'smoothing', smoothing);
}

/** Whether y = argmax z, by comparing z_y with every other logit. */
export const wins: regions.Membership = checked(regions.wins, (F, logits, y) => {
  requireSomeNumbers(F, 'logits', logits, 'class');
  requireClass('y', y, logits.length);
});

/** The directions of Ω_y = {u : argmax f_{θ+εu}(·|x) = y}, for a direction with finitely many values. B-(18). */
export const argmaxRegion = checked(regions.argmaxRegion, (F, example, theta, smoothing, directions, y) => {
  requireFeatures('', example);
  requireTheta(F, theta, example);
  requireNoise(F, theta, smoothing, directions);
  requireClass('y', y, example.features.length);
});

/** The zeroth-order gradient of the hard objective, region by region: E_t (1/ε) Σ_y r(y_t, y) ∫_{Ω_y} u p(u) du. B-(18). */
export const gradientByRegions = checked(regions.gradientByRegions, requireHard);

/** χ(y|x, u) at the logits f_{θ+εu}(·|x): 1 for the class that wins, 0 for the others. B-(19). */
export const indicator = checked(indicators.indicator, (F, logits) => {
  requireSomeNumbers(F, 'logits', logits, 'class');
});

/** The zeroth-order gradient of the hard objective by indicators. B-(20). */
export const gradientByIndicators = checked(indicators.gradientByIndicators, requireHard);

/** (1/ε) E_u[Σ_y q_y(u) r_y u] for any shares q(u) of the classes. B-(20), B-(22), B-(23). */
export const gradientByShares = checked(indicators.gradientByShares, (F, directions, rewards, smoothing, shares) => {
  requireAtoms(F, 'directions', directions);
  requireSomeNumbers(F, 'rewards', rewards, 'class');
  requirePositive(F, 'smoothing', smoothing);
  requireFunction('shares', shares);
});

/** The hard objective R(θ) = E r(y_t, argmax_y p_θ(y|x_t)), the mean over the examples. B-(1), B-(16). */
export const hardObjective = checked(hard.hardObjective, requireExamples);

/** The K logits f_θ(y|x) = θ · φ(x, y). */
export const linearLogits = checked(hard.linearLogits, (F, example, theta) => {
  requireFeatures('', example);
  requireTheta(F, theta, example);
});

function requireGumbelClass<S>(F: Algebra<S>, { probability, surprise, reward }: gumbel.GumbelClass<S>): void {
  requirePositive(F, 'probability', probability);
  if (F.sign(F.sub(F.one, probability)) === -1) {
    throw new RangeError(`probability is ${F.enclosure(probability)[0]}; give at most 1.`);
  }
  requireNotNegative(F, 'surprise', surprise);
  requireNumber(F, 'reward', reward);
}

/** E[G_k | the winner is y] for independent standard Gumbel G and the winner argmax(z/τ + G). */
export const gumbelMean = checked(gumbel.gumbelMean, (F, ownClass, euler) => {
  requireGumbelClass(F as Algebra<typeof euler>, ownClass);
  requireNumber(F, 'euler', euler);
});

/** E[R(argmax(z + τG)) (G_k − γ)] for every class k: the zeroth-order gradient B-(11) with the Gumbel direction. */
export const gumbelMoments = checked(gumbel.gumbelMoments, (F, classes, euler) => {
  for (const each of filledList('classes', classes, 'class')) requireGumbelClass(F, each);
  requireNumber(F, 'euler', euler);
});

/** The graph Laplacian of the edges, applied to rewards: (L_w r)_k = Σ_y w_ky (r_k − r_y), one number a class. */
export const laplacian = checked(graph.laplacian, (F, edges, rewards) => {
  requireNumbers(F, 'rewards', rewards);
  requireAsMany('edges', filledList('edges', edges, 'row'), 'rewards', rewards);
  edges.forEach((row, k) => {
    requireAsMany(`edges[${k}]`, row, 'rewards', rewards);
    row.forEach((weight, y) => {
      if (y !== k) requireNumber(F, `edges[${k}][${y}]`, weight); // the diagonal is not used
    });
  });
});

/** p_i p_j / τ: how strongly the policy gradient compares two classes. */
export const policyEdges = checked(graph.policyEdges, (F, probabilities, temperature) => {
  requireSomeNumbers(F, 'probabilities', probabilities, 'class');
  requirePositive(F, 'temperature', temperature);
});

/** P(argmax_k (z_k + ε u_k) = y) for independent standard normal u_1, …, u_K: the multinomial-probit policy. B-(17). */
export const winningProbability = checked(probit.winningProbability, requireLogits);

/** How much classes i and j compete to be the argmax of z + ε u, for standard normal u: −∂P(argmax = i)/∂z_j. */
export const argmaxEdge = checked(probitEdges.argmaxEdge, requireLogits);

/** σ'(x) = e^(−|x|) / (1 + e^(−|x|))², the density of the logistic law. */
export const logisticDensity = checked(logistic.logisticDensity, (F, x) => requireNumber(F, 'x', x));

/** E σ'(m + deviation · u) for standard normal u. The middle of the three expressions of B-(22) and B-(23). */
export const smoothedLogistic = checked(logistic.smoothedLogistic, (F, margin, deviation) => {
  requireNumber(F, 'margin', margin);
  requireNotNegative(F, 'deviation', deviation);
});

/** The first-order change of the class probabilities: p_θ(y|x) + h · ∇_θ p_θ(y|x). The Taylor step before B-(23). */
export const taylorStep = checked(taylor.taylorStep, (F, policy, step) => {
  requirePolicy(F, policy);
  requireNumbers(F, 'step', step);
  requireAsMany('step', step, 'logitGradients[0]', policy.logitGradients[0]!);
});
