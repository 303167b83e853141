import type { Algebra, Vector } from '../scalar/algebra.ts';
import { whole } from '../scalar/validate.ts';
import { expectation } from './score.ts';

/** The first two moments of an estimator with values in ℝᵈ. */
export interface Moments<S> {
  /** E g. */
  readonly mean: Vector<S>;
  /** E ‖g‖². */
  readonly secondMoment: S;
  /** E ‖g − E g‖², the trace of the covariance. */
  readonly variance: S;
}

/** The most outcomes that are worth enumerating. */
const MOST_OUTCOMES = 2 ** 16;

/**
 * All Kᴺ ways to draw N of K actions, in lexicographic order.
 * @throws RangeError when K or N is not a whole number, or there are more than 65 536 of them.
 */
export function actionTuples(classes: number, samples: number): readonly (readonly number[])[] {
  whole('classes', classes);
  whole('samples', samples, 'the number of actions drawn', 0);
  if (classes ** samples > MOST_OUTCOMES) {
    throw new RangeError(`${classes}^${samples} outcomes are too many to list; give at most ${MOST_OUTCOMES}.`);
  }
  const actions = Array.from({ length: classes }, (_, y) => y);
  let tuples: readonly (readonly number[])[] = [[]];
  for (let n = 0; n < samples; n++) tuples = tuples.flatMap((tuple) => actions.map((y) => [...tuple, y]));
  return tuples;
}

/**
 * The exact moments of an estimator of N independent actions, by going through all Kᴺ outcomes: each has the product
 * of its actions' probabilities.
 * @throws RangeError when N is not a positive whole number, or there are more than 65 536 outcomes.
 */
export function estimatorMoments<S>(
  F: Algebra<S>,
  probabilities: Vector<S>,
  samples: number,
  estimate: (actions: readonly number[]) => Vector<S>,
): Moments<S> {
  whole('samples', samples, 'the number of actions drawn');
  const { dot, minus, mul, one, squaredNorm } = F;
  const tuples = actionTuples(probabilities.length, samples);
  const chances = tuples.map((actions) => actions.reduce((chance, y) => mul(chance, probabilities[y]!), one));
  const values = tuples.map(estimate);
  const mean = expectation(F, chances, values);
  return {
    mean,
    secondMoment: dot(chances, values.map(squaredNorm)),
    variance: dot(
      chances,
      values.map((value) => squaredNorm(minus(value, mean))),
    ),
  };
}
