import type { Algebra, InnerProductSpace, Vector } from '../scalar/algebra.ts';
import {
  checked,
  firstOtherVector,
  isPositive,
  isVector,
  requireAllPositive,
  requireFunction,
  requireNotNegative,
  requireNumbers,
  requirePositive,
  requireVector,
} from '../scalar/arguments.ts';
import { shown } from '../scalar/validate.ts';
import { type ConvexLoss, type LossForm, lossForm } from './loss.ts';
import * as regret from './regret.ts';
import * as sgd from './sgd.ts';

/*
 * Descent as users call it. The texts behind take any numbers: a law that shows why rates have to be positive lets them
 * run with a rate of −1.
 */

/** The meaning of a loss that goes with θ. Looked up once: a run asks at every step. */
function formAt<S>(F: Algebra<S>, loss: ConvexLoss, theta: Vector<S>): LossForm<ConvexLoss> {
  const form = lossForm(loss);
  requireNumbers(F, 'theta', theta);
  if (theta.length !== form.dimension(loss)) throw otherLength(theta, loss);
  return form;
}

const otherLength = (theta: readonly unknown[], loss: ConvexLoss): RangeError => {
  const dimension = lossForm(loss).dimension(loss);
  return new RangeError(`theta has ${theta.length} coordinates and the ${loss.kind} loss ${dimension}; give as many.`);
};

/**
 * L(x_t, θ).
 * @throws RangeError when θ has another number of coordinates than the loss, or one that is not finite; in float64 also
 *   when a number on the way is too large for a double.
 */
export function lossValue<S>(F: Algebra<S>, loss: ConvexLoss, theta: Vector<S>): S {
  const value = formAt(F, loss, theta).value(F, loss, theta);
  if (F.reading === 'float64' && !Number.isFinite(value)) throw outOfRange('value', loss, value);
  return value;
}

/**
 * g(x_t, θ), the gradient, or at a kink a subgradient. A-(3).
 * @throws RangeError when θ has another number of coordinates than the loss, or one that is not finite; in float64 also
 *   when a number on the way is too large for a double.
 */
export function subgradient<S>(F: Algebra<S>, loss: ConvexLoss, theta: Vector<S>): Vector<S> {
  const g = formAt(F, loss, theta).subgradient(F, loss, theta);
  if (isCalculated(loss) && F.reading === 'float64' && !isVector(F, g)) throw outOfRange('subgradient', loss, g);
  return g;
}

/** Whether a gradient is more than a slope or a feature of the loss, or 0: those were finite when the loss was made. */
const isCalculated = ({ kind }: ConvexLoss): boolean => kind === 'quadratic' || kind === 'logistic';

const outOfRange = (what: string, { kind }: ConvexLoss, found: unknown): RangeError =>
  new RangeError(
    `The ${what} of the ${kind} loss leaves the range of doubles on the way to ${shown(found)}; ` +
      'give numbers of magnitude below 1e100.',
  );

/**
 * θ ← Π(θ − η g). A-(17); without a projection, A-(3).
 * @throws RangeError when η is not positive, or θ or g not finite.
 */
export const step = checked(sgd.step, (F, project, theta, eta, g) => {
  requireFunction('project', project);
  requireVector(F, 'theta', theta);
  requirePositive(F, 'eta', eta);
  requireVector(F, 'g', g);
});

/**
 * Returns a run whose rates were positive, and its points and losses finite. Asked after the run, and of the last point: a
 * step is too short to be asked anything, and a point after a gradient that is not finite is not finite either, unless a
 * projection of the user's own hides it.
 */
export function soundRun<S, V>(F: InnerProductSpace<S, V>, run: sgd.Run<S, V>): sgd.Run<S, V> {
  const { iterates, rates, gradients } = run;
  for (let t = 0; t < rates.length; t++) {
    if (!isPositive(F, rates[t]!)) requirePositive(F, `rate(${t + 1})`, rates[t]!);
  }
  if (!isVector(F, iterates.at(-1)!)) {
    const wrong = firstOtherVector(F, gradients);
    if (wrong !== -1) requireVector(F, `gradient(${wrong + 1}, θ)`, gradients[wrong]!);
    requireVector(F, 'the last point', iterates.at(-1)!);
  }
  requireNumbers(F, 'loss', run.losses);
  return run;
}

/** Throws a RangeError unless a descent has a finite start, and functions where it needs them. */
export function requireDescent<S, V>(
  F: InnerProductSpace<S, V>,
  { start, project, rate }: Pick<sgd.Descent<S, V>, 'start' | 'project' | 'rate'>,
): void {
  requireVector(F, 'start', start);
  requireFunction('project', project);
  requireFunction('rate', rate);
}

/**
 * Projected SGD, θ_{t+1} = Π(θ_t − η_t g(x_t, θ_t)) for t = 1 … T. A-(3), A-(17).
 * @throws RangeError when the horizon is not a positive whole number, the start, the last point or a loss is not finite, or
 *   a rate not positive; a projection that does not take what is not finite may throw first.
 */
export function descend<S, V>(
  F: InnerProductSpace<S, V>,
  problem: sgd.Descent<S, V>,
  oneStep = sgd.step<S, V>,
): sgd.Run<S, V> {
  requireDescent(F, problem);
  requireFunction('gradient', problem.gradient);
  return soundRun(F, sgd.descend(F, problem, oneStep));
}

/**
 * (1/T) Σ (L_t(θ_t) − L_t(c)), the average regret against c. The left side of A-(4).
 * @throws RangeError when there is no loss, one without its comparator loss, or one that is not finite.
 */
export const averageRegret = checked(regret.averageRegret, (F, losses, comparatorLosses) => {
  requireNumbers(F, 'losses', losses);
  requireNumbers(F, 'comparatorLosses', comparatorLosses);
});

/**
 * D² / (2 T η_T) + G² / (2 T) Σ η_t, the right side of A-(4).
 * @throws RangeError when there is no rate, one that is not positive, or D² or G² is negative.
 */
export const regretBound = checked(regret.regretBound, (F, { squaredDistance, squaredGradient, rates }) => {
  requireNotNegative(F, 'squaredDistance', squaredDistance);
  requireNotNegative(F, 'squaredGradient', squaredGradient);
  requireAllPositive(F, 'rates', rates, 'rate');
});

/**
 * D² / (2 η_T) + Σ η_t ‖g_t‖² / 2: a bound of T times the average regret, sharper than A-(4). The middle of A-(15).
 * @throws RangeError when there are not as many squared gradients as rates, at least one, a rate is not positive, or D²
 *   or a squared gradient negative.
 */
export const gradientRegretBound = checked(
  regret.gradientRegretBound,
  (F, squaredDistance, squaredGradients, rates) => {
    requireNotNegative(F, 'squaredDistance', squaredDistance);
    requireAllPositive(F, 'rates', rates, 'rate');
    requireNumbers(F, 'squaredGradients', squaredGradients);
    squaredGradients.forEach((each, t) => {
      requireNotNegative(F, `squaredGradients[${t}]`, each);
    });
  },
);
