import type { Algebra, Vector } from '../scalar/algebra.ts';
import { requireNumbers } from '../scalar/arguments.ts';
import type { ExactVector } from '../scalar/exact.ts';
import type { Relation } from '../scalar/relation.ts';
import { filledList, shown } from '../scalar/validate.ts';
import { type Affine, affineGeometry } from './affine.ts';
import { type Ball, ballGeometry } from './ball.ts';
import { type Box, boxGeometry } from './box.ts';
import { inRange, isModest } from './checked.ts';
import { type Halfspace, halfspaceGeometry } from './halfspace.ts';
import { type Hyperplane, hyperplaneGeometry } from './hyperplane.ts';
import { type L1Ball, l1BallGeometry } from './l1-ball.ts';
import { type Polytope, polytopeGeometry } from './polytope.ts';
import { type Product, productGeometry } from './product.ts';
import { type Segment, segmentGeometry } from './segment.ts';
import type { Geometry } from './set.ts';
import { type Simplex, simplexGeometry } from './simplex.ts';

export { type Affine, affine } from './affine.ts';
export { type Ball, ball } from './ball.ts';
export { type Bound, type Box, box } from './box.ts';
export {
  projectOntoAffine,
  projectOntoBall,
  projectOntoHalfspace,
  projectOntoHyperplane,
  projectOntoL1Ball,
  projectOntoPolytopeFloat64,
  projectOntoSegment,
  projectOntoSimplex,
} from './checked.ts';
export { type Halfspace, halfspace } from './halfspace.ts';
export { type Hyperplane, hyperplane } from './hyperplane.ts';
export { type L1Ball, l1Ball } from './l1-ball.ts';
export { type Polytope, polytope } from './polytope.ts';
export type { Product } from './product.ts';
export { type Segment, segment } from './segment.ts';
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

function notASet(name: string, set: ConvexSet): RangeError {
  const given = set?.kind === undefined ? shown(set) : `of kind ${shown(set.kind)}`;
  return new RangeError(`${name} is ${given}; give a set, such as ball([0, 0], 1).`);
}

/**
 * The meaning of a set's data.
 * @throws RangeError when the set is of no known kind, as everything that takes a set does.
 */
export function geometry(set: ConvexSet, name = 'set'): Geometry<ConvexSet> {
  const found = geometries[set?.kind];
  if (found === undefined) throw notASet(name, set);
  return found as Geometry<ConvexSet>;
}

/**
 * The product of sets: the first coordinates of a point belong to the first factor, the next to the second, and so on.
 * @throws RangeError when there are no factors, or one is no set.
 */
export function product(factors: readonly ConvexSet[]): Product {
  filledList('factors', factors, 'set').forEach((factor, k) => {
    geometry(factor, `factors[${k}]`);
  });
  return { kind: 'product', factors };
}

/** The meaning of a set that goes with x. Looked up once: a run asks at every step. */
function geometryAt<S>(F: Algebra<S>, set: ConvexSet, name: string, x: Vector<S>): Geometry<ConvexSet> {
  const found = geometry(set);
  requireNumbers(F, name, x);
  if (x.length !== found.dimension(set)) throw otherLength(name, x, set);
  return found;
}

const otherLength = (name: string, x: readonly unknown[], set: ConvexSet): RangeError =>
  new RangeError(`${name} has ${x.length} coordinates and the ${set.kind} ${dimension(set)}; give as many.`);

/**
 * Π(x), the nearest point of the set. A-(16).
 * @throws RangeError when x has another number of coordinates than the set, or one that is not finite; in float64 also
 *   when a number on the way is too large for a double, as a difference of two near 1.8e308 may be.
 */
export function project<S>(F: Algebra<S>, set: ConvexSet, x: Vector<S>): Vector<S> {
  const found = geometry(set);
  // Nothing on the way from such a point leaves the range of doubles, and a run asks at every step.
  if (isModest(F, x) && x.length === found.dimension(set)) return found.project(F, set, x);
  return inRange(F, set.kind, geometryAt(F, set, 'x', x).project(F, set, x));
}

/**
 * The comparisons that hold exactly when x lies in the set.
 * @throws RangeError when x has another number of coordinates than the set, or one that is not finite.
 */
export function membership<S>(F: Algebra<S>, set: ConvexSet, x: Vector<S>): Relation<S> {
  return geometryAt(F, set, 'x', x).membership(F, set, x);
}

/** The number of coordinates of the set's points. */
export const dimension = (set: ConvexSet): number => geometry(set).dimension(set);

/** D², the largest squared distance of two points of the set; undefined when the set is unbounded. */
export const squaredDiameter = <S>(F: Algebra<S>, set: ConvexSet): S | undefined =>
  geometry(set).squaredDiameter(F, set);

/**
 * Max over the set of ‖θ − x‖²; undefined when the set is unbounded.
 * @throws RangeError when x has another number of coordinates than the set, or one that is not finite.
 */
export function squaredFarthest<S>(F: Algebra<S>, set: ConvexSet, x: Vector<S>): S | undefined {
  return geometryAt(F, set, 'x', x).squaredFarthest(F, set, x);
}

/**
 * h(w) = max over the set of w · θ; undefined when infinite or not known in closed form.
 * @throws RangeError when w has another number of coordinates than the set, or one that is not finite.
 */
export function support<S>(F: Algebra<S>, set: ConvexSet, w: Vector<S>): S | undefined {
  return geometryAt(F, set, 'w', w).support(F, set, w);
}

/** The points whose convex hull is the set, when there are only a few; undefined otherwise. */
export const vertices = (set: ConvexSet): readonly ExactVector[] | undefined => geometry(set).vertices(set);
