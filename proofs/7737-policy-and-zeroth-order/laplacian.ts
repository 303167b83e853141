import type { LaplacianCase } from '../../properties/instances/bridge/laplacian-case.ts';
import { permutations } from '../../src/policy/rearrangement.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import { atMost, positive } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
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

/** r · L_w r is a sum of squares over the pairs, of which one has different rewards. */
const ascending = (K: number, different: number): Shape => {
  const pairs = pairsOf(K);
  const [first, second] = pairs[different]!;
  const r = scalars('r', K);
  return {
    name: `K = ${K}, classes ${first + 1} and ${second + 1} differ`,
    instance: (free) => anyEdges(free, K),
    given: [
      ...positiveParts(K),
      positive('different rewards', F.square(F.sub(r[first]!, r[second]!)), 'mixed-rewards'),
    ],
    ...(K === 2 && {
      needed: {
        w_1: { p_1: 1 / 4, r_1: 1, r_2: 0, w_1: -1 },
        'different rewards': { p_1: 1 / 4, r_1: 1, r_2: 1, w_1: 1 },
      },
    }),
    hints: () => ({ squares: pairs.map(([i, j]) => F.sub(r[i]!, r[j]!)), degree: 3 }),
  };
};
const ascents = upTo(2, 4).flatMap((K) => pairsOf(K).map((_, different) => ascending(K, different)));

/** The ways to part K classes in two, by the one that has the first class. */
const partsOf = (K: number): readonly (readonly number[])[] =>
  upTo(2, K)
    .reduce<readonly (readonly number[])[]>((sets, y) => sets.flatMap((set) => [[...set, y], set]), [[1]])
    .filter((set) => set.length < K);

/** Some of K classes have one reward more than the others, by delta, which may be negative. */
const twoValued = upTo(2, 4).flatMap((K) =>
  partsOf(K).map((some): Shape => {
    const pairs = pairsOf(K);
    return {
      name: `K = ${K}, ${some.join(' ')} better or worse`,
      instance: (free): LaplacianCase => {
        const low = free.number('r');
        free.number('delta');
        const best = free.exact(F.add(scalar('r'), scalar('delta')));
        return {
          weights: free.shares('p', K),
          rewards: upTo(1, K).map((y) => (some.includes(y) ? best : low)),
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
      hints: () => ({ over: [], squares: [], degree: 4 }),
    };
  }),
);

/**
 * Class c alone has a reward ρ; of its rivals i and j the first one is the more probable. With x = p_c p_i, y = p_c p_j,
 * u = w_ci, v = w_cj, and m = x − y, M = u − v of one sign, 4 (a · b)² − 3 |a|² |b|² is ρ⁴ times
 * 36 xyuv + 4 (x + y)(u + v) mM + 4 mM (xv + yu).
 */
const oneHot = (c: number, ...rivals: readonly number[]): Shape => {
  const K = 1 + rivals.length;
  const edge = (i: number): string =>
    `w_${1 + pairsOf(K).findIndex(([a, b]) => a + b === c + i - 2 && (a === c - 1 || b === c - 1))}`;
  const [more, less] = rivals;
  const { probabilities } = logits(K);
  const reward = F.square(scalar('rho'));
  const pull = (i: number) => F.mul(reward, F.mul(probabilities[c - 1]!, probabilities[i - 1]!));
  const pulls = rivals.map((i) =>
    sought(positive(`pull on ${i}`, pull(i)), { facts: ['reward', `p_${c}`, `p_${i}`], squares: [] }),
  );
  const inOrder = less === undefined ? [] : [atMost('order of pulls', pull(less), pull(more!))];
  const facts = ['reward', `p_${c}`, 'order p'];
  const lemmas = [...pulls, ...inOrder.map((goal) => sought(goal, { facts, squares: [] }))];
  return {
    name: `K = ${K}, class ${c} rewarded${less === undefined ? '' : `, ${more} before ${less}`}`,
    instance: (free): LaplacianCase => ({
      weights: free.shares('p', K),
      rewards: upTo(1, K).map((y) => (y === c ? free.number('rho') : 0)),
      edges: free.numbers('w', pairsOf(K).length),
    }),
    given: [
      ...positiveParts(K),
      positive('reward', F.square(scalar('rho')), 'one-hot-reward'),
      ...(more === undefined || less === undefined
        ? []
        : [
            atMost('order p', logits(K).probabilities[less - 1]!, logits(K).probabilities[more - 1]!, 'same-order'),
            atMost('order w', scalar(edge(less)), scalar(edge(more)), 'same-order'),
          ]),
    ],
    models: [
      {
        ...{ w_1: 1, w_2: 1, w_3: 1, rho: 1, [edge(rivals[0]!)]: 2 },
        ...Object.fromEntries(upTo(1, K - 1).map((y) => [`p_${y}`, y === more ? 1 / 2 : 1 / 4])),
      },
    ],
    ...(c === 1 &&
      more === 2 &&
      K === 3 && {
        needed: {
          w_2: { p_1: 1 / 4, p_2: 1 / 2, rho: 1, w_1: 1, w_2: -5, w_3: 1 },
          reward: { p_1: 1 / 4, p_2: 1 / 2, rho: 0, w_1: 2, w_2: 1, w_3: 1 },
          'order p': { p_1: 1 / 4, p_2: 1 / 64, rho: 1, w_1: 64, w_2: 1, w_3: 1 },
        },
      }),
    lemmas,
    hints: () => ({
      facts: [...lemmas.map(({ goal }) => goal.name), ...rivals.map(edge), 'order w'],
      squares: [],
      degree: 4,
    }),
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
  readLaw('zoR.one-hot-angle', { scope: 'K <= 3', kind: 'certificate' }, [
    ...[
      [1, 2],
      [2, 1],
    ].map(([c, i]) => oneHot(c!, i!)),
    ...permutations(3).map((order) => {
      const [c, i, j] = order.map((y) => y + 1);
      return oneHot(c!, i!, j!);
    }),
  ]),
];
