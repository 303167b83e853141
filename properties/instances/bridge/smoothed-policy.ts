import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { type Directions, directionsDimension, requireDirections } from '../../../src/zeroth-order/directions.ts';
import {
  drawPolicyCase,
  type PolicyCase,
  parametersOf,
  policyShape,
  requirePolicyCase,
  simplerPolicyCases,
} from '../policy/policy-case.ts';
import { passes } from '../well-formed.ts';
import {
  type DirectionsKind,
  directionsSchema,
  drawDirections,
  requireRationalValues,
  simplerDirections,
} from '../zeroth-order/directions.ts';

/** A softmax policy at one x, its parameters moved by εu. */
export interface SmoothedPolicy extends PolicyCase {
  readonly smoothing: Exact;
  readonly directions: Directions;
}

function requireSmoothedPolicy(instance: SmoothedPolicy): void {
  requirePolicyCase(instance);
  requireDirections(instance.directions);
  requireRationalValues(instance.directions);
  positive('smoothing', instance.smoothing);
  if (directionsDimension(instance.directions) !== parametersOf(instance)) {
    throw new RangeError(
      `directions have ${directionsDimension(instance.directions)} coordinates for ${parametersOf(instance)} parameters; give as many.`,
    );
  }
}

const KINDS: readonly (readonly [weight: number, kind: DirectionsKind])[] = [
  [4, 'rademacher'],
  [2, 'skewed'],
  [2, 'three-point'],
  [1, 'finite'],
];

/** Two or three classes, up to three parameters, directions with mean 0 and covariance I. */
export function drawSmoothedPolicy(draw: Draw): SmoothedPolicy {
  const policy = drawPolicyCase(draw, 3);
  const features = policy.features?.map((feature) => feature.slice(0, 2));
  const reduced = features === undefined ? policy : { ...policy, features };
  const parameters = parametersOf(reduced);
  return {
    ...reduced,
    smoothing: draw.positive(draw.pick(['integer', 'dyadic', 'fraction'] as const), 2),
    directions: drawDirections(draw, parameters > 2 ? 'rademacher' : draw.weighted(KINDS), parameters),
  };
}

function* simplerSmoothedPolicies(instance: SmoothedPolicy): Generator<SmoothedPolicy> {
  const { directions, ...policy } = instance;
  const { features } = policy;
  if ('dimension' in directions && directions.dimension > 1) {
    const fewer = { ...directions, dimension: directions.dimension - 1 };
    for (let j = 0; j < directions.dimension; j++) {
      if (features === undefined) {
        const { weights, rewards } = instance;
        yield { ...instance, weights: withoutEntry(weights, j), rewards: withoutEntry(rewards, j), directions: fewer };
      } else {
        yield { ...instance, features: features.map((feature) => withoutEntry(feature, j)), directions: fewer };
      }
    }
  }
  for (const simpler of simplerDirections(directions)) yield { ...instance, directions: simpler };
  for (const simpler of simplerPolicyCases(policy)) yield { ...simpler, directions };
}

export const smoothedPolicies: Instances<SmoothedPolicy> = {
  generate: drawSmoothedPolicy,
  simplify: simplerSmoothedPolicies,
  accepts: (instance) => instance.weights.length > 1 && passes(() => requireSmoothedPolicy(instance)),
  decode: (json) => {
    const { features, ...rest } = z
      .strictObject({ ...policyShape, smoothing: exactNumber, directions: directionsSchema })
      .parse(json);
    const instance = features === undefined ? rest : { ...rest, features };
    requireSmoothedPolicy(instance);
    return instance;
  },
};
