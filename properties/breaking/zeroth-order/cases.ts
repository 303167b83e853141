import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import type { Directions } from '../../../src/zeroth-order/directions.ts';
import { type DirectionSamples, directionSamples } from '../../instances/zeroth-order/direction-samples.ts';
import { copied, folded, shifted, stretched } from '../../instances/zeroth-order/directions.ts';
import { harmonicCases } from '../../instances/zeroth-order/harmonic.ts';
import { drawPolynomial } from '../../instances/zeroth-order/objectives.ts';
import { casesOf, type ZerothOrderCase, zerothOrderCases } from '../../instances/zeroth-order/zeroth-order-case.ts';

const cases = zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 2, dimension: 2 });

/** Cases with small whole numbers, where the simplest witnesses live, in directions of one's choice. */
const inDirections = (
  choose: (draw: Draw, dimension: number) => Directions,
  degree = 2,
): Instances<ZerothOrderCase> => ({
  ...cases,
  generate: (draw) => {
    const d = draw.integer(1, 2);
    return {
      objective: drawPolynomial(draw, d, draw.integer(1, degree)),
      point: draw.list(d, () => draw.integer(-2, 2)),
      directions: choose(draw, d),
      smoothing: draw.pick([1, 1 / 2, 1 / 4]),
      baseline: draw.integer(-2, 2),
    };
  },
});

const signs = (dimension: number): Directions => ({ kind: 'rademacher', dimension });

/** Directions of mean 0 that are twice too long, or copies of one sign. */
export const otherSecondMoments = inDirections((draw, d) =>
  d === 1 || draw.chance(0.5) ? stretched(signs(d), 2) : copied(signs(d)),
);

/** Directions with E uuᵀ = I whose mean is not 0. */
export const otherMeans = inDirections((_draw, d) => folded(signs(d)));

/** Directions with covariance I about a mean that is not 0. */
export const shiftedMeans = inDirections((_draw, d) =>
  shifted(
    signs(d),
    Array.from({ length: d }, (_, i) => Number(i === 0)),
  ),
);

/** Skewed directions. */
export const skewedDirections = inDirections((_draw, dimension) => ({ kind: 'skewed', dimension }), 3);

/** Directions of many lengths, symmetric or skewed. */
export const manyLengths = inDirections((draw, dimension) => ({
  kind: draw.chance(0.5) ? 'skewed' : 'three-point',
  dimension,
}));

/** Polynomials of degree 3 in directions of random signs. */
export const cubesInSigns: Instances<ZerothOrderCase> = {
  ...cases,
  generate: (draw) => ({
    objective: drawPolynomial(draw, 1, 3),
    point: [draw.integer(-2, 2)],
    directions: signs(1),
    smoothing: draw.pick([1, 1 / 2, 1 / 4]),
    baseline: 0,
  }),
};

/** Polynomials of degree 4 in directions of random signs. */
export const quarticsInSigns: Instances<ZerothOrderCase> = {
  ...cubesInSigns,
  generate: (draw) => ({ ...cubesInSigns.generate(draw), objective: drawPolynomial(draw, 1, 4) }),
};

/** x |x| / 2 at its kink. */
export const kinks = casesOf(
  [{ kind: 'signed-square' }],
  [
    [1, 'rademacher'],
    [1, 'skewed'],
  ],
  () => 0,
);

/** Two copies of one sign. */
export const copiedSigns: Instances<ZerothOrderCase> = {
  ...cases,
  generate: (draw) => ({
    objective: drawPolynomial(draw, 2, draw.integer(1, 2)),
    point: draw.list(2, () => draw.integer(-2, 2)),
    directions: copied(signs(2)),
    smoothing: 1,
    baseline: 0,
  }),
};

/** Polynomials without a constant, at 0. */
export const zeroValues: Instances<ZerothOrderCase> = {
  ...cases,
  generate: (draw) => ({
    objective: { kind: 'polynomial', terms: [{ coefficient: draw.integer(1, 3), powers: [draw.integer(1, 2)] }] },
    point: [0],
    directions: signs(1),
    smoothing: 1,
    baseline: 0,
  }),
};

const samples = directionSamples({ kinds: [[1, 'rademacher']], degree: 2, dimension: 1 }, 2);

const samplesIn = (choose: (draw: Draw) => Directions): Instances<DirectionSamples> => ({
  ...samples,
  generate: (draw) => ({ ...samples.generate(draw), directions: choose(draw) }),
});

/** Samples of directions whose mean is not 0. */
export const samplesOfOtherMeans = samplesIn(() => folded(signs(1)));

/** Samples of directions of two lengths. */
export const samplesOfManyLengths = samplesIn(() => ({ kind: 'skewed', dimension: 1 }));

/** Polynomials in normal directions. */
export const polynomialsInNormalDirections = inDirections((_draw, dimension) => ({ kind: 'normal', dimension }), 3);

/** Harmonic polynomials in directions of random signs. */
export const harmonicInSigns = harmonicCases(() => signs(2), 3);
