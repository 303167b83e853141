import { projectOntoSegment, type Segment, segmentGeometry } from '../../src/convex/segment.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, factsOf, nonnegative, positive } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';
import { opaque } from './opaque.ts';
import { farthestOf, type Sized, sizesOf } from './set-sizes.ts';

const [x, a, b, s, unit] = [vector('x'), vector('a'), vector('b'), scalar('s'), scalar('unit')];
const { add, dot, minus, mul, one, plus, scale, squaredNorm, sub } = formalSpace;
const direction = minus(b, a);

const w = vector('w');
const sizes: Sized<Segment> = {
  name: 'segment',
  set: ({ point }) => ({ kind: 'segment', from: point('a'), to: point('b') }),
  algebra: ({ F }) => {
    const squaredDistance = (u: FormalVector, v: FormalVector) => squaredNorm(minus(u, v));
    return { ...F, squaredDistance } as unknown as Algebra<RationalFunction>;
  },
  direction: opaque(w),
  squaredDiameter: squaredNorm(direction),
  ends: [dot(w, a), dot(w, b)],
  squaredDistances: [squaredNorm(minus(a, w)), squaredNorm(minus(b, w))],
  instances: [
    { w: [1], a: [0], b: [1] },
    { w: [1], a: [1], b: [0] },
  ],
};

/** The text of the membership, of (1 − s) a + s b with a = (0, first) and b = (1, last). */
const member = (geometry: typeof segmentGeometry): Part => ({
  name: 'its points',
  instances: [{ s: 0.5, first: 1, last: 3 }],
  needed: {
    's is not negative': { s: -1, first: 1, last: 3 },
    's is at most 1': { s: 2, first: 1, last: 3 },
  },
  argue: ({ coordinates: A, number }) => {
    const set: Segment = { kind: 'segment', from: [0, number('first')], to: [1, number('last')] };
    const height = add(mul(sub(one, s), scalar('first')), mul(s, scalar('last')));
    const goals = factsOf('member', geometry.membership(A, set, [s, height]));
    const squares = [sub(scalar('last'), scalar('first'))];
    return {
      assumes: [
        nonnegative('s is not negative', s, 'member-inside'),
        atMost('s is at most 1', s, one, 'member-inside'),
      ],
      steps: goals.map((goal) => (goal.relation === '= 0' ? { goal } : sought(goal, { squares }))),
      concludes: goals.map(({ name }) => name),
    };
  },
});

/** The texts of a segment. */
interface Texts {
  readonly project: typeof projectOntoSegment;
  readonly geometry?: typeof segmentGeometry;
}

/** The text of the projection onto a segment: the foot of the perpendicular falls before a, between a and b, or beyond b. */
export const segmentTheorem = ({ project, geometry = segmentGeometry }: Texts = { project: projectOntoSegment }) =>
  proved(
    {
      id: 'segment',
      laws: ['proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 23] }],
      states: String.raw`\Theta=[a,b]:\quad\Pi(x)=(1-t)a+tb,\ t=\max\Big(0,\min\Big(1,\frac{(x-a)\cdot(b-a)}{\|b-a\|^2}\Big)\Big)`,
      scope: 'all dimensions',
      leaves: 'The other sets.',
    },
    [
      {
        name: 'segment',
        argue: ({ F }) => {
          const projection = project(F, a, b, x, unit);
          const theta = plus(scale(sub(one, s), a), scale(s, b));
          return {
            assumes: [
              positive('two ends', squaredNorm(direction)),
              positive('a unit of length', unit),
              nonnegative('s is not negative', s, 'member-inside'),
              atMost('s is at most 1', s, one, 'member-inside'),
            ],
            steps: [{ goal: obtuse('A-(23)', x, projection, theta, []) }],
          };
        },
        instances: [-3, 1, 5].map((at) => ({ x: [at, 1], a: [0, 0], b: [2, 0], s: 0.5, unit: 2 })),
        needed: {
          's is not negative': { x: [-3, 1], a: [0, 0], b: [2, 0], s: -1, unit: 2 },
          's is at most 1': { x: [5, 1], a: [0, 0], b: [2, 0], s: 2, unit: 2 },
        },
      },
      sizesOf(geometry, sizes),
      farthestOf(geometry, sizes),
      member(geometry),
    ],
    'cases',
  );
