import { laplacian, policyEdges } from '../../../src/bridge/laplacian.ts';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, type Hypothesis, law, type Necessity } from '../../../src/law/law.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { below, equal, equalVectors } from '../../../src/scalar/relation.ts';
import { equalRewards, negativeEdges, unequalEdges } from '../../breaking/bridge/laplacians.ts';
import {
  bothGradients,
  drawLaplacianCase,
  isMixed,
  type LaplacianCase,
  laplacianCases,
  pairList,
} from '../../instances/bridge/laplacian-case.ts';
import { localPolicy, type PolicyCase, policyCases } from '../../instances/policy/policy-case.ts';
import { isPositive } from '../../instances/well-formed.ts';
import { searched } from '../../necessity.ts';
import { type PolicyParts, reference } from '../policy/subject.ts';
import { scoreMistakes } from '../policy/teeth/scores.ts';
import { SECTIONS } from '../sections.ts';

export const positiveEdges = (necessity: Necessity<LaplacianCase>): Hypothesis<LaplacianCase> => ({
  name: 'positive-edges',
  says: 'Every pair of classes counts with a positive weight, as it does for Gaussian directions (zoR.edges).',
  holds: ({ edges }) => edges.every(isPositive),
  necessity,
});

export const mixedRewards = (necessity: Necessity<LaplacianCase>): Hypothesis<LaplacianCase> => ({
  name: 'mixed-rewards',
  says: 'The rewards are not all the same.',
  holds: isMixed,
  necessity,
});

export const about = { version: 1, section: SECTIONS.finale, reference: undefined } as const;

export const policyLaplacian = law<PolicyCase, PolicyParts>({
  id: 'zoR.laplacian',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [4, 23], place: 'for a table of logits' }],
  section: SECTIONS.finale,
  states: String.raw`\nabla_z\sum_yp_yr_y=L_wr,\quad(L_wr)_k=\sum_yw_{ky}(r_k-r_y),\quad w_{ij}=\tfrac{p_ip_j}\tau`,
  says: 'In the logits of one example the policy gradient is a graph Laplacian of the rewards: each class is compared with every other, with the weight p_i p_j / τ. The zeroth-order gradient is one too, with other weights.',
  expects: 'holds',
  instances: {
    ...policyCases,
    generate: (draw) => {
      const { features: _, ...table } = policyCases.generate(draw);
      return table;
    },
  },
  hypotheses: [
    {
      name: 'table-of-logits',
      says: 'The parameters are the logits of one example.',
      holds: ({ features }) => features === undefined,
      necessity: searched({
        ...policyCases,
        generate: (draw) => ({
          weights: [1, 1],
          rewards: [draw.integer(-1, 1), 0],
          temperature: 1,
          features: [
            [draw.integer(-2, 2), 0],
            [0, draw.integer(-2, 2)],
          ],
        }),
      }),
    },
  ],
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) => {
    const policy = localPolicy(F, instance);
    const rewards = F.vector(instance.rewards);
    const edges = policyEdges(F, policy.probabilities, policy.temperature);
    return equalVectors(use.gradient(F, policy, rewards), laplacian(F, edges, rewards), 'logit');
  },
  cover: { 'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
});

export const laplacianAscent = law<LaplacianCase, undefined>({
  ...about,
  id: 'zoR.laplacian-ascent',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [17, 23] }],
  states: String.raw`r\cdot L_wr=\sum_{i<j}w_{ij}(r_i-r_j)^2>0`,
  says: 'Both gradients in the logits of one example ascend along the rewards themselves: r · ∇ > 0, whatever the positive weights of the pairs, unless all rewards are equal.',
  expects: 'holds',
  instances: laplacianCases((draw) => withMixedRewards(drawLaplacianCase(draw, 2, 5))),
  hypotheses: [positiveEdges(searched(negativeEdges((_, drawn) => drawn))), mixedRewards(searched(equalRewards))],
  claim: (F, instance) => {
    const { policy, zerothOrder, rewards } = bothGradients(F, instance);
    const squares = pairList(rewards.length).map(([i, j], k) =>
      F.mul(F.of(instance.edges[k]!), F.square(F.sub(rewards[i]!, rewards[j]!))),
    );
    return [
      equal(F.dot(rewards, zerothOrder), F.sum(squares), 'r · ZO'),
      below(F.zero, F.dot(rewards, zerothOrder), 'r · ZO'),
      below(F.zero, F.dot(rewards, policy), 'r · PG'),
    ];
  },
  cover: { 'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: {
    'sign-of-the-laplacian': {
      says: 'The Laplacian has the wrong sign.',
      claim: (F, instance) => {
        const { zerothOrder, rewards } = bothGradients(F, instance);
        return below(F.zero, F.neg(F.dot(rewards, zerothOrder)));
      },
    },
    'each-pair-twice': {
      says: 'Each pair is counted twice.',
      claim: (F, instance) => {
        const { zerothOrder, rewards } = bothGradients(F, instance);
        const squares = pairList(rewards.length).map(([i, j], k) =>
          F.mul(F.mul(F.of(2), F.of(instance.edges[k]!)), F.square(F.sub(rewards[i]!, rewards[j]!))),
        );
        return equal(F.dot(rewards, zerothOrder), F.sum(squares));
      },
    },
  },
});

/** The case with a first reward that differs from the second. */
export function withMixedRewards(drawn: LaplacianCase): LaplacianCase {
  return isMixed(drawn) ? drawn : { ...drawn, rewards: drawn.rewards.map((r, y) => (y === 0 ? Number(r) + 1 : r)) };
}

export const equalEdges = law<LaplacianCase, undefined>({
  ...about,
  id: 'zoR.uniform-parallel',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [23], place: 'where (23) is right' }],
  states: String.raw`z_1=\dots=z_K:\quad\tilde\nabla_z\mathcal R\parallel\nabla_z\mathcal S\parallel r-\bar r`,
  says: 'From equal logits both gradients point along r − r̄, for any rewards: by symmetry every pair counts the same.',
  expects: 'holds',
  instances: laplacianCases((draw) => {
    const drawn = drawLaplacianCase(draw, 2, 6);
    const { weights, edges } = drawn;
    return { ...drawn, weights: weights.map(() => weights[0]!), edges: edges.map(() => edges[0]!) };
  }),
  hypotheses: [
    {
      name: 'equal-logits',
      says: 'All logits are equal, and so all pairs count the same.',
      holds: ({ weights, edges }) => [weights, edges].every((list) => list.every((x) => sameExact(x, list[0]!))),
      necessity: searched(unequalEdges),
    },
  ],
  claim: (F, instance) => {
    const { policy, zerothOrder, rewards } = bothGradients(F, instance);
    const K = F.of(rewards.length);
    const centered = rewards.map((r) => F.sub(r, F.div(F.sum(rewards), K)));
    return [
      equalVectors(zerothOrder, F.scale(F.mul(K, F.of(instance.edges[0]!)), centered), 'ZO, logit'),
      equalVectors(policy, F.scale(F.div(F.one, K), centered), 'PG, logit'),
    ];
  },
  cover: { 'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: {
    'without-mean': {
      says: 'Both point along r.',
      claim: (F, instance) => {
        const { policy, rewards } = bothGradients(F, instance);
        return equalVectors(policy, F.scale(F.div(F.one, F.of(rewards.length)), rewards));
      },
    },
  },
});

/** The two gradients in the logits of one example, whatever the weights of the pairs. */
export const laplacianLaws: readonly AnyLaw[] = [policyLaplacian, laplacianAscent, equalEdges];
