import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import type { Directions } from '../../../src/zeroth-order/directions.ts';
import { restricted } from '../restricted.ts';
import { drawPolynomial } from './objectives.ts';
import { type ZerothOrderCase, zerothOrderCases } from './zeroth-order-case.ts';

/** The directions whose variances have formulas of their own. */
export const TABLED_KINDS = ['normal', 'rademacher', 'sphere'] as const satisfies readonly Directions['kind'][];
export type TabledKind = (typeof TABLED_KINDS)[number];

/** Rules in three dimensions have hundreds of points. */
const MOST_DIMENSIONS: Readonly<Record<TabledKind, number>> = { normal: 2, rademacher: 3, sphere: 2 };

const tabled = restricted(
  zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 2, dimension: 4 }),
  ({ directions: { kind } }) => (TABLED_KINDS as readonly Directions['kind'][]).includes(kind),
  `has directions among ${TABLED_KINDS.join(', ')}`,
);

/** Polynomials of the degree drawn, in normal directions, in signs or in directions on a sphere. */
const tabledCases = (degreeOf: (draw: Draw) => number, kinds = TABLED_WEIGHTS): Instances<ZerothOrderCase> => ({
  ...tabled,
  generate: (draw) => {
    const kind = draw.weighted(kinds);
    const dimension = draw.integer(1, MOST_DIMENSIONS[kind]);
    const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
    return {
      objective: drawPolynomial(draw, dimension, degreeOf(draw)),
      point: draw.list(dimension, () => draw.real(style, 2)),
      directions: { kind, dimension },
      smoothing: draw.positive(style, 2),
      baseline: draw.real(style),
    };
  },
});

const TABLED_WEIGHTS: readonly (readonly [weight: number, kind: TabledKind])[] = [
  [4, 'rademacher'],
  [3, 'normal'],
  [1, 'sphere'],
];

/** Quadratics, one in five of them linear. */
export const quadraticCases = tabledCases((draw) => (draw.chance(0.2) ? 1 : 2));

/** Cubics in signs and in normal directions. */
export const cubicCases = tabledCases(
  () => 3,
  TABLED_WEIGHTS.filter(([, kind]) => kind !== 'sphere'),
);
