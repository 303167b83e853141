import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { ExactVector } from '../scalar/exact.ts';
import { affineMultipliers } from './affine.ts';
import { type ExactMatrix, inverseGram } from './exact-matrix.ts';
import { oncePerSet } from './once-per-set.ts';

/** The conditions normalᵢ · x ≤ offsetᵢ. */
export interface Inequalities {
  readonly normals: ExactMatrix;
  readonly offsets: ExactVector;
}

/** Where the conditions of this subset are equalities: rows of A, by index. */
export interface Face {
  readonly indices: readonly number[];
  readonly rows: ExactMatrix;
}

/** The subsets of at most d conditions, smallest first. */
export const facesOf = oncePerSet(({ normals }: Inequalities): readonly Face[] => {
  let layer: (readonly number[])[] = [[]];
  const subsets = [...layer];
  for (let size = 1; size <= normals[0]!.length; size++) {
    layer = layer.flatMap((subset) => normals.flatMap((_, i) => (i > (subset.at(-1) ?? -1) ? [[...subset, i]] : [])));
    subsets.push(...layer);
  }
  return subsets.map((indices) => ({ indices, rows: indices.map((i) => normals[i]!) }));
});

/** (A Aᵀ)⁻¹ for the rows of a face, or undefined when they are linearly dependent. */
export const inverseOfFace = oncePerSet(({ rows }: Face) => inverseGram(rows));

/** A point and by how much it fails to be the projection, as a length; 0 exactly when it is. */
export interface Candidate<S> {
  readonly point: Vector<S>;
  readonly violation: S;
}

/**
 * The nearest point of {y : A y ≤ b}, by its faces. For linearly independent conditions S, with A_S and b_S, the nearest
 * point with A_S y = b_S is y = x − A_Sᵀ λ, λ = (A_S A_Sᵀ)⁻¹ (A_S x − b_S); it is the projection when λ ≥ 0 and the other
 * conditions hold at y (Karush, Kuhn and Tucker), and some S has that property unless the set is empty (Carathéodory).
 * In float64 rounding may leave no such S: then the one that comes closest is taken. There also, what the rounding of a
 * distant x leaves of A_S y − b_S is projected away.
 */
export function nearestPoint<S>(F: Algebra<S>, set: Inequalities, x: Vector<S>): Candidate<S> {
  const { abs, compare, div, dot, max, minus, mul, neg, scale, sub, zero } = F;
  const normals = set.normals.map(F.vector);
  const offsets = F.vector(set.offsets);
  // Not squared, so that violations of polytopes smaller than 1e-150 do not underflow in float64.
  const sizes = normals.map((a) => a.map(abs).reduce((p, q) => max(p, q)));
  const rejected: Candidate<S>[] = [];

  for (const face of facesOf(set)) {
    const inverse = inverseOfFace(face);
    if (inverse === undefined) continue;
    const rows = face.indices.map((i) => normals[i]!);
    const values = face.indices.map((i) => offsets[i]!);
    const matrix = inverse.map(F.vector);
    const onto = (from: Vector<S>): Step<S> => {
      const lambda = affineMultipliers(F, rows, values, matrix, from);
      return { lambda, point: lambda.reduce((y, multiplier, k) => minus(y, scale(multiplier, rows[k]!)), from) };
    };
    const first = onto(x);
    const { lambda } = first;
    const { point } = F.reading === 'float64' ? refined(F, first, onto) : first;
    const violation = normals
      .map((a, i) => {
        const k = face.indices.indexOf(i);
        return k < 0
          ? div(max(zero, sub(dot(a, point), offsets[i]!)), sizes[i]!)
          : mul(max(zero, neg(lambda[k]!)), sizes[i]!);
      })
      .reduce((a, b) => max(a, b));
    if (compare(violation, zero) <= 0) return { point, violation };
    rejected.push({ point, violation });
  }
  return rejected.reduce((best, next) => (compare(next.violation, best.violation) < 0 ? next : best));
}

/** A point of a face, and the multipliers of the rows that lead to it. */
interface Step<S> {
  readonly lambda: readonly S[];
  readonly point: Vector<S>;
}

/** The step, and further ones from where it leads, as long as each is at most half as long as the one before. */
function refined<S>(F: Algebra<S>, step: Step<S>, onto: (from: Vector<S>) => Step<S>): Step<S> {
  const size = ({ lambda }: Step<S>): S => lambda.map(F.abs).reduce((a, b) => F.max(a, b), F.zero);
  const next = onto(step.point);
  const [twice, before] = [F.mul(F.of(2), size(next)), size(step)];
  return F.compare(before, F.zero) > 0 && F.compare(twice, before) <= 0 ? refined(F, next, onto) : step;
}
