import { type FormalVector, formalSpace } from '../kernel/symbolic.ts';
import { atMost, nonnegative } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';
import { Px, Py, TWO_PROJECTED, x, y } from './two-projections.ts';

const { dot, minus, mul, of, squaredNorm, sub } = formalSpace;

/** Half the squared distance to Θ, as a function, has the gradient x − Π(x). */
export const distanceGradientTheorem = proved(
  {
    id: 'distance-gradient',
    laws: ['proj.distance-gradient'],
    cites: [{ article: '9902', equations: [16], place: 'what follows from it' }],
    states: String.raw`f=\tfrac12\operatorname{dist}^2:\quad0\le f(y)-f(x)-(x-\Pi(x))\cdot(y-x)\le\tfrac12\|y-x\|^2`,
    scope: 'all dimensions',
    restsOn: ['obtuse-angle'],
  },
  [
    {
      name: 'both bounds',
      argue: () => {
        const half = (v: FormalVector) => mul(of(0.5), squaredNorm(v));
        const rise = sub(sub(half(minus(y, Py)), half(minus(x, Px))), dot(minus(x, Px), minus(y, x)));
        const hypotheses = ['convex-set', 'euclidean-norm'];
        return {
          assumes: [obtuse('A-(23) at x', x, Px, Py, hypotheses), obtuse('A-(23) at y', y, Py, Px, hypotheses)],
          steps: [
            { goal: nonnegative('never too high', rise) },
            { goal: atMost('too low by at most', rise, half(minus(y, x))) },
          ],
          concludes: ['never too high', 'too low by at most'],
        };
      },
      instances: [TWO_PROJECTED],
      needed: {
        'A-(23) at x': { x: [0], Px: [1], y: [-1], Py: [-1] },
        'A-(23) at y': { x: [-1], Px: [-1], y: [0], Py: [4] },
      },
    },
  ],
);
