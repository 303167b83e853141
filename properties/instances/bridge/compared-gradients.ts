import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { LocalPolicy } from '../../../src/policy/score.ts';
import { normalize, softmax } from '../../../src/policy/softmax.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { isPositive, passes } from '../well-formed.ts';
import { drawMarginCase, logitGradientsAt, logitsAt, type MarginCase, marginCases } from './margin-case.ts';

/**
 * Labeled examples at which the gradient of the hard reward is held against that of the policy softmax(f_θ/τ). Where
 * exp(f_θ(y|x_t)/τ) cannot be rational, the values are free inputs, `weights`: one positive number a class of each example,
 * whatever θ. Without them they are computed; the temperature is 1 by default.
 */
export interface ComparedCase extends MarginCase {
  readonly temperature?: Exact;
  readonly weights?: readonly ExactVector[];
}

/** The policy at example t. */
export function policyAt<S>(F: Algebra<S>, instance: ComparedCase, t: number): LocalPolicy<S> {
  const { examples, theta, weights } = instance;
  const [example, temperature] = [examples[t]!, F.of(instance.temperature ?? 1)];
  return {
    probabilities: weights
      ? normalize(F, F.vector(weights[t]!))
      : softmax(F, logitsAt(F, instance, example, F.vector(theta)), temperature),
    logitGradients: logitGradientsAt(F, instance, example),
    temperature,
  };
}

const added = z.object({ temperature: exactNumber.optional(), weights: z.array(exactVector).optional() });

function requireCompared({ examples, temperature = 1, weights }: ComparedCase): void {
  if (!isPositive(temperature)) throw new RangeError('temperature is not positive; give τ > 0.');
  if (weights === undefined) return;
  if (weights.length !== examples.length || weights.some((a, t) => a.length !== examples[t]!.rewards.length)) {
    throw new RangeError('weights and rewards differ in length; give one of each a class of an example.');
  }
  if (!weights.flat().every(isPositive)) throw new RangeError('A weight is not positive; give exp(f/τ) > 0.');
}

/** Margin cases with any temperature and probabilities. */
export const comparedCases: Instances<ComparedCase> = {
  ...marginCases,
  generate: (draw) => {
    const instance = drawMarginCase(draw);
    const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
    return {
      ...instance,
      temperature: draw.chance(0.5) ? 1 : draw.positive(style, 4),
      weights: instance.examples.map(({ rewards }) => rewards.map(() => draw.positive(style, 8))),
    };
  },
  accepts: (instance) => marginCases.accepts(instance) && passes(() => requireCompared(instance)),
  decode: (json) => {
    const { temperature, weights, ...rest } = z.looseObject(added.shape).parse(json);
    const instance = {
      ...marginCases.decode(rest),
      ...(temperature === undefined ? {} : { temperature }),
      ...(weights === undefined ? {} : { weights }),
    };
    requireCompared(instance);
    return instance;
  },
};
