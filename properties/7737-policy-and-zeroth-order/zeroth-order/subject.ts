import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { optimalBaseline } from '../../../src/zeroth-order/baseline.ts';
import { centralDifference } from '../../../src/zeroth-order/central-difference.ts';
import { type Atom, atoms, type Directions } from '../../../src/zeroth-order/directions.ts';
import {
  directionalEstimate,
  expectedScalar,
  expectedVector,
  type Objective,
} from '../../../src/zeroth-order/estimator.ts';
import { objectiveOf } from '../../instances/zeroth-order/objectives.ts';
import { firstMomentDegree, type ZerothOrderCase } from '../../instances/zeroth-order/zeroth-order-case.ts';

/** The parts of zeroth-order gradients that an implementation under judgement may replace. */
export interface ZerothOrderParts {
  /** The directions with their probabilities. */
  atoms<S>(F: Algebra<S>, directions: Directions, degree?: number): readonly Atom<S>[];
  /** (f(x + εu) − b)/ε · u. B-(13), B-(14). */
  estimate<S>(F: Algebra<S>, f: Objective, x: Vector<S>, u: Vector<S>, smoothing: S, baseline: S): Vector<S>;
  /** (f(x + εu) − f(x))/ε · u. B-(11). */
  forward<S>(F: Algebra<S>, f: Objective, x: Vector<S>, u: Vector<S>, smoothing: S): Vector<S>;
  /** (f(x + εu) − f(x − εu))/(2ε) · u. */
  central<S>(F: Algebra<S>, f: Objective, x: Vector<S>, u: Vector<S>, smoothing: S): Vector<S>;
  /** E[f(x + εu) ‖u‖²] / E‖u‖². B-(15). */
  optimalBaseline<S>(F: Algebra<S>, f: Objective, x: Vector<S>, atoms: readonly Atom<S>[], smoothing: S): S;
}

/** The estimators that go with an estimate from one direction. */
export const withEstimate = (estimate: ZerothOrderParts['estimate']): ZerothOrderParts => ({
  atoms,
  estimate,
  forward: (F, f, x, u, smoothing) => estimate(F, f, x, u, smoothing, f(F, x)),
  central: centralDifference,
  optimalBaseline,
});

/** The reference implementation. */
export const reference: ZerothOrderParts = withEstimate(directionalEstimate);

/** A case in the arithmetic of a claim. */
export interface ReadCase<S> {
  readonly f: Objective;
  readonly x: Vector<S>;
  readonly atoms: readonly Atom<S>[];
  readonly smoothing: S;
  readonly baseline: S;
}

/** Reads the case; rules for spheres and normal directions integrate polynomials of the given degree in u. */
export function readCase<S>(
  F: Algebra<S>,
  instance: ZerothOrderCase,
  use: ZerothOrderParts,
  degree = firstMomentDegree(instance),
): ReadCase<S> {
  return {
    f: objectiveOf(instance.objective),
    x: F.vector(instance.point),
    atoms: use.atoms(F, instance.directions, degree),
    smoothing: F.of(instance.smoothing),
    baseline: F.of(instance.baseline),
  };
}

/** The zeroth-order gradient: the expectation of the forward difference. B-(11). */
export const expectedForward = <S>(
  F: Algebra<S>,
  { f, x, atoms, smoothing }: ReadCase<S>,
  use: ZerothOrderParts,
): Vector<S> => expectedVector(F, atoms, (u) => use.forward(F, f, x, u, smoothing));

/** The expectation of the estimate with the baseline b. B-(13), B-(14). */
export const expectedEstimate = <S>(
  F: Algebra<S>,
  { f, x, atoms, smoothing }: ReadCase<S>,
  use: ZerothOrderParts,
  baseline: S,
): Vector<S> => expectedVector(F, atoms, (u) => use.estimate(F, f, x, u, smoothing, baseline));

/** V(b) = E‖g − E g‖² of the estimate g with the baseline b: the trace of its covariance. */
export function varianceOf<S>(F: Algebra<S>, read: ReadCase<S>, use: ZerothOrderParts, baseline: S): S {
  const { f, x, atoms, smoothing } = read;
  const mean = expectedEstimate(F, read, use, baseline);
  return expectedScalar(F, atoms, (u) => F.squaredNorm(F.minus(use.estimate(F, f, x, u, smoothing, baseline), mean)));
}
