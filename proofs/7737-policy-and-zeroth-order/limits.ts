import { scalars } from '../kernel/symbolic.ts';
import { below, positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { weakOrders } from './models.ts';
import { readLaw } from './read-law.ts';
import { upTo } from './shapes.ts';

/** Weights of which one is the largest, at the temperature 1/n. */
const coldest = (K: number, winner: number, n: number): DecidedShape => {
  const a = scalars('a', K);
  return {
    name: `K = ${K}, class ${winner} leads, τ = 1/${n}`,
    degree: n,
    instance: (free) => ({ weights: free.numbers('a', K), inverseTemperature: n }),
    given: [
      ...a.map((x, y) => positive(`a_${y + 1}`, x)),
      ...a.flatMap((x, y) => (y + 1 === winner ? [] : [below(`lead over ${y + 1}`, x, a[winner - 1]!, 'one-argmax')])),
    ],
    ...(K === 2 && winner === 1 && { needed: { 'lead over 2': { a_1: 1, a_2: 1 } } }),
    models: weakOrders('a', K - 1).map((order) => {
      const weights = (Object.values(order) as number[]).toSpliced(winner - 1, 0, K + 1);
      return Object.fromEntries(weights.map((x, y) => [`a_${y + 1}`, x]));
    }),
  };
};

/** Any weights, at the temperature −1/n. */
const anyWeights = (K: number, n: number): DecidedShape => ({
  name: `K = ${K}, τ = −1/${n}`,
  degree: n + 3,
  instance: (free) => ({ weights: free.numbers('a', K), inverseTemperature: n }),
  given: scalars('a', K).map((x, y) => positive(`a_${y + 1}`, x)),
  models: weakOrders('a', K),
});

/** Limits of the temperature, by how fast they are reached at 1/n. */
export const limitTheorems = [
  readLaw(
    'zoR.chi-limit',
    { scope: 'K <= 3, for τ = 1, 1/2 and 1/3', kind: 'cases' },
    upTo(2, 3).flatMap((K) => upTo(1, K).flatMap((w) => upTo(1, 3).map((n) => coldest(K, w, n)))),
  ),
  readLaw(
    'zoR.argmin-limit',
    { scope: 'K <= 2, for τ = −1 and −1/2', kind: 'cases' },
    upTo(1, 2).map((n) => anyWeights(2, n)),
  ),
];
