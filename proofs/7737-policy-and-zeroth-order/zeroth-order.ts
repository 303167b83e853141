import { ratio } from '../../src/scalar/exact.ts';
import type { Directions } from '../../src/zeroth-order/directions.ts';
import { symbolicReading as F, scalar } from '../kernel/symbolic.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import { positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { readLaw } from './read-law.ts';
import { AT_0, CUBICS, SYMMETRIC_CUBICS } from './scopes.ts';
import { atOrigin, cubics, EVERY_KIND, oneSided, polynomials, SYMMETRIC, upTo, zerothOrder } from './shapes.ts';

const few = [...polynomials(EVERY_KIND, 3, 2), ...oneSided(3)];
const quadratics = [...polynomials(EVERY_KIND, 2, 2), ...atOrigin(polynomials(EVERY_KIND, 2, 4, 3))];
const symmetricQuadratics = [...polynomials(SYMMETRIC, 2, 2), ...atOrigin(polynomials(SYMMETRIC, 2, 4, 3))];
const linear = (kinds: typeof EVERY_KIND, most: number) => polynomials(kinds, 1, most);

/** Any polynomial along any direction. */
const along = upTo(1, 2).map(
  (d): Shape => ({
    name: `d = ${d}, degree 3`,
    instance: (free) => {
      const { directions: _, baseline: __, ...rest } = zerothOrder(free, 'rademacher', d, 3);
      return { ...rest, direction: free.numbers('u', d) };
    },
  }),
);

const FEW = 'd <= 2, for cubics in signs, skewed, three-point and normal directions' as const;
const EVERY = 'd <= 4, for signs, skewed, three-point and normal directions' as const;
const QUADRATICS = `${EVERY}; ${AT_0}` as const;

/** Mean 0 and variance 1, and the zero-biased law is not uniform. */
const uneven = {
  kind: 'finite',
  atoms: [
    { direction: [-1], probability: ratio(4, 9) },
    { direction: [1 / 2], probability: ratio(4, 9) },
    { direction: [2], probability: ratio(1, 9) },
  ],
};

/** x³ on the line. */
const cube = (free: Free, kind: (typeof EVERY_KIND)[number]) => ({
  ...zerothOrder(free, kind, 1, 0),
  objective: { kind: 'polynomial', terms: [{ coefficient: 1, powers: [3] }] },
});

/** Every harmonic polynomial of two variables up to the third degree. */
const harmonic = (free: Free) => {
  const [c, q] = [free.numbers('c', 3), free.numbers('q', 4)];
  const times = (name: string, n: number) => free.exact(F.mul(F.of(n), scalar(name)));
  return {
    ...zerothOrder(free, 'normal', 2, 0),
    objective: {
      kind: 'polynomial',
      terms: [
        { coefficient: c[0], powers: [0, 0] },
        { coefficient: c[1], powers: [1, 0] },
        { coefficient: c[2], powers: [0, 1] },
        { coefficient: q[0], powers: [1, 1] },
        { coefficient: q[1], powers: [2, 0] },
        { coefficient: times('q_2', -1), powers: [0, 2] },
        { coefficient: q[2], powers: [3, 0] },
        { coefficient: times('q_3', -3), powers: [1, 2] },
        { coefficient: q[3], powers: [0, 3] },
        { coefficient: times('q_4', -3), powers: [2, 1] },
      ],
    },
  };
};

/** Any polynomial in the directions of a sphere, whose coordinates are roots. */
const onSphere = (d: number, degree: number): Shape => ({
  name: `sphere, d = ${d}, degree ${degree}`,
  instance: (free) => ({ ...zerothOrder(free, 'rademacher', d, degree), directions: { kind: 'sphere', dimension: d } }),
  hints: () => ({ squares: [], degree: 1 }),
});

/** x√|x| at 0, with ε the square of s: any that is positive is. */
const rooted = (name: string, directions: Directions): DecidedShape => ({
  name: `${name}, d = 1`,
  degree: 2,
  instance: (free) => {
    free.number('s');
    return {
      objective: { kind: 'root' },
      point: [0],
      directions,
      smoothing: free.exact(F.square(scalar('s'))),
      baseline: free.number('b'),
    };
  },
  given: [positive('root of ε', scalar('s'))],
});

/** Two values with rational roots, mean 0 and variance 1. */
const unequal: Directions = {
  kind: 'finite',
  atoms: [
    { direction: [4], probability: ratio(1, 17) },
    { direction: [-1 / 4], probability: ratio(16, 17) },
  ],
};

/** B-(11) and B-(12): what the zeroth-order gradient is, and its limit. */
export const zerothOrderTheorems = [
  readLaw('zo.def', { scope: 'd <= 2, for cubics in any direction' }, along),
  readLaw('zo.taylor', { scope: 'd <= 2, for cubics in any direction' }, along),
  readLaw('zo.outer', { scope: EVERY }, linear(EVERY_KIND, 4)),
  readLaw('zo.limit', { scope: CUBICS }, cubics(EVERY_KIND)),
  readLaw('zo.limit-any-mean', { scope: `${FEW}, and in one-sided ones` }, few),
  readLaw('zo.bias', { scope: CUBICS }, cubics(EVERY_KIND)),
  readLaw('zo.bias-second-order', { scope: SYMMETRIC_CUBICS }, cubics(SYMMETRIC)),
  readLaw(
    'zo.bias-cube',
    { scope: 'd <= 1, for signs, skewed, three-point and normal directions' },
    EVERY_KIND.map((kind) => ({ name: kind, instance: (free) => cube(free, kind) })),
  ),
  readLaw('zo.quadratic', { scope: QUADRATICS }, quadratics),
  readLaw(
    'c.times-u-quadratic',
    { scope: `d <= 4, for signs, three-point and normal directions; ${AT_0}` },
    symmetricQuadratics,
  ),
  readLaw('c.uTu-dimension', { scope: EVERY }, linear(EVERY_KIND, 4)),
  readLaw('zo.central', { scope: `${FEW}, and in one-sided ones` }, few),
  readLaw('zo.central-quadratic', { scope: QUADRATICS }, quadratics),
  readLaw(
    'zo.central-baseline',
    { scope: 'd <= 2, for cubics in any direction' },
    along.map((shape) => ({
      ...shape,
      instance: (free) => ({ ...(shape.instance(free) as object), baseline: free.number('b') }),
    })),
  ),
  readLaw('zo.spsa', { scope: 'd <= 2, for cubics in random signs' }, polynomials(['rademacher'], 3, 2)),
  readLaw(
    'zo.spsa-limit',
    { scope: 'd <= 2, for cubics in signs and skewed directions' },
    polynomials(['rademacher', 'skewed'], 3, 2),
  ),
  readLaw('zo.root-rate', { scope: 'd <= 1, for signs and for the values 4 and -1/4', kind: 'cases' }, [
    rooted('rademacher', { kind: 'rademacher', dimension: 1 }),
    rooted('4 and -1/4', unequal),
  ]),
  readLaw('zo.zero-bias', { scope: 'd <= 1, for cubics in signs, skewed, three-point and uneven directions' }, [
    ...polynomials(['rademacher', 'skewed', 'three-point'], 3, 1),
    {
      name: 'uneven, d = 1, degree 3',
      instance: (free) => ({ ...zerothOrder(free, 'rademacher', 1, 3), directions: uneven }),
    },
  ]),
  readLaw('zo.gaussian-smoothing', { scope: 'd <= 2, for cubics in normal directions' }, polynomials(['normal'], 3, 2)),
  readLaw('zo.ball-smoothing', { scope: 'd <= 2, for cubics in directions on a sphere', kind: 'certificate' }, [
    onSphere(1, 3),
    onSphere(2, 3),
  ]),
  readLaw('zo.heat', { scope: 'd <= 2, for cubics in normal directions' }, polynomials(['normal'], 3, 2)),
  readLaw('zo.harmonic', { scope: 'd <= 2, for cubics in normal directions' }, [{ name: 'd = 2', instance: harmonic }]),
];
