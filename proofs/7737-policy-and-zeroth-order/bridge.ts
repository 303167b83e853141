import type { SmoothedPolicy } from '../../properties/instances/bridge/smoothed-policy.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import { readLaw } from './read-law.ts';
import { model, table, upTo } from './shapes.ts';

const smoothed = (free: Free, K: number, kind: 'rademacher' | 'skewed' | 'three-point', d: number): SmoothedPolicy => ({
  ...(d === K ? table(free, K) : model(free, K, d)),
  smoothing: free.number('epsilon'),
  directions: { kind, dimension: d },
});

const policies: readonly Shape[] = (['rademacher', 'skewed', 'three-point'] as const).flatMap((kind) => [
  { name: `K = 2, ${kind}`, instance: (free) => smoothed(free, 2, kind, 2) },
  ...upTo(2, 4).map(
    (K): Shape => ({
      name: `K = ${K}, any model of 1 parameter, ${kind}`,
      instance: (free) => smoothed(free, K, kind, 1),
    }),
  ),
]);

const equalLogits = upTo(2, 6).map(
  (K): Shape => ({
    name: `K = ${K}`,
    instance: (free) => {
      const weight = free.number('a');
      return { ...table(free, K), weights: upTo(1, K).map(() => weight) };
    },
  }),
);

/** Any number in place of each −log p_y and of Euler’s γ. */
const gumbel = upTo(2, 4).map(
  (K): Shape => ({
    name: `K = ${K}`,
    instance: (free) => ({
      weights: free.shares('p', K),
      rewards: free.numbers('r', K),
      surprises: free.numbers('s', K),
      euler: free.number('gamma'),
    }),
  }),
);

const SCOPE =
  'K <= 4, for models of one parameter, and tables of two logits, in signs, skewed and three-point directions' as const;

/** B-(16) to B-(23). */
export const bridgeTheorems = [
  readLaw('zoR.zero-term', { scope: SCOPE }, policies),
  readLaw('zoR.integral', { scope: SCOPE }, policies),
  readLaw(
    'zoR.taylor',
    { scope: SCOPE },
    policies.map((shape) => ({ ...shape, assumes: 'positive' })),
  ),
  readLaw('zoR.temperature-scale', { scope: 'K <= 6' }, equalLogits),
  readLaw('zoR.gumbel', { scope: 'K <= 4' }, gumbel),
];
