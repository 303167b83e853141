import type { Instances } from '../../../src/law/instances.ts';
import { withEntry } from '../../../src/law/simplify.ts';
import { type OffPolicyCase, offPolicyCases } from '../../instances/comments/off-policy-case.ts';

/** One class is never drawn. */
export const uncoveredClass: Instances<OffPolicyCase> = {
  ...offPolicyCases,
  generate: (draw) => {
    const instance = offPolicyCases.generate(draw);
    return { ...instance, sampler: withEntry(instance.sampler, draw.integer(0, instance.sampler.length - 1), 0) };
  },
};
