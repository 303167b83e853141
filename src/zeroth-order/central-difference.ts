import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Objective } from './estimator.ts';

/**
 * The central difference along u: (f(x + εu) − f(x − εu))/(2ε) · u.
 *
 * x and u have d coordinates, ε > 0. It needs no baseline, and it is exact on quadratics for every distribution of
 * directions with E uuᵀ = I.
 */
export const centralDifference = <S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  direction: Vector<S>,
  smoothing: S,
): Vector<S> => F.scale(centralSlope(F, objective, x, direction, smoothing), direction);

/**
 * Simultaneous perturbation: (f(x + εu) − f(x − εu))/(2ε) · (1/u₁, …, 1/u_d), for directions with no coordinate 0 and
 * finite E 1/u_i, which normal ones are not. For independent signs it is the {@link centralDifference}.
 * @throws RangeError when a coordinate of the direction is 0.
 *
 * Source: Spall, Multivariate stochastic approximation using a simultaneous perturbation gradient approximation (1992).
 */
export function simultaneousPerturbation<S>(
  F: Algebra<S>,
  objective: Objective,
  x: Vector<S>,
  direction: Vector<S>,
  smoothing: S,
): Vector<S> {
  const slope = centralSlope(F, objective, x, direction, smoothing);
  return direction.map((u, i) => {
    if (F.compare(u, F.zero) === 0) {
      throw new RangeError(`direction[${i}] is 0; give a direction with no coordinate 0, such as signs.`);
    }
    return F.div(slope, u);
  });
}

/** (f(x + εu) − f(x − εu))/(2ε). */
function centralSlope<S>(F: Algebra<S>, objective: Objective, x: Vector<S>, direction: Vector<S>, smoothing: S): S {
  const { add, axpy, div, neg, sub } = F;
  const ahead = objective(F, axpy(smoothing, direction, x));
  const behind = objective(F, axpy(neg(smoothing), direction, x));
  return div(sub(ahead, behind), add(smoothing, smoothing));
}
