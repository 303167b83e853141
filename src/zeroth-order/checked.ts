import { requireDescent, soundRun } from '../descent/checked.ts';
import type { Descent } from '../descent/sgd.ts';
import type { Algebra, Vector } from '../scalar/algebra.ts';
import {
  checked,
  requireAsMany,
  requireFunction,
  requireNumber,
  requireNumbers,
  requirePositive,
} from '../scalar/arguments.ts';
import { filledList, whole } from '../scalar/validate.ts';
import * as baselines from './baseline.ts';
import * as central from './central-difference.ts';
import * as descent from './descent.ts';
import type { Atom } from './directions.ts';
import * as estimator from './estimator.ts';
import * as sampled from './sampled-baseline.ts';
import * as smoothed from './smoothed-objective.ts';

/*
 * Zeroth-order gradients as users call them. The texts behind take any numbers; each of these throws a RangeError that
 * names the argument when a number is not finite, ε not positive, or two lengths do not go together.
 */

function requireAt<S>(F: Algebra<S>, objective: estimator.Objective, x: Vector<S>, smoothing: S): void {
  requireFunction('objective', objective);
  requireNumbers(F, 'x', x);
  requirePositive(F, 'smoothing', smoothing);
}

function requireAlong<S>(
  F: Algebra<S>,
  objective: estimator.Objective,
  x: Vector<S>,
  direction: Vector<S>,
  smoothing: S,
): void {
  requireAt(F, objective, x, smoothing);
  requireNumbers(F, 'direction', direction);
  requireAsMany('direction', direction, 'x', x);
}

function requireSample<S>(
  F: Algebra<S>,
  objective: estimator.Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
): void {
  requireAt(F, objective, x, smoothing);
  requireDirections(F, directions);
  directions.forEach((u, i) => {
    requireAsMany(`directions[${i}]`, u, 'x', x);
  });
}

function requireDirections<S>(F: Algebra<S>, directions: readonly Vector<S>[]): void {
  filledList('directions', directions, 'direction').forEach((u, i) => {
    requireNumbers(F, `directions[${i}]`, u);
  });
}

/** Throws a RangeError unless there are values of a direction, all numbers; with as many coordinates as x, if given. */
export function requireAtoms<S>(F: Algebra<S>, name: string, atoms: readonly Atom<S>[], x?: Vector<S>): void {
  filledList(name, atoms, 'direction').forEach(({ direction, probability }, i) => {
    requireNumbers(F, `${name}[${i}].direction`, direction);
    requireNumber(F, `${name}[${i}].probability`, probability);
    if (x !== undefined) requireAsMany(`${name}[${i}].direction`, direction, 'x', x);
  });
}

function requireOver<S>(
  F: Algebra<S>,
  objective: estimator.Objective,
  x: Vector<S>,
  atoms: readonly Atom<S>[],
  smoothing: S,
): void {
  requireAt(F, objective, x, smoothing);
  requireAtoms(F, 'atoms', atoms, x);
}

/** The zeroth-order gradient estimate from one direction u: (f(x + εu) − b)/ε · u. B-(13), B-(14). */
export const directionalEstimate = checked(
  estimator.directionalEstimate,
  (F, objective, x, direction, smoothing, baseline) => {
    requireAlong(F, objective, x, direction, smoothing);
    requireNumber(F, 'baseline', baseline);
  },
);

/** The forward difference: {@link directionalEstimate} with the baseline b = f(x). B-(11). */
export const forwardDifference = checked(estimator.forwardDifference, requireAlong);

/** The central difference along u: (f(x + εu) − f(x − εu))/(2ε) · u. */
export const centralDifference = checked(central.centralDifference, requireAlong);

/** Simultaneous perturbation: (f(x + εu) − f(x − εu))/(2ε) · (1/u₁, …, 1/u_d). Source: Spall 1992. */
export const simultaneousPerturbation = checked(central.simultaneousPerturbation, requireAlong);

/** The estimate from N directions: the mean of their {@link directionalEstimate}s. */
export const sampledEstimate = checked(
  estimator.sampledEstimate,
  (F, objective, x, directions, smoothing, baseline) => {
    requireSample(F, objective, x, directions, smoothing);
    requireNumber(F, 'baseline', baseline);
  },
);

/** E g(u) over a distribution with finitely many values, or by a rule for g of its degree. */
export const expectedVector = checked(estimator.expectedVector, (F, atoms, g) => {
  requireAtoms(F, 'atoms', atoms);
  requireFunction('g', g);
});

/** E g(u) of a scalar g. */
export const expectedScalar = checked(estimator.expectedScalar, (F, atoms, g) => {
  requireAtoms(F, 'atoms', atoms);
  requireFunction('g', g);
});

/** The second moment of the estimate with baseline b: E ((f(x + εu) − b)/ε)² ‖u‖². B-(14). */
export const secondMoment = checked(baselines.secondMoment, (F, objective, x, atoms, smoothing, baseline) => {
  requireOver(F, objective, x, atoms, smoothing);
  requireNumber(F, 'baseline', baseline);
});

/** The baseline of least second moment: E[f(x + εu) ‖u‖²] / E‖u‖². B-(15). Not when every direction is 0. */
export const optimalBaseline = checked(baselines.optimalBaseline, requireOver);

/** N directions, each as likely as the next: what a sample says of their distribution. */
export const empirical = checked(baselines.empirical, requireDirections);

/** B-(15) estimated from N directions: Σ f(x + εu_i) ‖u_i‖² / Σ ‖u_i‖². */
export const sampledOptimalBaseline = checked(baselines.sampledOptimalBaseline, requireSample);

/** The mean of f(x + εu_i) over N directions. */
export const meanBaseline = checked(baselines.meanBaseline, requireSample);

/** The estimate from N directions whose baseline B-(15) is estimated from the same ones; 0 when all of them are 0. */
export const ownOptimalBaselineEstimate = checked(sampled.ownOptimalBaselineEstimate, requireSample);

/** The estimate from N directions whose baseline is the mean of f(x + εu_i) over the same N directions. */
export const ownMeanBaselineEstimate = checked(sampled.ownMeanBaselineEstimate, requireSample);

/** The estimate from N ≥ 2 directions, each with the mean of f(x + εu_j) over the other ones as its baseline. */
export const leaveOneOutEstimate = checked(sampled.leaveOneOutEstimate, requireSample);

/** The smoothed objective f_ε(x) = E f(x + εu). For a rule, f is a polynomial of its degree at most. */
export const smoothedObjective = checked(smoothed.smoothedObjective, requireOver);

/**
 * The mean of a polynomial of degree at most `degree` over the ball of radius ε√d around x, with `atoms` the rule of the
 * sphere of radius √d.
 */
export const ballAverage = checked(smoothed.ballAverage, (F, objective, x, atoms, smoothing, degree) => {
  requireOver(F, objective, x, atoms, smoothing);
  whole('degree', degree, 'the degree of the polynomial', 0);
});

/** The forward difference as the gradient of a descent: g(t, θ) = (f(θ + εu_t) − f(θ))/ε · u_t. B-(11). */
export const zerothOrderGradient = <S>(
  F: Algebra<S>,
  problem: descent.ZerothOrderDescent<S>,
): Descent<S, Vector<S>>['gradient'] => {
  requireFunction('objective', problem.objective);
  requireFunction('direction', problem.direction);
  requirePositive(F, 'smoothing', problem.smoothing);
  return descent.zerothOrderGradient(F, problem);
};

/** Zeroth-order descent: θ_{t+1} = Π(θ_t − η_t g_t) with the forward differences g_t of B-(11). */
export const zerothOrderDescent: typeof descent.zerothOrderDescent = (F, problem) => {
  requireDescent(F, problem);
  zerothOrderGradient(F, problem);
  return soundRun(F, descent.zerothOrderDescent(F, problem));
};

/**
 * The alternating scheme of article 7737: in odd steps the differentiable loss with its gradient and a large rate, in
 * even steps the other loss with a zeroth-order gradient and a small one. A run of `horizon` steps in all.
 */
export const alternatingDescent: typeof descent.alternatingDescent = (F, problem) => {
  for (const name of ['differentiable', 'other'] as const) {
    requireFunction(`${name}.gradient`, problem[name]?.gradient);
    requireDescent(F, { ...problem, rate: problem[name].rate });
  }
  return soundRun(F, descent.alternatingDescent(F, problem));
};
