import { formalSpace } from '../kernel/symbolic.ts';
import { atMost } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';
import { APART, kept, moved, Px, Py, TWO_PROJECTED, taken, x, y } from './two-projections.ts';

const { add, dot, squaredNorm } = formalSpace;

/** Firm nonexpansiveness: A-(23) at x and at y, added. */
export const firmTheorem = proved(
  {
    id: 'firm',
    laws: ['proj.firm', 'proj.lipschitz'],
    cites: [{ article: '9902', equations: [23], place: 'what follows from it' }],
    states: String.raw`\|\Pi(x)-\Pi(y)\|^2\le(\Pi(x)-\Pi(y))\cdot(x-y),\quad\|\Pi(x)-\Pi(y)\|\le\|x-y\|`,
    scope: 'all dimensions',
    restsOn: ['obtuse-angle'],
  },
  [
    {
      name: 'two projections',
      argue: () => {
        const hypotheses = ['convex-set', 'euclidean-norm'];
        return {
          assumes: [obtuse('A-(23) at x', x, Px, Py, hypotheses), obtuse('A-(23) at y', y, Py, Px, hypotheses)],
          steps: [
            { goal: atMost('firm', squaredNorm(kept), dot(kept, moved)) },
            {
              goal: atMost(
                'what is kept and what is taken',
                add(squaredNorm(kept), squaredNorm(taken)),
                squaredNorm(moved),
              ),
            },
            { goal: atMost('not farther apart', squaredNorm(kept), squaredNorm(moved)) },
          ],
          concludes: ['firm', 'what is kept and what is taken', 'not farther apart'],
        };
      },
      instances: [TWO_PROJECTED],
      needed: { 'A-(23) at x': APART, 'A-(23) at y': { x: [-1], Px: [-1], y: [0.125], Py: [1] } },
    },
  ],
);
