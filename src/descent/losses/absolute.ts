import type { Exact, ExactVector } from '../../scalar/exact.ts';
import { real, realVector } from '../../scalar/validate.ts';
import type { LossForm } from './loss-form.ts';

/** L(θ) = |feature · θ − target|. */
export interface AbsoluteLoss {
  readonly kind: 'absolute';
  readonly feature: ExactVector;
  readonly target: Exact;
}

/** L(θ) = |feature · θ − target|. Throws a RangeError when a number is not finite. */
export const absoluteLoss = (feature: ExactVector, target: Exact): AbsoluteLoss => ({
  kind: 'absolute',
  feature: realVector('feature', feature),
  target: real('target', target),
});

/** The value and a subgradient of the absolute loss, in every arithmetic. */
export const absoluteForm: LossForm<AbsoluteLoss> = {
  dimension: ({ feature }) => feature.length,
  value: ({ abs, dot, of, sub, vector }, { feature, target }, theta) =>
    abs(sub(dot(vector(feature), theta), of(target))),
  /** sign(feature · θ − target) feature, and 0 at the kink. */
  subgradient: ({ compare, dot, of, scale, vector }, { feature, target }, theta) =>
    scale(of(compare(dot(vector(feature), theta), of(target))), vector(feature)),
  /** ‖feature‖²: a bound, as all of Θ may lie at the kink. */
  squaredGradientBound: ({ squaredNorm, vector }, { feature }) => squaredNorm(vector(feature)),
};
