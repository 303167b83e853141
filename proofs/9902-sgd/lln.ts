import type { SampledProblem } from '../../properties/instances/descent/sampled-problem.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import type { Free } from '../theorem/law-reading.ts';
import { positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf, lawTexts } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, div, dot, minus, mul, one, plus, scale, squaredNorm, zero } = formalSpace;
const [variance, T, limit] = [scalar('variance'), scalar('T'), scalar('limit')];
/** Random variables are vectors, and E X Y is their inner product: E X is X · 1. */
const [certain, deviation] = [vector('certain'), vector('deviation')];
const mean = (X: FormalVector): RationalFunction => dot(X, certain);

/** Σ (L(x_t, θ) − L(θ)) over t samples. */
interface Seen {
  readonly [name: string]: RationalFunction | FormalVector;
  readonly sum: FormalVector;
  readonly count: RationalFunction;
}
const any = (): Seen => ({ sum: vector('sum'), count: scalar('count') });
const none = { state: { sum: new Map(), count: zero }, assumes: [] };
const next = ({ sum, count }: Seen): Seen => ({ sum: plus(sum, deviation), count: add(count, one) });

const centered = same('E L(x, θ) = L(θ)', mean(deviation), zero);
const noMean = (_: Reader, { sum }: Seen): Fact => same('invariant', mean(sum), zero);
const spread = (_: Reader, { sum, count }: Seen): Fact => same('invariant', squaredNorm(sum), mul(count, variance));

const means = induction<Seen>({
  invariant: noMean,
  before: any,
  base: { first: () => none },
  step: {
    next: (_, before) => ({ state: next(before), assumes: [centered] }),
  },
}).map((part) => ({ ...part, name: `means, ${part.name}` }));

const squares = induction<Seen>({
  invariant: spread,
  before: any,
  base: { first: () => none },
  step: {
    next: (reader, before) => ({
      state: next(before),
      assumes: [
        centered,
        { ...noMean(reader, before), name: 'the mean so far' },
        same('the mean square', squaredNorm(deviation), variance, 'integrable-loss'),
        same(
          'E X Y = E X E Y',
          dot(before.sum, deviation),
          mul(mean(before.sum), mean(deviation)),
          'independent-samples',
        ),
      ],
    }),
  },
}).map((part) => ({ ...part, name: `squares, ${part.name}` }));

const conclusion: Part = {
  name: 'the average',
  argue: (reader) => {
    const state = { ...any(), count: T };
    const average = plus(scale(div(one, T), state.sum), scale(limit, certain));
    return {
      assumes: [
        positive('steps', T),
        same('certainty', squaredNorm(certain), one),
        { ...noMean(reader, state), name: 'the mean after T samples' },
        { ...spread(reader, state), name: 'after T samples' },
      ],
      steps: [
        { goal: same('the expected average', mean(average), limit) },
        {
          goal: same(
            'the expected squared error',
            squaredNorm(minus(average, scale(limit, certain))),
            div(variance, T),
          ),
        },
      ],
      concludes: ['the expected average', 'the expected squared error'],
    };
  },
};

/** Any losses of so many samples at a point; the law computes with the weights before it reads them. */
const values = (free: Free, weights: readonly number[], horizon: number): SampledProblem => ({
  set: { kind: 'space', dimension: 1 },
  start: [1],
  comparator: [0],
  losses: free.numbers('loss', weights.length).map((value) => ({ kind: 'linear', slope: [value] })),
  weights,
  schedule: { kind: 'constant', rate: 1 },
  horizon,
  sampling: 'independent',
});
const SIZES: readonly (readonly [weights: readonly number[], horizon: number])[] = [
  [[1], 3],
  [[1, 2], 1],
  [[1, 2], 2],
  [[3, 2], 3],
  [[1, 2, 3], 2],
  [[2, 1, 1], 3],
];

/** A-(1) for a fixed θ: for any law of the sample and all T by the inner product E X Y, and the law's text for a few. */
export const llnTheorem = (claim = lawOf('sgd.lln').claim) => {
  const { cites, states } = lawOf('sgd.lln');
  return proved(
    { id: 'lln', laws: ['sgd.lln'], cites, states, scope: 'all T' },
    withModels('lln', [
      ...means,
      ...squares,
      conclusion,
      ...lawTexts(
        'sgd.lln',
        SIZES.map(([weights, T]) => ({
          name: `weights ${weights.join(' : ')}, T = ${T}`,
          instance: (free) => values(free, weights, T),
        })),
        undefined,
        claim,
      ),
    ]),
    'induction',
  );
};
