import type { ExactVector } from '../../scalar/exact.ts';
import { realVector } from '../../scalar/validate.ts';
import type { LossForm } from './loss-form.ts';

/** L(θ) = slope · θ. */
export interface LinearLoss {
  readonly kind: 'linear';
  readonly slope: ExactVector;
}

/** L(θ) = slope · θ. Throws a RangeError when a coordinate is not finite. */
export const linearLoss = (slope: ExactVector): LinearLoss => ({ kind: 'linear', slope: realVector('slope', slope) });

/** The value and a subgradient of a linear loss, in every arithmetic. */
export const linearForm: LossForm<LinearLoss> = {
  dimension: ({ slope }) => slope.length,
  value: ({ dot, vector }, { slope }, theta) => dot(vector(slope), theta),
  subgradient: ({ vector }, { slope }) => vector(slope),
  squaredGradientBound: ({ squaredNorm, vector }, { slope }) => squaredNorm(vector(slope)),
};
