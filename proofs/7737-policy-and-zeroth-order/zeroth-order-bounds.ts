import { gradientOf } from '../../properties/7737-policy-and-zeroth-order/zeroth-order/derivatives.ts';
import { gradientLipschitz } from '../../properties/7737-policy-and-zeroth-order/zeroth-order/lipschitz-constants.ts';
import {
  expectedForward,
  readCase,
  reference,
} from '../../properties/7737-policy-and-zeroth-order/zeroth-order/subject.ts';
import type { SlopeCase } from '../../properties/instances/zeroth-order/slope-case.ts';
import type { ZerothOrderCase } from '../../properties/instances/zeroth-order/zeroth-order-case.ts';
import { expectedScalar } from '../../src/zeroth-order/estimator.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar } from '../kernel/symbolic.ts';
import { modelOf, type Shape } from '../theorem/law-reading.ts';
import { atMost, nonnegative, positive } from '../theorem/statements.ts';
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
const quadratics = (kinds: readonly ZerothOrderKind[], most: number, least = 1): readonly Shape[] =>
  upTo(least, most).flatMap((d) =>
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

/** Of directions without third moments the error is 0, and the bound a square. */
const symmetricPlane = (kind: ZerothOrderKind): readonly Shape[] =>
  quadratics([kind], 2, 2).map((shape) => ({
    ...shape,
    hints: ({ F, instance }) => {
      const { objective } = instance as ZerothOrderCase;
      const { x, atoms, smoothing } = readCase(F, instance as ZerothOrderCase, reference);
      const cubes = expectedScalar(F, atoms, (u) => F.mul(F.norm(u), F.squaredNorm(u)));
      return { squares: [F.mul(smoothing, F.mul(gradientLipschitz(F, objective, x), cubes))], degree: 1 };
    },
  }));

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
const kinked = (kind: ZerothOrderKind, more: Partial<DecidedShape> = {}): DecidedShape => ({
  name: `${kind}, d = 1, x|x|/2`,
  degree: 3,
  instance: (free): ZerothOrderCase => ({
    objective: { kind: 'signed-square' },
    point: [free.number('x')],
    directions: { kind, dimension: 1 },
    smoothing: free.number('epsilon'),
    baseline: free.number('b'),
  }),
  given: [positive('smoothing', epsilon)],
  models: upTo(-12, 12).map((x) => ({ x: x / 4, epsilon: 1, b: 0 })),
  ...more,
});

/** The same with at least what its derivative changes by. */
const slopedKink = (kind: ZerothOrderKind): DecidedShape => {
  const { instance, given = [], models = [], ...shape } = kinked(kind);
  return {
    ...shape,
    instance: (free): SlopeCase => ({ ...(instance(free) as ZerothOrderCase), lipschitz: free.number('L') }),
    given: [...given, atMost('bent', F.one, scalar('L'), 'lipschitz-derivative')],
    models: models.map((model) => ({ ...model, L: 1 })),
    needed: { bent: { x: 0, epsilon: 1, b: 0, L: 1 / 2 } },
  };
};

/** The square of an error that is within its bound on either side. */
const squaredError: DecidedShape['hints'] = ({ F, instance, shown }) => {
  const read = readCase(F, instance as ZerothOrderCase, reference);
  const error = F.sub(expectedForward(F, read, reference)[0]!, gradientOf(F, read.f, read.x)[0]!);
  const cubes = expectedScalar(F, read.atoms, ([u]) => F.abs(F.mul(u!, F.square(u!))));
  const bound = F.mul(F.div(read.smoothing, F.of(2)), cubes);
  const [above, below] = [F.sub(bound, error), F.add(bound, error)];
  return { facts: [shown(nonnegative('above', above)), shown(nonnegative('below', below))], degree: 2 };
};

const LINEAR = 'd <= 4, for linear functions in signs, skewed, three-point, normal and one-sided directions' as const;
const QUADRATICS =
  'd <= 2, for quadratics in signs, skewed, three-point and normal directions; for x|x|/2 d <= 1, in all but normal ones' as const;

/** How far smoothing and differences in random directions can go wrong. */
export const zerothOrderBoundTheorems = [
  readLaw(
    'zo.bias-lipschitz',
    { scope: 'd <= 1, for quadratics and x|x|/2 in signs, skewed and three-point directions', kind: 'cases' },
    FINITE.flatMap((kind) => [sloped(kind), slopedKink(kind)]),
  ),
  readLaw('zo.smoothing-distance', { scope: QUADRATICS, kind: 'cases' }, [
    ...quadratics(EVERY_KIND, 2),
    ...FINITE.map((kind) => kinked(kind)),
  ]),
  readLaw(
    'zo.bias-lipschitz-gradient',
    {
      scope: 'd <= 2, for quadratics in signs and three-point directions; for x|x|/2 and in skewed ones d <= 1',
      kind: 'cases',
    },
    [
      ...quadratics(FINITE, 1),
      ...symmetricPlane('rademacher'),
      ...symmetricPlane('three-point'),
      ...FINITE.map((kind) => kinked(kind, { hints: squaredError })),
    ],
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
