import { timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { changedSamples } from '../../instances/policy/sampled-case.ts';

/** A baseline that looks at the action. */
export const baselineOfAction = changedSamples(({ weights }, draw) => ({
  perAction: weights.map(() => draw.integer(-2, 2)),
}));

/** Actions from another distribution than the policy. */
export const offPolicy = changedSamples(({ weights }, draw) => ({ sampler: weights.map(() => draw.integer(1, 3)) }));

/** Probabilities that are not divided by their sum, of a policy of one parameter. */
export const unnormalized = changedSamples(({ weights }, draw) => ({
  unnormalized: true,
  features: weights.map(() => [draw.integer(-2, 2)]),
}));

/** Logits that move together, so that the probabilities do not depend on the parameters. */
export const constantPolicy = changedSamples(({ weights, baseline }, draw) => {
  const feature = [draw.integer(-2, 2)];
  return { features: weights.map(() => feature), other: timesExact(-1, baseline) };
});

/** The same baseline twice. */
export const sameBaselines = changedSamples(({ baseline }) => ({ other: baseline }));

/** Policies that are not uniform. */
export const anyWeights = changedSamples(() => ({}));
