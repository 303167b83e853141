import type { Shape } from '../theorem/law-reading.ts';
import { readLaw } from './read-law.ts';
import { tables, weighted } from './shapes.ts';

const evenPair: Shape = {
  name: 'K = 2, equally likely',
  instance: (free) => {
    const weight = free.number('a');
    return { weights: [weight, weight], rewards: free.numbers('r', 2), temperature: free.number('tau') };
  },
  models: [
    { a: 1, r_1: 1, r_2: 0, tau: 1 },
    { a: 1, r_1: 0, r_2: 1, tau: 1 },
  ],
};

/** A table of logits in particular. */
export const policyFactTheorems = [
  readLaw('pg.natural-flow', { scope: 'K <= 6' }, tables(6)),
  readLaw('pg.score-norm', { scope: 'K <= 6' }, [...tables(6), ...weighted(2)]),
  readLaw('pg.reward-inner', { scope: 'K <= 6' }, [...tables(6), ...weighted(2)]),
  readLaw('zoR.gumbel-score', { scope: 'K <= 6' }, tables(6)),
  readLaw('pg.fisher', { scope: 'K <= 6' }, [...tables(6), ...weighted(2)]),
  readLaw('pg.grad-norm-sharp', { scope: 'all reals' }, [evenPair]),
];
