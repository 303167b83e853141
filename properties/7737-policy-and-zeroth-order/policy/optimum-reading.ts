import { constantBaseline } from '../../../src/policy/baseline.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { SampledCase } from '../../instances/policy/sampled-case.ts';
import { readSampled } from './estimator-reading.ts';
import type { PolicyParts } from './subject.ts';

/** A sampled case with its two baselines b* and E r, and the variance as a function of the baseline. */
export function readOptimum<S>(F: Algebra<S>, instance: SampledCase, use: PolicyParts) {
  const reading = readSampled(F, instance, use);
  const { policy, rewards, meanSquaredScore } = reading;
  return {
    ...reading,
    probabilities: policy.probabilities,
    best: use.optimalBaseline(F, policy, rewards),
    meanReward: use.meanBaseline(F, policy, rewards),
    variance: (b: S): S => reading.moments(constantBaseline(b)).variance,
    /** E ‖s‖² / N. */
    curvature: F.div(meanSquaredScore, F.of(instance.samples)),
  };
}
