import type { Differentiable } from '../../../src/policy/surrogate.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type Dual, dual } from '../../../src/scalar/dual.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { type Series, series } from '../../../src/scalar/series.ts';

/** A function's value, gradient and Hessian at one point. */
export interface Derivatives<S> {
  readonly value: S;
  readonly gradient: Vector<S>;
  readonly hessian: readonly Vector<S>[];
}

/** A function of a step δ in the parameters. */
type OfStep<S, R> = (D: Differentiable<S>, step: Vector<S>) => R;

/** The derivatives at δ = 0 of several functions of `parameters` parameters, by duals of duals. */
export function secondDerivatives<S>(
  F: Algebra<S>,
  parameters: number,
  functions: OfStep<Dual<Dual<S>>, readonly Dual<Dual<S>>[]>,
): readonly Derivatives<S>[] {
  const inner = dual(F);
  const outer = dual(inner);
  const D = { ...outer, stopGradient: (a: Dual<Dual<S>>) => outer.constant(inner.stopGradient(a.value)) };
  const step = outer.variables(inner.variables(Array.from({ length: parameters }, () => F.zero)));
  return functions(D, step).map((result) => ({
    value: result.value.value,
    gradient: inner.gradient(result.value, parameters),
    hessian: outer.gradient(result, parameters).map((row) => inner.gradient(row, parameters)),
  }));
}

/** The gradient at δ = 0 of a function of the step. */
export function gradientAtZero<S>(F: Algebra<S>, parameters: number, f: OfStep<Dual<S>, Dual<S>>): Vector<S> {
  const D = dual(F);
  const step = D.variables(Array.from({ length: parameters }, () => F.zero));
  return D.gradient(f(D, step), parameters);
}

/** The first `terms` Taylor coefficients in ε of a function of the step δ = ε · direction. */
export function taylorAlong<S>(
  F: Algebra<S>,
  direction: Vector<S>,
  terms: number,
  f: OfStep<Series<S>, Series<S>>,
): Vector<S> {
  const E = series(F, terms);
  const D = { ...E, stopGradient: (a: Series<S>) => E.constant(E.coefficient(a, 0)) };
  const along = f(
    D,
    direction.map((x) => E.mul(E.constant(x), E.epsilon)),
  );
  return Array.from({ length: terms }, (_, k) => E.coefficient(along, k));
}

/** Equality of two matrices. */
export const equalMatrices = <S>(left: readonly Vector<S>[], right: readonly Vector<S>[], name: string): Relation<S> =>
  left.map((row, i) => equalVectors(row, right[i]!, `${name}, row ${i + 1}, column`));

/** Equality of value, gradient and Hessian. */
export const equalDerivatives = <S>(left: Derivatives<S>, right: Derivatives<S>): Relation<S> => [
  equal(left.value, right.value, 'value'),
  equalVectors(left.gradient, right.gradient, 'parameter'),
  equalMatrices(left.hessian, right.hessian, 'Hessian'),
];

/** Σ_y p_y M_y for matrices. */
export const meanMatrix = <S>(
  F: Algebra<S>,
  probabilities: Vector<S>,
  matrices: readonly (readonly Vector<S>[])[],
): readonly Vector<S>[] =>
  matrices[0]!.map((row, i) =>
    row.map((_, j) =>
      F.dot(
        probabilities,
        matrices.map((matrix) => matrix[i]![j]!),
      ),
    ),
  );

/** The average of the derivatives over the classes. */
export const meanDerivatives = <S>(
  F: Algebra<S>,
  probabilities: Vector<S>,
  all: readonly Derivatives<S>[],
): Derivatives<S> => ({
  value: F.dot(
    probabilities,
    all.map(({ value }) => value),
  ),
  gradient: all[0]!.gradient.map((_, j) =>
    F.dot(
      probabilities,
      all.map(({ gradient }) => gradient[j]!),
    ),
  ),
  hessian: meanMatrix(
    F,
    probabilities,
    all.map(({ hessian }) => hessian),
  ),
});
