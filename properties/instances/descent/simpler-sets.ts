import { type ConvexSet, dimension } from '../../../src/convex/index.ts';
import { withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import type { ModelSet } from '../../model.ts';

/** The set in the other coordinates, for sets whose data says how. */
export function setWithoutCoordinate<T extends ModelSet>(set: T, i: number): ModelSet | undefined {
  switch (set.kind) {
    case 'space':
      return { ...set, dimension: set.dimension - 1 };
    case 'finite':
      return { ...set, points: set.points.map((point) => withoutEntry(point, i)) };
    case 'box':
      return { ...set, lower: withoutEntry(set.lower, i), upper: withoutEntry(set.upper, i) };
    case 'ball':
    case 'l1-ball':
      return { ...set, center: withoutEntry(set.center, i) };
    case 'segment':
      return { ...set, from: withoutEntry(set.from, i), to: withoutEntry(set.to, i) };
    case 'halfspace':
    case 'hyperplane':
      return { ...set, normal: withoutEntry(set.normal, i) };
    case 'affine':
      return { ...set, rows: set.rows.map((row) => withoutEntry(row, i)) };
    case 'polytope':
      return { ...set, normals: set.normals.map((normal) => withoutEntry(normal, i)) };
    case 'simplex':
      return { ...set, dimension: set.dimension - 1 };
    case 'product':
      return productWithoutCoordinate(set.factors, i);
    case 'max-norm-line':
    case 'max-norm-segment':
      return undefined;
  }
}

/** The product without a coordinate of one of its factors; without the factor where that was its only one. */
function productWithoutCoordinate(factors: readonly ConvexSet[], i: number): ModelSet | undefined {
  let start = 0;
  const k = factors.findIndex((factor) => {
    start += dimension(factor);
    return i < start;
  });
  const factor = factors[k]!;
  const size = dimension(factor);
  const smaller = size === 1 ? undefined : setWithoutCoordinate(factor, i - (start - size));
  if (size > 1 && smaller === undefined) return undefined;
  const rest = smaller === undefined ? withoutEntry(factors, k) : withEntry(factors, k, smaller as ConvexSet);
  return rest.length === 1 ? rest[0] : { kind: 'product', factors: rest };
}

/** The set with one condition, row or point fewer; the only factor of a product. */
export function withoutCondition(set: ModelSet): readonly ModelSet[] {
  switch (set.kind) {
    case 'polytope':
      return eachIndex(set.normals, (i) => ({
        ...set,
        normals: withoutEntry(set.normals, i),
        offsets: withoutEntry(set.offsets, i),
      }));
    case 'affine':
      return eachIndex(set.rows, (i) => ({
        ...set,
        rows: withoutEntry(set.rows, i),
        offsets: withoutEntry(set.offsets, i),
      }));
    case 'finite':
      return eachIndex(set.points, (i) => ({ ...set, points: withoutEntry(set.points, i) }));
    case 'product':
      return set.factors.length === 1 ? set.factors : [];
    default:
      return [];
  }
}

const eachIndex = (list: readonly unknown[], make: (i: number) => ModelSet): readonly ModelSet[] =>
  list.length === 1 ? [] : list.map((_, i) => make(i));

/** The smallest box around two points, for sets that take more words than a box. */
export function boxInstead({ kind }: ModelSet, a: ExactVector, b: ExactVector): ModelSet | undefined {
  if (kind !== 'polytope' && kind !== 'product' && kind !== 'affine') return undefined;
  const smaller = (x: Exact, y: Exact): Exact => (atMostExact(x, y) ? x : y);
  const larger = (x: Exact, y: Exact): Exact => (atMostExact(x, y) ? y : x);
  return { kind: 'box', lower: a.map((x, i) => smaller(x, b[i]!)), upper: a.map((x, i) => larger(x, b[i]!)) };
}
