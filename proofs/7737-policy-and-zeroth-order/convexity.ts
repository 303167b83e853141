import { atoms, type Directions } from '../../src/zeroth-order/directions.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { nonnegative, positive } from '../theorem/statements.ts';
import { readLaw } from './read-law.ts';
import { EVERY_KIND, exponents, upTo, type ZerothOrderKind, zerothOrder } from './shapes.ts';

/**
 * w (o + ε s · u)^2h: how far it is above its tangent at o, direction by direction, with t = ε s · u:
 * t², t² (t + 2o)² + 2 t² o², and t² (t² + 3ot + 2o²)² + 2 t² o² (t + 2o)² + 3 t² o⁴.
 */
const ridge = (d: number, kind: 'rademacher' | 'skewed' | 'three-point', half: number): Shape => {
  const { add, mul, of, square } = F;
  const o = scalar('o');
  const squaresAt = (t: typeof o): readonly (typeof o)[] => {
    const ahead = add(t, mul(of(2), o));
    if (half === 1) return [t];
    if (half === 2) return [mul(t, ahead), mul(t, o)];
    const middle = add(add(square(t), mul(of(3), mul(o, t))), mul(of(2), square(o)));
    return [mul(t, middle), mul(mul(t, o), ahead), mul(t, square(o))];
  };
  return {
    name: `${kind}, d = ${d}, degree ${2 * half}`,
    instance: (free) => ({
      ridges: [{ weight: free.number('w'), slope: free.numbers('s', d), offset: free.number('o'), half }],
      directions: { kind, dimension: d } satisfies Directions,
      smoothing: free.number('epsilon'),
    }),
    given: [nonnegative('weight', scalar('w'), 'convex')],
    needed: { weight: { w: -1, ...Object.fromEntries(upTo(1, d).map((i) => [`s_${i}`, 1])), o: 0, epsilon: 1 } },
    hints: () => ({
      squares: atoms(F, { kind, dimension: d }).flatMap(({ direction }) =>
        squaresAt(mul(scalar('epsilon'), F.dot(scalars('s', d), direction))),
      ),
      degree: 2,
    }),
  };
};

/** f(x)² is positive, and is what the reduction begins with, times E‖u‖² = d. */
const valued = (kind: ZerothOrderKind, d: number, degree: number): Shape => {
  const x = scalars('x', d);
  const value = F.sum(
    exponents(d, degree).map((powers, i) =>
      powers.reduce(
        (term, power, j) => upTo(1, power).reduce((product) => F.mul(product, x[j]!), term),
        scalar(`c_${i + 1}`),
      ),
    ),
  );
  return {
    name: `${kind}, d = ${d}, degree ${degree}`,
    instance: (free) => zerothOrder(free, kind, d, degree),
    given: [positive('value', F.square(value), 'value-not-zero')],
    needed: {
      value: {
        ...Object.fromEntries(exponents(d, degree).map((_, i) => [`c_${i + 1}`, 0])),
        ...Object.fromEntries(x.map((each) => [`${each}`, 0])),
        epsilon: 1,
        b: 0,
      },
    },
    hints: () => ({ degree: 1 }),
  };
};

/** Inequalities of zeroth order whose certificates are squares. */
export const convexityTheorems = [
  readLaw(
    'zo.smoothing-convex',
    {
      scope: 'd <= 2, for one power of a linear function in signs, skewed and three-point directions',
      kind: 'certificate',
    },
    (['rademacher', 'skewed', 'three-point'] as const).flatMap((kind) =>
      upTo(1, 3).flatMap((half) => upTo(1, 2).map((d) => ridge(d, kind, half))),
    ),
  ),
  readLaw(
    'zo.b0-small',
    {
      scope: 'd <= 2, for quadratics in signs, skewed and three-point directions; in normal ones d <= 1',
      kind: 'certificate',
    },
    EVERY_KIND.flatMap((kind) => upTo(1, kind === 'normal' ? 1 : 2).map((d) => valued(kind, d, 2))),
  ),
];
