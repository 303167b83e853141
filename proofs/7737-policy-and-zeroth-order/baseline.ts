import type { Free, Shape } from '../theorem/law-reading.ts';
import { readLaw } from './read-law.ts';
import { MODELS } from './scopes.ts';
import { models, samples, tables, upTo, weighted } from './shapes.ts';

/** Some pairs, each with a constant that is added to all of its rewards. */
const shifted = (free: Free, T: number, K: number, features: boolean) => ({
  examples: upTo(1, T).map((t) => {
    const shift = free.number(`c${t}`);
    return {
      weights: free.shares(`p${t}`, K),
      rewards: free.numbers(`r${t}`, K),
      shifts: upTo(1, K).map(() => shift),
      ...(features ? { features: upTo(1, K).map((y) => free.numbers(`f${t}_${y}`, 1)) } : {}),
    };
  }),
  temperature: free.number('tau'),
});
const shifts = (most: number): readonly Shape[] => [
  ...upTo(2, most).map((K): Shape => ({ name: `K = ${K}`, instance: (free) => shifted(free, 1, K, false) })),
  ...upTo(2, most).map(
    (K): Shape => ({ name: `K = ${K}, any model of 1 parameter`, instance: (free) => shifted(free, 1, K, true) }),
  ),
  ...upTo(2, most).map((K): Shape => ({ name: `K = ${K}, two pairs`, instance: (free) => shifted(free, 2, K, false) })),
];

/** Any model or table of logits with one sample, and up to three samples of few classes. */
const estimates: readonly Shape[] = [
  ...samples(models(3), 1),
  ...samples(tables(4), 1),
  ...samples(models(2, 2), 1),
  ...samples(weighted(2), 1),
  ...samples(tables(3), 2),
  ...samples(tables(2), 3),
];
/** Five and six classes as well. */
const six = samples(tables(6).slice(3), 1);

const SHIFTED = `for one pair in ${MODELS}; for two pairs in tables` as const;
/** What is read of {@link estimates}. */
const ESTIMATES =
  'for tables of logits with K^N <= 9; for one sample in models of one parameter K <= 3, of two K <= 2' as const;

/** B-(6), B-(7) and B-(10): what a baseline leaves as it is. */
export const baselineTheorems = [
  readLaw('pg.shift', { scope: `K <= 6, ${SHIFTED}` }, shifts(6)),
  readLaw('pg.shift-variance', { scope: `K <= 4, ${SHIFTED}` }, shifts(4)),
  readLaw('pg.score0', { scope: `K <= 6, for ${MODELS}` }, [
    ...samples(models(6), 1),
    ...samples(tables(6), 1),
    ...samples(weighted(3), 1),
  ]),
  readLaw('pg.baseline', { scope: `K <= 6, ${ESTIMATES}` }, [...estimates, ...six]),
  readLaw('pg.var-m2', { scope: `K <= 6, ${ESTIMATES}` }, [...estimates, ...six]),
  readLaw('pg.bmean', { scope: `K <= 6, ${ESTIMATES}` }, [...estimates, ...six]),
  readLaw('pg.sign', { scope: 'K <= 6, for tables of logits; for models of two parameters K <= 3' }, [
    ...samples(tables(6), 1),
    ...samples(models(3, 2), 1),
  ]),
];
