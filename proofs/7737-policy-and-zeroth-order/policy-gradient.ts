import type { Free, Shape } from '../theorem/law-reading.ts';
import { readLaw } from './read-law.ts';
import { MODELS } from './scopes.ts';
import { model, models, samples, table, tables, upTo, weighted } from './shapes.ts';

/** What the softmax asks of its temperature, and a series of what it is divided by. */
export const POSITIVE = 'positive';

/** T pairs (x_t, y_t) with K classes each, under one model of one parameter or with a table of logits each. */
export const dataset = (free: Free, T: number, K: number, features: boolean, baselined = false) => ({
  examples: upTo(1, T).map((t) => ({
    weights: free.shares(`p${t}`, K),
    rewards: free.numbers(`r${t}`, K),
    ...(features ? { features: upTo(1, K).map((y) => free.numbers(`f${t}_${y}`, 1)) } : {}),
    ...(baselined ? { baseline: free.number(`b${t}`) } : {}),
  })),
  temperature: free.number('tau'),
});

const directed: readonly Shape[] = upTo(2, 4).flatMap((K) => [
  {
    name: `K = ${K}`,
    assumes: POSITIVE,
    instance: (free) => ({ ...table(free, K), direction: free.numbers('delta', K) }),
  },
  {
    name: `K = ${K}, any model of 1 parameter`,
    assumes: POSITIVE,
    instance: (free) => ({ ...model(free, K, 1), direction: free.numbers('delta', 1) }),
  },
]);

/** A coin of probability θ, with its derivative by θ. */
const coin: Shape = {
  name: '0 < θ < 1',
  assumes: 'interior-parameter',
  instance: (free) => ({ theta: free.number('theta'), rewards: free.numbers('r', 2) }),
  models: [{ theta: 1 / 4, r_1: 1, r_2: 3 }],
};

/** T pairs with K classes each, whose weights have any sum. */
const pairs = (T: number, K: number, features: boolean): Shape => ({
  name: `K = ${K}, ${T === 1 ? 'one pair' : 'two pairs'}${features ? ', any model of 1 parameter' : ''}`,
  assumes: POSITIVE,
  instance: (free) => {
    const { examples, temperature } = dataset(free, T, K, features);
    return { examples: examples.map((each, t) => ({ ...each, weights: free.numbers(`a${t + 1}`, K) })), temperature };
  },
});

/** B-(2) to B-(5): the policy gradient, by differentiating the objective and by the scores. */
export const policyGradientTheorems = [
  readLaw('pg.smooth', { scope: `K <= 4, for ${MODELS}` }, directed),
  readLaw('pg.grad', { scope: `K <= 6, for one pair in ${MODELS}; for two pairs K <= 3` }, [
    ...upTo(2, 6).flatMap((K) => [pairs(1, K, false), pairs(1, K, true)]),
    ...upTo(2, 3).flatMap((K) => [pairs(2, K, false), pairs(2, K, true)]),
  ]),
  readLaw('pg.grad-logits', { scope: 'K <= 6' }, [...tables(6), ...weighted(3)]),
  readLaw('pg.logtrick', { scope: 'K <= 6, for tables of logits; for models of one parameter K <= 4' }, [
    ...samples(tables(6), 1),
    ...samples(models(4), 1),
    ...samples(weighted(3), 1),
  ]),
  readLaw('pg.bernoulli', { scope: 'all reals' }, [coin]),
];
