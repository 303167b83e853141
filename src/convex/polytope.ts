import type { ExactVector } from '../scalar/exact.ts';
import { rationalReading } from '../scalar/rational-reading.ts';
import { atMost } from '../scalar/relation.ts';
import type { ExactMatrix } from './exact-matrix.ts';
import { linearConditions } from './linear-condition.ts';
import { type Inequalities, nearestPoint } from './polytope-faces.ts';
import { verticesOf } from './polytope-vertices.ts';
import { type Geometry, MOST_VERTICES } from './set.ts';
import { largest } from './simplex.ts';

/** {x : normalᵢ · x ≤ offsetᵢ for all i}. */
export interface Polytope extends Inequalities {
  readonly kind: 'polytope';
}

/** The exact projection tries every face, so it is for small polytopes. */
const MOST_DIMENSIONS = 4;
const MOST_CONDITIONS = 12;

/**
 * The polytope {x : A x ≤ b}, with A by rows, in at most 4 dimensions and with at most 12 conditions. It may be
 * unbounded, and conditions may follow from others.
 * @throws RangeError when no point satisfies the conditions, a normal is zero, the lengths do not go together, a number
 *   is not finite, or there are too many dimensions or conditions.
 */
export function polytope(normals: ExactMatrix, offsets: ExactVector): Polytope {
  const set: Polytope = { kind: 'polytope', ...linearConditions('normals', normals, offsets) };
  const d = normals[0]!.length;
  if (d > MOST_DIMENSIONS || normals.length > MOST_CONDITIONS) {
    throw new RangeError(
      `The polytope has ${d} dimensions and ${normals.length} conditions; give at most ${MOST_DIMENSIONS} dimensions ` +
        `and ${MOST_CONDITIONS} conditions, or iterate over the halfspaces with dykstra.`,
    );
  }
  const origin = rationalReading.vector(normals[0]!.map(() => 0));
  if (rationalReading.sign(nearestPoint(rationalReading, set, origin).violation) !== 0) {
    throw new RangeError(`No point satisfies all ${normals.length} conditions; give conditions that go together.`);
  }
  return set;
}

/** What a polytope is, in every arithmetic. */
export const polytopeGeometry: Geometry<Polytope> = {
  dimension: ({ normals }) => normals[0]!.length,

  project: (F, set, x) => nearestPoint(F, set, x).point,

  membership: (F, { normals, offsets }, x) =>
    normals.map((a, i) => atMost(F.dot(F.vector(a), x), F.of(offsets[i]!), `condition ${i + 1}`)),

  squaredDiameter: (F, set) => {
    const points = verticesOf(set)?.map(F.vector);
    return points?.flatMap((v) => points.map((w) => F.squaredNorm(F.minus(v, w)))).reduce((a, b) => F.max(a, b));
  },

  /** The farthest of the vertices. */
  squaredFarthest: (F, set, x) => {
    const points = verticesOf(set)?.map(F.vector);
    return (
      points &&
      largest(
        F,
        points.map((v) => F.squaredDistance(v, x)),
      )
    );
  },

  /** h(w) = max over the vertices v of w · v. */
  support: (F, set, w) => {
    const points = verticesOf(set)?.map(F.vector);
    return (
      points &&
      largest(
        F,
        points.map((v) => F.dot(w, v)),
      )
    );
  },

  vertices: (set) => {
    const points = verticesOf(set);
    return points !== undefined && points.length <= MOST_VERTICES ? points : undefined;
  },
};
