import { permutations, rearranged } from '../../src/policy/rearrangement.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import { atMost, below, nonnegative, positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { anyProbabilities, beside, names, rows, weakOrders } from './models.ts';
import { readLaw } from './read-law.ts';
import { BY_REWARD } from './scopes.ts';
import { logits, upTo } from './shapes.ts';

/** The probabilities of a table of logits are positive. */
export const positiveProbabilities = (K: number, ...standsFor: readonly string[]): readonly Fact[] =>
  logits(K).probabilities.map((p, y) => positive(`p_${y + 1}`, p, ...standsFor));

/** Takes the order of each two of some numbers. */
export const orderOf = (A: Algebra<RationalFunction>, values: readonly RationalFunction[]): void => {
  values.forEach((a, i) => {
    for (const b of values.slice(i + 1)) A.compare(a, b);
  });
};

const ranked =
  (K: number): DecidedShape['instance'] =>
  (free) => ({
    weights: free.shares('p', K),
    rewards: free.numbers('r', K),
  });

/** Any probabilities, some of which may be 0. */
const degenerate = (K: number): DecidedShape => ({
  name: `K = ${K}`,
  degree: 2,
  instance: ranked(K),
  given: logits(K).probabilities.map((p, y) => nonnegative(`p_${y + 1}`, p)),
  models: beside(
    rows(
      names('p', K - 1),
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [1 / 4, 0],
        [0, 1 / 4],
        [1 / 4, 3 / 4],
        [1 / 4, 1 / 4],
        ...(K === 2 ? [[1 / 2, 0]] : []),
      ].map((row) => row.slice(0, K - 1)),
    ),
    weakOrders('r', K),
  ),
});

/** The classes in the order of their probabilities, which names them: p_1 ≥ … ≥ p_K. The rewards in every order. */
const rearranging = (K: number): DecidedShape => {
  const p = logits(K).probabilities;
  return {
    name: `K = ${K}`,
    degree: 2,
    instance: ranked(K),
    given: p.slice(1).map((q, y) => atMost(`order ${y + 1}`, q, p[y]!)),
    first: (A) => {
      orderOf(A, p);
      orderOf(A, scalars('r', K));
    },
    models: beside(anyProbabilities(K), weakOrders('r', K)),
  };
};

const someProbabilities = rows(
  ['p_1', 'p_2'],
  [
    [1 / 4, 1 / 2],
    [1 / 2, 1 / 4],
    [1 / 4, 1 / 4],
  ],
);

/** Not all rewards are equal. */
const softmaxes = (K: number): DecidedShape => {
  const r = scalars('r', K);
  const differences = F.sum(r.flatMap((a, i) => r.slice(i + 1).map((b) => F.square(F.sub(a, b)))));
  return {
    name: `K = ${K}`,
    degree: 2,
    instance: ranked(K),
    given: [
      ...positiveProbabilities(K, 'positive-probabilities'),
      positive('different rewards', differences, 'rewards-not-all-equal'),
    ],
    first: (A) => orderOf(A, r),
    models: beside(someProbabilities, weakOrders('r', K)),
    ...(K === 2 && {
      needed: {
        p_1: { p_1: 0, r_1: 1, r_2: 2 },
        'different rewards': { p_1: 1 / 4, r_1: 1, r_2: 1 },
      },
    }),
  };
};

/** Class w leads by more than m, and no logit moves by half of m. */
const moved = (K: number, winner: number): DecidedShape => {
  const [z, delta, m] = [scalars('z', K), scalars('delta', K), scalar('m')];
  return {
    name: `K = ${K}, class ${winner} leads`,
    degree: 1,
    instance: (free) => {
      free.number('m');
      return { logits: free.numbers('z', K), moves: free.numbers('delta', K) };
    },
    given: [
      ...z.flatMap((x, y) => (y === winner - 1 ? [] : [atMost(`lead over ${y + 1}`, F.add(x, m), z[winner - 1]!)])),
      ...delta.flatMap((x, y) => [
        below(`move ${y + 1} up`, F.add(x, x), m, 'moves-within-half-the-lead'),
        below(`move ${y + 1} down`, F.neg(F.add(x, x)), m, 'moves-within-half-the-lead'),
      ]),
    ],
    ...(K === 2 &&
      winner === 1 && { needed: { 'move 1 down': { m: 1 / 2, z_1: 1, z_2: 0, delta_1: -2, delta_2: 0 } } }),
    models: weakOrders('z', K - 1).flatMap((before) =>
      weakOrders('z', K - 1).map((after) => {
        const [from, to] = [before, after].map((order) => Object.values(order) as number[]);
        const [z, moves] = [
          from!.toSpliced(winner - 1, 0, 16),
          to!.map((x, y) => x - from![y]!).toSpliced(winner - 1, 0, 0),
        ];
        return {
          m: 1 / 2,
          ...Object.fromEntries(z.map((x, y) => [`z_${y + 1}`, x / 16])),
          ...Object.fromEntries(moves.map((x, y) => [`delta_${y + 1}`, x / 16])),
        };
      }),
    ),
  };
};

/** One policy without a tie at the top, and all its rearrangements. */
const orbit = (K: number): DecidedShape => {
  const [p, r] = [logits(K).probabilities, scalars('r', K)];
  return {
    name: `K = ${K}`,
    degree: 2,
    instance: (free) => {
      const weights = free.shares('p', K);
      return { models: permutations(K).map((order) => rearranged(weights, order)), rewards: free.numbers('r', K) };
    },
    given: [
      ...p.map((q, y) => nonnegative(`p_${y + 1}`, q)),
      ...p.slice(1).map((q, y) => (y === 0 ? below : atMost)(`order ${y + 1}`, q, p[y]!, 'no-ties')),
      ...r.slice(1).map((x, y) => atMost(`rewards ${y + 1}`, x, r[y]!)),
    ],
    ...(K === 2 && { needed: { 'order 1': { p_1: 1 / 2, r_1: 2, r_2: 1 } } }),
    first: (A) => orderOf(A, r),
    models: beside(
      rows(
        ['p_1', 'p_2'],
        [
          [3 / 4, 1 / 8],
          [5 / 8, 1 / 4],
        ],
      ),
      rows(
        names('r', K),
        [
          [1, 1, 1],
          [2, 1, 1],
          [2, 2, 1],
          [3, 2, 1],
        ].map((row) => row.slice(0, K)),
      ),
    ),
  };
};

/** Uniform noise that is at no jump of the action. */
const noise = (K: number): DecidedShape => {
  const p = logits(K).probabilities;
  const omega = scalar('omega');
  return {
    name: `K = ${K}`,
    degree: 2,
    instance: (free) => ({
      weights: free.shares('p', K),
      direction: free.numbers('delta', K),
      noise: free.number('omega'),
    }),
    given: [
      ...positiveProbabilities(K),
      positive('noise above 0', omega),
      below('noise below 1', omega, F.one),
      ...upTo(1, K - 1).map((y) =>
        positive(`off jump ${y}`, F.square(F.sub(omega, F.sum(p.slice(0, y)))), 'noise-off-jumps'),
      ),
    ],
    ...(K === 2 && { needed: { 'off jump 1': { p_1: 1 / 4, delta_1: 1, delta_2: 2, omega: 1 / 4 } } }),
    models: upTo(0, K).map((y) => ({
      p_1: 1 / 4,
      p_2: 1 / 4,
      p_3: 1 / 4,
      delta_1: 1,
      delta_2: 2,
      delta_3: 0,
      delta_4: 1,
      omega: Math.min(7, 2 * y + 1) / 8,
    })),
  };
};

/** What is said of the order of several numbers. */
export const orderTheorems = [
  readLaw(
    'pg.hard-flat',
    { scope: 'K <= 3', kind: 'cases' },
    upTo(2, 3).flatMap((K) => upTo(1, K).map((w) => moved(K, w))),
  ),
  readLaw('pg.simplex-maximizer', { scope: 'K <= 3', kind: 'cases' }, upTo(1, 3).map(degenerate)),
  readLaw('pg.softmax-supremum', { scope: 'K <= 3', kind: 'cases' }, [softmaxes(2), softmaxes(3)]),
  readLaw(
    'pg.same-order-fixed',
    { scope: 'K <= 3, for classes numbered by their probabilities', kind: 'cases' },
    upTo(1, 3).map(rearranging),
  ),
  readLaw(
    'pg.same-order-class',
    { scope: `K <= 3, for one policy and its rearrangements, with ${BY_REWARD}`, kind: 'cases' },
    [orbit(2), orbit(3)],
  ),
  readLaw('c.action-path', { scope: 'K <= 4', kind: 'cases' }, upTo(2, 4).map(noise)),
];
