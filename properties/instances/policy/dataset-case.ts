import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { type Example, tableFeatures } from '../../../src/policy/dataset.ts';
import { tableGradients } from '../../../src/policy/score.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { passes, requireDimension } from '../well-formed.ts';
import { asTable, drawPolicyCase, type PolicyCase, policyShape, requirePolicyCase } from './policy-case.ts';

/** One pair (x_t, y_t): a policy case at the common temperature, with a baseline of its own where one is needed. */
type ExampleCase = Omit<PolicyCase, 'temperature'> & { readonly baseline?: Exact };

/**
 * A data set of several pairs (x_t, y_t) under one policy. With features, all pairs share their parameters; without,
 * every x_t has a table of logits of its own.
 */
export interface DatasetCase {
  readonly examples: readonly ExampleCase[];
  readonly temperature: Exact;
}

const { temperature: exactTemperature, ...exampleShape } = policyShape;

const shape = z.strictObject({
  examples: z
    .array(z.strictObject({ ...exampleShape, baseline: exactNumber.optional() }))
    .min(1)
    .max(64),
  temperature: exactTemperature,
});

function requireDatasetCase({ examples, temperature }: DatasetCase): void {
  if (examples.length === 0) throw new RangeError('examples is empty; give at least one.');
  const first = examples[0]!.features;
  for (const [t, example] of examples.entries()) {
    requirePolicyCase({ ...example, temperature });
    if ((example.features === undefined) !== (first === undefined)) {
      throw new RangeError('Some examples have features and some have not; give all or none.');
    }
    if (first !== undefined) requireDimension(`features of example ${t}`, example.features![0]!, first[0]!.length);
  }
}

function drawDatasetCase(draw: Draw, baselined: boolean): DatasetCase {
  const { temperature, features } = drawPolicyCase(draw, 4);
  // Variances go through all pairs and classes, so there are fewer of them.
  const [most, classes] = baselined ? [3, 3] : [4, 4];
  const examples = draw.list(draw.integer(1, features === undefined ? 3 : most), () => {
    const { weights, rewards } = drawPolicyCase(draw, classes);
    const parameters = features?.[0]?.length;
    const rows = parameters === undefined ? {} : { features: weights.map(() => draw.list(parameters, number)) };
    return { weights, rewards, ...rows, ...(baselined ? { baseline: number() } : {}) };
  });
  function number(): Exact {
    return draw.real('integer');
  }
  return { examples, temperature };
}

function* simplerDatasets(instance: DatasetCase): Generator<DatasetCase> {
  const { examples } = instance;
  const withExamples = (changed: readonly ExampleCase[]): DatasetCase => ({ ...instance, examples: changed });
  for (let t = 0; t < examples.length && examples.length > 1; t++) yield withExamples(withoutEntry(examples, t));
  if (examples[0]!.features !== undefined) {
    yield withExamples(examples.map((example) => asTable({ ...example, temperature: 1 })).map(withoutTemperature));
  }
  for (const [t, example] of examples.entries()) {
    const { weights, rewards, features } = example;
    for (let y = 0; y < weights.length && weights.length > 2; y++) {
      const rows = features === undefined ? {} : { features: withoutEntry(features, y) };
      const shorter = { ...example, weights: withoutEntry(weights, y), rewards: withoutEntry(rewards, y), ...rows };
      yield withExamples(withEntry(examples, t, shorter));
    }
    if (weights.some((a) => a !== 1)) {
      yield withExamples(withEntry(examples, t, { ...example, weights: weights.map(() => 1) }));
    }
  }
  if (instance.temperature !== 1) yield { ...instance, temperature: 1 };
  yield* simplerData(instance);
}

const withoutTemperature = ({ temperature: _, ...example }: PolicyCase): ExampleCase => example;

/** Data sets of 1 to 4 pairs of 2 to 4 classes each; with a baseline for each pair on request. */
export const datasetCases = ({ baselined = false } = {}): Instances<DatasetCase> => ({
  generate: (draw) => drawDatasetCase(draw, baselined),
  simplify: simplerDatasets,
  accepts: (instance) => passes(() => requireDatasetCase(instance)),
  decode: (json) => {
    const { examples, temperature } = shape.parse(json);
    const instance = { examples: examples.map(withoutAbsent), temperature };
    requireDatasetCase(instance);
    if (baselined && !examples.every(({ baseline }) => baseline !== undefined)) {
      throw new RangeError('An example has no baseline; give one each.');
    }
    return instance;
  },
});

const withoutAbsent = (example: object): ExampleCase =>
  Object.fromEntries(Object.entries(example).filter(([, value]) => value !== undefined)) as unknown as ExampleCase;

/** The number of parameters of the whole data set. */
export const datasetParameters = ({ examples }: DatasetCase): number =>
  examples[0]!.features?.[0]?.length ?? examples.reduce((total, { weights }) => total + weights.length, 0);

/** Whether θ is one table of logits for each of several x_t, all of one size. */
export const isTableForEach = ({ examples }: DatasetCase): boolean =>
  examples.length > 1 &&
  examples.every(({ features, weights }) => features === undefined && weights.length === examples[0]!.weights.length);

/** {@link examplesOf}, with the package's own features where θ is a table for each x_t. */
export function examplesWithTables<S>(F: Algebra<S>, instance: DatasetCase): readonly Example<S>[] {
  const examples = examplesOf(F, instance);
  if (!isTableForEach(instance)) return examples;
  const [inputs, classes] = [examples.length, examples[0]!.rewards.length];
  return examples.map((example, input) => ({ ...example, features: tableFeatures(F, { input, inputs, classes }) }));
}

/** The pairs of the data set as the reference implementation takes them, θ = 0 standing for the case's parameters. */
export function examplesOf<S>(F: Algebra<S>, { examples }: DatasetCase): readonly Example<S>[] {
  const total = examples.reduce((sum, { weights }) => sum + weights.length, 0);
  const logits = tableGradients(F, total);
  let start = 0;
  return examples.map(({ weights, rewards, features }) => {
    start += weights.length;
    return {
      features: features?.map((feature) => F.vector(feature)) ?? logits.slice(start - weights.length, start),
      rewards: F.vector(rewards),
      base: F.vector(weights),
    };
  });
}
