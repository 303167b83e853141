import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { policyGradient } from '../../../src/policy/gradient.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equalVectors } from '../../../src/scalar/relation.ts';
import { localPolicy, type PolicyCase, tableCases } from '../../instances/policy/policy-case.ts';
import { SECTIONS } from '../sections.ts';

/** E[e^(−G_k) | class y wins]. */
type MeanWait = <S>(F: Algebra<S>, probabilities: Vector<S>, k: number, winner: number) => S;

/**
 * The winner of argmax(z + τG) is the first arrival of independent exponentials of rates a_k = e^{z_k/τ}, at the times
 * e^(−G_k)/a_k (zoR.gumbel-race). The first arrival is 1/Σa on average, whoever wins, and the others then wait as long
 * as from the start: so e^(−G_k) is p_k on average for the winner and 1 + p_k for the others.
 */
const meanWait: MeanWait = ({ add, one }, probabilities, k, winner) =>
  k === winner ? probabilities[k]! : add(one, probabilities[k]!);

/** (1/τ) E[r (1 − e^(−G_k))], a coordinate a class. */
function scoreOfNoise<S>(F: Algebra<S>, instance: PolicyCase, wait: MeanWait = meanWait): Vector<S> {
  const { div, mul, of, one, sub, sum } = F;
  const { probabilities } = localPolicy(F, instance);
  const [rewards, temperature] = [F.vector(instance.rewards), of(instance.temperature)];
  return probabilities.map((_, k) => {
    const terms = probabilities.map((p, y) => mul(mul(p, rewards[y]!), sub(one, wait(F, probabilities, k, y))));
    return div(sum(terms), temperature);
  });
}

const claimWith =
  (wait: MeanWait) =>
  <S>(F: Algebra<S>, instance: PolicyCase) =>
    equalVectors(
      scoreOfNoise(F, instance, wait),
      policyGradient(F, localPolicy(F, instance), F.vector(instance.rewards)),
      'logit',
    );

export const gumbelScore = law<PolicyCase, undefined>({
  id: 'zoR.gumbel-score',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [17, 23], place: 'with Gumbel noise for u' }],
  section: SECTIONS.finale,
  states: String.raw`\nabla_z\,\mathbb E\,R(z+\tau G)=\frac1\tau\,\mathbb E\big[R(z+\tau G)\,(1-e^{-G_k})\big]_k=\text{policy gradient}`,
  says: 'With Gumbel noise the exact policy gradient is the mean of the reward times the score of the noise, 1 − exp(−G), not times the noise itself as in (11): that is why zoR.gumbel-factor differs from 1. (The mean of exp(−G_k), p_k where class k wins and 1 + p_k where it does not, comes from the race of zoR.gumbel-race.)',
  expects: 'holds',
  instances: tableCases,
  hypotheses: [],
  reference: undefined,
  claim: claimWith(meanWait),
  cover: {
    'three classes or more': { atLeast: 0.5, when: ({ weights }) => weights.length > 2 },
    'another temperature than 1': { atLeast: 0.2, when: ({ temperature }) => temperature !== 1 },
  },
  teeth: {
    'waits-alike': {
      says: 'The winner is taken to wait as long as the others.',
      claim: claimWith(({ add, one }, probabilities, k) => add(one, probabilities[k]!)),
    },
    'no-first-arrival': {
      says: 'The time up to the first arrival is left out for the others.',
      claim: claimWith(({ one }, probabilities, k, winner) => (k === winner ? probabilities[k]! : one)),
    },
    'temperature-forgotten': {
      says: 'The score is not divided by τ.',
      claim: (F, instance) =>
        equalVectors(
          F.scale(F.of(instance.temperature), scoreOfNoise(F, instance)),
          policyGradient(F, localPolicy(F, instance), F.vector(instance.rewards)),
        ),
    },
  },
});

/** What the estimate with Gumbel noise should have been. */
export const gumbelScoreLaws: readonly AnyLaw[] = [gumbelScore];
