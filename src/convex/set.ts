import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { ExactVector } from '../scalar/exact.ts';
import type { Relation } from '../scalar/relation.ts';

/**
 * What the laws need to know of a closed convex set Θ ⊂ ℝᵈ. Sets are plain data (`{ kind: 'ball', … }`), so that
 * they can be written into a counterexample; a geometry gives that data its meaning, in every arithmetic at once.
 */
export interface Geometry<Data> {
  /** The number of coordinates d. */
  dimension(set: Data): number;
  /** Π(x) = argmin over θ in Θ of ‖x − θ‖. A-(16). */
  project<S>(F: Algebra<S>, set: Data, x: Vector<S>): Vector<S>;
  /** The comparisons that hold exactly when x lies in Θ. */
  membership<S>(F: Algebra<S>, set: Data, x: Vector<S>): Relation<S>;
  /** D² = max over Θ × Θ of ‖θ₁ − θ₂‖², or undefined when Θ is unbounded. */
  squaredDiameter<S>(F: Algebra<S>, set: Data): S | undefined;
  /** Max over θ in Θ of ‖θ − x‖², or undefined when Θ is unbounded. */
  squaredFarthest<S>(F: Algebra<S>, set: Data, x: Vector<S>): S | undefined;
  /** h(w) = max over θ in Θ of w · θ, or undefined when it is infinite or not known in closed form. */
  support<S>(F: Algebra<S>, set: Data, w: Vector<S>): S | undefined;
  /**
   * The points whose convex hull is Θ, each once, or undefined when there are none, or more than
   * {@link MOST_VERTICES}. A linear inequality that holds at all of them holds on Θ.
   */
  vertices(set: Data): readonly ExactVector[] | undefined;
}

/** The longest list of vertices that a geometry gives. */
export const MOST_VERTICES = 64;

/** Every way to choose one element of each list, in order; undefined when there are more than {@link MOST_VERTICES}. */
export function choices<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] | undefined {
  if (lists.reduce((count, list) => count * list.length, 1) > MOST_VERTICES) return undefined;
  return lists.reduce<readonly (readonly T[])[]>(
    (chosen, list) => chosen.flatMap((start) => list.map((next) => [...start, next])),
    [[]],
  );
}
