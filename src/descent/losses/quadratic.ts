import type { Exact, ExactVector } from '../../scalar/exact.ts';
import { showExact, toRational } from '../../scalar/exact.ts';
import { signOf } from '../../scalar/rational.ts';
import { real, realVector } from '../../scalar/validate.ts';
import type { LossForm } from './loss-form.ts';

/** L(θ) = (curvature / 2) ‖θ − center‖². */
export interface QuadraticLoss {
  readonly kind: 'quadratic';
  readonly curvature: Exact;
  readonly center: ExactVector;
}

/**
 * L(θ) = (curvature / 2) ‖θ − center‖², curvature ≥ 0.
 * @throws RangeError when the curvature is negative (the loss would not be convex) or a number is not finite.
 */
export function quadraticLoss(curvature: Exact, center: ExactVector): QuadraticLoss {
  if (signOf(toRational(real('curvature', curvature))) < 0) {
    throw new RangeError(`curvature is ${showExact(curvature)}; give at least 0, or the loss is not convex.`);
  }
  return { kind: 'quadratic', curvature, center: realVector('center', center) };
}

/** The value and a subgradient of a quadratic loss, in every arithmetic. */
export const quadraticForm: LossForm<QuadraticLoss> = {
  dimension: ({ center }) => center.length,
  value: ({ div, mul, minus, of, squaredNorm, vector }, { curvature, center }, theta) =>
    div(mul(of(curvature), squaredNorm(minus(theta, vector(center)))), of(2)),
  subgradient: ({ minus, of, scale, vector }, { curvature, center }, theta) =>
    scale(of(curvature), minus(theta, vector(center))),
  squaredGradientBound: ({ mul, of, square, vector }, { curvature, center }, region) =>
    mul(square(of(curvature)), region.squaredFarthest(vector(center))),
};
