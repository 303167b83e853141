import { DEFAULT_ULPS, magnitude } from '../../../src/law/accuracy.ts';
import { type Numbers, plainNumbers } from '../../../src/law/plain-numbers.ts';
import { policyGradient } from '../../../src/policy/gradient.ts';
import { Undecided } from '../../../src/scalar/algebra.ts';
import { requireFunction } from '../../../src/scalar/arguments.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { type PolicyParts, reference } from './subject.ts';

/** A policy gradient in plain numbers: K probabilities, K rows of d coordinates, τ, K rewards; d coordinates back. */
export type PlainPolicyGradient = (
  probabilities: readonly number[],
  logitGradients: readonly (readonly number[])[],
  temperature: number,
  rewards: readonly number[],
) => Numbers;

const ULP = 2 ** -52;

/** How much rounding p, r, ∇f and τ to doubles can move the gradient, in units in the last place. */
const ROUNDED_INPUT = 8;

/**
 * A policy gradient of your own in plain numbers, for a law to judge:
 * `checkLaw({ ...law, float64: withPolicyGradient(mine) }, options)`.
 *
 * The function gets the probabilities of the classes, the gradients ∇_θ f_θ(y|x) of their logits, the temperature and
 * the rewards, and returns ∇_θ Σ_y p_y r_y. Its answers are widened by 64 units in the last place of
 * max |r| · max |∇f| / τ, and by 8 more for the rounding of what it is given, so a violation means that no exact
 * answer within that accuracy satisfies the law.
 * @throws RangeError when it is given no function.
 */
export function withPolicyGradient(mine: PlainPolicyGradient): PolicyParts {
  requireFunction('mine', mine);
  return {
    ...reference,
    gradient: (F, policy, rewards) => {
      const probabilities = policy.probabilities.map(F.approximate);
      const logitGradients = policy.logitGradients.map((row) => row.map(F.approximate));
      const temperature = F.approximate(policy.temperature);
      const plainRewards = rewards.map(F.approximate);
      const parameters = logitGradients[0]!.length;
      const scale = (magnitude(plainRewards) * magnitude(logitGradients.flat())) / temperature;
      if (!Number.isFinite(scale)) throw new Undecided('The policy is not known to be made of doubles.');
      const answer = mine(probabilities, logitGradients, temperature, plainRewards);
      const radius = (DEFAULT_ULPS + ROUNDED_INPUT) * ULP * scale;
      return plainNumbers('policy gradient', parameters, answer).map((value) =>
        F.between(value - radius, value + radius),
      );
    },
  };
}

/** The reference implementation as users run it. */
export const referenceInDoubles: PolicyParts = withPolicyGradient(
  (probabilities, logitGradients, temperature, rewards) =>
    policyGradient(float64, { probabilities, logitGradients, temperature }, rewards),
);
