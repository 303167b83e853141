import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { ExactVector } from '../scalar/exact.ts';
import type { Relation } from '../scalar/relation.ts';
import { type Affine, affineGeometry } from './affine.ts';
import { type Ball, ballGeometry } from './ball.ts';
import { type Box, boxGeometry } from './box.ts';
import { finite, inRange } from './checked.ts';
import { type Halfspace, halfspaceGeometry } from './halfspace.ts';
import { type Hyperplane, hyperplaneGeometry } from './hyperplane.ts';
import { type L1Ball, l1BallGeometry } from './l1-ball.ts';
import { type Polytope, polytopeGeometry } from './polytope.ts';
import { type Product, productGeometry } from './product.ts';
import { type Segment, segmentGeometry } from './segment.ts';
import type { Geometry } from './set.ts';
import { type Simplex, simplexGeometry } from './simplex.ts';

export { type Affine, affine, projectOntoAffine } from './affine.ts';
export { type Ball, ball } from './ball.ts';
export { type Bound, type Box, box } from './box.ts';
export {
  projectOntoBall,
  projectOntoHalfspace,
  projectOntoHyperplane,
  projectOntoL1Ball,
  projectOntoSimplex,
} from './checked.ts';
export { type Halfspace, halfspace } from './halfspace.ts';
export { type Hyperplane, hyperplane } from './hyperplane.ts';
export { type L1Ball, l1Ball } from './l1-ball.ts';
export { type Polytope, polytope } from './polytope.ts';
export { projectOntoPolytopeFloat64 } from './polytope-float64.ts';
export { type Product, product } from './product.ts';
export { projectOntoSegment, type Segment, segment } from './segment.ts';
export type { Geometry } from './set.ts';
export { type Simplex, simplex } from './simplex.ts';

/** Every closed convex set that is projected exactly. */
export type ConvexSet = Affine | Ball | Box | Halfspace | Hyperplane | L1Ball | Polytope | Product | Segment | Simplex;

type Geometries = { readonly [K in ConvexSet['kind']]: Geometry<Extract<ConvexSet, { kind: K }>> };

const geometries: Geometries = {
  affine: affineGeometry,
  ball: ballGeometry,
  box: boxGeometry,
  halfspace: halfspaceGeometry,
  hyperplane: hyperplaneGeometry,
  'l1-ball': l1BallGeometry,
  polytope: polytopeGeometry,
  product: productGeometry((factor) => geometry(factor)),
  segment: segmentGeometry,
  simplex: simplexGeometry,
};

/** The meaning of a set's data. */
export const geometry = (set: ConvexSet): Geometry<ConvexSet> => geometries[set.kind] as Geometry<ConvexSet>;

/** Throws a RangeError unless x has as many coordinates as the set, all of them finite. */
function requirePoint<S>(F: Algebra<S>, set: ConvexSet, name: string, x: Vector<S>): void {
  if (x.length !== dimension(set)) {
    throw new RangeError(`${name} has ${x.length} coordinates and the ${set.kind} ${dimension(set)}; give as many.`);
  }
  finite(F, name, x);
}

/**
 * Π(x), the nearest point of the set. A-(16).
 * @throws RangeError when x has another number of coordinates than the set, or one that is not finite; in float64 also
 *   when a number on the way is too large for a double, as a difference of two near 1.8e308 may be.
 */
export function project<S>(F: Algebra<S>, set: ConvexSet, x: Vector<S>): Vector<S> {
  requirePoint(F, set, 'x', x);
  return inRange(F, `The projection onto the ${set.kind}`, geometry(set).project(F, set, x));
}

/**
 * The comparisons that hold exactly when x lies in the set.
 * @throws RangeError when x has another number of coordinates than the set, or one that is not finite.
 */
export function membership<S>(F: Algebra<S>, set: ConvexSet, x: Vector<S>): Relation<S> {
  requirePoint(F, set, 'x', x);
  return geometry(set).membership(F, set, x);
}

/** The number of coordinates of the set's points. */
export const dimension = (set: ConvexSet): number => geometry(set).dimension(set);

/** D², the largest squared distance of two points of the set; undefined when the set is unbounded. */
export const squaredDiameter = <S>(F: Algebra<S>, set: ConvexSet): S | undefined =>
  geometry(set).squaredDiameter(F, set);

/**
 * h(w) = max over the set of w · θ; undefined when infinite or not known in closed form.
 * @throws RangeError when w has another number of coordinates than the set, or one that is not finite.
 */
export function support<S>(F: Algebra<S>, set: ConvexSet, w: Vector<S>): S | undefined {
  requirePoint(F, set, 'w', w);
  return geometry(set).support(F, set, w);
}

/** The points whose convex hull is the set, when there are only a few; undefined otherwise. */
export const vertices = (set: ConvexSet): readonly ExactVector[] | undefined => geometry(set).vertices(set);
