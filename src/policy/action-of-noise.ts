import type { Algebra, Vector } from '../scalar/algebra.ts';

/**
 * The action that uniform noise 0 ≤ ω < 1 stands for: the first class y with ω < p_1 + … + p_y. For uniform ω it is
 * distributed as p (inverse transform sampling). Class indices from 0.
 * @throws RangeError for noise below 0, or not below the sum of the probabilities.
 */
export function actionOfNoise<S>({ add, compare, zero }: Algebra<S>, probabilities: Vector<S>, noise: S): number {
  if (compare(noise, zero) < 0) throw new RangeError('noise is negative; give 0 ≤ ω < 1.');
  let sum = zero;
  const action = probabilities.findIndex((p) => {
    sum = add(sum, p);
    return compare(noise, sum) < 0;
  });
  if (action === -1) throw new RangeError('noise is not below the sum of the probabilities; give 0 ≤ ω < 1.');
  return action;
}
