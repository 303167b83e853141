import type { InnerProductSpace } from '../scalar/algebra.ts';
import type { ExactVector } from '../scalar/exact.ts';
import { toRational } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { rationalReading } from '../scalar/rational-reading.ts';
import { equal } from '../scalar/relation.ts';
import { type ExactMatrix, inverseGram } from './exact-matrix.ts';
import { linearConditions } from './linear-condition.ts';
import { oncePerSet } from './once-per-set.ts';
import type { Geometry } from './set.ts';

/** {x : rowᵢ · x = offsetᵢ for all i}. */
export interface Affine {
  readonly kind: 'affine';
  readonly rows: ExactMatrix;
  readonly offsets: ExactVector;
}

/**
 * The affine subspace {x : A x = b}, with A by rows; a single point when there are as many rows as coordinates.
 * @throws RangeError when the rows are linearly dependent, the lengths do not go together, or a number is not finite.
 */
export function affine(rows: ExactMatrix, offsets: ExactVector): Affine {
  const conditions = linearConditions('rows', rows, offsets);
  const set: Affine = { kind: 'affine', rows: conditions.normals, offsets: conditions.offsets };
  inverseOf(set);
  return set;
}

/** (A Aᵀ)⁻¹, exactly. */
const inverseOf = oncePerSet(({ rows }: Affine): ExactMatrix => {
  const matrix = inverseGram(rows);
  if (matrix === undefined) {
    throw new RangeError(
      `The ${rows.length} rows are linearly dependent; leave out those that follow from the others.`,
    );
  }
  return matrix;
});

/** λ = M (A x − b): the multipliers of the rows, for M = (A Aᵀ)⁻¹. */
export const affineMultipliers = <S, V>(
  { add, dot, mul, sub, zero }: InnerProductSpace<S, V>,
  rows: readonly V[],
  offsets: readonly S[],
  inverse: readonly (readonly S[])[],
  x: V,
): readonly S[] => {
  const residuals = rows.map((a, i) => sub(dot(a, x), offsets[i]!));
  return inverse.map((row) => row.reduce((total, m, j) => add(total, mul(m, residuals[j]!)), zero));
};

/** Π(x) = x − Aᵀ M (A x − b) for M = (A Aᵀ)⁻¹, the nearest point with A x = b. A-(16). */
export const projectOntoAffine = <S, V>(
  F: InnerProductSpace<S, V>,
  rows: readonly V[],
  offsets: readonly S[],
  inverse: readonly (readonly S[])[],
  x: V,
): V =>
  affineMultipliers(F, rows, offsets, inverse, x).reduce((y, lambda, i) => F.minus(y, F.scale(lambda, rows[i]!)), x);

/** The one point of the set when it has no other. */
const onlyPoint = (set: Affine): ExactVector | undefined =>
  set.rows.length < set.rows[0]!.length
    ? undefined
    : affineGeometry
        .project(
          rationalReading,
          set,
          set.rows.map(() => toRational(0)),
        )
        .map(asExact);

/** What an affine subspace is, in every arithmetic. */
export const affineGeometry: Geometry<Affine> = {
  dimension: ({ rows }) => rows[0]!.length,

  project: (F, set, x) =>
    projectOntoAffine(F, set.rows.map(F.vector), F.vector(set.offsets), inverseOf(set).map(F.vector), x),

  membership: (F, { rows, offsets }, x) =>
    rows.map((a, i) => equal(F.dot(F.vector(a), x), F.of(offsets[i]!), `row ${i + 1} · x`)),

  squaredDiameter: (F, set) => (onlyPoint(set) === undefined ? undefined : F.zero),

  /** Infinite unless w is a combination of the rows, or the set is a point. */
  squaredFarthest: (F, set, x) => {
    const point = onlyPoint(set);
    return point && F.squaredDistance(F.vector(point), x);
  },

  support: (F, set, w) => {
    const point = onlyPoint(set);
    return point && F.dot(w, F.vector(point));
  },

  vertices: (set) => {
    const point = onlyPoint(set);
    return point && [point];
  },
};
