import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Atom } from './directions.ts';
import { expectedScalar, expectedVector } from './estimator.ts';

/**
 * The variance of an estimate g(u): E ‖g(u) − E g‖², the trace of its covariance.
 *
 * Over the rule of a sphere or of the normal distribution, g may have half of its degree.
 */
export function estimateVariance<S>(
  F: Algebra<S>,
  atoms: readonly Atom<S>[],
  estimate: (u: Vector<S>) => Vector<S>,
): S {
  const values = atoms.map(({ direction, probability }) => ({ direction: estimate(direction), probability }));
  const mean = expectedVector(F, values, (value) => value);
  return expectedScalar(F, values, (value) => F.squaredNorm(F.minus(value, mean)));
}

/** N independent directions with the probability that these are the ones drawn. */
export interface SampleOfDirections<S> {
  readonly directions: readonly Vector<S>[];
  readonly probability: S;
}

/** The most samples that are worth going through. */
const MOST_SAMPLES = 2 ** 16;

/**
 * All ways to draw N directions one after the other, with their probabilities.
 * @throws RangeError when N is not a whole number ≥ 1, or there are more than 65 536 of them.
 */
export function samplesOf<S>(
  { mul, one }: Algebra<S>,
  atoms: readonly Atom<S>[],
  samples: number,
): readonly SampleOfDirections<S>[] {
  if (!Number.isSafeInteger(samples) || samples < 1) {
    throw new RangeError(`samples is ${samples}; give the number of directions, at least 1.`);
  }
  if (atoms.length ** samples > MOST_SAMPLES) {
    throw new RangeError(`${atoms.length}^${samples} samples are too many to list; give at most ${MOST_SAMPLES}.`);
  }
  let all: readonly SampleOfDirections<S>[] = [{ directions: [], probability: one }];
  for (let n = 0; n < samples; n++) {
    all = all.flatMap((sample) =>
      atoms.map(({ direction, probability }) => ({
        directions: [...sample.directions, direction],
        probability: mul(sample.probability, probability),
      })),
    );
  }
  return all;
}

/** The mean and the variance of an estimate from N independent directions, by going through all of their values. */
export function sampledMoments<S>(
  F: Algebra<S>,
  atoms: readonly Atom<S>[],
  samples: number,
  estimate: (directions: readonly Vector<S>[]) => Vector<S>,
): { readonly mean: Vector<S>; readonly variance: S } {
  const all = samplesOf(F, atoms, samples).map(({ directions, probability }) => ({
    direction: estimate(directions),
    probability,
  }));
  return { mean: expectedVector(F, all, (value) => value), variance: estimateVariance(F, all, (value) => value) };
}
