import { z } from 'zod';
import { edgeTable, laplacian, policyEdges } from '../../../src/bridge/laplacian.ts';
import { argmaxEdge } from '../../../src/bridge/probit-edges.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { softmax } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { passes } from '../well-formed.ts';
import { pairList } from './laplacian-case.ts';

/** A table of logits z at one x, with rewards, ε for Gaussian directions and τ. */
export interface LogitCase {
  readonly logits: ExactVector;
  readonly rewards: ExactVector;
  readonly smoothing: Exact;
  readonly temperature: Exact;
}

const schema: z.ZodType<LogitCase> = z.strictObject({
  logits: exactVector,
  rewards: exactVector,
  smoothing: exactNumber,
  temperature: exactNumber,
});

function requireLogitCase({ logits, rewards, smoothing, temperature }: LogitCase): void {
  positive('smoothing', smoothing);
  positive('temperature', temperature);
  if (logits.length < 2) throw new RangeError(`There are ${logits.length} logits; give at least two classes.`);
  if (rewards.length !== logits.length) {
    throw new RangeError(`There are ${rewards.length} rewards for ${logits.length} classes; give one a class.`);
  }
}

/** The weights w_ij of the zeroth-order gradient, in the order of the pairs. */
export const gaussianEdges = <S>(F: Algebra<S>, { logits, smoothing }: LogitCase): Vector<S> =>
  pairList(logits.length).map(([i, j]) => argmaxEdge(F, F.vector(logits), F.of(smoothing), i, j));

/** The zeroth-order gradient of the hard reward for Gaussian directions, and the policy gradient. */
export function gradientsOf<S>(F: Algebra<S>, instance: LogitCase) {
  const rewards = F.vector(instance.rewards);
  const temperature = F.of(instance.temperature);
  const probabilities = softmax(F, F.vector(instance.logits), temperature);
  const read: { readonly policy: Vector<S>; readonly zerothOrder: Vector<S> } = {
    policy: laplacian(F, policyEdges(F, probabilities, temperature), rewards),
    zerothOrder: laplacian(F, edgeTable(F, instance.logits.length, gaussianEdges(F, instance)), rewards),
  };
  return read;
}

export const logitCases = (generate: (draw: Draw) => LogitCase): Instances<LogitCase> => ({
  generate,
  *simplify(instance) {
    const { logits, rewards } = instance;
    for (let y = 0; y < logits.length && logits.length > 2; y++) {
      yield { ...instance, logits: withoutEntry(logits, y), rewards: withoutEntry(rewards, y) };
    }
    yield* simplerData(instance);
  },
  accepts: (instance) => passes(() => requireLogitCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireLogitCase(instance);
    return instance;
  },
});

/** Logits between −4 and 4 in eighths, rewards as they come, ε and τ between 1/4 and 2. */
export const drawLogitCase = (draw: Draw, least: number, most: number): LogitCase => {
  const classes = draw.integer(least, most);
  return {
    logits: draw.list(classes, () => draw.integer(-32, 32) / 8),
    rewards: draw.list(classes, () => draw.integer(-8, 8)),
    smoothing: draw.integer(2, 16) / 8,
    temperature: draw.integer(2, 16) / 8,
  };
};
