import type { Free, Shape } from '../theorem/law-reading.ts';
import { dataset, POSITIVE } from './policy-gradient.ts';
import { readLaw } from './read-law.ts';
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

const frozen: readonly Shape[] = [
  {
    name: 'K = 3, one pair, actions 1 3',
    assumes: POSITIVE,
    instance: (free) => ({ ...dataset(free, 1, 3, true), actions: [[0, 2]] }),
  },
  {
    name: 'K = 2, two pairs',
    assumes: POSITIVE,
    instance: (free) => ({
      ...dataset(free, 2, 2, true),
      actions: [
        [0, 1],
        [1, 1],
      ],
    }),
  },
  {
    name: 'K = 4, one pair, tables',
    assumes: POSITIVE,
    instance: (free) => ({ ...dataset(free, 1, 4, false), actions: [[0, 3]] }),
  },
];

const directed = upTo(2, 2).map(
  (K): Shape => ({
    name: `K = ${K}`,
    assumes: POSITIVE,
    instance: (free) => ({ ...table(free, K), temperature: 1, direction: free.numbers('delta', K) }),
  }),
);

/** A polynomial along the segment between two points. */
const segment: Shape = {
  name: 'cubics of two variables',
  instance: (free) => {
    const { objective } = zerothOrder(free, 'rademacher', 2, 3);
    return { objective, from: free.numbers('a', 2), to: free.numbers('t', 2) };
  },
};

/** The comments on J and stopped gradients. */
export const surrogateTheorems = [
  readLaw('c.J', { scope: 'K <= 4' }, frozen),
  readLaw('c.score-term', { scope: 'K <= 4' }, withLogs(4)),
  readLaw('c.J-hessian', { scope: 'K <= 3' }, withLogs(3)),
  readLaw('c.ratio', { scope: 'K <= 3' }, withLogs(3)),
  readLaw('c.dice', { scope: 'K <= 3' }, withLogs(3).slice(0, 3)),
  readLaw('c.dice-orders', { scope: 'K <= 2' }, directed),
  readLaw('c.const-diff', { scope: 'd <= 2, for cubics' }, [segment]),
];
