import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, nonnegative, positive } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';

const { add, div, dot, minus, mul, of, one, scale, square, squaredNorm, zero } = formalSpace;
const [D, G, total, played, T] = [scalar('D'), scalar('G'), scalar('regrets'), scalar('played'), scalar('T')];
const [x, g, regret] = [vector('x'), vector('g'), scalar('regret')];

/** One regret is at most (θ − c)·g, and that at most DG: Cauchy and Schwarz, with ‖θ − c‖ ≤ D and ‖g‖ ≤ G. */
const cauchySchwarz: readonly Part[] = [
  {
    name: 'D, G > 0',
    instances: [],
    argue: () => ({
      assumes: [
        positive('D', D),
        positive('G', G),
        atMost('A-(9)', regret, dot(x, g), 'convex-losses'),
        atMost('distance', squaredNorm(x), square(D), 'distance-bound'),
        atMost('gradient', squaredNorm(g), square(G), 'gradient-bound'),
      ],
      steps: [
        sought(atMost('one step', regret, mul(D, G)), {
          norms: [minus(scale(G, x), scale(D, g))],
          squares: [D, G],
        }),
      ],
    }),
  },
  ...(['G', 'D'] as const).map((nothing): Part => {
    const [small, other] = nothing === 'G' ? [g, x] : [x, g];
    return {
      name: `${nothing} = 0`,
      instances: [],
      argue: ({ F }) => {
        const product = dot(x, g);
        const length = add(squaredNorm(other), one);
        const orthogonal = F.sign(product) === 0;
        return {
          assumes: [
            atMost('A-(9)', regret, product, 'convex-losses'),
            atMost('nothing', squaredNorm(small), zero, nothing === 'G' ? 'gradient-bound' : 'distance-bound'),
          ],
          steps: orthogonal
            ? [{ goal: atMost('one step', regret, zero) }]
            : [
                { goal: positive('length and 1', length) },
                { goal: positive('length and 2', add(length, one)) },
                { goal: positive('square', square(product)) },
                sought(nonnegative('absurd', of(-1)), {
                  over: ['square', 'length and 2'],
                  norms: [minus(scale(product, other), scale(length, small))],
                  degree: 3,
                }),
              ],
        };
      },
    };
  }),
];

/** Whatever the rates and steps, the average regret is at most GD; 0 when either is. */
export const trivialBoundTheorem = proved(
  {
    id: 'trivial-bound',
    laws: ['sgd.trivial-bound'],
    cites: [{ article: '9902', equations: [9], place: 'with Cauchy–Schwarz' }],
    states: String.raw`\frac1T\sum_tL_t(\theta_t)-L_t(c)\le GD`,
    scope: 'all dimensions, all T',
  },
  withModels('trivial-bound', [
    ...cauchySchwarz,
    ...induction({
      invariant: (_, { regrets, played }) => atMost('invariant', regrets, mul(played, mul(D, G))),
      before: () => ({ regrets: total, played }),
      base: { first: () => ({ state: { regrets: zero, played: zero }, assumes: [] }) },
      step: {
        next: (_, { regrets, played }) => ({
          state: { regrets: add(regrets, regret), played: add(played, one) },
          assumes: [atMost('one step', regret, mul(D, G))],
        }),
      },
    }),
    {
      name: 'the average',
      instances: [],
      argue: () => ({
        assumes: [positive('steps', T), atMost('invariant', total, mul(T, mul(D, G)))],
        steps: [{ goal: atMost('GD', div(total, T), mul(D, G)) }],
      }),
    },
  ]),
  'induction',
);
