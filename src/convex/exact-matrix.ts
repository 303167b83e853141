import { type Exact, type ExactVector, sameExact, toDouble, toRational } from '../scalar/exact.ts';
import { add, div, mul, ONE, type Rational, reduce, sub, ZERO } from '../scalar/rational.ts';

/** A matrix of exactly known numbers, by rows. */
export type ExactMatrix = readonly ExactVector[];

/** The same number as a double when one is equal to it, otherwise in lowest terms. */
export function simplest(x: Exact): Exact {
  const double = toDouble(x);
  return Number.isFinite(double) && sameExact(double, x) ? double + 0 : reduce(toRational(x));
}

/** u · v. */
export const dotExact = (u: ExactVector, v: ExactVector): Rational =>
  u.reduce<Rational>((total, ui, i) => add(total, mul(toRational(ui), toRational(v[i]!))), ZERO);

/** u + a v. */
export const plusExact = (u: ExactVector, a: Exact, v: ExactVector): ExactVector =>
  u.map((ui, i) => simplest(add(toRational(ui), mul(toRational(a), toRational(v[i]!)))));

/** (A Aᵀ)⁻¹ of the matrix with these rows, or undefined when the rows are linearly dependent. */
export const inverseGram = (rows: ExactMatrix): ExactMatrix | undefined =>
  inverse(rows.map((u) => rows.map((v) => dotExact(u, v))));

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
  return work.map((row) => row.slice(n).map(simplest));
}
