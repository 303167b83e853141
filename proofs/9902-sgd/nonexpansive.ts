import { type FormalVector, formalSpace, vector } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { atMost } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';

const [phi, projection, theta] = [vector('phi'), vector('P'), vector('theta')];
const { minus, squaredNorm } = formalSpace;
const halfplane: Model = { phi: [2, 0], P: [1, 0], theta: [0, 1] };
const twoPoints: Model = { phi: [0.125], P: [1], theta: [-1] };

const nearer = (point: FormalVector) =>
  atMost('A-(19)', squaredNorm(minus(projection, theta)), squaredNorm(minus(point, theta)));

/** A-(19): projecting never leads away from a point of Θ. Nothing bounded is assumed. */
export const nonexpansiveTheorem = proved(
  {
    id: 'nonexpansive',
    laws: ['proj.nonexp-point', 'proj.nonexp-unbounded'],
    cites: [{ article: '9902', equations: [19] }],
    states: String.raw`\|\Pi(\varphi)-\theta\|\le\|\varphi-\theta\|\quad(\theta\in\Theta)`,
    scope: 'all dimensions',
    restsOn: ['obtuse-angle'],
  },
  [
    {
      name: 'A-(19)',
      argue: () => ({
        assumes: [obtuse('A-(23)', phi, projection, theta)],
        steps: [{ goal: nearer(phi) }],
      }),
      instances: [halfplane],
      needed: { 'A-(23)': twoPoints },
    },
  ],
);
