import type { Algebra, Vector } from '../scalar/algebra.ts';

/** Weights w_ij = w_ji of the edges between K classes; the diagonal is not used. */
export type Edges<S> = readonly Vector<S>[];

/**
 * The graph Laplacian of the edges, applied to rewards: (L_w r)_k = Σ_y w_ky (r_k − r_y), one number a class.
 *
 * With p_i p_j / τ it is the policy gradient in the logits, with {@link argmaxEdge} the zeroth-order gradient of the
 * hard reward.
 */
export const laplacian = <S>({ mul, sub, sum }: Algebra<S>, edges: Edges<S>, rewards: Vector<S>): Vector<S> =>
  rewards.map((own, k) => sum(rewards.flatMap((other, y) => (y === k ? [] : [mul(edges[k]![y]!, sub(own, other))]))));

/** p_i p_j / τ: how strongly the policy gradient compares two classes. */
export const policyEdges = <S>({ div, mul }: Algebra<S>, probabilities: Vector<S>, temperature: S): Edges<S> =>
  probabilities.map((p) => probabilities.map((q) => div(mul(p, q), temperature)));

/** A symmetric table from the edges 12, 13, …, 1K, 23, …, K−1 K in this order. */
export function edgeTable<S>(F: Algebra<S>, classes: number, listed: Vector<S>): Edges<S> {
  if (listed.length !== (classes * (classes - 1)) / 2) {
    throw new RangeError(`There are ${listed.length} edges for ${classes} classes; give one a pair.`);
  }
  const position = (i: number, j: number): number => (i * (2 * classes - i - 1)) / 2 + (j - i - 1);
  return Array.from({ length: classes }, (_, i) =>
    Array.from({ length: classes }, (_, j) => (i === j ? F.zero : listed[position(Math.min(i, j), Math.max(i, j))]!)),
  );
}
