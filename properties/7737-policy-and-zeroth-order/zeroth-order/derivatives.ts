import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { dual } from '../../../src/scalar/dual.ts';
import type { Objective } from '../../../src/zeroth-order/estimator.ts';

/** ∇f(x). */
export function gradientOf<S>(F: Algebra<S>, f: Objective, x: Vector<S>): Vector<S> {
  const D = dual(F);
  return D.gradient(f(D, D.variables(x)), x.length);
}

/** The Hessian of f at x, row by row: the gradient of each partial derivative. */
export const hessianOf = <S>(F: Algebra<S>, f: Objective, x: Vector<S>): readonly Vector<S>[] =>
  x.map((_, i) => gradientOf(F, partial(f, i), x));

/** The third derivatives of f at x: the Hessian of each partial derivative. */
export const thirdDerivativesOf = <S>(F: Algebra<S>, f: Objective, x: Vector<S>): readonly (readonly Vector<S>[])[] =>
  x.map((_, i) => hessianOf(F, partial(f, i), x));

/** ∂f/∂x_i, as a text readable in any arithmetic. */
const partial =
  (f: Objective, i: number): Objective =>
  (F, x) => {
    const D = dual(F);
    const [varied] = D.variables([x[i]!]);
    return D.gradient(
      f(
        D,
        x.map((value, j) => (j === i ? varied! : D.constant(value))),
      ),
      1,
    )[0]!;
  };

/** uᵀ H v. */
export const bilinear = <S>(F: Algebra<S>, H: readonly Vector<S>[], u: Vector<S>, v: Vector<S>): S =>
  F.dot(
    u,
    H.map((row) => F.dot(row, v)),
  );

/** Σ H_ii. */
export const trace = <S>(F: Algebra<S>, H: readonly Vector<S>[]): S => F.sum(H.map((row, i) => row[i]!));
