import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { law } from '../../../src/law/law.ts';
import { standardizedRewards } from '../../../src/policy/baseline.ts';
import { estimatorMoments } from '../../../src/policy/estimator-moments.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { listed } from '../../instances/plain-data.ts';
import { type SampledCase, sampledCases } from '../../instances/policy/sampled-case.ts';
import { SECTIONS } from '../sections.ts';
import { readSampled } from './estimator-reading.ts';
import { type PolicyParts, reference } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';

const aboutStandardized = {
  version: 1,
  section: SECTIONS.beyond,
  expects: 'holds',
  hypotheses: [],
  reference,
  ladder: IDENTITY_LADDER,
} as const;

/** Σ_n A_n s⁽ⁿ⁾ / N on average over all draws, A the standardized rewards. */
function standardizedMean<S>(F: Algebra<S>, instance: SampledCase, use: PolicyParts): Vector<S> {
  const { policy, estimate } = readSampled(F, instance, use);
  return estimatorMoments(F, policy.probabilities, instance.samples, (actions) =>
    estimate(actions, (sampledRewards) => F.minus(sampledRewards, standardizedRewards(F, sampledRewards))),
  ).mean;
}

const exactlyTwo = sampledCases({ least: 2, most: 2 });

/** ρ_y = Σ_k p_k sign(r_y − r_k): how often y beats another draw, less how often it loses. */
const winsOf = <S>({ compare, dot, of }: Algebra<S>, probabilities: Vector<S>, rewards: Vector<S>): Vector<S> =>
  rewards.map((r) =>
    dot(
      probabilities,
      rewards.map((other) => of(compare(r, other))),
    ),
  );

export const standardizedPair = law<SampledCase, PolicyParts>({
  ...aboutStandardized,
  id: 'pg.std-normalized-pair',
  cites: [{ article: '7737', equations: [6], place: 'beyond it: Shao et al. 2024' }],
  states: String.raw`N=2:\quad\mathbb E\Big[\frac1N\sum_n\frac{r^{(n)}-\bar r_N}{\sigma_N}\,s^{(n)}\Big]=\sum_y p_y\rho_y s_y,\qquad\rho_y=\sum_k p_k\,\mathrm{sign}(r_y-r_k)`,
  says: 'Two rewards standardized by their mean and deviation are +1 and −1: the estimate is the policy gradient of how often an action beats another one, and forgets by how much.',
  instances: exactlyTwo,
  subject: 'policy gradient',
  claim: (F, instance, use) => {
    const { policy, rewards } = readSampled(F, instance, use);
    const wins = winsOf(F, policy.probabilities, rewards);
    return equalVectors(standardizedMean(F, instance, use), use.gradient(F, policy, wins), 'parameter');
  },
  cover: {
    'linear in features': { atLeast: 0.2, when: ({ features }) => features !== undefined },
    'tied rewards': {
      atLeast: 0.1,
      when: ({ rewards }) => rewards.some((r, y) => rewards.slice(y + 1).some((other) => sameExact(r, other))),
    },
  },
  teeth: {
    ...baselineMistakes('baseline-dropped', 'sum-of-samples'),
    'rewards-themselves': {
      says: 'The estimate is the policy gradient of the rewards.',
      claim: (F, instance, use) => {
        const { policy, rewards } = readSampled(F, instance, use);
        return equalVectors(standardizedMean(F, instance, use), use.gradient(F, policy, rewards));
      },
    },
  },
});

/** u_j v_k = u_k v_j for all j < k: u and v lie on one line. */
const parallel = <S>({ mul }: Algebra<S>, u: Vector<S>, v: Vector<S>): Relation<S> =>
  u.flatMap((x, j) => u.slice(j + 1).map((y, i) => equal(mul(x, v[j + 1 + i]!), mul(y, v[j]!), `cross product`)));

export const standardizedParallel = law<SampledCase, PolicyParts>({
  ...aboutStandardized,
  id: 'pg.std-normalized',
  cites: [{ article: '7737', equations: [6], place: 'beyond it: Shao et al. 2024' }],
  states: String.raw`\mathbb E\Big[\frac1N\sum_n\frac{r^{(n)}-\bar r_N}{\sigma_N}\,s^{(n)}\Big]\parallel\nabla_\theta\mathbb E_p[r]`,
  says: 'Rewards standardized over the samples leave the estimate in the direction of the gradient. (For probabilities 1/2, 1/3, 1/6, rewards 0, 1, 5 and two samples it has the opposite sign in one logit.)',
  expects: 'refuted',
  instead: ['pg.std-normalized-pair', 'pg.rloo'],
  instances: listed(exactlyTwo, [{ weights: [3, 2, 1], rewards: [0, 1, 5], temperature: 1, samples: 2, baseline: 0 }]),
  subject: 'policy gradient',
  claim: (F, instance, use) => {
    const { policy, rewards } = readSampled(F, instance, use);
    return parallel(F, standardizedMean(F, instance, use), use.gradient(F, policy, rewards));
  },
  cover: {},
  teeth: {},
});
