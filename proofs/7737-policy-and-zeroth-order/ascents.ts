import type { PolicyCase } from '../../properties/instances/policy/policy-case.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { anyProbabilities, beside, names, rows, weakOrders } from './models.ts';
import { orderOf, positiveProbabilities } from './orders.ts';
import { readLaw } from './read-law.ts';
import { BY_REWARD } from './scopes.ts';
import { logits, table, upTo } from './shapes.ts';

/** The signs of r_y − r̄ first. */
const rewarded = (K: number): DecidedShape => ({
  name: `K = ${K}`,
  degree: 2,
  first: (A, instance) => {
    const r = A.vector((instance as PolicyCase).rewards);
    const mean = A.dot(logits(K).probabilities, r);
    for (const x of r) A.compare(x, mean);
  },
  instance: (free) => table(free, K),
  given: [...positiveProbabilities(K), positive('temperature', scalar('tau'))],
  models: beside(
    [{ p_1: 1 / 4, p_2: 1 / 4, tau: 1 }],
    rows(
      names('r', K),
      [
        [0, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
        [1, 0, 0],
        [1, 1, 0],
        [1, 0, 1],
        [0, 1, 1],
        [0, 4, 2],
        [0, 2, 4],
        [4, 0, 2],
        [2, 0, 4],
        [2, 4, 0],
        [4, 2, 0],
        [2, 4, 1],
        [4, 2, 1],
        [3, 4, 0],
        [2, 0, 3],
        [0, 2, 3],
      ].map((row) => row.slice(0, K)),
    ),
  ),
});

/**
 * The classes in the order of their rewards, which names them: r_1 ≥ … ≥ r_K. Two classes in one order approach each other
 * by what the others pull, who are at most the range away.
 */
const flowing = (K: number): DecidedShape => {
  const [p, r] = [logits(K).probabilities, scalars('r', K)];
  const range = F.sub(r[0]!, r[K - 1]!);
  return {
    name: `K = ${K}`,
    degree: 1,
    instance: (free) => ({ ...table(free, K), rate: 1 }),
    given: [
      ...positiveProbabilities(K),
      positive('temperature', scalar('tau')),
      ...r.slice(1).map((x, y) => atMost(`rewards ${y + 1}`, x, r[y]!)),
    ],
    hints: ({ goal, shown }) => {
      const [i, j] = /classes (\d+) and (\d+)/
        .exec(goal.name)!
        .slice(1)
        .map((y) => Number(y) - 1) as [number, number];
      const pair = `of ${i + 1} and ${j + 1}`;
      const ahead = shown(nonnegative(`probabilities ${pair}`, F.sub(p[i]!, p[j]!)));
      const better = shown(nonnegative(`rewards ${pair}`, F.sub(r[i]!, r[j]!)));
      const others = upTo(0, K - 1).filter((k) => k !== i && k !== j && (i !== K - 1 || k !== 0));
      const beyond = others.flatMap((k) => [
        `p_${k + 1}`,
        shown(nonnegative(`range ${pair} beyond ${k + 1}`, F.add(range, F.sub(r[i]!, r[k]!)))),
      ]);
      return { over: ['temperature'], facts: [ahead, `p_${j + 1}`, better, ...beyond], degree: 3 };
    },
    models: beside(
      anyProbabilities(K).map((model) => ({ ...model, tau: 1 })),
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

/** A step from equal logits. */
const firstStep = (K: number): DecidedShape => ({
  name: `K = ${K}`,
  degree: 2,
  instance: (free) => {
    const weight = free.number('a');
    return {
      weights: upTo(1, K).map(() => weight),
      rewards: free.numbers('r', K),
      temperature: free.number('tau'),
      rate: free.number('eta'),
    };
  },
  given: [
    positive('a', scalar('a')),
    positive('temperature', scalar('tau')),
    positive('rate', scalar('eta'), 'positive-rate'),
  ],
  needed: { rate: { a: 1, tau: 1, eta: -1, r_1: 2, r_2: 1, r_3: 0 } },
  first: (A) => orderOf(A, scalars('r', K)),
  models: beside([{ a: 1, tau: 1, eta: 1 }], weakOrders('r', K)),
});

/** What gradient ascent does to the order of the classes. */
export const ascentTheorems = [
  readLaw('pg.reinforced-logit', { scope: 'K <= 3', kind: 'cases' }, [rewarded(2), rewarded(3)]),
  readLaw('pg.order-flow', { scope: `K <= 3, for ${BY_REWARD}`, kind: 'cases' }, [flowing(2), flowing(3)]),
  readLaw('pg.ascent-first', { scope: 'K <= 3', kind: 'cases' }, [firstStep(2), firstStep(3)]),
];
