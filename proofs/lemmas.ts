import { boundLemmas } from './lemmas/bounds.ts';
import { exampleLemmas } from './lemmas/examples.ts';
import { projectionLemmas } from './lemmas/projections.ts';
import type { Lemmas } from './theorem/lemma.ts';

/** The lemmas that are hypotheses of theorems, by `theorem: part` and hypothesis. */
export const lemmas: Lemmas = Object.fromEntries(
  Object.entries({ ...boundLemmas, ...projectionLemmas, ...exampleLemmas }).flatMap(([theorem, parts]) =>
    Object.entries(parts).map(([part, each]) => [`${theorem}: ${part}`, each]),
  ),
);
