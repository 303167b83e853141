import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { type DatasetCase, datasetCases } from '../policy/dataset-case.ts';
import { passes } from '../well-formed.ts';

/** A data set of N pairs, and the K actions that were sampled at each: class indices from 0. */
export interface SurrogateCase extends DatasetCase {
  readonly actions: readonly (readonly number[])[];
}

const actionsOf = z.looseObject({
  actions: z
    .array(z.array(z.int().min(0)).min(1).max(64))
    .min(1)
    .max(64),
});

function requireActions({ examples, actions }: SurrogateCase): void {
  if (actions.length !== examples.length) {
    throw new RangeError(`actions has ${actions.length} lists for ${examples.length} examples; give one each.`);
  }
  for (const [n, list] of actions.entries()) {
    const classes = examples[n]!.weights.length;
    if (list.length !== actions[0]!.length) {
      throw new RangeError(`actions[${n}] has ${list.length} samples where the first has ${actions[0]!.length}.`);
    }
    const strange = list.find((y) => y >= classes);
    if (strange !== undefined) {
      throw new RangeError(`actions[${n}] has the class ${strange}; give indices from 0 to ${classes - 1}.`);
    }
  }
}

const datasets = datasetCases();

/** The actions for a simpler data set: classes that are gone become the last one that is left. */
const fitted = ({ examples }: DatasetCase, actions: SurrogateCase['actions']): SurrogateCase['actions'] =>
  examples.map(({ weights }, n) => actions[n]!.map((y) => Math.min(y, weights.length - 1)));

/** Data sets with 1 to 3 sampled actions for each pair. */
export const surrogateCases: Instances<SurrogateCase> = {
  generate: (draw) => {
    const dataset = datasets.generate(draw);
    const samples = draw.integer(1, 3);
    const actions = dataset.examples.map(({ weights }) =>
      draw.list(samples, () => draw.integer(0, weights.length - 1)),
    );
    return { ...dataset, actions };
  },
  *simplify({ actions, ...dataset }) {
    for (const simpler of datasets.simplify(dataset)) {
      const kept =
        simpler.examples.length === actions.length ? [actions] : actions.map((_, n) => withoutEntry(actions, n));
      for (const list of kept) yield { ...simpler, actions: fitted(simpler, list) };
    }
    if (actions[0]!.length > 1) yield { ...dataset, actions: actions.map((list) => list.slice(1)) };
    for (const [n, list] of actions.entries()) {
      for (const [k, y] of list.entries()) {
        if (y > 0) yield { ...dataset, actions: withEntry(actions, n, withEntry(list, k, 0)) };
      }
    }
  },
  accepts: (instance) => datasets.accepts(instance) && passes(() => requireActions(instance)),
  decode: (json) => {
    const { actions, ...rest } = actionsOf.parse(json);
    const instance = { ...datasets.decode(rest), actions };
    requireActions(instance);
    return instance;
  },
};
