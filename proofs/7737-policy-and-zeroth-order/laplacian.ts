import type { LaplacianCase } from '../../properties/instances/bridge/laplacian-case.ts';
import type { NonnegativeTerm } from '../kernel/certificate.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import { nonnegative, positive } from '../theorem/statements.ts';
import { readLaw } from './read-law.ts';
import { logits, tables, upTo, weighted } from './shapes.ts';

/** The pairs of K classes in the order of the edges. */
const pairsOf = (K: number) => upTo(0, K - 1).flatMap((i) => upTo(i + 1, K - 1).map((j) => [i, j] as const));

const anyEdges = (free: Free, K: number): LaplacianCase => ({
  weights: free.shares('p', K),
  rewards: free.numbers('r', K),
  edges: free.numbers('w', pairsOf(K).length),
});

const positiveParts = (K: number) => [
  ...logits(K).probabilities.map((p, y) => positive(`p_${y + 1}`, p)),
  ...scalars('w', pairsOf(K).length).map((w, k) => positive(`w_${k + 1}`, w, 'positive-edges')),
];

/** r · L_w r is a sum of squares over the pairs; the first two classes have different rewards, which names them. */
const ascents = upTo(2, 4).map((K): Shape => {
  const pairs = pairsOf(K);
  const r = scalars('r', K);
  const terms = (facts: (pair: readonly [number, number], k: number) => readonly string[]): NonnegativeTerm[] =>
    pairs.map(([i, j], k) =>
      k === 0
        ? { facts: [...facts([i, j], k), 'different rewards'] }
        : { facts: facts([i, j], k), square: F.sub(r[i]!, r[j]!) },
    );
  return {
    name: `K = ${K}`,
    instance: (free) => anyEdges(free, K),
    given: [...positiveParts(K), positive('different rewards', F.square(F.sub(r[0]!, r[1]!)), 'mixed-rewards')],
    ...(K === 2 && {
      needed: {
        w_1: { p_1: 1 / 4, r_1: 1, r_2: 0, w_1: -1 },
        'different rewards': { p_1: 1 / 4, r_1: 1, r_2: 1, w_1: 1 },
      },
    }),
    by: ({ goal }) => ({
      terms: goal.name.endsWith('ZO')
        ? terms((_, k) => [`w_${k + 1}`])
        : terms(([i, j]) => [`p_${i + 1}`, `p_${j + 1}`]),
    }),
  };
});

/** The first `high` of K classes have one reward more than the others, by delta. */
const twoValued = upTo(2, 4).flatMap((K) =>
  upTo(1, K - 1).map((high): Shape => {
    const pairs = pairsOf(K);
    const across = (k: number) =>
      pairs.flatMap(([i, j], edge) => (i < high && j >= high && (i === k || j === k) ? [{ i, j, edge }] : []));
    return {
      name: `K = ${K}, ${high} of them better or worse`,
      instance: (free): LaplacianCase => {
        const low = free.number('r');
        free.number('delta');
        const best = free.exact(F.add(scalar('r'), scalar('delta')));
        return {
          weights: free.shares('p', K),
          rewards: upTo(1, K).map((y) => (y <= high ? best : low)),
          edges: free.numbers('w', pairs.length),
        };
      },
      given: [...positiveParts(K), positive('delta²', F.square(scalar('delta')), 'two-rewards', 'mixed-rewards')],
      ...(K === 2 && {
        needed: {
          w_1: { p_1: 1 / 4, r: 0, delta: 1, w_1: -1 },
          'delta²': { p_1: 1 / 4, r: 0, delta: 0, w_1: 1 },
        },
      }),
      by: ({ goal, goals }) => {
        const k = goals.indexOf(goal);
        if (k === K) return { terms: goals.slice(0, K).map(({ name }) => ({ facts: [name] })) };
        const all = across(k);
        return {
          terms: all.flatMap(({ i, j }) =>
            all.map(({ edge }) => ({ facts: ['delta²', `p_${i + 1}`, `p_${j + 1}`, `w_${edge + 1}`] })),
          ),
        };
      },
    };
  }),
);

/**
 * The first class alone has a reward ρ. With x = p_1 p_2, y = p_1 p_3, u = w_12, v = w_13, and m = x − y, M = u − v of one
 * sign, 4 (a · b)² − 3 |a|² |b|² is ρ⁴ times 36 xyuv + 4 (x + y)(u + v) mM + 4 mM (xv + yu).
 */
const oneHot = (K: number): Shape => {
  const rivals = upTo(2, K);
  const with_ = (...facts: readonly string[]) => ({ facts: ['reward', ...facts] });
  const inner: readonly NonnegativeTerm[] = rivals.flatMap((i) =>
    rivals.flatMap((j) => [
      with_('p_1', `p_${i}`, `w_${j - 1}`),
      ...(i === j ? [with_('p_1', `p_${i}`, `w_${j - 1}`)] : []),
    ]),
  );
  const bothOrders = ['reward', 'p_1', 'p_1', 'order p', 'order w'];
  const angle: readonly NonnegativeTerm[] = [
    { times: 36, ...with_('reward', 'p_1', 'p_1', 'p_2', 'p_3', 'w_1', 'w_2') },
    ...rivals.flatMap((i) =>
      rivals.map((j) => ({ times: i === j ? 4 : 8, ...with_(...bothOrders, `p_${i}`, `w_${j - 1}`) })),
    ),
  ];
  return {
    name: `K = ${K}`,
    instance: (free): LaplacianCase => ({
      weights: free.shares('p', K),
      rewards: upTo(1, K).map((y) => (y === 1 ? free.number('rho') : 0)),
      edges: free.numbers('w', pairsOf(K).length),
    }),
    given: [
      ...positiveParts(K),
      positive('reward', F.square(scalar('rho')), 'one-hot-reward'),
      ...(K === 2
        ? []
        : [
            nonnegative('order p', F.sub(logits(K).probabilities[1]!, logits(K).probabilities[2]!), 'same-order'),
            nonnegative('order w', F.sub(scalar('w_1'), scalar('w_2')), 'same-order'),
          ]),
    ],
    models: [{ p_1: 1 / 4, p_2: 1 / 2, rho: 1, w_1: 2, w_2: 1, w_3: 1 }],
    ...(K === 3 && {
      needed: {
        w_2: { p_1: 1 / 4, p_2: 1 / 2, rho: 1, w_1: 1, w_2: -5, w_3: 1 },
        reward: { p_1: 1 / 4, p_2: 1 / 2, rho: 0, w_1: 2, w_2: 1, w_3: 1 },
        'order p': { p_1: 1 / 4, p_2: 1 / 64, rho: 1, w_1: 64, w_2: 1, w_3: 1 },
      },
    }),
    by: ({ goal }) => ({ terms: goal.name.includes('PG') ? inner : angle }),
  };
};

/** Beside equal logits. */
const equal = upTo(2, 4).map(
  (K): Shape => ({
    name: `K = ${K}`,
    assumes: 'not zero',
    instance: (free): LaplacianCase => {
      const [weight, edge] = [free.number('a'), free.number('w')];
      return {
        weights: upTo(1, K).map(() => weight),
        rewards: free.numbers('r', K),
        edges: pairsOf(K).map(() => edge),
      };
    },
  }),
);

/** For a table of logits both gradients are graph Laplacians of the rewards. */
export const laplacianTheorems = [
  readLaw('zoR.laplacian', { scope: 'K <= 6' }, [...tables(6), ...weighted(3)]),
  readLaw('zoR.laplacian-ascent', { scope: 'K <= 4', kind: 'certificate' }, ascents),
  readLaw('zoR.uniform-parallel', { scope: 'K <= 4' }, equal),
  readLaw('zoR.two-valued-angle', { scope: 'K <= 4', kind: 'certificate' }, twoValued),
  readLaw('zoR.one-hot-angle', { scope: 'K <= 3', kind: 'certificate' }, [oneHot(2), oneHot(3)]),
];
