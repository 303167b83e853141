import { projectOntoSegment } from '../../src/convex/segment.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';

const [x, a, b, s, unit] = [vector('x'), vector('a'), vector('b'), scalar('s'), scalar('unit')];
const { minus, one, plus, scale, squaredNorm, sub } = formalSpace;
const direction = minus(b, a);

/** The text of the projection onto a segment: the foot of the perpendicular falls before a, between a and b, or beyond b. */
export const segmentTheorem = (texts = { project: projectOntoSegment }) =>
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
          const projection = texts.project(F, a, b, x, unit);
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
    ],
    'cases',
  );
