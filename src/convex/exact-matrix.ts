import { type ExactVector, toRational } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { add, div, mul, ONE, type Rational, sub, ZERO } from '../scalar/rational.ts';

/** A matrix of exactly known numbers, by rows. */
export type ExactMatrix = readonly ExactVector[];

/** u · v. */
const dot = (u: ExactVector, v: ExactVector): Rational =>
  u.reduce<Rational>((total, ui, i) => add(total, mul(toRational(ui), toRational(v[i]!))), ZERO);

/** (A Aᵀ)⁻¹ of the matrix with these rows, or undefined when the rows are linearly dependent. */
export const inverseGram = (rows: ExactMatrix): ExactMatrix | undefined =>
  inverse(rows.map((u) => rows.map((v) => dot(u, v))));

/** The inverse by Gauss–Jordan elimination, or undefined when the matrix is singular. */
export function inverse(matrix: ExactMatrix): ExactMatrix | undefined {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row.map(toRational), ...matrix.map((_, j) => (i === j ? ONE : ZERO))]);
  for (let k = 0; k < n; k++) {
    const pivot = work.findIndex((row, i) => i >= k && row[k]!.numerator !== 0n);
    if (pivot < 0) return undefined;
    [work[k], work[pivot]] = [work[pivot]!, work[k]!];
    const head = work[k]!.map((entry) => div(entry, work[k]![k]!));
    work.forEach((row, i) => {
      work[i] = i === k ? head : row.map((entry, j) => sub(entry, mul(row[k]!, head[j]!)));
    });
  }
  return work.map((row) => row.slice(n).map(asExact));
}
