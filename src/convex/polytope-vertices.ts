import { type ExactVector, sameExact } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { neg } from '../scalar/rational.ts';
import { rationalReading } from '../scalar/rational-reading.ts';
import { projectOntoAffine } from './affine.ts';
import { oncePerSet } from './once-per-set.ts';
import { type Face, facesOf, type Inequalities, inverseOfFace } from './polytope-faces.ts';

const Q = rationalReading;

/** The vertices of the nonempty set {x : A x ≤ b}, each once; undefined when the set is unbounded. */
export const verticesOf = oncePerSet((set: Inequalities): readonly ExactVector[] | undefined => {
  const d = set.normals[0]!.length;
  const origin = Q.vector(set.normals[0]!.map(() => 0));
  const corners = facesOf(set).flatMap((face) => {
    const point = face.indices.length === d ? nearestOnFace(set.offsets, face, origin) : undefined;
    return point === undefined ? [] : [point.map(asExact)];
  });
  // Rank below d: the set contains whole lines.
  if (corners.length === 0 || hasRay(set)) return undefined;
  return corners
    .filter((corner) => satisfies(set, corner))
    .filter((corner, i, all) => all.findIndex((other) => other.every((c, j) => sameExact(c, corner[j]!))) === i);
});

/** The nearest point of the affine hull of a face; undefined when its conditions are linearly dependent. */
function nearestOnFace(offsets: ExactVector, face: Face, x: ReturnType<typeof Q.vector>) {
  const inverse = inverseOfFace(face);
  if (inverse === undefined) return undefined;
  const values = face.indices.map((i) => Q.of(offsets[i]!));
  return projectOntoAffine(Q, face.rows.map(Q.vector), values, inverse.map(Q.vector), x);
}

const satisfies = ({ normals, offsets }: Inequalities, x: ExactVector): boolean =>
  normals.every((a, i) => Q.compare(Q.dot(Q.vector(a), Q.vector(x)), Q.of(offsets[i]!)) <= 0);

/**
 * True when {y : A y ≤ 0} has an extreme ray: a line on which d − 1 independent conditions are equalities, one end of
 * which satisfies the others. A set whose conditions have rank d is unbounded exactly when there is one.
 */
function hasRay({ normals }: Inequalities): boolean {
  const d = normals[0]!.length;
  const cone: Inequalities = { normals, offsets: normals.map(() => 0) };
  const axes = normals[0]!.map((_, i) => Q.vector(normals[0]!.map((__, j) => (i === j ? 1 : 0))));
  return facesOf(cone)
    .filter(({ indices }) => indices.length === d - 1)
    .some((face) => {
      const direction = axes
        .map((axis) => nearestOnFace(cone.offsets, face, axis))
        .find((y) => y?.some((coordinate) => Q.sign(coordinate) !== 0));
      return direction !== undefined && (satisfies(cone, direction) || satisfies(cone, direction.map(neg)));
    });
}
