import type { Hypothesis, Necessity } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { degreeOf, objectiveOf, type TestFunction } from '../../instances/zeroth-order/objectives.ts';
import { gradientOf, hessianOf, thirdDerivativesOf } from './derivatives.ts';

type WithFunction = { readonly objective: TestFunction };

/**
 * L₀² with |f(x) − f(y)| ≤ L₀ ‖x − y‖: of a linear function ‖∇f‖²; 27/64 ‖a‖² of the bump, because |(1/(1 + t²))′| is
 * largest at t² = 1/3. Of any other polynomial, what its gradient at x suggests.
 */
export function squaredLipschitz<S>(F: Algebra<S>, f: TestFunction, x: Vector<S>): S {
  if (f.kind === 'bump') return F.mul(F.of(27 / 64), F.squaredNorm(F.vector(f.slope)));
  return F.squaredNorm(gradientOf(F, objectiveOf(f), x));
}

/** f is Lipschitz. */
export const lipschitz = <I extends WithFunction>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'lipschitz',
  says: 'L₀ is a Lipschitz constant of f everywhere, not only at x.',
  holds: ({ objective }) => objective.kind === 'bump' || degreeOf(objective) <= 1,
  necessity,
});

/**
 * L₁ with ‖∇f(x) − ∇f(y)‖ ≤ L₁ ‖x − y‖: of a quadratic the largest row sum of |H|, which no eigenvalue exceeds; 2‖a‖² of
 * the bump, because |(1/(1 + t²))″| ≤ 2; 1 of x|x|/2. Of any other polynomial, what its Hessian at x suggests.
 */
export function gradientLipschitz<S>(F: Algebra<S>, f: TestFunction, x: Vector<S>): S {
  const { abs, max, mul, of, one, squaredNorm, sum, vector } = F;
  if (f.kind === 'bump') return mul(of(2), squaredNorm(vector(f.slope)));
  if (f.kind !== 'polynomial') return one;
  return hessianOf(F, objectiveOf(f), x)
    .map((row) => sum(row.map(abs)))
    .reduce(max);
}

/** The gradient of f is Lipschitz. */
export const lipschitzGradient = <I extends WithFunction>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'lipschitz-gradient',
  says: 'L₁ is a Lipschitz constant of the gradient of f everywhere, not only at x.',
  holds: ({ objective }) => objective.kind === 'bump' || objective.kind === 'signed-square' || degreeOf(objective) <= 2,
  necessity,
});

/**
 * L₂² with ‖∇²f(x) − ∇²f(y)‖ ≤ L₂ ‖x − y‖: of a cubic the sum of its squared third derivatives; 25‖a‖⁶ of the bump,
 * because |(1/(1 + t²))‴| = |24 t (1 − t²)|/(1 + t²)⁴ < 4.67. Of any other polynomial, what its third derivatives at x
 * suggest.
 */
export function squaredHessianLipschitz<S>(F: Algebra<S>, f: TestFunction, x: Vector<S>): S {
  const { mul, of, square, squaredNorm, sum, vector } = F;
  if (f.kind === 'bump') {
    const length = squaredNorm(vector(f.slope));
    return mul(of(25), mul(length, square(length)));
  }
  return sum(thirdDerivativesOf(F, objectiveOf(f), x).flatMap((slice) => slice.map(squaredNorm)));
}

/** The Hessian of f is Lipschitz. */
export const lipschitzHessian = <I extends WithFunction>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'lipschitz-hessian',
  says: 'L₂ is a Lipschitz constant of the Hessian of f everywhere, not only at x.',
  holds: ({ objective }) => objective.kind === 'bump' || degreeOf(objective) <= 3,
  necessity,
});
