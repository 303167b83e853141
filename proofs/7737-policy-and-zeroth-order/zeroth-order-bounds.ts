import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar } from '../kernel/symbolic.ts';
import { modelOf, type Shape } from '../theorem/law-reading.ts';
import type { Hints } from '../theorem/stored.ts';
import { readLaw } from './read-law.ts';
import { AT_0 } from './scopes.ts';
import {
  atOrigin,
  EVERY_KIND,
  exponents,
  FINITE,
  oneSided,
  polynomials,
  upTo,
  type ZerothOrderKind,
} from './shapes.ts';

const epsilon = scalar('epsilon');

/** The coefficients of the terms of one degree, among those of a polynomial of d variables. */
const coefficients = (d: number, degree: number, of: number): readonly RationalFunction[] =>
  exponents(d, degree).flatMap((powers, i) =>
    powers.reduce((sum, power) => sum + power, 0) === of ? [scalar(`c_${i + 1}`)] : [],
  );

/** These and, where they may be of use, their differences and sums, each multiplied by ε^power. */
function squares(all: readonly RationalFunction[], power: number, mixed = true): readonly RationalFunction[] {
  const pairs = all.flatMap((a, i) => all.slice(i + 1).flatMap((b) => [F.sub(a, b), F.add(a, b)]));
  return [...all, ...(mixed ? pairs : [])].map((a) => upTo(1, power).reduce((term) => F.mul(term, epsilon), a));
}

/** Polynomials for which the inequality is one of squares of the coefficients of the highest degree. */
const bounded = (shapes: readonly Shape[], hints: Hints): readonly Shape[] =>
  shapes.map((shape) => ({ ...shape, hints: () => ({ degree: 1, ...hints }) }));

const linear = (power: number): readonly Shape[] => [
  ...upTo(1, 4).flatMap((d) =>
    bounded(polynomials(EVERY_KIND, 1, d, d), { squares: squares(coefficients(d, 1, 1), power, false) }),
  ),
  ...oneSided(1).flatMap((shape, i) => bounded([shape], { squares: squares(coefficients(i + 1, 1, 1), power, false) })),
];

const cubics = (kinds: readonly ZerothOrderKind[], most: number): readonly Shape[] =>
  upTo(1, most).flatMap((d) => {
    const shapes = polynomials(kinds, 3, d, d);
    return bounded(d > 2 ? atOrigin(shapes) : shapes, { squares: squares(coefficients(d, 3, 3), 2) });
  });

/** Where absolute values are taken: of quadratics, the decisions are the signs of the second derivatives. */
const quadratics = (kinds: readonly ZerothOrderKind[], most: number): readonly Shape[] =>
  upTo(1, most).flatMap((d) =>
    polynomials(kinds, 2, d, d).map(
      (shape): Shape => ({
        ...shape,
        models: [
          modelOf(shape),
          { ...modelOf(shape), ...Object.fromEntries(coefficients(d, 2, 2).map((c) => [`${c}`, 0])) },
        ],
        hints: () => ({ squares: [epsilon, ...squares(coefficients(d, 2, 2), 1, false)], degree: 2 }),
      }),
    ),
  );

const LINEAR = 'd <= 4, for linear functions in signs, skewed, three-point, normal and one-sided directions' as const;
const QUADRATICS = 'd <= 1, for quadratics in signs, skewed, three-point and normal directions' as const;

/** How far smoothing and differences in random directions can go wrong. */
export const zerothOrderBoundTheorems = [
  readLaw('zo.smoothing-distance', { scope: QUADRATICS, kind: 'certificate' }, quadratics(EVERY_KIND, 1)),
  readLaw(
    'zo.bias-lipschitz-gradient',
    { scope: 'd <= 1, for quadratics in signs, skewed and three-point directions', kind: 'certificate' },
    quadratics(FINITE, 1),
  ),
  readLaw(
    'zo.bias-lipschitz-hessian',
    { scope: `d <= 3, for cubics in signs and three-point directions; ${AT_0}`, kind: 'certificate' },
    cubics(['rademacher', 'three-point'], 3),
  ),
  readLaw(
    'zo.bias-normal',
    { scope: `d <= 3, for cubics in normal directions; ${AT_0}`, kind: 'certificate' },
    cubics(['normal'], 3),
  ),
  readLaw('zo.smoothing-lipschitz', { scope: LINEAR, kind: 'certificate' }, linear(1)),
  readLaw('zo.second-moment-lipschitz', { scope: LINEAR, kind: 'certificate' }, linear(0)),
];
