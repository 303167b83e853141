import type { Scalars } from '../scalar/algebra.ts';

/** The share of predictions that are right: the mean of the rewards r(y_t, y) = 1 if y = y_t, else 0. B-(1). */
export function accuracy<S>({ div, of }: Scalars<S>, predicted: readonly number[], actual: readonly number[]): S {
  requireLabels(predicted, actual);
  return div(of(predicted.filter((label, t) => label === actual[t]).length), of(actual.length));
}

/** Throws a RangeError unless there is one predicted label for each actual one, and at least one. */
export function requireLabels(predicted: readonly number[], actual: readonly number[]): void {
  if (actual.length === 0) throw new RangeError('actual is empty; give at least one label.');
  if (predicted.length !== actual.length) {
    throw new RangeError(
      `There are ${predicted.length} predicted labels for ${actual.length} actual ones; give as many.`,
    );
  }
}
