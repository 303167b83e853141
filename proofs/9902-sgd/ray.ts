import { segmentGap, segmentPoint, segmentRegrouping } from '../../src/convex/segment-identities.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, nonnegative, same, sameVector } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { angle, obtuse } from './nearest-point.ts';

const [phi, projection, theta] = [vector('phi'), vector('P'), vector('theta')];
const lambda = scalar('lambda');
const { add, mul, of, minus, squaredNorm } = formalSpace;

/** A-(20) to A-(22) back from A-(23), and so for every λ ≥ 0: that λ ≤ 1 is not needed. */
export const rayTheorem = proved(
  {
    id: 'ray',
    laws: ['proj.min-segment', 'proj.square', 'proj.divide', 'proj.min-ray'],
    cites: [{ article: '9902', equations: [20, 21, 22] }],
    states: String.raw`\|\varphi-\Pi(\varphi)\|\le\|\varphi-\lambda\theta-(1-\lambda)\Pi(\varphi)\|\quad(\lambda\ge0)`,
    scope: 'all dimensions',
    restsOn: ['obtuse-angle'],
  },
  [
    {
      name: 'every λ ≥ 0',
      argue: () => {
        const point = segmentPoint(formalSpace, projection, theta, lambda);
        const grouped = segmentRegrouping(formalSpace, phi, projection, theta, lambda);
        const gap = segmentGap(formalSpace, phi, projection, theta, lambda);
        const divided = add(
          mul(lambda, squaredNorm(minus(projection, theta))),
          mul(of(2), angle(phi, projection, theta)),
        );
        return {
          assumes: [nonnegative('λ', lambda, 'lambda-nonnegative'), obtuse('obtuse', phi, projection, theta)],
          steps: [
            { goal: sameVector('regrouping of A-(20)', grouped.left, grouped.right) },
            { goal: same('squares of A-(21)', gap.left, gap.right) },
            { goal: atMost('A-(20)', squaredNorm(minus(phi, projection)), squaredNorm(minus(phi, point))) },
            { goal: nonnegative('A-(21)', gap.right) },
            { goal: same('λ times A-(22)', mul(lambda, divided), gap.right) },
            { goal: nonnegative('A-(22)', divided) },
          ],
          concludes: ['A-(20)', 'A-(21)', 'A-(22)'],
        };
      },
      instances: [{ phi: [2, 0], P: [1, 0], theta: [0, 1], lambda: 3 }],
      needed: {
        obtuse: { phi: [0.125], P: [1], theta: [-1], lambda: 0.5 },
        λ: { phi: [2], P: [1], theta: [0], lambda: -0.5 },
      },
    },
  ],
);
