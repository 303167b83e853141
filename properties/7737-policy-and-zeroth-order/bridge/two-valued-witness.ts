import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { type Exact, ratio } from '../../../src/scalar/exact.ts';
import { below, type Relation } from '../../../src/scalar/relation.ts';
import { drawLogitCase, gradientsOf, type LogitCase, logitCases } from '../../instances/bridge/logit-case.ts';
import { listed } from '../../instances/plain-data.ts';
import { SECTIONS } from '../sections.ts';

/**
 * One class among the rewarded and one among the others take almost all of the policy, while the noise is so wide that
 * all pairs of classes compete about alike.
 */
const atWideNoise = (rewards: readonly number[], rare: readonly number[], smoothing: number): LogitCase => ({
  logits: rewards.map((_, y) => (rare.includes(y) ? -1 : 0)),
  rewards,
  smoothing,
  temperature: ratio(1, 8),
});

// The nearer to its bound, and the one that is quick to write out in decimal intervals, is that of three classes.
const oneOfThree = atWideNoise([1, 0, 0], [2], 20);
const twoOfFour = atWideNoise([1, 0, 1, 0], [2, 3], 100);

const NEARLY = ratio(101, 100);

/** cos² < (factor · bound)² with bound² = K / (2 n₁ n₂), for n₁ classes with the reward 1 and n₂ with the reward 0. */
function isNear<S>(F: Algebra<S>, instance: LogitCase, factor: Exact): Relation<S> {
  const { policy, zerothOrder } = gradientsOf(F, instance);
  const classes = instance.rewards.length;
  const rewarded = instance.rewards.filter((r) => r === 1).length;
  const whole = F.mul(F.squaredNorm(policy), F.squaredNorm(zerothOrder));
  return below(
    F.mul(F.of(2 * rewarded * (classes - rewarded)), F.square(F.dot(policy, zerothOrder))),
    F.mul(F.square(F.of(factor)), F.mul(F.of(classes), whole)),
    'squared cosine',
  );
}

export const twoValuedWitness = law<LogitCase, undefined>({
  id: 'zoR.two-valued-witness',
  version: 1,
  cites: [{ article: '7737', equations: [23], place: 'where (23) is right' }],
  section: SECTIONS.finale,
  states: String.raw`(n_1,n_2)=(1,2),(2,2):\quad\cos\angle(\tilde\nabla_z\mathcal R,\nabla_z\mathcal S)<1.01\sqrt{\frac K{2n_1n_2}}\quad\text{is met}`,
  says: 'Where the rewards take two values, on n₁ and n₂ of K classes, the two gradients of one example can be nearly as far apart as √(K/(2 n₁ n₂)) says, for Gaussian directions: 30° at one class against two, 45° at two against two.',
  expects: 'holds',
  instances: listed(
    logitCases((draw) => drawLogitCase(draw, 3, 4)),
    [oneOfThree, twoOfFour],
  ),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => isNear(F, instance, NEARLY),
  cover: {},
  teeth: {
    'beyond-the-bound': {
      says: 'The cosine is a tenth smaller still.',
      claim: (F, instance) => isNear(F, instance, ratio(9, 10)),
    },
    'narrow-noise': {
      says: 'Noise as wide as the logits are apart will do.',
      claim: (F, instance) => isNear(F, { ...instance, smoothing: ratio(1, 2) }, NEARLY),
    },
    'warm-policy': {
      says: 'A policy at temperature 1 will do.',
      claim: (F, instance) => isNear(F, { ...instance, temperature: 1 }, NEARLY),
    },
  },
  // Integrals of four classes are dear in decimal intervals, which are asked once; the filter decides.
  ladder: ['filter'],
  secondOpinions: 1,
});

/** How far apart the two gradients can be when the rewards take two values. */
export const twoValuedWitnessLaws: readonly AnyLaw[] = [twoValuedWitness];
