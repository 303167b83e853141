import type { Free, Shape } from '../theorem/law-reading.ts';
import { dataset, POSITIVE } from './policy-gradient.ts';
import { readLaw } from './read-law.ts';
import { MODELS } from './scopes.ts';
import { model, table, upTo, zerothOrder } from './shapes.ts';

/** Any number in place of each log p_y: what is linear in them and holds for all numbers holds for the logarithms. */
const withLogs = (most: number): readonly Shape[] =>
  upTo(2, most).flatMap((K) => [
    { name: `K = ${K}`, instance: (free: Free) => ({ ...table(free, K), logs: free.numbers('l', K) }) },
    {
      name: `K = ${K}, any model of 1 parameter`,
      instance: (free: Free) => ({ ...model(free, K, 1), logs: free.numbers('l', K) }),
    },
  ]);

/** Every list of one action, and up to three classes of two. */
const actionsOf = (K: number): readonly (readonly number[])[] =>
  upTo(0, K - 1).flatMap((y) => [[y], ...(K > 3 ? [] : upTo(0, K - 1).map((z) => [y, z]))]);

const frozen: readonly Shape[] = [
  ...upTo(2, 4).flatMap((K) =>
    [true, false].flatMap((features) =>
      actionsOf(K).map(
        (actions): Shape => ({
          name: `K = ${K}, one pair, ${features ? 'any model of 1 parameter' : 'tables'}, actions ${actions.join(' ')}`,
          assumes: POSITIVE,
          instance: (free) => ({ ...dataset(free, 1, K, features), actions: [actions] }),
        }),
      ),
    ),
  ),
  ...[true, false].flatMap((features) =>
    upTo(0, 1).flatMap((y) =>
      upTo(0, 1).map(
        (z): Shape => ({
          name: `K = 2, two pairs, ${features ? 'any model of 1 parameter' : 'tables'}, actions ${y} and ${z}`,
          assumes: POSITIVE,
          instance: (free) => ({ ...dataset(free, 2, 2, features), actions: [[y], [z]] }),
        }),
      ),
    ),
  ),
];

const directed = upTo(2, 2).map(
  (K): Shape => ({
    name: `K = ${K}`,
    assumes: POSITIVE,
    instance: (free) => ({ ...table(free, K), direction: free.numbers('delta', K) }),
  }),
);

/** A polynomial along the segment between two points. */
const segments = upTo(1, 2).map(
  (d): Shape => ({
    name: `cubics, d = ${d}`,
    instance: (free) => {
      const { objective } = zerothOrder(free, 'rademacher', d, 3);
      return { objective, from: free.numbers('a', d), to: free.numbers('t', d) };
    },
  }),
);

/** The comments on J and stopped gradients. */
export const surrogateTheorems = [
  readLaw(
    'c.J',
    { scope: `K <= 4, for one action at one pair in ${MODELS}; two actions for K <= 3; two pairs for K <= 2` },
    frozen,
  ),
  readLaw('c.score-term', { scope: `K <= 4, for ${MODELS}` }, withLogs(4)),
  readLaw('c.J-hessian', { scope: `K <= 3, for ${MODELS}` }, withLogs(3)),
  readLaw('c.ratio', { scope: `K <= 3, for ${MODELS}` }, withLogs(3)),
  readLaw('c.dice', { scope: `K <= 3, for ${MODELS}` }, withLogs(3)),
  readLaw('c.dice-orders', { scope: 'K <= 2, for tables of logits' }, directed),
  readLaw('c.const-diff', { scope: 'd <= 2, for cubics' }, segments),
];
