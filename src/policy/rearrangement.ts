import type { Algebra, Vector } from '../scalar/algebra.ts';
import { whole } from '../scalar/validate.ts';

/**
 * The values in another order: entry i is values[order[i]].
 *
 * @throws RangeError when `order` does not name each index from 0 once.
 */
export function rearranged<T>(values: readonly T[], order: readonly number[]): readonly T[] {
  const named = new Set(order);
  if (order.length !== values.length || values.some((_, i) => !named.has(i))) {
    throw new RangeError(
      `order is [${order.join(', ')}] for ${values.length} values; give each index from 0 to ${values.length - 1} once.`,
    );
  }
  return order.map((i) => values[i]!);
}

/** Whether no pair is in opposite order: (a_i − a_j)(c_i − c_j) ≥ 0 for all i, j. The equality case of B-(3). */
export function similarlyOrdered<S>({ compare }: Algebra<S>, a: Vector<S>, c: Vector<S>): boolean {
  return a.every((ai, i) => a.every((aj, j) => j >= i || compare(ai, aj) * compare(c[i]!, c[j]!) >= 0));
}

/** The indices of the values, the largest first; ties in the order of their indices. */
export const descendingOrder = <S>({ compare }: Algebra<S>, values: Vector<S>): readonly number[] =>
  values.map((_, i) => i).sort((i, j) => compare(values[j]!, values[i]!) || i - j);

/**
 * The values rearranged to follow a guide: the k-th largest comes where the guide has its k-th largest. Of all
 * rearrangements c of the values, it has the largest Σ c_i guide_i. Source: B-(3).
 */
export function arrangedLike<S>(F: Algebra<S>, values: Vector<S>, guide: Vector<S>): Vector<S> {
  const sorted = rearranged(values, descendingOrder(F, values));
  const places = descendingOrder(F, guide);
  const rank = places.map((_, i) => places.indexOf(i));
  return rearranged(sorted, rank);
}

/**
 * All orders of n indices, the sorted one first.
 * @throws RangeError when n is not a whole number from 0 on.
 */
export function permutations(n: number): readonly (readonly number[])[] {
  whole('n', n, 'the number of indices', 0);
  if (n <= 1) return [Array.from({ length: n }, (_, i) => i)];
  const shorter = permutations(n - 1);
  return Array.from({ length: n }, (_, first) =>
    shorter.map((rest) => [first, ...rest.map((i) => (i < first ? i : i + 1))]),
  ).flat();
}
