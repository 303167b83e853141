import { atMost, nonnegative, positive } from '../kernel/fact.ts';
import { induction } from '../kernel/induction.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';

const { add, div, dot, minus, mul, neg, of, one, scale, square, squaredNorm, zero } = formalSpace;
const lambda = scalar('lambda');
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
        {
          goal: atMost('one step', regret, mul(D, G)),
          by: {
            scaled: ['D', 'G'],
            terms: [
              { facts: ['D', 'G', 'A-(9)'] },
              { times: 0.5, norm: minus(scale(G, x), scale(D, g)) },
              { times: 0.5, facts: ['distance'], square: G },
              { times: 0.5, facts: ['gradient'], square: D },
            ],
          },
        },
      ],
    }),
  },
  ...(['G', 'D'] as const).map((nothing): Part => {
    const [small, other] = nothing === 'G' ? [g, x] : [x, g];
    return {
      name: `${nothing} = 0`,
      instances: [],
      argue: () => ({
        assumes: [
          atMost('A-(9)', regret, dot(x, g), 'convex-losses'),
          atMost('nothing', squaredNorm(small), zero, nothing === 'G' ? 'gradient-bound' : 'distance-bound'),
        ],
        steps: [
          {
            goal: atMost('orthogonal', dot(x, g), zero),
            denial: 'acute',
            steps: [
              {
                goal: positive('length and 1', add(squaredNorm(other), one)),
                by: { terms: [{ norm: other }, {}] },
              },
              {
                goal: positive('length and 2', add(squaredNorm(other), of(2))),
                by: { terms: [{ norm: other }, { times: 2 }] },
              },
              { define: lambda, numerator: dot(x, g), over: 'length and 1', gives: 'choice of λ' },
              {
                goal: positive('λ', lambda),
                by: { scaled: ['length and 1'], terms: [{ facts: ['acute'] }, { multiple: one, of: 'choice of λ' }] },
              },
              {
                goal: positive('1 and more', add(mul(lambda, one), dot(x, g))),
                by: { terms: [{ facts: ['λ'] }, { facts: ['acute'] }] },
              },
              {
                goal: nonnegative('absurd', of(-1)),
                by: {
                  scaled: ['λ', '1 and more'],
                  terms: [
                    { norm: minus(scale(lambda, other), small) },
                    { facts: ['nothing'] },
                    { multiple: neg(lambda), of: 'choice of λ' },
                  ],
                },
              },
            ],
          },
          {
            goal: atMost('one step', regret, zero),
            by: { terms: [{ facts: ['A-(9)'] }, { facts: ['orthogonal'] }] },
          },
        ],
      }),
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
      base: { first: () => ({ state: { regrets: zero, played: zero }, assumes: [], by: { terms: [] } }) },
      step: {
        next: (_, { regrets, played }) => ({
          state: { regrets: add(regrets, regret), played: add(played, one) },
          assumes: [atMost('one step', regret, mul(D, G))],
          by: { terms: [{ facts: ['invariant'] }, { facts: ['one step'] }] },
        }),
      },
    }),
    {
      name: 'the average',
      instances: [],
      argue: () => ({
        assumes: [positive('steps', T), atMost('invariant', total, mul(T, mul(D, G)))],
        steps: [
          {
            goal: atMost('GD', div(total, T), mul(D, G)),
            by: { scaled: ['steps'], terms: [{ facts: ['invariant'] }] },
          },
        ],
      }),
    },
  ]),
  'induction',
);
