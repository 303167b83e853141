import { type Schedule, rate as scheduleRate } from '../../src/descent/schedule.ts';
import { descend, type Run, step as sgdStep } from '../../src/descent/sgd.ts';
import type { Algebra, InnerProductSpace, Vector } from '../../src/scalar/algebra.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { type ModelLoss, type ModelSet, modelLossValue, modelSubgradient, projectModel } from '../model.ts';
import { inDoubles } from './projection-float64.ts';
import { rateInDoubles, stepInDoubles } from './step-float64.ts';

/** The parts of projected SGD that an implementation under judgement may replace. */
export interface SgdParts {
  /** Π(x). A-(16). */
  project<S>(F: Algebra<S>, set: ModelSet, x: Vector<S>): Vector<S>;
  /** One step from θ with rate η and gradient g. A-(17). */
  step<S>(
    F: InnerProductSpace<S, Vector<S>>,
    project: (x: Vector<S>) => Vector<S>,
    theta: Vector<S>,
    eta: S,
    g: Vector<S>,
  ): Vector<S>;
  /** η_t. */
  rate<S>(F: Algebra<S>, schedule: Schedule, t: number): S;
}

/** The reference implementation. */
export const reference: SgdParts = {
  project: projectModel,
  step: sgdStep,
  rate: scheduleRate,
};

/**
 * The reference implementation as users run it: rates, steps and projections in doubles, each widened by its declared
 * accuracy. Not so gradients: beside a kink rounding may choose another piece, which no widening of numbers covers.
 * sgd.loss-tangent judges those, at points that are doubles.
 */
export const float64Reference: SgdParts = {
  project: inDoubles(projectModel),
  step: stepInDoubles(),
  rate: rateInDoubles(),
};

/** What the laws of A-(4) speak of, computed from one run. */
export interface Trace<S> extends Run<S, Vector<S>> {
  readonly comparator: Vector<S>;
  /** L_t(θ_t) and L_t(c). */
  readonly losses: readonly S[];
  readonly comparatorLosses: readonly S[];
}

/** Runs SGD on the instance. */
export function trace<S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Trace<S> {
  const { set, losses, schedule } = instance;
  const comparator = F.vector(instance.comparator);
  const run = descend<S, Vector<S>>(
    F,
    {
      start: F.vector(instance.start),
      horizon: losses.length,
      project: (x) => use.project(F, set, x),
      gradient: (t, theta) => modelSubgradient(F, losses[t - 1]!, theta),
      rate: (t) => use.rate(F, schedule, t),
      loss: (t, theta) => modelLossValue(F, losses[t - 1]!, theta),
    },
    use.step,
  );
  return {
    // Field by field: engines copy an object into a literal slowly, and read what comes out slowly.
    iterates: run.iterates,
    gradients: run.gradients,
    rates: run.rates,
    comparator,
    losses: run.losses,
    comparatorLosses: lossesAt(F, losses, comparator),
  };
}

/**
 * L_t(θ) for t = 1 … T. A list of the loop's own, in a function that an engine compiles by itself: `map` begins every
 * list as one of small integers and moves it when a double comes.
 */
function lossesAt<S>(F: Algebra<S>, losses: readonly ModelLoss[], theta: Vector<S>): S[] {
  const values = new Array<S>(losses.length);
  for (let t = 0; t < losses.length; t++) values[t] = modelLossValue(F, losses[t]!, theta);
  return values;
}

/** a_t = ‖θ_t − c‖² for t = 1 … T + 1. */
export const squaredDistances = <S>({ squaredDistance }: Algebra<S>, { iterates, comparator }: Trace<S>): S[] =>
  iterates.map((theta) => squaredDistance(theta, comparator));

/** D² and G² of the instance; where it claims none, max ‖θ_t − c‖² over t ≤ T and max ‖g_t‖². A-(14), A-(15). */
export function squaredBounds<S>(
  F: Algebra<S>,
  { bounds }: OnlineRun,
  run: Trace<S>,
): { readonly squaredDistance: S; readonly squaredGradient: S } {
  if (bounds !== undefined) {
    return { squaredDistance: F.of(bounds.squaredDistance), squaredGradient: F.of(bounds.squaredGradient) };
  }
  const { iterates, comparator, gradients } = run;
  return {
    squaredDistance: largest(F, gradients.length, (t) => F.squaredDistance(iterates[t]!, comparator)),
    squaredGradient: largest(F, gradients.length, (t) => F.squaredNorm(gradients[t]!)),
  };
}

/** The largest of the terms 0 … count − 1, of which there is at least one. */
function largest<S>({ max }: Algebra<S>, count: number, term: (t: number) => S): S {
  let most = term(0);
  for (let t = 1; t < count; t++) most = max(most, term(t));
  return most;
}
