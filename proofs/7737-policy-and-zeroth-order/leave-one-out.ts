import { logitGradient } from '../../src/policy/ascent.ts';
import { scores } from '../../src/policy/score.ts';
import { ratio } from '../../src/scalar/exact.ts';
import type { NonnegativeTerm } from '../kernel/certificate.ts';
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

/** Var(r) E‖s‖² + ‖∇‖² as a sum of squares: Var(r) is Σ p_i p_j (r_i − r_j)² over the pairs. */
function squares(K: number): readonly NonnegativeTerm[] {
  const { probabilities, temperature, ...rest } = logits(K);
  const rewards = scalars('r', K);
  const all = scores(F, { probabilities, temperature, ...rest });
  const pairs = upTo(0, K - 1).flatMap((i) => upTo(i + 1, K - 1).map((j) => [i, j] as const));
  return [
    ...pairs.flatMap(([i, j]) =>
      all.flatMap((s, y) =>
        s.map((x) => ({
          facts: [i, j, y].map((class_) => `p_${class_ + 1}`),
          square: F.mul(F.sub(rewards[i]!, rewards[j]!), x),
        })),
      ),
    ),
    ...logitGradient(F, probabilities, rewards, temperature).map((square) => ({ square })),
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
    by: () => ({
      terms: squares(K!).map((term) => ({ ...term, times: ratio(1, N! * (N! - 1)) })),
    }),
  }),
);

/** Baselines taken from the samples themselves, in the text after B-(10) and beyond it. */
export const leaveOneOutTheorems = [
  readLaw('pg.own-mean', { scope: SEVERAL }, [...samples(tables(3), 1), ...several]),
  readLaw('pg.rloo', { scope: SEVERAL }, several),
  readLaw('pg.rloo-centered', { scope: SEVERAL }, several),
  readLaw('pg.rloo-covariance', { scope: SEVERAL }, several),
  readLaw('pg.rloo-variance', { scope: SEVERAL }, several),
  readLaw('pg.own-mean-variance', { scope: SEVERAL }, several),
  readLaw(
    'pg.rloo-price',
    { scope: 'K <= 2, for two to four samples in tables of logits', kind: 'certificate' },
    prices,
  ),
];
