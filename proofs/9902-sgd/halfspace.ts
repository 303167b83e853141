import { halfspaceGeometry } from '../../src/convex/halfspace.ts';
import { hyperplaneGeometry } from '../../src/convex/hyperplane.ts';
import { formalSpace, vector } from '../kernel/symbolic.ts';
import { factsOf, positive, zero } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { angle, obtuse } from './nearest-point.ts';
import { overFormalVectors } from './sets.ts';

const [x, theta, a] = [vector('x'), vector('theta'), vector('normal')];
const { squaredNorm } = formalSpace;

/** The text of the projection onto a halfspace, inside (path 0) and outside (path 1). */
export const halfspaceTheorem = (texts = { geometry: halfspaceGeometry }) =>
  proved(
    {
      id: 'halfspace',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta:a\cdot\theta\le b\}:\quad\Pi(x)=x-\frac{\max(0,a\cdot x-b)}{\|a\|^2}a`,
      scope: 'all dimensions',
      leaves: 'The other sets.',
    },
    [
      {
        name: 'halfspace',
        argue: ({ F, number, point }) => {
          const set = { kind: 'halfspace', normal: point('normal'), offset: number('offset') } as const;
          const { project, membership } = overFormalVectors(texts.geometry, F, set);
          const projection = project(x);
          const [inside] = factsOf('Π(x) lies in the halfspace', membership(projection));
          return {
            assumes: [positive('normal', squaredNorm(a)), ...factsOf('member', membership(theta), 'member-inside')],
            steps: [{ goal: inside! }, { goal: obtuse('A-(23)', x, projection, theta, []) }],
            concludes: [inside!.name, 'A-(23)'],
          };
        },
        instances: [
          { x: [0, 3], normal: [1, 1], offset: 4, theta: [1, 2] },
          { x: [3, 3], normal: [1, 1], offset: 4, theta: [1, 2] },
        ],
        needed: { member: { x: [3, 3], normal: [1, 1], offset: 4, theta: [3, 3] } },
      },
    ],
    'cases',
  );

/** The text of the projection onto a hyperplane: at right angles to all of it. */
export const hyperplaneTheorem = (texts = { geometry: hyperplaneGeometry }) =>
  proved(
    {
      id: 'hyperplane',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse', 'proj.affine-equality'],
      cites: [{ article: '9902', equations: [16, 17, 23, 24] }],
      states: String.raw`\Theta=\{\theta:a\cdot\theta=b\}:\quad\Pi(x)=x-\frac{a\cdot x-b}{\|a\|^2}a`,
      scope: 'all dimensions',
      leaves: 'The other sets.',
    },
    [
      {
        name: 'hyperplane',
        argue: ({ F, number, point }) => {
          const set = { kind: 'hyperplane', normal: point('normal'), offset: number('offset') } as const;
          const { project, membership } = overFormalVectors(texts.geometry, F, set);
          const projection = project(x);
          const [inside] = factsOf('Π(x) lies in the hyperplane', membership(projection));
          return {
            assumes: [positive('normal', squaredNorm(a)), ...factsOf('member', membership(theta), 'member-inside')],
            steps: [{ goal: inside! }, { goal: zero('A-(23)', angle(x, projection, theta)) }],
            concludes: [inside!.name, 'A-(23)'],
          };
        },
        instances: [{ x: [3, 3], normal: [1, 1], offset: 4, theta: [1, 3] }],
        needed: { member: { x: [3, 3], normal: [1, 1], offset: 4, theta: [3, 3] } },
      },
    ],
  );
