import type { Algebra, Vector } from '../../scalar/algebra.ts';
import type { ExactVector } from '../../scalar/exact.ts';
import { filledList, realVector } from '../../scalar/validate.ts';
import type { LossForm } from './loss-form.ts';

/** L(θ) = max over k of (slopes[k] · θ + offsets[k]). */
export interface MaxAffineLoss {
  readonly kind: 'max-affine';
  readonly slopes: readonly ExactVector[];
  readonly offsets: ExactVector;
}

/**
 * L(θ) = max over k of (slopes[k] · θ + offsets[k]).
 * @throws RangeError when there are not as many slopes as offsets, two slopes differ in length, or a number is not
 * finite.
 */
export function maxAffineLoss(slopes: readonly ExactVector[], offsets: ExactVector): MaxAffineLoss {
  filledList('slopes', slopes, 'slope');
  filledList('offsets', offsets, 'offset');
  if (slopes.length !== offsets.length) {
    throw new RangeError(`There are ${slopes.length} slopes and ${offsets.length} offsets; give as many of each.`);
  }
  realVector('offsets', offsets);
  slopes.forEach((slope, k) => {
    realVector(`slopes[${k}]`, slope);
    const dimension = slopes[0]!.length;
    if (slope.length !== dimension) {
      throw new RangeError(
        `slopes[${k}] has ${slope.length} coordinates and slopes[0] ${dimension}; give as many to both.`,
      );
    }
  });
  return { kind: 'max-affine', slopes, offsets };
}

const pieces = <S>({ add, dot, of, vector }: Algebra<S>, { slopes, offsets }: MaxAffineLoss, theta: Vector<S>): S[] =>
  slopes.map((slope, k) => add(dot(vector(slope), theta), of(offsets[k]!)));

/** The value and a subgradient of a maximum of affine functions, in every arithmetic. */
export const maxAffineForm: LossForm<MaxAffineLoss> = {
  dimension: ({ slopes }) => slopes[0]!.length,
  value: (F, loss, theta) => pieces(F, loss, theta).reduce(F.max),
  /** The slope of the first piece that attains the maximum. */
  subgradient: (F, loss, theta) => {
    const values = pieces(F, loss, theta);
    let best = 0;
    for (let k = 1; k < values.length; k++) if (F.compare(values[k]!, values[best]!) > 0) best = k;
    return F.vector(loss.slopes[best]!);
  },
  /** Max over k of ‖slopes[k]‖²: a bound, as a piece may attain the maximum nowhere in Θ. */
  squaredGradientBound: ({ max, squaredNorm, vector }, { slopes }) =>
    slopes.map((slope) => squaredNorm(vector(slope))).reduce(max),
};
