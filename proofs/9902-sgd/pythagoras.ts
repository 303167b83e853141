import { pythagoreanExpansion } from '../../src/convex/segment-identities.ts';
import { formalSpace, vector } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { atMost, positive, same, zero } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { angle, obtuse } from './nearest-point.ts';

const [phi, projection, theta] = [vector('phi'), vector('P'), vector('theta')];
const { add, minus, squaredNorm, sub } = formalSpace;
const halfplane: Model = { phi: [2, 0], P: [1, 0], theta: [0, 1] };
const twoPoints: Model = { phi: [0.125], P: [1], theta: [-1] };

/** A-(24), and that its first inequality is an equality exactly where A-(23) is one. */
export const pythagorasTheorem = proved(
  {
    id: 'pythagoras',
    laws: ['proj.pyth'],
    cites: [{ article: '9902', equations: [24] }],
    states: String.raw`\|\varphi-\theta\|^2\ge\|\Pi(\varphi)-\theta\|^2+\|\varphi-\Pi(\varphi)\|^2\ge\|\Pi(\varphi)-\theta\|^2`,
    scope: 'all dimensions',
    restsOn: ['obtuse-angle'],
  },
  [
    {
      name: 'both inequalities',
      argue: () => {
        const both = add(squaredNorm(minus(projection, theta)), squaredNorm(minus(phi, projection)));
        const { left, right } = pythagoreanExpansion(formalSpace, phi, projection, theta);
        return {
          assumes: [obtuse('A-(23)', phi, projection, theta)],
          steps: [
            { goal: same('the excess', left, right) },
            { goal: atMost('first inequality', both, squaredNorm(minus(phi, theta))) },
            { goal: atMost('second inequality', squaredNorm(minus(projection, theta)), both) },
          ],
          concludes: ['first inequality', 'second inequality'],
        };
      },
      instances: [halfplane],
      needed: { 'A-(23)': twoPoints },
    },
    {
      name: 'equality where A-(23) is one',
      argue: () => {
        const both = add(squaredNorm(minus(projection, theta)), squaredNorm(minus(phi, projection)));
        return {
          assumes: [zero('right angle', angle(phi, projection, theta))],
          steps: [{ goal: same('equality', both, squaredNorm(minus(phi, theta))) }],
        };
      },
      instances: [{ phi: [2, 0], P: [1, 0], theta: [1, 1] }],
      needed: { 'right angle': halfplane },
    },
    {
      name: 'only there',
      argue: () => ({
        assumes: [positive('wide angle', angle(phi, projection, theta))],
        steps: [
          {
            goal: positive(
              'strict inequality',
              sub(
                squaredNorm(minus(phi, theta)),
                add(squaredNorm(minus(projection, theta)), squaredNorm(minus(phi, projection))),
              ),
            ),
          },
        ],
      }),
      instances: [halfplane],
      needed: { 'wide angle': { phi: [2, 0], P: [1, 0], theta: [1, 1] } },
    },
  ],
);
