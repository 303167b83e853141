import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { dual } from '../../../src/scalar/dual.ts';
import { asExact } from '../../../src/scalar/exact-arithmetic.ts';
import { neg, type Rational, signOf } from '../../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../../src/scalar/rational-reading.ts';
import { atoms } from '../../../src/zeroth-order/directions.ts';
import { expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { drawCircle } from './directions.ts';
import { drawPolynomial, type Monomial, objectiveOf } from './objectives.ts';
import { EVERY_KIND, type ZerothOrderCase, zerothOrderCases } from './zeroth-order-case.ts';

const polynomials = zerothOrderCases({ kinds: EVERY_KIND, degree: 4, dimension: 2, degreeByRule: 3 });

/** The case with a linear term added to f that makes its slope along m = E[u‖u‖²] zero. */
function leveled(instance: ZerothOrderCase): ZerothOrderCase {
  const { objective, point, directions } = instance;
  if (objective.kind !== 'polynomial') return instance;
  const m = expectedVector(Q, atoms(Q, directions), (u) => Q.scale(Q.squaredNorm(u), u));
  const j = m.findIndex((mj) => signOf(mj) !== 0);
  if (j < 0) return instance;
  const D = dual<Rational>(Q);
  const slope = D.gradient(objectiveOf(objective)(D, D.variables(Q.vector(point))), point.length);
  const coefficient = asExact(neg(Q.div(Q.dot(slope, m), m[j]!)));
  const linear: Monomial = { coefficient, powers: point.map((_, i) => Number(i === j)) };
  return { ...instance, objective: { ...objective, terms: [...objective.terms, linear] } };
}

/** Polynomials in every kind of directions, with slope 0 along E[u‖u‖²]. */
export const levelCases: Instances<ZerothOrderCase> = {
  ...polynomials,
  generate: (draw) => {
    const instance = polynomials.generate(draw);
    const { kind } = instance.directions;
    return kind === 'skewed' || kind === 'finite' ? leveled(instance) : instance;
  },
};

const ofOneLength = zerothOrderCases({
  kinds: [
    [4, 'rademacher'],
    [1, 'coordinate'],
    [1, 'sphere'],
    [1, 'three-spokes'],
  ],
  degree: 4,
  dimension: 3,
  degreeByRule: 3,
});

/** Polynomials in directions of one length, some of them with any covariance. */
export const oneLengthCases: Instances<ZerothOrderCase> = {
  ...ofOneLength,
  generate: (draw: Draw) => {
    if (!draw.chance(0.3)) return ofOneLength.generate(draw);
    return {
      objective: drawPolynomial(draw, 2, draw.integer(1, 4)),
      point: draw.list(2, () => draw.integer(-8, 8) / 4),
      directions: drawCircle(draw),
      smoothing: draw.positive('fraction', 2),
      baseline: 0,
    };
  },
};
