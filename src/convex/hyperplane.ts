import type { InnerProductSpace } from '../scalar/algebra.ts';
import type { Exact, ExactVector } from '../scalar/exact.ts';
import { equal } from '../scalar/relation.ts';
import { type Affine, affineGeometry } from './affine.ts';
import { type LinearCondition, linearCondition } from './linear-condition.ts';
import type { Geometry } from './set.ts';

/** {x : normal · x = offset}. */
export interface Hyperplane extends LinearCondition {
  readonly kind: 'hyperplane';
}

/**
 * The hyperplane {x : normal · x = offset}. The normal need not have length 1.
 * @throws RangeError when the normal is zero, or a number is not finite.
 */
export function hyperplane(normal: ExactVector, offset: Exact): Hyperplane {
  return { kind: 'hyperplane', ...linearCondition('normal', normal, 'offset', offset) };
}

/** Π(x) = x − ((a · x − b) / ‖a‖²) a, the nearest point with a · x = b. */
export const projectOntoHyperplane = <S, V>(F: InnerProductSpace<S, V>, a: V, b: S, x: V): V => {
  const { div, dot, minus, scale, squaredNorm, sub } = F;
  return minus(x, scale(div(sub(dot(a, x), b), squaredNorm(a)), a));
};

const asAffine = ({ normal, offset }: Hyperplane): Affine => ({ kind: 'affine', rows: [normal], offsets: [offset] });

/** What a hyperplane is, in every arithmetic. */
export const hyperplaneGeometry: Geometry<Hyperplane> = {
  dimension: ({ normal }) => normal.length,
  project: (F, { normal, offset }, x) => projectOntoHyperplane(F, F.vector(normal), F.of(offset), x),
  membership: (F, { normal, offset }, x) => equal(F.dot(F.vector(normal), x), F.of(offset), 'normal · x'),
  squaredDiameter: (F, set) => affineGeometry.squaredDiameter(F, asAffine(set)),
  squaredFarthest: (F, set, x) => affineGeometry.squaredFarthest(F, asAffine(set), x),
  support: (F, set, w) => affineGeometry.support(F, asAffine(set), w),
  vertices: (set) => affineGeometry.vertices(asAffine(set)),
};
