import type { Draw } from '../../../src/law/draw.ts';
import { type AnyLaw, type Hypothesis, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { asExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rational } from '../../../src/scalar/rational.ts';
import { below, type Relation } from '../../../src/scalar/relation.ts';
import { listed } from '../../instances/plain-data.ts';
import { searched } from '../../necessity.ts';
import { aboutGumbel, type GumbelCase, gumbelCases, gumbelGradient, readGumbel } from './gumbel.ts';

const cites = [{ article: '7737', equations: [11, 23], place: 'with Gumbel directions' }] as const;

/** Weights 10ᵏ a and b: how slowly the infimum is approached shows over many orders of magnitude. */
function drawTwoClasses(draw: Draw): GumbelCase {
  const large = draw.integer(1, 9) * 10 ** draw.integer(0, 12);
  const weights = [large, draw.integer(1, 9)];
  const reward = draw.integer(-4, 4);
  return {
    weights: draw.chance(0.5) ? weights : weights.toReversed(),
    rewards: [reward, reward + draw.pick([-3, -1, 1, 2])],
    surprises: [1, 1],
    euler: 1,
  };
}

/** |a|² |b|² and (a · b)² for the Gumbel estimate a and the policy gradient b: their quotient is cos². */
function squaredCosine<S>(F: Algebra<S>, instance: GumbelCase) {
  const estimate = gumbelGradient(F, instance);
  const { gradient } = readGumbel(F, instance);
  const sides: { readonly whole: S; readonly part: S } = {
    whole: F.mul(F.squaredNorm(estimate), F.squaredNorm(gradient)),
    part: F.square(F.dot(estimate, gradient)),
  };
  return sides;
}

/** cos² > n/d. */
function isAbove<S>(F: Algebra<S>, instance: GumbelCase, [n, d]: readonly [number, number]): Relation<S> {
  const { whole, part } = squaredCosine(F, instance);
  return below(F.mul(F.of(n), whole), F.mul(F.of(d), part), 'squared cosine');
}

/** cos² < n/d. */
function isBelow<S>(F: Algebra<S>, instance: GumbelCase, [n, d]: readonly [number, number]): Relation<S> {
  const { whole, part } = squaredCosine(F, instance);
  return below(F.mul(F.of(d), part), F.mul(F.of(n), whole), 'squared cosine');
}

/** Two rare classes against a likely one: the estimate has two large coordinates, the policy gradient’s largest is the third. */
const twoRareOnes = (draw: Draw): GumbelCase => ({
  weights: [1, draw.integer(4000, 10000), 1],
  rewards: [1, 0, 1],
  surprises: [0, 0, 0],
  euler: 0,
});

const twoClasses: Hypothesis<GumbelCase> = {
  name: 'two-classes',
  says: 'There are two classes.',
  holds: ({ weights }) => weights.length === 2,
  necessity: searched({ ...gumbelCases, generate: twoRareOnes }),
};

const rewardsDiffer: Hypothesis<GumbelCase> = {
  name: 'rewards-differ',
  says: 'The rewards are not equal.',
  holds: ({ rewards }) => rewards.some((r) => !sameExact(r, rewards[0]!)),
  necessity: {
    kind: 'necessary-by-argument',
    because: 'With equal rewards both gradients are 0 and make no angle.',
  },
};

export const gumbelTwoClasses = law<GumbelCase, undefined>({
  ...aboutGumbel,
  id: 'zoR.gumbel-two-classes',
  cites,
  states: String.raw`K=2:\quad\cos\angle(\tilde\nabla_z\mathcal R,\nabla_z\mathcal S)>\tfrac1{\sqrt2}\quad\text{for Gumbel directions}`,
  says: 'With two classes the Gumbel estimate and the policy gradient are less than 45° apart, whatever the probabilities: both have one positive and one negative coordinate, and the policy gradient’s are equally large.',
  expects: 'holds',
  instances: { ...gumbelCases, generate: drawTwoClasses },
  hypotheses: [twoClasses, rewardsDiffer],
  claim: (F, instance) => {
    const estimate = gumbelGradient(F, instance);
    const { gradient } = readGumbel(F, instance);
    return [below(F.zero, F.dot(estimate, gradient), 'ZO · PG'), isAbove(F, instance, [1, 2])];
  },
  cover: {
    'a squared cosine below 3/5': { atLeast: 0.3, when: (_instance, ratio) => ratio !== undefined && ratio > 5 / 6 },
  },
  teeth: {
    'larger-bound': {
      says: 'The squared cosine is above 3/5.',
      claim: (F, instance) => isAbove(F, instance, [3, 5]),
    },
    parallel: {
      says: 'The squared cosine is above 99/100.',
      claim: (F, instance) => isAbove(F, instance, [99, 100]),
    },
  },
  ladder: ['filter', 'interval'],
  // Each case takes a logarithm a class.
  atMostRuns: 400,
});

/** Weights 10ᵏ and 1, and a bound for cos² that they fall below. */
const APPROACH: readonly (readonly [exponent: number, bound: readonly [number, number]])[] = [
  [10, [55, 100]],
  [300, [5015, 10000]],
];

const approach = (exponent: number): GumbelCase => ({
  weights: [asExact(rational(10n ** BigInt(exponent))), 1],
  rewards: [1, 0],
  surprises: [1, 1],
  euler: 1,
});

const boundOf = ({ weights }: GumbelCase): readonly [number, number] =>
  APPROACH.find(([exponent]) => sameExact(weights[0]!, approach(exponent).weights[0]!))![1];

export const gumbelTwoClassesSharp = law<GumbelCase, undefined>({
  ...aboutGumbel,
  id: 'zoR.gumbel-two-classes-sharp',
  cites,
  states: String.raw`K=2,\ p_2=\tfrac1{1+10^{300}}:\quad\cos^2\angle(\tilde\nabla_z\mathcal R,\nabla_z\mathcal S)<0.5015`,
  says: 'The 45° of zoR.gumbel-two-classes are approached where one class is all but certain, though slowly: at odds of 10³⁰⁰ to 1 the squared cosine is below 0.5015.',
  expects: 'holds',
  instances: listed(
    gumbelCases,
    APPROACH.map(([exponent]) => approach(exponent)),
  ),
  hypotheses: [],
  claim: (F, instance) => isBelow(F, instance, boundOf(instance)),
  cover: {},
  teeth: {
    'already-at-nine-to-one': {
      says: 'Odds of 9 to 1 will do.',
      claim: (F, instance) => isBelow(F, { ...instance, weights: [9, 1] }, boundOf(instance)),
    },
  },
  ladder: ['interval'],
});

/** How far the Gumbel estimate can turn from the policy gradient with two classes. */
export const gumbelTwoClassesLaws: readonly AnyLaw[] = [gumbelTwoClasses, gumbelTwoClassesSharp];
