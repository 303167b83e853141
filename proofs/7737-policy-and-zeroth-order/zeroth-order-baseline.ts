import { objectiveOf } from '../../properties/instances/zeroth-order/objectives.ts';
import { secondMomentDegree, type ZerothOrderCase } from '../../properties/instances/zeroth-order/zeroth-order-case.ts';
import { optimalBaseline } from '../../src/zeroth-order/baseline.ts';
import { atoms } from '../../src/zeroth-order/directions.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import { readLaw } from './read-law.ts';
import { AT_0, CUBICS, MOMENTS, SYMMETRIC_CUBICS } from './scopes.ts';
import {
  atOrigin,
  cubics,
  EVERY_KIND,
  FINITE,
  pairsOfMonomials,
  polynomials,
  SYMMETRIC,
  upTo,
  type ZerothOrderKind,
  zerothOrder,
} from './shapes.ts';

const moments = [
  ...polynomials(EVERY_KIND, 3, 2),
  ...atOrigin(polynomials(EVERY_KIND, 3, 3, 3)),
  ...pairsOfMonomials(EVERY_KIND),
];
/** V(b) − V(b*) is d times the square of (b − b*)/ε. */
const excess: Shape['hints'] = ({ F, instance }) => {
  const { objective, point, directions, smoothing, baseline } = instance as ZerothOrderCase;
  const [x, epsilon] = [F.vector(point), F.of(smoothing)];
  const all = atoms(F, directions, secondMomentDegree(instance as ZerothOrderCase));
  const best = optimalBaseline(F, objectiveOf(objective), x, all, epsilon);
  return { squares: [F.div(F.sub(F.of(baseline), best), epsilon)], degree: 1 };
};
const signs = polynomials(['rademacher'], 2, 3);

const several = (kind: ZerothOrderKind, d: number, degree: number, N: number): Shape => ({
  name: `${kind}, d = ${d}, degree ${degree}, N = ${N}`,
  instance: (free: Free) => ({ ...zerothOrder(free, kind, d, degree), samples: N }),
});
const SAMPLED = 'd <= 1, for quadratics and up to three samples in signs, skewed and three-point directions' as const;
const sampledFrom = (least: number): readonly Shape[] =>
  FINITE.flatMap((kind) => upTo(least, 3).map((N) => several(kind, 1, 2, N)));

/** B-(13) to B-(15): baselines. */
export const zerothOrderBaselineTheorems = [
  readLaw('zo.noshift', { scope: CUBICS }, cubics(EVERY_KIND)),
  readLaw('zo.m2', { scope: MOMENTS }, moments),
  readLaw(
    'zo.bopt',
    { scope: MOMENTS, kind: 'certificate' },
    moments.map((shape) => ({ ...shape, hints: excess })),
  ),
  readLaw('zo.bopt-taylor', { scope: SYMMETRIC_CUBICS }, cubics(SYMMETRIC)),
  readLaw('zo.bopt-expansion', { scope: CUBICS }, cubics(EVERY_KIND)),
  readLaw('zo.bopt-one-length', { scope: 'd <= 3, for quadratics in random signs' }, signs),
  readLaw(
    'zo.bopt-quadratic',
    { scope: `d <= 4, for quadratics in signs, three-point and normal directions; ${AT_0}` },
    [...polynomials(SYMMETRIC, 2, 2), ...atOrigin(polynomials(SYMMETRIC, 2, 4, 3))],
  ),
  readLaw(
    'zo.b0-exact',
    { scope: 'd <= 2, for cubics of one variable and quadratics in signs, skewed and three-point directions' },
    [...polynomials(FINITE, 3, 1), ...polynomials(FINITE, 2, 2, 2)],
  ),
  readLaw('zo.sample-mean', { scope: SAMPLED }, sampledFrom(1)),
  readLaw('zo.leave-one-out', { scope: SAMPLED }, sampledFrom(2)),
  readLaw('zo.variance-samples', { scope: SAMPLED }, sampledFrom(1)),
  readLaw(
    'zo.two-atoms',
    { scope: 'd <= 1, for cubics in signs and skewed directions' },
    polynomials(['rademacher', 'skewed'], 3, 1),
  ),
  readLaw(
    'zo.sample-b',
    { scope: 'd <= 1, for quadratics and up to three samples in random signs' },
    upTo(1, 3).map(
      (N): Shape => ({
        name: `N = ${N}`,
        instance: (free) => ({ ...zerothOrder(free, 'rademacher', 1, 2), samples: N }),
      }),
    ),
  ),
];
