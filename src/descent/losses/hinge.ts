import type { ExactVector } from '../../scalar/exact.ts';
import { realVector } from '../../scalar/validate.ts';
import type { LossForm } from './loss-form.ts';

/** L(θ) = max(0, 1 − feature · θ), the label's sign taken into the feature. */
export interface HingeLoss {
  readonly kind: 'hinge';
  readonly feature: ExactVector;
}

/** L(θ) = max(0, 1 − feature · θ). Throws a RangeError when a coordinate is not finite. */
export const hingeLoss = (feature: ExactVector): HingeLoss => ({
  kind: 'hinge',
  feature: realVector('feature', feature),
});

/** The value and a subgradient of the hinge loss, in every arithmetic. */
export const hingeForm: LossForm<HingeLoss> = {
  dimension: ({ feature }) => feature.length,
  value: ({ dot, max, one, sub, vector, zero }, { feature }, theta) => max(zero, sub(one, dot(vector(feature), theta))),
  /** −feature where the margin is below 1, and 0 from there on. */
  subgradient: ({ compare, dot, of, one, scale, vector }, { feature }, theta) =>
    scale(of(compare(dot(vector(feature), theta), one) < 0 ? -1 : 0), vector(feature)),
  /** ‖feature‖²: a bound, as all of Θ may lie beyond the kink. */
  squaredGradientBound: ({ squaredNorm, vector }, { feature }) => squaredNorm(vector(feature)),
};
