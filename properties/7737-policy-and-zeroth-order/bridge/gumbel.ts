import { z } from 'zod';
import { gumbelMean, gumbelMoments } from '../../../src/bridge/gumbel.ts';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import type { Draw } from '../../../src/law/draw.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { policyGradient } from '../../../src/policy/gradient.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { pi } from '../../../src/scalar/constants.ts';
import { type Exact, type ExactVector, ratio } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { below, equal, equalVectors } from '../../../src/scalar/relation.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { localPolicy, type PolicyCase } from '../../instances/policy/policy-case.ts';
import { isPositive } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';

/**
 * A table of logits at τ = 1 by its softmax weights, with rewards. The irrational −log p_k and Euler's γ are free inputs:
 * what is claimed holds whatever they are.
 */
export interface GumbelCase {
  readonly weights: ExactVector;
  readonly rewards: ExactVector;
  readonly surprises: ExactVector;
  readonly euler: Exact;
}

const schema: z.ZodType<GumbelCase> = z.strictObject({
  weights: exactVector,
  rewards: exactVector,
  surprises: exactVector,
  euler: exactNumber,
});

function requireGumbelCase({ weights, rewards, surprises }: GumbelCase): void {
  if (weights.length < 2) throw new RangeError(`There are ${weights.length} weights; give at least two classes.`);
  if (!weights.every(isPositive)) throw new RangeError('A weight is not positive; give exp(z) > 0.');
  if (rewards.length !== weights.length || surprises.length !== weights.length) {
    throw new RangeError('weights, rewards and surprises differ in length; give one of each a class.');
  }
}

function drawGumbelCase(draw: Draw): GumbelCase {
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction'] as const);
  const classes = draw.integer(2, 6);
  return {
    weights: draw.list(classes, () => draw.positive(style, 8)),
    rewards: draw.list(classes, () => draw.real(style)),
    surprises: draw.list(classes, () => draw.positive(style, 4)),
    euler: draw.positive(style, 1),
  };
}

export const gumbelCases = plainData<GumbelCase>({ schema, generate: drawGumbelCase, require: requireGumbelCase });

const policyOf = ({ weights, rewards }: GumbelCase): PolicyCase => ({ weights, rewards, temperature: 1 });

export function readGumbel<S>(
  F: Algebra<S>,
  instance: GumbelCase,
  surprises: Vector<S> = F.vector(instance.surprises),
) {
  const policy = localPolicy(F, policyOf(instance));
  const rewards = F.vector(instance.rewards);
  const classes = policy.probabilities.map((probability, y) => ({
    probability,
    surprise: surprises[y]!,
    reward: rewards[y]!,
  }));
  return { classes, gradient: policyGradient(F, policy, rewards) };
}

/** −log p_k / (1 − p_k), the factor between the two gradients but for 6/π². */
const factors = <S>(F: Algebra<S>, instance: GumbelCase, surprises?: Vector<S>): Vector<S> =>
  readGumbel(F, instance, surprises).classes.map(({ probability, surprise }) =>
    F.div(surprise, F.sub(F.one, probability)),
  );

export const aboutGumbel = { version: 1, section: SECTIONS.finale, reference: undefined } as const;
const cites = [{ article: '7737', equations: [11, 23], place: 'with Gumbel directions' }] as const;

export const gumbel = law<GumbelCase, undefined>({
  ...aboutGumbel,
  id: 'zoR.gumbel',
  ladder: IDENTITY_LADDER,
  cites,
  states: String.raw`u=\tfrac{\sqrt6}\pi(G-\gamma),\ \varepsilon=\tfrac{\pi\tau}{\sqrt6}:\quad(\tilde\nabla_z\mathcal R)_k=\frac6{\pi^2}\cdot\frac{-\log p_k}{1-p_k}\cdot(\nabla_z\mathcal S)_k`,
  says: 'With Gumbel noise on the logits the winner is distributed exactly as softmax, and still the zeroth-order estimate is not the policy gradient: each coordinate is off by the factor −log p_k/(1 − p_k) times 6/π². For the two to agree the direction must be Gaussian (zoR.probit). (Checked from the means of the noise given the winner, which are taken as known, whatever the values of log p and γ.)',
  expects: 'holds',
  instances: gumbelCases,
  hypotheses: [],
  claim: (F, instance) => {
    const { classes, gradient } = readGumbel(F, instance);
    const euler = F.of(instance.euler);
    return [
      equalVectors(
        gumbelMoments(F, classes, euler),
        factors(F, instance).map((factor, k) => F.mul(factor, gradient[k]!)),
        'logit',
      ),
      classes.map((own, k) => {
        const [wins, loses] = [true, false].map((isWinner) => gumbelMean(F, own, euler, isWinner));
        const mean = F.add(F.mul(own.probability, wins!), F.mul(F.sub(F.one, own.probability), loses!));
        return equal(mean, euler, `E G_${k + 1}`);
      }),
    ];
  },
  cover: { 'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: {
    'no-factor': {
      says: 'The two gradients are equal but for 6/π².',
      claim: (F, instance) => {
        const { classes, gradient } = readGumbel(F, instance);
        return equalVectors(gumbelMoments(F, classes, F.of(instance.euler)), gradient);
      },
    },
    'classes-swapped': {
      says: 'The factor of a class is that of the next one.',
      claim: (F, instance) => {
        const { classes, gradient } = readGumbel(F, instance);
        const [first, ...rest] = factors(F, instance);
        return equalVectors(
          gumbelMoments(F, classes, F.of(instance.euler)),
          [...rest, first!].map((factor, k) => F.mul(factor, gradient[k]!)),
        );
      },
    },
  },
});

/** The case with −log p_k itself. */
const trueSurprises = <S>(F: Algebra<S>, instance: GumbelCase): Vector<S> =>
  localPolicy(F, policyOf(instance)).probabilities.map((p) => F.neg(F.log(p)));

export const gumbelFactor = law<GumbelCase, undefined>({
  ...aboutGumbel,
  id: 'zoR.gumbel-factor',
  cites,
  states: String.raw`\frac{-\log p_k}{1-p_k}>1,\quad p_i>p_j\implies\frac{-\log p_i}{1-p_i}<\frac{-\log p_j}{1-p_j}`,
  says: 'The factor between the two Gumbel gradients is above 6/π² for every class, so all signs agree and the angle is acute; it is the larger the less probable the class.',
  expects: 'holds',
  instances: gumbelCases,
  hypotheses: [],
  claim: (F, instance) => {
    const all = factors(F, instance, trueSurprises(F, instance));
    const { weights } = instance;
    const ordered = all.flatMap((fi, i) =>
      all.flatMap((fj, j) =>
        atMostExact(weights[i]!, weights[j]!) ? [] : [below(fi, fj, `classes ${i + 1}, ${j + 1}`)],
      ),
    );
    return [all.map((factor, k) => below(F.one, factor, `factor ${k + 1}`)), ordered];
  },
  cover: { 'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: {
    'below-two': {
      says: 'The factor is below 2.',
      claim: (F, instance) => factors(F, instance, trueSurprises(F, instance)).map((factor) => below(factor, F.of(2))),
    },
    'without-loss': {
      says: 'The factor is −log p_k, without 1 − p_k.',
      claim: (F, instance) => trueSurprises(F, instance).map((surprise) => below(F.one, surprise)),
    },
  },
  ladder: ['filter', 'interval'],
  // Each case takes a logarithm a class.
  atMostRuns: 400,
});

/** Two classes with p = 9/10 and 1/10. */
const nineToOne: GumbelCase = { weights: [9, 1], rewards: [1, 0], surprises: [1, 1], euler: 1 };

/** The zeroth-order gradient in the two logits, 6/π² · factor · PG. */
export const gumbelGradient = <S>(F: Algebra<S>, instance: GumbelCase): Vector<S> => {
  const surprises = trueSurprises(F, instance);
  const { gradient } = readGumbel(F, instance, surprises);
  const scale = F.div(F.of(6), F.square(pi(F)));
  return factors(F, instance, surprises).map((factor, k) => F.mul(scale, F.mul(factor, gradient[k]!)));
};

export const gumbelExact = law<GumbelCase, undefined>({
  ...aboutGumbel,
  id: 'zoR.gumbel-exact',
  cites,
  states: String.raw`\tilde\nabla_z\mathcal R=\nabla_z\mathcal S\quad\text{for Gumbel directions}`,
  says: 'With Gumbel directions, which make the winner a softmax sample, the zeroth-order gradient is the policy gradient. (It is not, not even up to a factor: at p = 9/10 and 1/10 its two coordinates are multiples 0.64 and 1.56 of the policy gradient’s. zoR.gumbel has the exact factors.)',
  expects: 'refuted',
  instead: ['zoR.gumbel', 'zoR.gumbel-factor', 'zoR.probit'],
  instances: listed(gumbelCases, [nineToOne]),
  hypotheses: [],
  claim: (F, instance) => equalVectors(gumbelGradient(F, instance), readGumbel(F, instance).gradient, 'logit'),
  cover: {},
  teeth: {},
});

export const gumbelAngle = law<GumbelCase, undefined>({
  ...aboutGumbel,
  id: 'zoR.gumbel-angle',
  cites,
  states: String.raw`p=(\tfrac9{10},\tfrac1{10}):\quad0.92309<\cos\angle(\tilde\nabla_z\mathcal R,\nabla_z\mathcal S)<0.9231`,
  says: 'At p = 9/10 and 1/10 the cosine between the Gumbel estimate and the policy gradient is 0.92309….',
  expects: 'holds',
  instances: listed(gumbelCases, [nineToOne]),
  hypotheses: [],
  claim: (F, instance) => {
    const estimate = gumbelGradient(F, instance);
    const { gradient } = readGumbel(F, instance);
    const cosine = F.div(F.dot(estimate, gradient), F.mul(F.norm(estimate), F.norm(gradient)));
    return [below(F.of(ratio(92309, 100000)), cosine, 'cosine'), below(cosine, F.of(ratio(9231, 10000)), 'cosine')];
  },
  cover: {},
  teeth: {
    'natural-factor': {
      says: 'The factor is −log p_k alone.',
      claim: (F, instance) => {
        const { gradient } = readGumbel(F, instance);
        const estimate = trueSurprises(F, instance).map((surprise, k) => F.mul(surprise, gradient[k]!));
        const cosine = F.div(F.dot(estimate, gradient), F.mul(F.norm(estimate), F.norm(gradient)));
        return below(F.of(ratio(92309, 100000)), cosine);
      },
    },
  },
});

/** The zeroth-order gradient with Gumbel noise, which samples the policy itself. */
export const gumbelLaws: readonly AnyLaw[] = [gumbel, gumbelFactor, gumbelExact, gumbelAngle];
