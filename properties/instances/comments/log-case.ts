import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { Differentiable, PolicyValues } from '../../../src/policy/surrogate.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import {
  drawPolicyCase,
  type PolicyCase,
  policyCases,
  probabilitiesAfter,
  simplerPolicyCases,
} from '../policy/policy-case.ts';
import { passes, requireDimension } from '../well-formed.ts';

/**
 * A policy case with a rational number ℓ_y in place of every log p_y(θ), which is irrational. An identity that is linear
 * in the logarithms and holds for all numbers ℓ holds for the logarithms.
 */
export interface LogCase extends PolicyCase {
  readonly logs: ExactVector;
}

const logsOf = z.looseObject({ logs: exactVector });

const requireLogs = ({ weights, logs }: LogCase): void => requireDimension('logs', logs, weights.length);

/** Policies of 2 to 4 classes. */
export const logCases: Instances<LogCase> = {
  generate: (draw) => {
    const policy = drawPolicyCase(draw, 4);
    return { ...policy, logs: policy.weights.map(() => draw.real('dyadic')) };
  },
  simplify: (instance) => simplerPolicyCases(instance, ['logs']),
  accepts: (instance) => policyCases.accepts(instance) && passes(() => requireLogs(instance)),
  decode: (json) => {
    const { logs, ...rest } = logsOf.parse(json);
    const instance = { ...policyCases.decode(rest), logs };
    requireLogs(instance);
    return instance;
  },
};

/** log(p/sg p): what log p is beyond its value at θ, which is exact in every reading. */
export const logChanges = <S>(D: Differentiable<S>, probabilities: readonly S[]): readonly S[] =>
  probabilities.map((p) => D.log(D.div(p, D.stopGradient(p))));

/** The policy after a step δ, with log p_y(θ + δ) = ℓ_y + log(p_y(θ + δ)/p_y(θ)). */
export function valuesAfter<S>(D: Differentiable<S>, instance: LogCase, step: readonly S[]): PolicyValues<S> {
  const probabilities = probabilitiesAfter(D, instance, step);
  return { probabilities, logProbabilities: D.plus(D.vector(instance.logs), logChanges(D, probabilities)) };
}
