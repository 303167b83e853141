import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { fisherInformation, naturalGradient } from '../../../src/policy/fisher.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { atMost, equal, equalVectors } from '../../../src/scalar/relation.ts';
import { localPolicy, type PolicyCase, tableCases } from '../../instances/policy/policy-case.ts';
import { restricted } from '../../instances/restricted.ts';
import { SECTIONS } from '../sections.ts';
import { covariance } from './estimator-reading.ts';
import { referenceInDoubles } from './own-policy-gradient.ts';
import { type PolicyParts, reference } from './subject.ts';
import { scoreMistakes } from './teeth/scores.ts';

/** A table of logits in one reading. */
function readTable<S>(F: Algebra<S>, instance: PolicyCase, use: PolicyParts) {
  const policy = localPolicy(F, instance);
  const rewards = F.vector(instance.rewards);
  return { ...policy, policy, rewards, gradient: () => use.gradient(F, policy, rewards) };
}

/** max r − min r. */
const range = <S>({ max, min, sub }: Algebra<S>, rewards: Vector<S>): S =>
  sub(rewards.reduce(max), rewards.reduce(min));

/** Δ² / (8 τ²). */
const largestSquare = <S>(F: Algebra<S>, rewards: Vector<S>, temperature: S, eight = 8): S =>
  F.div(F.square(range(F, rewards)), F.mul(F.of(eight), F.square(temperature)));

const aboutTables = {
  version: 1,
  section: SECTIONS.beyond,
  expects: 'holds',
  instances: tableCases,
  hypotheses: [],
  reference,
} as const;

const moreClasses = {
  'more than two classes': { atLeast: 0.5, when: ({ weights }: PolicyCase) => weights.length > 2 },
};

export const scoreNorm = law<PolicyCase, PolicyParts>({
  ...aboutTables,
  id: 'pg.score-norm',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [8] }],
  states: String.raw`\tau^2\|s_y\|^2=1-2p_y+\|p\|^2,\qquad\tau^2\,\mathbb E\|s\|^2=1-\|p\|^2`,
  says: 'For a table of logits, the squared score of a class is 1 − 2p + ‖p‖² over τ², and 1 − ‖p‖² over τ² on average: unlikely actions have long scores.',
  subject: 'score',
  claim: (F, instance, use) => {
    const { add, dot, mul, of, one, square, squaredNorm, sub } = F;
    const { policy, probabilities: p, temperature } = readTable(F, instance, use);
    const squares = p.map((_, y) => mul(square(temperature), squaredNorm(use.score(F, policy, y))));
    return [
      equalVectors(
        squares,
        p.map((q) => add(sub(one, mul(of(2), q)), squaredNorm(p))),
        'class',
      ),
      equal(dot(p, squares), sub(one, squaredNorm(p)), 'the mean'),
    ];
  },
  cover: moreClasses,
  teeth: scoreMistakes('missing-mean', 'temperature-multiplied'),
});

export const rewardInner = law<PolicyCase, PolicyParts>({
  ...aboutTables,
  id: 'pg.reward-inner',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [4] }],
  states: String.raw`r\cdot\nabla_z\mathbb E_p[r]=\frac{\mathrm{Var}_p(r)}\tau\ge0,\qquad\sum_k\big(\nabla_z\mathbb E_p[r]\big)_k=0`,
  says: 'For a table of logits, the policy gradient sums to 0, and its inner product with the rewards is their variance over τ.',
  subject: 'policy gradient',
  float64: referenceInDoubles,
  claim: (F, instance, use) => {
    const { probabilities, rewards, temperature, gradient } = readTable(F, instance, use);
    const g = gradient();
    return [
      equal(F.dot(rewards, g), F.div(covariance(F, probabilities, rewards, rewards), temperature), 'r · gradient'),
      equal(F.sum(g), F.zero, 'sum of the gradient'),
    ];
  },
  cover: moreClasses,
  teeth: scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
});

export const gradientNorm = law<PolicyCase, PolicyParts>({
  ...aboutTables,
  id: 'pg.grad-norm',
  cites: [{ article: '7737', equations: [4] }],
  states: String.raw`\|\nabla_z\mathbb E_p[r]\|\le\frac{\max r-\min r}{2\sqrt2\,\tau}`,
  says: 'For a table of logits, the policy gradient is never longer than the range of the rewards over 2√2 τ.',
  subject: 'policy gradient',
  float64: referenceInDoubles,
  claim: (F, instance, use) => {
    const { rewards, temperature, gradient } = readTable(F, instance, use);
    return atMost(F.squaredNorm(gradient()), largestSquare(F, rewards, temperature), 'squared length');
  },
  cover: {
    ...moreClasses,
    'attained, with a gradient that is not 0': {
      atLeast: 0.005,
      when: (_instance, ratio) => ratio !== undefined && ratio >= 1 - 2 ** -30,
    },
  },
  teeth: {
    ...scoreMistakes('missing-mean', 'temperature-multiplied'),
    'range-over-four': {
      says: 'The bound is the range over 4τ.',
      claim: (F, instance, use) => {
        const { rewards, temperature, gradient } = readTable(F, instance, use);
        return atMost(F.squaredNorm(gradient()), largestSquare(F, rewards, temperature, 16));
      },
    },
  },
});

/** Two classes that are equally likely. */
const evenPairs = restricted<PolicyCase>(
  {
    ...tableCases,
    generate: (draw) => {
      const weight = draw.positive('fraction');
      const rewards = [draw.real('fraction'), draw.real('dyadic')];
      return { weights: [weight, weight], rewards, temperature: draw.positive('fraction') };
    },
  },
  ({ weights }) => weights.length === 2 && sameExact(weights[0]!, weights[1]!),
  'has two classes of the same weight',
);

export const gradientNormSharp = law<PolicyCase, PolicyParts>({
  ...aboutTables,
  id: 'pg.grad-norm-sharp',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [4] }],
  states: String.raw`p=(\tfrac12,\tfrac12):\quad\|\nabla_z\mathbb E_p[r]\|=\frac{|r_1-r_2|}{2\sqrt2\,\tau}`,
  says: 'Two equally likely classes attain the bound of pg.grad-norm.',
  instances: evenPairs,
  subject: 'policy gradient',
  float64: referenceInDoubles,
  claim: (F, instance, use) => {
    const { rewards, temperature, gradient } = readTable(F, instance, use);
    return equal(F.squaredNorm(gradient()), largestSquare(F, rewards, temperature), 'squared length');
  },
  cover: { 'rewards differ': { atLeast: 0.8, when: ({ rewards }) => !sameExact(rewards[0]!, rewards[1]!) } },
  teeth: scoreMistakes('missing-mean', 'temperature-multiplied'),
});

export const fisher = law<PolicyCase, PolicyParts>({
  ...aboutTables,
  id: 'pg.fisher',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [5], place: 'beyond it: Kakade 2001' }],
  states: String.raw`\mathbb E[ss^\top]=\frac{\mathrm{diag}\,p-pp^\top}{\tau^2},\qquad\mathbb E[ss^\top]\;\tau(r-c)=\nabla_z\mathbb E_p[r]\ \text{ for every }c`,
  says: 'For a table of logits, the natural policy gradient is the rewards less any constant, times τ: the Fisher information maps it to the policy gradient.',
  subject: 'score',
  claim: (F, instance, use) => {
    const { add, div, dot, mul, square, sub, zero } = F;
    const { policy, probabilities: p, rewards, temperature, gradient } = readTable(F, instance, use);
    const information = fisherInformation(F, policy, use.score);
    const natural = naturalGradient(F, policy, rewards);
    const shifted = natural.map((x) => add(x, temperature));
    const g = gradient();
    return [
      information.map((row, j) =>
        equalVectors(
          row,
          p.map((q, k) => div(sub(j === k ? q : zero, mul(p[j]!, q)), square(temperature))),
          `row ${j + 1}, column`,
        ),
      ),
      equalVectors(
        information.map((row) => dot(row, natural)),
        g,
        'logit',
      ),
      equalVectors(
        information.map((row) => dot(row, shifted)),
        g,
        'logit, shifted:',
      ),
    ];
  },
  cover: moreClasses,
  teeth: scoreMistakes('missing-mean', 'temperature-multiplied', 'score-sign'),
});

/** What is known of the policy gradient of a table of logits. */
export const policyFactLaws: readonly AnyLaw[] = [scoreNorm, rewardInner, gradientNorm, gradientNormSharp, fisher];
