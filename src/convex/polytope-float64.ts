import { solveQP } from 'quadprog';
import { toDouble } from '../scalar/exact.ts';
import { float64 } from '../scalar/float64.ts';
import type { Inequalities } from './polytope-faces.ts';

/** An array that starts at index 1, as quadprog wants it. */
const fromOne = <T>(values: readonly T[]): T[] => {
  const array: T[] = [];
  values.forEach((value, i) => {
    array[i + 1] = value;
  });
  return array;
};

/**
 * A double approximation of the nearest point of {y : A y ≤ b}, by the dual active-set method of Goldfarb and Idnani:
 * for polytopes of any size, where the exact projection, which tries every face, is out of reach.
 *
 * Accuracy: for normals of small integers, within 2⁻⁴⁴ of the exact projection, at the scale of the largest of 1, |x|,
 * |b| and the answer (the solver ignores violations below about 1e-15). There is no proved bound, and in corners where
 * more conditions meet than the dimension needs, the solver may find the conditions inconsistent although they are not.
 * @throws RangeError when the solver finds no point that satisfies the conditions, or x has another number of
 *   coordinates.
 */
export function projectOntoPolytopeFloat64({ normals, offsets }: Inequalities, x: readonly number[]): number[] {
  // Rows of length 1 make the solver's feasibility test, which is absolute, a test of distance.
  const lengths = normals.map((a) => float64.norm(float64.vector(a)));
  const d = normals[0]!.length;
  if (x.length !== d) throw new RangeError(`x has ${x.length} coordinates and the polytope ${d}; give as many.`);
  const identity = x.map((_, i) => fromOne(x.map((__, j) => (i === j ? 1 : 0))));
  const columns = x.map((_, i) => fromOne(normals.map((a, k) => -toDouble(a[i]!) / lengths[k]!)));
  const bounds = offsets.map((b, k) => -toDouble(b) / lengths[k]!);
  const { solution, message } = solveQP(fromOne(identity), fromOne(x), fromOne(columns), fromOne(bounds));
  if (message !== '')
    throw new RangeError(
      `quadprog finds no nearest point (${message}); the polytope is empty or has a corner that doubles do not resolve. ` +
        'Use project, which is exact, when the polytope is small.',
    );
  return x.map((_, i) => solution[i + 1]!);
}
