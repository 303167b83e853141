import { ballGeometry } from '../../src/convex/ball.ts';
import { symbol } from '../kernel/polynomial.ts';
import { fromPolynomial } from '../kernel/rational-function.ts';
import { scalar, vector } from '../kernel/symbolic.ts';
import { factsOf, nonnegative, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';
import { overFormalVectors } from './sets.ts';

const [x, theta, center, r] = [vector('x'), vector('theta'), vector('center'), scalar('radius')];
const w = vector('w');
/** ‖x − center‖, the root that the text takes. */
const length = fromPolynomial(symbol('√1'));

/**
 * The text of the projection onto a ball, inside (path 0) and outside (path 1): it ends in the ball, and sees every
 * point of the ball at an obtuse angle; so it is the nearest point.
 */
export const ballTheorem = (texts = { geometry: ballGeometry }) =>
  proved(
    {
      id: 'ball',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta:\|\theta-c\|\le r\}:\quad\Pi(x)=c+\frac{r\,(x-c)}{\max(r,\|x-c\|)}`,
      scope: 'all dimensions',
      leaves: 'The other sets.',
    },
    [
      {
        name: 'ball',
        argue: ({ F, number, point, path }) => {
          const set = { kind: 'ball', center: point('center'), radius: number('radius') } as const;
          const { project, membership } = overFormalVectors(texts.geometry, F, set);
          const projection = project(x);
          const [inside] = factsOf('Π(x) lies in the ball', membership(projection));
          const angle = obtuse('A-(23)', x, projection, theta, []);
          const [z, w] = [F.minus(x, center), F.minus(theta, center)];
          const outside = path() === '1';
          const wide = sought(angle, {
            over: ['length', 'length', 'radius'],
            norms: [F.minus(F.scale(r, z), F.scale(length, w))],
            squares: [length],
          });
          return {
            assumes: [positive('radius', r), ...factsOf('member', membership(theta), 'member-inside')],
            steps: [...(outside ? [{ goal: positive('length', length) }] : []), { goal: inside! }, wide],
            concludes: [inside!.name, angle.name],
          };
        },
        instances: [
          { x: [4, 5], center: [1, 1], radius: 10, theta: [3, 2] },
          { x: [4, 5], center: [1, 1], radius: 2, theta: [1, 2] },
        ],
        needed: { member: { x: [4, 5], center: [1, 1], radius: 2, theta: [4, 5] } },
      },
      {
        name: 'its diameter and support',
        argue: ({ F, number, point }) => {
          const set = { kind: 'ball', center: point('center'), radius: number('radius') } as const;
          const { squaredDiameter, support } = overFormalVectors(texts.geometry, F, set);
          const beyond = F.sub(support(w), F.dot(w, center));
          const squared = same('r² ‖w‖²', F.square(beyond), F.mul(F.square(r), F.squaredNorm(w)));
          return {
            assumes: [positive('radius', r)],
            steps: [
              { goal: same('D²', squaredDiameter(), F.square(F.mul(F.of(2), r))) },
              { goal: squared, by: { terms: [{ multiple: F.square(r), of: 'root 1 squared' }] } },
              { goal: nonnegative('beyond the center', beyond), by: { terms: [{ facts: ['radius', 'root 1'] }] } },
            ],
            concludes: ['D²', squared.name, 'beyond the center'],
          };
        },
        instances: [{ w: [3, 4], center: [1, 1], radius: 2 }],
        needed: { radius: { w: [3, 4], center: [1, 1], radius: -2 } },
      },
      {
        name: 'how far it reaches',
        argue: ({ F, number, point }) => {
          const set = { kind: 'ball', center: point('center'), radius: number('radius') } as const;
          const farthest = overFormalVectors(texts.geometry, F, set).squaredFarthest(x);
          const root = same('‖x − center‖', F.square(length), F.squaredNorm(F.minus(x, center)));
          const ends = same('(r + ‖x − center‖)²', farthest, F.square(F.add(r, length)));
          return { assumes: [], steps: [sought(root, {}), { goal: ends }], concludes: [root.name, ends.name] };
        },
        instances: [{ x: [4, 5], center: [1, 1], radius: 2 }],
      },
    ],
    'cases',
  );
