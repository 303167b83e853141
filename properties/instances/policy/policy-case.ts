import { z } from 'zod';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { type LocalPolicy, tableGradients } from '../../../src/policy/score.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, sameExact } from '../../../src/scalar/exact.ts';
import { plusExact } from '../../../src/scalar/exact-arithmetic.ts';
import { restricted } from '../restricted.ts';
import { isPositive, passes, requireDimension } from '../well-formed.ts';

/**
 * A softmax policy at one x with its rewards, all rational: the weights a_y = exp(z_y/τ) > 0 are the free inputs.
 * Without `features` the parameters are the logits themselves; with them, row y is ∇_θ f_θ(y|x).
 */
export interface PolicyCase {
  readonly weights: ExactVector;
  readonly rewards: ExactVector;
  readonly temperature: Exact;
  readonly features?: readonly ExactVector[];
}

export const policyShape = {
  weights: exactVector,
  rewards: exactVector,
  temperature: exactNumber,
  features: z.array(exactVector).min(1).max(64).optional(),
};

/** Throws a RangeError when the parts of the case do not go together. */
export function requirePolicyCase({ weights, rewards, temperature, features }: PolicyCase): void {
  if (!weights.every(isPositive)) throw new RangeError('A weight is not positive; give exp(z/τ) > 0.');
  if (!isPositive(temperature)) throw new RangeError('temperature is not positive; give τ > 0.');
  if (rewards.length !== weights.length) {
    throw new RangeError(`There are ${rewards.length} rewards for ${weights.length} classes; give one a class.`);
  }
  if (features === undefined) return;
  if (features.length !== weights.length) {
    throw new RangeError(`There are ${features.length} features for ${weights.length} classes; give one a class.`);
  }
  features.forEach((feature, y) => {
    requireDimension(`features[${y}]`, feature, features[0]!.length);
  });
}

const STYLES = ['integer', 'integer', 'dyadic', 'fraction'] as const satisfies readonly NumberStyle[];

/** 2 to `most` classes; a table of logits, or in two of five cases features of 1 to 4 parameters. */
export function drawPolicyCase(draw: Draw, most = 8): PolicyCase {
  const style = draw.pick(STYLES);
  const classes = draw.integer(2, most);
  const isUniform = draw.chance(0.1);
  const weights = draw.list(classes, () => (isUniform ? 1 : draw.positive(style, 8)));
  const isOneHot = draw.chance(0.2);
  const right = draw.integer(0, classes - 1);
  const rewards = weights.map((_, y) => (isOneHot ? Number(y === right) : draw.real(style)));
  const temperature = draw.chance(0.5) ? 1 : draw.positive(style, 4);
  if (draw.chance(0.6)) return { weights, rewards, temperature };
  const parameters = draw.integer(1, 4);
  return {
    weights,
    rewards,
    temperature,
    features: draw.list(classes, () => draw.list(parameters, () => draw.real(style))),
  };
}

/** Fewer classes, a table of logits, equal weights, then simpler numbers. Further lists with one entry a class are named. */
export function* simplerPolicyCases<C extends PolicyCase>(
  instance: C,
  perClass: readonly (keyof C)[] = [],
): Generator<C> {
  const { weights, features } = instance;
  const lists = (['weights', 'rewards', 'features', ...perClass] as const).filter((key) => instance[key] !== undefined);
  for (let y = 0; y < weights.length && weights.length > 2; y++) {
    const shorter = lists.map((key) => [key, withoutEntry(instance[key] as readonly unknown[], y)]);
    yield { ...instance, ...Object.fromEntries(shorter) };
  }
  if (features !== undefined) {
    const { features: _, ...table } = instance;
    yield table as unknown as C;
    for (let j = 0; j < features[0]!.length && features[0]!.length > 1; j++) {
      yield { ...instance, features: features.map((feature) => withoutEntry(feature, j)) };
    }
  }
  if (weights.some((a) => a !== 1)) yield { ...instance, weights: weights.map(() => 1) };
  for (const [y, a] of weights.entries()) if (a !== 1) yield { ...instance, weights: withEntry(weights, y, 1) };
  if (instance.temperature !== 1) yield { ...instance, temperature: 1 };
  yield* simplerData(instance, new Set(['kind']));
}

/** Whether a score is not 0: the probabilities depend on the parameters. */
export const hasScores = ({ weights, features }: PolicyCase): boolean =>
  features?.some((feature) => feature.some((x, j) => !sameExact(x, features[0]![j]!))) ?? weights.length > 1;

/** The case, with one feature moved by 1 where the probabilities would not depend on the parameters. */
export function withScores<C extends PolicyCase>(instance: C): C {
  const [first, ...rest] = instance.features ?? [];
  if (first === undefined || hasScores(instance)) return instance;
  return { ...instance, features: [withEntry(first, 0, plusExact(first[0]!, 1)), ...rest] };
}

/** Parameters that are the logits themselves. */
export function asTable<C extends PolicyCase>(instance: C): C {
  const { features: _, ...table } = instance;
  return table as unknown as C;
}

/** Policy cases as they are. */
export const policyCases: Instances<PolicyCase> = {
  generate: (draw) => drawPolicyCase(draw),
  simplify: simplerPolicyCases,
  accepts: (instance) => passes(() => requirePolicyCase(instance)),
  decode: (json) => {
    const { features, ...rest } = z.strictObject(policyShape).parse(json);
    const instance = features === undefined ? rest : { ...rest, features };
    requirePolicyCase(instance);
    return instance;
  },
};

/** Policy cases with a table of logits. */
export const tableCases: Instances<PolicyCase> = restricted(
  { ...policyCases, generate: (draw) => asTable(drawPolicyCase(draw)) },
  ({ features }) => features === undefined,
  'has a table of logits, without features',
);

/** The number of parameters: the features' dimension, or the number of logits. */
export const parametersOf = ({ weights, features }: PolicyCase): number => features?.[0]?.length ?? weights.length;

/** The policy of the case at its parameters. */
export function localPolicy<S>(F: Algebra<S>, { weights, features, temperature }: PolicyCase): LocalPolicy<S> {
  return {
    probabilities: normalize(F, F.vector(weights)),
    logitGradients: features?.map((feature) => F.vector(feature)) ?? tableGradients(F, weights.length),
    temperature: F.of(temperature),
  };
}

/** The weights after a step δ from the case's parameters: a_y exp(δ · ∇f_y / τ). */
export function weightsAfter<S>(F: Algebra<S>, instance: PolicyCase, step: readonly S[]): readonly S[] {
  const { weights, features, temperature } = instance;
  const gradients = features?.map((feature) => F.vector(feature)) ?? tableGradients(F, weights.length);
  const tau = F.of(temperature);
  return weights.map((a, y) => F.mul(F.of(a), F.exp(F.div(F.dot(step, gradients[y]!), tau))));
}

/**
 * The class probabilities after a step δ from the case's parameters: normalize(a_y exp(δ · ∇f_y / τ)), which is exact
 * for logits linear in the parameters. At δ = 0 in duals, exp is exact, and so are all derivatives.
 */
export const probabilitiesAfter = <S>(F: Algebra<S>, instance: PolicyCase, step: readonly S[]): readonly S[] =>
  normalize(F, weightsAfter(F, instance, step));
