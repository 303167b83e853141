import type { SlopeCase } from '../../properties/instances/zeroth-order/slope-case.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar } from '../kernel/symbolic.ts';
import { modelOf, type Shape } from '../theorem/law-reading.ts';
import { atMost, positive } from '../theorem/statements.ts';
import type { Hints } from '../theorem/stored.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
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
  zerothOrder,
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

/** Any quadratic, and at least what its derivative changes by. */
const sloped = (kind: ZerothOrderKind): Shape => {
  const [L, c] = [scalar('L'), scalar('c_3')];
  const twice = F.add(c, c);
  const instance = { x_1: 0, epsilon: 1, b: 0, c_1: 0, c_2: 0, L: 1 };
  return {
    name: `${kind}, d = 1, degree 2`,
    instance: (free): SlopeCase => ({ ...zerothOrder(free, kind, 1, 2), lipschitz: free.number('L') }),
    given: [
      positive('smoothing', epsilon),
      atMost('bent up', twice, L, 'lipschitz-derivative'),
      atMost('bent down', F.neg(twice), L, 'lipschitz-derivative'),
    ],
    models: [-1 / 2, 0, 1 / 2].map((c_3) => ({ ...instance, c_3 })),
    ...(kind === 'skewed' && {
      needed: { 'bent up': { ...instance, c_3: 1 }, 'bent down': { ...instance, c_3: -1 } },
    }),
    hints: () => ({ degree: 2 }),
  };
};

/** x|x|/2, at points on either side of 0 and so near that directions lead across. */
const kinked = (kind: ZerothOrderKind): DecidedShape => ({
  name: `${kind}, d = 1, x|x|/2`,
  degree: 3,
  instance: (free): SlopeCase => ({
    objective: { kind: 'signed-square' },
    point: [free.number('x')],
    directions: { kind, dimension: 1 },
    smoothing: free.number('epsilon'),
    baseline: free.number('b'),
    lipschitz: free.number('L'),
  }),
  given: [positive('smoothing', epsilon), atMost('bent', F.one, scalar('L'), 'lipschitz-derivative')],
  models: upTo(-12, 12).map((x) => ({ x: x / 4, epsilon: 1, b: 0, L: 1 })),
  needed: { bent: { x: 0, epsilon: 1, b: 0, L: 1 / 2 } },
});

const LINEAR = 'd <= 4, for linear functions in signs, skewed, three-point, normal and one-sided directions' as const;
const QUADRATICS = 'd <= 1, for quadratics in signs, skewed, three-point and normal directions' as const;

/** How far smoothing and differences in random directions can go wrong. */
export const zerothOrderBoundTheorems = [
  readLaw(
    'zo.bias-lipschitz',
    { scope: 'd <= 1, for quadratics and x|x|/2 in signs, skewed and three-point directions', kind: 'cases' },
    FINITE.flatMap((kind) => [sloped(kind), kinked(kind)]),
  ),
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
