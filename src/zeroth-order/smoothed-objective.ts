import type { Algebra, Vector } from '../scalar/algebra.ts';
import { series } from '../scalar/series.ts';
import type { Atom } from './directions.ts';
import { expectedScalar, type Objective } from './estimator.ts';

/** The smoothed objective f_ε(x) = E f(x + εu). For a rule, f is a polynomial of its degree at most. */
export const smoothedObjective = <S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  atoms: readonly Atom<S>[],
  smoothing: S,
): S => expectedScalar(F, atoms, (u) => objective(F, F.axpy(smoothing, u, x)));

/**
 * The mean of a polynomial of degree at most `degree` over the ball of radius ε√d around x, with `atoms` the rule of the
 * sphere of radius √d.
 *
 * A point of the ball is x + ερu with u on the sphere and ρ in [0, 1] of density d ρᵈ⁻¹, so that E ρᵏ = d/(d + k).
 */
export function ballAverage<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  atoms: readonly Atom<S>[],
  smoothing: S,
  degree: number,
): S {
  const { add, div, mul, of, zero } = F;
  const d = x.length;
  const R = series(F, degree + 1);
  return expectedScalar(F, atoms, (u) => {
    const along = R.axpy(R.epsilon, F.scale(smoothing, u).map(R.constant), x.map(R.constant));
    const value = objective(R, along);
    let total = zero;
    for (let k = 0; k <= degree; k++) {
      total = add(total, mul(div(of(d), of(d + k)), R.coefficient(value, k)));
    }
    return total;
  });
}
