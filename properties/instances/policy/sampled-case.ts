import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { type Exact, type ExactVector, sameExact } from '../../../src/scalar/exact.ts';
import { timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { isPositive, passes } from '../well-formed.ts';
import {
  asTable,
  drawPolicyCase,
  type PolicyCase,
  policyShape,
  requirePolicyCase,
  simplerPolicyCases,
  withScores,
} from './policy-case.ts';

/**
 * A policy case whose gradient is estimated from N sampled actions with a baseline b. The optional parts break what
 * the estimate rests on.
 */
export interface SampledCase extends PolicyCase {
  readonly samples: number;
  readonly baseline: Exact;
  /** A second baseline, to compare with. Default 0. */
  readonly other?: Exact;
  /** A baseline for each action, in place of the one for all. */
  readonly perAction?: ExactVector;
  /** Weights of another distribution, from which the actions are drawn. */
  readonly sampler?: ExactVector;
  /** The weights exp(f_θ(y|x)/τ) are taken for probabilities without being divided by their sum. */
  readonly unnormalized?: true;
}

const shape = z.strictObject({
  ...policyShape,
  samples: z.int().min(1).max(8),
  baseline: exactNumber,
  other: exactNumber.optional(),
  perAction: exactVector.optional(),
  sampler: exactVector.optional(),
  unnormalized: z.literal(true).optional(),
});

/** The most outcomes of the N actions that are gone through. */
const MOST_OUTCOMES = 4096;

function requireSampledCase(instance: SampledCase): void {
  requirePolicyCase(instance);
  const { weights, samples, perAction = weights, sampler = weights } = instance;
  if (!(Number.isInteger(samples) && samples >= 1)) throw new RangeError(`samples is ${samples}; give N ≥ 1.`);
  if (weights.length ** samples > MOST_OUTCOMES) {
    throw new RangeError(`${weights.length}^${samples} outcomes are too many; give at most ${MOST_OUTCOMES}.`);
  }
  for (const [name, list] of Object.entries({ perAction, sampler })) {
    if (list.length !== weights.length) {
      throw new RangeError(`${name} has ${list.length} entries for ${weights.length} classes; give one a class.`);
    }
  }
  if (!sampler.every(isPositive)) throw new RangeError('A weight of sampler is not positive; give positive ones.');
}

/** The optional parts of a sampled case. */
const PARTS = ['other', 'perAction', 'sampler', 'unnormalized'] as const;
export type SampledPart = (typeof PARTS)[number];

/** How many samples are drawn, by the number of classes. */
const MOST_SAMPLES: Readonly<Record<number, number>> = { 2: 4, 3: 3, 4: 2 };

export interface SampledCaseOptions {
  /** The least number of samples. Default 1. */
  readonly least?: number;
  /** The greatest number of samples. Default 8, of which at most 4 are drawn, or fewer with many classes. */
  readonly most?: number;
  /** The most classes. Default 4. */
  readonly classes?: number;
  /** Whether the parameters are always the logits themselves. Default false. */
  readonly table?: boolean;
  /** The optional parts that the law speaks of: its hypotheses decide about them. Default none. */
  readonly parts?: readonly SampledPart[];
  /** What else is drawn for the case. */
  readonly change?: (instance: SampledCase, draw: Draw) => SampledCase;
}

/** Policies of 2 to 4 classes whose probabilities depend on the parameters, with at most 27 outcomes. */
export function sampledCases(options: SampledCaseOptions = {}): Instances<SampledCase> {
  const { least = 1, most = 8, classes = 4, table = false, parts = [], change = (instance) => instance } = options;
  const requireCase = (instance: SampledCase): void => {
    requireSampledCase(instance);
    const { samples, features } = instance;
    if (samples < least || samples > most) {
      throw new RangeError(`samples is ${samples}; this law takes ${least === most ? least : `${least} to ${most}`}.`);
    }
    if (table && features !== undefined) throw new RangeError('This law speaks of tables of logits; give no features.');
    const strange = PARTS.find((part) => instance[part] !== undefined && !parts.includes(part));
    if (strange !== undefined) throw new RangeError(`This law does not speak of ${strange}; leave it out.`);
  };
  return {
    generate: (draw) => {
      const drawn = drawPolicyCase(draw, classes);
      const policy = table ? asTable(drawn) : withScores(drawn);
      const samples = draw.integer(least, Math.min(most, MOST_SAMPLES[policy.weights.length]!));
      return change({ ...policy, samples, baseline: draw.real('dyadic') }, draw);
    },
    *simplify(instance) {
      if (instance.samples > least) yield { ...instance, samples: least };
      for (const candidate of simplerPolicyCases(instance, ['perAction', 'sampler'])) {
        if (!table || candidate.features === undefined) yield candidate;
      }
    },
    accepts: (instance) => passes(() => requireCase(instance)),
    decode: (json) => {
      const parsed = Object.entries(shape.parse(json)).filter(([, value]) => value !== undefined);
      const instance = Object.fromEntries(parsed) as unknown as SampledCase;
      requireCase(instance);
      return instance;
    },
  };
}

/** Sampled cases of small whole numbers with one change: where the simplest witnesses live. */
export const changedSamples = (
  change: (instance: SampledCase, draw: Draw) => Partial<SampledCase>,
): Instances<SampledCase> => {
  const base = sampledCases({ parts: PARTS });
  return {
    ...base,
    generate: (draw) => {
      const classes = draw.integer(2, 3);
      const small = (): number => draw.integer(-2, 2);
      const instance = {
        weights: draw.list(classes, () => draw.integer(1, 3)),
        rewards: draw.list(classes, small),
        temperature: 1,
        samples: draw.integer(1, 2),
        baseline: small(),
      };
      return { ...instance, ...change(instance, draw) };
    },
  };
};

/** Whether the baseline is the same number for every action. */
export const ignoresAction = ({ perAction }: SampledCase): boolean =>
  perAction?.every((b) => sameExact(b, perAction[0]!)) ?? true;

/** Whether the actions are drawn from the policy itself. */
export const isOnPolicy = ({ weights, sampler }: SampledCase): boolean =>
  sampler?.every((q, y) => sameExact(timesExact(q, weights[0]!), timesExact(weights[y]!, sampler[0]!))) ?? true;
