import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { drawPolicyCase, type PolicyCase, policyCases, simplerPolicyCases, withScores } from '../policy/policy-case.ts';
import { isPositive, isZero, passes, requireDimension } from '../well-formed.ts';

/** A policy case whose actions are drawn from another distribution q, in proportion to the weights of `sampler`. */
export interface OffPolicyCase extends PolicyCase {
  readonly sampler: ExactVector;
}

const samplerOf = z.looseObject({ sampler: exactVector });

function requireSampler({ weights, sampler }: OffPolicyCase): void {
  requireDimension('sampler', sampler, weights.length);
  if (!sampler.every((q) => isPositive(q) || isZero(q))) {
    throw new RangeError('A weight of sampler is negative; give q ≥ 0.');
  }
  if (!sampler.some(isPositive)) throw new RangeError('Every weight of sampler is 0; give at least one that is not.');
}

/** Policies of 2 to 5 classes with any sampler that draws each of them; in some cases it is the policy itself. */
export const offPolicyCases: Instances<OffPolicyCase> = {
  generate: (draw) => {
    const policy = withScores(drawPolicyCase(draw, 5));
    if (draw.chance(0.2)) return { ...policy, sampler: policy.weights };
    return { ...policy, sampler: policy.weights.map(() => draw.positive('fraction', 8)) };
  },
  simplify: (instance) => simplerPolicyCases(instance, ['sampler']),
  accepts: (instance) => policyCases.accepts(instance) && passes(() => requireSampler(instance)),
  decode: (json) => {
    const { sampler, ...rest } = samplerOf.parse(json);
    const instance = { ...policyCases.decode(rest), sampler };
    requireSampler(instance);
    return instance;
  },
};
