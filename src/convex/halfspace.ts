import type { InnerProductSpace } from '../scalar/algebra.ts';
import type { Exact, ExactVector } from '../scalar/exact.ts';
import { atMost } from '../scalar/relation.ts';
import { type LinearCondition, linearCondition } from './linear-condition.ts';
import type { Geometry } from './set.ts';

/** {x : normal · x ≤ offset}. */
export interface Halfspace extends LinearCondition {
  readonly kind: 'halfspace';
}

/**
 * The halfspace {x : normal · x ≤ offset}. The normal need not have length 1.
 * @throws RangeError when the normal is zero, or a number is not finite.
 */
export function halfspace(normal: ExactVector, offset: Exact): Halfspace {
  return { kind: 'halfspace', ...linearCondition('normal', normal, 'offset', offset) };
}

/** Π(x) = x − (max(0, a · x − b) / ‖a‖²) a, the nearest point with a · x ≤ b. */
export const projectOntoHalfspace = <S, V>(F: InnerProductSpace<S, V>, a: V, b: S, x: V): V => {
  const { div, dot, max, minus, scale, squaredNorm, sub, zero } = F;
  return minus(x, scale(div(max(zero, sub(dot(a, x), b)), squaredNorm(a)), a));
};

/** What a halfspace is, in every arithmetic. */
export const halfspaceGeometry: Geometry<Halfspace> = {
  dimension: ({ normal }) => normal.length,
  project: (F, { normal, offset }, x) => projectOntoHalfspace(F, F.vector(normal), F.of(offset), x),
  membership: (F, { normal, offset }, x) => atMost(F.dot(F.vector(normal), x), F.of(offset), 'normal · x'),
  squaredDiameter: () => undefined,
  /** Infinite unless w is a multiple of the normal. */
  squaredFarthest: () => undefined,
  support: () => undefined,
  vertices: () => undefined,
};
