import type { ExactVector } from '../../scalar/exact.ts';
import { realVector } from '../../scalar/validate.ts';
import type { LossForm } from './loss-form.ts';

/** L(θ) = log(1 + exp(−feature · θ)), the label's sign taken into the feature. */
export interface LogisticLoss {
  readonly kind: 'logistic';
  readonly feature: ExactVector;
}

/** L(θ) = log(1 + exp(−feature · θ)). Throws a RangeError when a coordinate is not finite. */
export const logisticLoss = (feature: ExactVector): LogisticLoss => ({
  kind: 'logistic',
  feature: realVector('feature', feature),
});

/** The value and a subgradient of the logistic loss, in every arithmetic. */
export const logisticForm: LossForm<LogisticLoss> = {
  dimension: ({ feature }) => feature.length,
  /** With m = feature · θ: max(0, −m) + log(1 + exp(−|m|)), which cannot overflow. */
  value: ({ abs, add, dot, exp, log, max, neg, one, vector, zero }, { feature }, theta) => {
    const margin = dot(vector(feature), theta);
    return add(max(zero, neg(margin)), log(add(one, exp(neg(abs(margin))))));
  },
  /** −feature / (1 + exp m), written as exp(min(0, −m)) / (1 + exp(−|m|)). */
  subgradient: ({ abs, add, div, dot, exp, min, neg, one, scale, vector, zero }, { feature }, theta) => {
    const w = vector(feature);
    const margin = dot(w, theta);
    return scale(neg(div(exp(min(zero, neg(margin))), add(one, exp(neg(abs(margin)))))), w);
  },
  squaredGradientBound: ({ squaredNorm, vector }, { feature }) => squaredNorm(vector(feature)),
};
