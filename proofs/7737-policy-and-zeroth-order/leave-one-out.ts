import { logitGradient } from '../../src/policy/ascent.ts';
import { scores } from '../../src/policy/score.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { positive } from '../theorem/statements.ts';
import { readLaw } from './read-law.ts';
import { logits, models, sampled, samples, table, tables, upTo } from './shapes.ts';

const several: readonly Shape[] = [
  ...upTo(2, 4).flatMap((N) => samples(tables(2), N)),
  ...upTo(2, 3).flatMap((N) => samples(tables(3).slice(1), N)),
  ...samples(models(2), 3),
];
const SEVERAL =
  'K <= 3, for tables of logits with K^N <= 27; for three samples in models of one parameter K <= 2' as const;

const upToFour = [...several, ...samples(tables(3).slice(1), 4)];
const UP_TO_FOUR =
  'K <= 3, for two to four samples in tables of logits; for three in models of one parameter K <= 2' as const;

/** Var(r) E‖s‖² + ‖∇‖² as a sum of squares: Var(r) is Σ p_i p_j (r_i − r_j)² over the pairs. */
function squares(K: number): readonly RationalFunction[] {
  const { probabilities, temperature, ...rest } = logits(K);
  const rewards = scalars('r', K);
  const pairs = upTo(0, K - 1).flatMap((i) => upTo(i + 1, K - 1).map((j) => F.sub(rewards[i]!, rewards[j]!)));
  const all = scores(F, { probabilities, temperature, ...rest }).flat();
  return [
    ...pairs.flatMap((gap) => all.map((x) => F.mul(gap, x))),
    ...logitGradient(F, probabilities, rewards, temperature),
  ];
}

const prices = [
  [2, 2],
  [2, 3],
  [2, 4],
].map(
  ([K, N]): Shape => ({
    name: `K = ${K}, N = ${N}`,
    instance: (free) => sampled(free, table(free, K!), N!),
    given: [
      ...logits(K!).probabilities.map((p, y) => positive(`p_${y + 1}`, p)),
      positive('temperature', scalar('tau')),
    ],
    hints: () => ({ squares: squares(K!), facts: logits(K!).probabilities.map((_, y) => `p_${y + 1}`), degree: 4 }),
  }),
);

/** Baselines taken from the samples themselves, in the text after B-(10) and beyond it. */
export const leaveOneOutTheorems = [
  readLaw('pg.own-mean', { scope: SEVERAL }, [...samples(tables(3), 1), ...several]),
  readLaw('pg.rloo', { scope: UP_TO_FOUR }, upToFour),
  readLaw('pg.rloo-centered', { scope: SEVERAL }, several),
  readLaw('pg.rloo-covariance', { scope: SEVERAL }, several),
  readLaw('pg.rloo-variance', { scope: UP_TO_FOUR }, upToFour),
  readLaw('pg.own-mean-variance', { scope: SEVERAL }, several),
  readLaw(
    'pg.rloo-price',
    { scope: 'K <= 2, for two to four samples in tables of logits', kind: 'certificate' },
    prices,
  ),
];
