import { formalSpace, vector } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { atMost, positive } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';

const [phi, projection, theta] = [vector('phi'), vector('P'), vector('theta')];
const { dot, minus, of, squaredNorm, sub } = formalSpace;
const halfplane: Model = { phi: [2, 0], P: [1, 0], theta: [0, 1] };
const twoPoints: Model = { phi: [0.125], P: [1], theta: [-1] };

/** A-(16): at most one nearest point, and every other point is farther by at least its distance. */
export const uniquenessTheorem = proved(
  {
    id: 'uniqueness',
    laws: ['proj.def'],
    cites: [{ article: '9902', equations: [16] }],
    states: String.raw`\|\varphi-\Pi(\varphi)\|<\|\varphi-\theta\|\quad(\theta\in\Theta,\ \theta\ne\Pi(\varphi))`,
    scope: 'all dimensions',
    leaves: 'That there is a nearest point, which needs Θ to be closed and the space complete.',
    restsOn: ['obtuse-angle'],
  },
  [
    {
      name: 'every other point is farther',
      argue: () => ({
        assumes: [
          obtuse('A-(23)', phi, projection, theta),
          positive('another point', squaredNorm(minus(projection, theta))),
        ],
        steps: [
          { goal: positive('farther', sub(squaredNorm(minus(phi, theta)), squaredNorm(minus(phi, projection)))) },
        ],
      }),
      instances: [halfplane],
      needed: { 'A-(23)': { phi: [0], P: [1], theta: [-1] }, 'another point': { phi: [2], P: [1], theta: [1] } },
    },
  ],
);

/** A-(23) characterizes the nearest point. */
export const variationalTheorem = proved(
  {
    id: 'variational',
    laws: ['proj.variational'],
    cites: [{ article: '9902', equations: [16, 23], place: 'what follows from it' }],
    states: String.raw`p=\Pi(\varphi)\iff p\in\Theta\ \text{and}\ (\varphi-p)\cdot(\theta-p)\le0\ \text{for all}\ \theta\in\Theta`,
    scope: 'all dimensions',
    restsOn: ['obtuse-angle'],
  },
  [
    {
      name: 'what sees all of Θ at an obtuse angle is nearest',
      argue: () => ({
        assumes: [obtuse('A-(23)', phi, projection, theta)],
        steps: [{ goal: atMost('nearest', squaredNorm(minus(phi, projection)), squaredNorm(minus(phi, theta))) }],
      }),
      instances: [halfplane],
      needed: { 'A-(23)': { phi: [0.125], P: [-1], theta: [1] } },
    },
    {
      name: 'at another point the angle is acute',
      argue: () => ({
        assumes: [obtuse('A-(23)', phi, projection, theta)],
        steps: [
          {
            goal: atMost(
              'acute',
              squaredNorm(minus(projection, theta)),
              dot(minus(phi, theta), minus(projection, theta)),
            ),
          },
        ],
      }),
      instances: [halfplane],
      needed: { 'A-(23)': twoPoints },
    },
  ],
);

/** A point of Θ is its own nearest point, the only one at distance 0: in any set, convex or not. */
export const membersStayTheorem = proved(
  {
    id: 'members-stay',
    laws: ['proj.fixes-set', 'proj.idempotent'],
    cites: [{ article: '9902', equations: [16], place: 'what follows from it' }],
    states: String.raw`\Pi(\theta)=\theta\quad(\theta\in\Theta)`,
    scope: 'all dimensions',
  },
  [
    {
      name: 'a point of Θ stays',
      argue: () => ({
        assumes: [
          atMost('nearest', squaredNorm(minus(phi, projection)), squaredNorm(minus(phi, phi)), 'member-inside'),
        ],
        steps: [{ goal: atMost('no distance', squaredNorm(minus(phi, projection)), of(0)) }],
      }),
      instances: [{ phi: [1, 2], P: [1, 2] }],
      needed: { nearest: { phi: [0], P: [1] } },
    },
  ],
);
