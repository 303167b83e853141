import { z } from 'zod';
import type { TieRule } from '../../../src/bridge/argmax-regions.ts';
import type { Example } from '../../../src/bridge/hard-objective.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import {
  type Atom,
  atoms,
  type Directions,
  directionsDimension,
  requireDirections,
} from '../../../src/zeroth-order/directions.ts';
import { passes, requireDimension } from '../well-formed.ts';
import {
  type DirectionsKind,
  directionsSchema,
  drawDirections,
  requireRationalValues,
  simplerDirections,
} from '../zeroth-order/directions.ts';

/** A hard objective over labeled examples, at θ, seen through directions u with smoothing ε. */
export interface BridgeCase {
  readonly examples: readonly Example[];
  readonly theta: ExactVector;
  readonly smoothing: Exact;
  readonly directions: Directions;
  readonly ties: TieRule;
}

const exampleSchema: z.ZodType<Example> = z.strictObject({
  features: z.array(exactVector).min(2).max(16),
  rewards: exactVector,
});

const schema: z.ZodType<BridgeCase> = z.strictObject({
  examples: z.array(exampleSchema).min(1).max(16),
  theta: exactVector,
  smoothing: exactNumber,
  directions: directionsSchema,
  ties: z.enum(['lowest', 'every', 'none']),
});

/** Throws a RangeError when the parts of the case do not go together. */
export function requireBridgeCase({ examples, theta, smoothing, directions }: BridgeCase): void {
  positive('smoothing', smoothing);
  requireDirections(directions);
  requireRationalValues(directions);
  requireDimension('directions', new Array<Exact>(directionsDimension(directions)).fill(0), theta.length);
  for (const { features, rewards } of examples) {
    if (rewards.length !== features.length) {
      throw new RangeError(`There are ${rewards.length} rewards for ${features.length} classes; give one a class.`);
    }
    features.forEach((feature, y) => {
      requireDimension(`features[${y}]`, feature, theta.length);
    });
  }
}

const STYLES = ['integer', 'integer', 'dyadic', 'fraction'] as const satisfies readonly NumberStyle[];
const KINDS: readonly (readonly [weight: number, kind: DirectionsKind])[] = [
  [4, 'rademacher'],
  [2, 'skewed'],
  [2, 'three-point'],
  [1, 'finite'],
];

/** 1 or 2 examples of 2 to 4 classes in 1 to 3 dimensions; small whole numbers, and so ties, in half of the cases. */
export function drawBridgeCase(draw: Draw): BridgeCase {
  const style = draw.pick(STYLES);
  const kind = draw.weighted(KINDS);
  const dimension = draw.integer(1, kind === 'rademacher' ? 3 : 2);
  const number = (): Exact => draw.real(style, 2);
  return {
    examples: draw.list(draw.integer(1, 2), () => drawExample(draw, dimension, number)),
    theta: draw.list(dimension, number),
    smoothing: draw.positive(style, 2),
    directions: drawDirections(draw, kind, dimension),
    ties: 'lowest',
  };
}

export function drawExample(draw: Draw, dimension: number, number: () => Exact): Example {
  const classes = draw.integer(2, 4);
  return { features: draw.list(classes, () => draw.list(dimension, number)), rewards: draw.list(classes, number) };
}

/** Fewer examples, fewer classes, plainer directions, then simpler numbers. */
export function* simplerBridgeCases<C extends BridgeCase>(instance: C): Generator<C> {
  const { examples, directions } = instance;
  for (let t = 0; t < examples.length && examples.length > 1; t++) {
    yield { ...instance, examples: withoutEntry(examples, t) };
  }
  for (const [t, { features, rewards }] of examples.entries()) {
    for (let y = 0; y < rewards.length && rewards.length > 2; y++) {
      const fewer = { features: withoutEntry(features, y), rewards: withoutEntry(rewards, y) };
      yield { ...instance, examples: withEntry(examples, t, fewer) };
    }
  }
  if ('dimension' in directions) {
    for (let j = 0; j < directions.dimension && directions.dimension > 1; j++) {
      yield {
        ...instance,
        examples: examples.map((one) => ({ ...one, features: one.features.map((phi) => withoutEntry(phi, j)) })),
        theta: withoutEntry(instance.theta, j),
        directions: { ...directions, dimension: directions.dimension - 1 },
      };
    }
  }
  for (const simpler of simplerDirections(directions)) yield { ...instance, directions: simpler };
  yield* simplerData(instance, new Set(['kind', 'directions']));
}

/** Bridge cases as they are, with a tie rule. */
export const bridgeCases: Instances<BridgeCase> = {
  generate: drawBridgeCase,
  simplify: simplerBridgeCases,
  accepts: (instance) => passes(() => requireBridgeCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireBridgeCase(instance);
    return instance;
  },
};

/** The numbers of the case in a reading. A value of probability 0 is none. */
export function readBridge<S>(F: Algebra<S>, { theta, smoothing, directions }: BridgeCase) {
  const read: { readonly theta: Vector<S>; readonly smoothing: S; readonly directions: readonly Atom<S>[] } = {
    theta: F.vector(theta),
    smoothing: F.of(smoothing),
    directions: atoms(F, directions).filter(({ probability }) => F.sign(probability) !== 0),
  };
  return read;
}
