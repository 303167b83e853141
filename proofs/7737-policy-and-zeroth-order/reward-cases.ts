import type { SampledCase } from '../../properties/instances/policy/sampled-case.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { beside, names, rows, weakOrders } from './models.ts';
import { orderOf, positiveProbabilities } from './orders.ts';
import { readLaw } from './read-law.ts';
import { BY_REWARD } from './scopes.ts';
import { logits, model, sampled, table, upTo } from './shapes.ts';

/** p_1 against 2/3 first. */
const winners = (N: number): DecidedShape => ({
  name: `K = 2, rewards 1 and 0, N = ${N}`,
  degree: 4,
  instance: (free) => ({
    weights: free.shares('p', 2),
    rewards: [1, 0],
    temperature: free.number('tau'),
    samples: N,
    baseline: free.number('b'),
  }),
  given: [...positiveProbabilities(2), positive('temperature', scalar('tau'))],
  first: (A) => {
    A.compare(scalar('p_1'), A.of(ratio(2, 3)));
  },
  models: beside([{ tau: 1, b: 0 }], rows(['p_1'], [[1 / 2], [3 / 4], [ratio(2, 3)]])),
});

/** The order of the rewards first, which says what the deviation of two of them is. */
const standardized = (K: number, features: boolean): DecidedShape => ({
  name: `K = ${K}${features ? ', any model of 1 parameter' : ''}`,
  degree: 2,
  given: [positive('temperature', scalar('tau'))],
  instance: (free): SampledCase => sampled(free, features ? model(free, K, 1) : table(free, K), 2),
  first: (A) => orderOf(A, scalars('r', K)),
  models: beside([{ tau: 1, p_1: 1 / 4, p_2: 1 / 4, b: 0, f_1_1: 1, f_2_1: 2, f_3_1: 4 }], weakOrders('r', K)),
});

/**
 * The classes in the order of their rewards, which names them: r_1 ≥ … ≥ r_K. With g_y = p_y (r_y − r̄), the classes A at
 * or above the mean and B below it, P = Σ_A g = −Σ_B g, q = Σ_A p and Δ = r_1 − r_K,
 * Σ g² = 2P² − 2 Σ g g' over the pairs in A and in B, and Δ/4 − P = Δ (1/2 − q)² + Σ p_a p_b (Δ − (r_a − r_b)).
 */
const lengths = (K: number): DecidedShape => {
  const [classes, steps] = [upTo(0, K - 1), upTo(1, K - 1).map((y) => `step ${y}`)];
  const [p, r] = [logits(K).probabilities, scalars('r', K)];
  const excess = r.map((x) => F.sub(x, F.dot(p, r)));
  const range = F.sub(r[0]!, r[K - 1]!);
  return {
    name: `K = ${K}`,
    degree: 1,
    instance: (free) => table(free, K),
    given: [
      ...positiveProbabilities(K),
      positive('temperature', scalar('tau')),
      ...steps.map((name, y) => atMost(name, r[y + 1]!, r[y]!)),
    ],
    first: (A) => {
      for (const x of excess) A.max(x, A.zero);
    },
    hints: ({ F: A, shown }) => {
      const isAbove = excess.map((x) => A.max(x, A.zero) === x);
      const [above, below] = [true, false].map((is) => classes.filter((y) => isAbove[y] === is)) as [
        number[],
        number[],
      ];
      const wide = shown(nonnegative('range', range));
      const size = excess.map((x, y) => nonnegative(`size of excess ${y + 1}`, isAbove[y] ? x : F.neg(x)));
      const pulls = size.map(({ value }, y) => {
        const facts = [`p_${y + 1}`, shown(size[y]!)];
        return shown(nonnegative(`pull ${y + 1}`, F.mul(p[y]!, value)), { facts, degree: 2 });
      });
      const slacks = above.flatMap((a) =>
        below.map((b) => shown(nonnegative(`range beyond ${a + 1} and ${b + 1}`, F.sub(range, F.sub(r[a]!, r[b]!))))),
      );
      const pull = F.dot(
        above.map((y) => p[y]!),
        above.map((y) => excess[y]!),
      );
      const uneven = F.sub(F.of(1 / 2), F.sum(above.map((y) => p[y]!)));
      const gap = shown(nonnegative('a quarter of the range', F.sub(F.mul(F.of(1 / 4), range), pull)), {
        facts: [...classes.map((y) => `p_${y + 1}`), wide, ...slacks],
        squares: [uneven],
        degree: 3,
      });
      return { over: ['temperature', 'temperature'], facts: [gap, wide, ...pulls], degree: 2 };
    },
    models: beside(
      rows(
        ['p_1', 'p_2', 'p_3', 'tau'],
        [
          [1 / 4, 1 / 4, 1 / 4, 1],
          [3 / 4, 1 / 8, 1 / 16, 1],
          [1 / 8, 1 / 8, 5 / 8, 1],
        ],
      ),
      rows(
        names('r', K),
        [
          [4, 3, 2, 1],
          [1, 1, 1, 1],
          [1, 0, 0, 0],
          [1, 1, 1, 0],
          [1, 1, 0, 0],
        ].map((row) => row.slice(0, K)),
      ),
    ),
  };
};

/** Laws of the policy gradient by the order of the rewards. */
export const rewardTheorems = [
  readLaw('pg.grad-norm', { scope: `K <= 4, for ${BY_REWARD}`, kind: 'cases' }, upTo(2, 4).map(lengths)),
  readLaw('pg.bmean-ratio', { scope: 'K <= 2, for up to two samples', kind: 'cases' }, upTo(1, 2).map(winners)),
  readLaw(
    'pg.std-normalized-pair',
    { scope: 'K <= 3, for tables of logits; for models of one parameter K <= 2', kind: 'cases' },
    [standardized(2, false), standardized(3, false), standardized(2, true)],
  ),
];
