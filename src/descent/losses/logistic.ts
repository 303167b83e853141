import type { Scalars } from '../../scalar/algebra.ts';
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

/** 1 / (1 + exp m), written as exp(min(0, −m)) / (1 + exp(−|m|)), which cannot overflow. */
const steepness = <S>({ abs, add, div, exp, min, neg, one, zero }: Scalars<S>, margin: S): S =>
  div(exp(min(zero, neg(margin))), add(one, exp(neg(abs(margin)))));

/** The value and a subgradient of the logistic loss, in every arithmetic. */
export const logisticForm: LossForm<LogisticLoss> = {
  dimension: ({ feature }) => feature.length,
  /** With m = feature · θ: max(0, −m) + log(1 + exp(−|m|)), which cannot overflow. */
  value: ({ abs, add, dot, exp, log, max, neg, one, vector, zero }, { feature }, theta) => {
    const margin = dot(vector(feature), theta);
    return add(max(zero, neg(margin)), log(add(one, exp(neg(abs(margin))))));
  },
  /** −feature / (1 + exp m). */
  subgradient: (F, { feature }, theta) => {
    const w = F.vector(feature);
    return F.scale(F.neg(steepness(F, F.dot(w, theta))), w);
  },
  /** ‖feature‖² / (1 + exp m)² at the least m on Θ, which is −h(−feature). */
  squaredGradientBound: (F, { feature }, region) => {
    const w = F.vector(feature);
    const least = F.neg(region.support(F.scale(F.of(-1), w)));
    return F.mul(F.square(steepness(F, least)), F.squaredNorm(w));
  },
};
