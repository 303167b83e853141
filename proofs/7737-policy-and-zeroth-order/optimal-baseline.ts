import { coordinateBaselines, optimalBaseline } from '../../src/policy/baseline.ts';
import { type LocalPolicy, scores } from '../../src/policy/score.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { scalar, scalars, symbolicReading } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { positive } from '../theorem/statements.ts';
import { excessVarianceTheorem } from './excess-variance.ts';
import { dataset, POSITIVE } from './policy-gradient.ts';
import { readLaw } from './read-law.ts';
import { MODELS } from './scopes.ts';
import { logits, models, sampled, samples, table, tables, upTo, withScores } from './shapes.ts';

/** Symbols, where the only sign that is asked for is that of E‖s‖², which is divided by. */
const F = { ...symbolicReading, sign: () => 1 as const };

/** E ‖s‖². */
const meanSquaredScore = (policy: LocalPolicy<RationalFunction>) =>
  F.dot(policy.probabilities, scores(F, policy).map(F.squaredNorm));

const someRewards = { r_1: 1, r_2: 3, r_3: 4, tau: 1 };
const twoBaselines = upTo(2, 3).flatMap((K) =>
  upTo(1, K === 2 ? 2 : 1).map(
    (N): Shape => ({
      name: `K = ${K}, N = ${N}`,
      instance: (free) => ({ ...sampled(free, table(free, K), N), other: free.number('c') }),
      given: [
        positive('scores vary', meanSquaredScore(logits(K)), 'scores-vary'),
        positive('different baselines', F.square(F.sub(scalar('b'), scalar('c'))), 'different-baselines'),
      ],
      needed: {
        'scores vary': { ...someRewards, p_1: 2, p_2: 0, b: 0, c: 1 },
        'different baselines': { ...someRewards, p_1: 1 / 4, p_2: 1 / 4, b: 1, c: 1 },
      },
      hints: () => ({ degree: 2 }),
    }),
  ),
);

const equallyLikely = upTo(2, 5).map(
  (K): Shape => ({
    name: `K = ${K}`,
    instance: (free) => {
      const weight = free.number('a');
      return { ...sampled(free, table(free, K), 1), weights: upTo(1, K).map(() => weight) };
    },
    assumes: 'scores-vary',
  }),
);

const pairs = withScores([
  ...samples(tables(2), 1),
  ...samples(tables(2), 2),
  ...samples(models(2), 1),
  ...samples(models(2), 2),
]);
/** Pairs with baselines of their own at τ = 1: what the best ones save are squares. */
const pointwise = (K: number, T: number): Shape => ({
  name: `K = ${K}, ${T === 1 ? 'one pair' : 'two pairs'}`,
  assumes: 'scores vary',
  instance: (free) => ({ ...dataset(free, T, K, false, true), temperature: 1 }),
  hints: ({ F }) => ({
    squares: upTo(1, T).map((t) => {
      const policy = { ...logits(K, `p${t}`), temperature: F.one };
      return F.sub(scalar(`b${t}`), optimalBaseline(F, policy, scalars(`r${t}`, K)));
    }),
    degree: 2,
  }),
});

/**
 * A baseline for each logit: what it saves is a square for each. The scores of two logits differ in sign only, so that
 * one baseline is best for both; of three logits, each has another.
 */
const eachCoordinate = (K: number): Shape => ({
  name: `K = ${K}`,
  assumes: 'scores vary',
  // Of three classes at any temperature, checking it would take a second.
  instance: (free) => ({ ...sampled(free, table(free, K), 1), ...(K > 2 && { temperature: 1 }) }),
  hints: ({ F }) => ({
    squares: coordinateBaselines(F, { ...logits(K), ...(K > 2 && { temperature: F.one }) }, scalars('r', K)).map(
      (best) => F.sub(scalar('b'), best),
    ),
    degree: 2,
  }),
});

/** B-(8) to B-(10): the baseline of least variance. */
export const optimalBaselineTheorems = [
  excessVarianceTheorem(),
  readLaw('pg.bopt-unique', { scope: 'K <= 3, for tables of logits with K^N <= 4', kind: 'certificate' }, twoBaselines),
  readLaw(
    'pg.bopt-weighted',
    { scope: 'K <= 6, for tables of logits; for models of one parameter K <= 4' },
    withScores([...samples(tables(6), 1), ...samples(models(4), 1)]),
  ),
  readLaw('pg.bopt-uniform', { scope: 'K <= 5' }, equallyLikely),
  readLaw('pg.bopt-two', { scope: `K <= 2, for up to two samples in ${MODELS}` }, pairs),
  readLaw(
    'pg.bmean-optimal',
    { scope: 'K <= 3, for tables of logits with K^N <= 4' },
    withScores([...samples(tables(3), 1), ...samples(tables(2), 2)]),
  ),
  readLaw('pg.total-variance', { scope: 'K <= 3, for one pair in tables of logits; for two pairs K <= 2' }, [
    { name: 'K = 2, one pair', assumes: POSITIVE, instance: (free) => dataset(free, 1, 2, false, true) },
    { name: 'K = 2, two pairs', assumes: POSITIVE, instance: (free) => dataset(free, 2, 2, false, true) },
    { name: 'K = 3, one pair', assumes: POSITIVE, instance: (free) => dataset(free, 1, 3, false, true) },
  ]),
  readLaw(
    'pg.bopt-pointwise',
    {
      scope: 'K <= 3, for one pair in tables of logits at τ = 1; for two pairs K <= 2',
      kind: 'certificate',
    },
    [pointwise(2, 1), pointwise(3, 1), pointwise(2, 2)],
  ),
  readLaw(
    'pg.bopt-coordinate',
    { scope: 'K <= 3, for one sample in tables of logits, of three at τ = 1', kind: 'certificate' },
    [eachCoordinate(2), eachCoordinate(3)],
  ),
];
