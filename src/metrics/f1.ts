import type { Scalars } from '../scalar/algebra.ts';
import { requireLabels } from './accuracy.ts';

/** How often the class that F1 looks for was found, wrongly announced, and missed. */
export interface Counts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** The counts of a corpus, for one class. */
export function countsOf(predicted: readonly number[], actual: readonly number[], positive: number): Counts {
  requireLabels(predicted, actual);
  const count = (isPredicted: boolean, isActual: boolean): number =>
    actual.filter((label, t) => (predicted[t] === positive) === isPredicted && (label === positive) === isActual)
      .length;
  return { truePositives: count(true, true), falsePositives: count(true, false), falseNegatives: count(false, true) };
}

/**
 * F1 = 2 tp / (2 tp + fp + fn), the harmonic mean of precision and recall, from the counts of a whole corpus.
 * @throws RangeError when a count is not a whole number ≥ 0, or all counts are 0: nothing was to be found and nothing was announced.
 */
export function f1<S>({ div, of }: Scalars<S>, { truePositives, falsePositives, falseNegatives }: Counts): S {
  for (const [name, count] of Object.entries({ truePositives, falsePositives, falseNegatives })) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name} is ${count}; give a whole number of samples, at least 0.`);
    }
  }
  const all = 2 * truePositives + falsePositives + falseNegatives;
  if (all === 0)
    throw new RangeError('F1 is 0/0: no label is positive, predicted or actual; give counts of which one is not 0.');
  return div(of(2 * truePositives), of(all));
}
