import type { Geometry } from '../../src/convex/set.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Relation } from '../../src/scalar/relation.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import type { FormalSpace, FormalVector } from '../kernel/symbolic.ts';
import { opaque } from './opaque.ts';

/** The texts of a geometry that touches vectors only through the algebra it is given, read over formal vectors. */
export function overFormalVectors<Data>(geometry: Geometry<Data>, F: FormalSpace, set: Data) {
  const algebra = F as unknown as Algebra<RationalFunction>;
  return {
    project: (x: FormalVector): FormalVector => geometry.project(algebra, set, opaque(x)) as unknown as FormalVector,
    membership: (x: FormalVector): Relation<RationalFunction> => geometry.membership(algebra, set, opaque(x)),
    squaredDiameter: (): RationalFunction => geometry.squaredDiameter(algebra, set)!,
    squaredFarthest: (x: FormalVector): RationalFunction => geometry.squaredFarthest(algebra, set, opaque(x))!,
    support: (w: FormalVector): RationalFunction => geometry.support(algebra, set, opaque(w))!,
  };
}
