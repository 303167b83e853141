import type { Vector } from '../scalar/algebra.ts';
import type { ExactVector } from '../scalar/exact.ts';
import type { Relation } from '../scalar/relation.ts';
import type { ConvexSet } from './index.ts';
import { choices, type Geometry } from './set.ts';

/** {(x⁽¹⁾, x⁽²⁾, …) : x⁽ᵏ⁾ in the k-th factor}. */
export interface Product {
  readonly kind: 'product';
  readonly factors: readonly ConvexSet[];
}

const sumOrUndefined = <S>(sum: (terms: readonly S[]) => S, terms: readonly (S | undefined)[]): S | undefined =>
  terms.every((term) => term !== undefined) ? sum(terms) : undefined;

/** The same relation, with `prefix` before the names of its comparisons. */
const named = <S>(prefix: string, relation: Relation<S>): Relation<S> =>
  'relation' in relation
    ? { ...relation, name: relation.name === undefined ? prefix : `${prefix}: ${relation.name}` }
    : relation.map((part) => named(prefix, part));

/** The geometry of products, block by block, given that of the factors. */
export const productGeometry = (geometry: (set: ConvexSet) => Geometry<ConvexSet>): Geometry<Product> => {
  const dimension = (factor: ConvexSet): number => geometry(factor).dimension(factor);

  /** What `read` makes of each factor and its own coordinates of x. */
  const blocks = <S, T>(
    { factors }: Product,
    x: Vector<S>,
    read: (geometry: Geometry<ConvexSet>, factor: ConvexSet, block: Vector<S>, k: number) => T,
  ): T[] => {
    let start = 0;
    return factors.map((factor, k) => {
      const end = start + dimension(factor);
      const block = x.slice(start, end);
      start = end;
      return read(geometry(factor), factor, block, k);
    });
  };

  return {
    dimension: ({ factors }) => factors.reduce((total, factor) => total + dimension(factor), 0),

    project: (F, set, x) => blocks(set, x, (of, factor, block) => of.project(F, factor, block)).flat(),

    membership: (F, set, x) =>
      blocks(set, x, (of, factor, block, k) => named(`factor ${k + 1}`, of.membership(F, factor, block))),

    squaredDiameter: (F, { factors }) =>
      sumOrUndefined(
        F.sum,
        factors.map((factor) => geometry(factor).squaredDiameter(F, factor)),
      ),

    squaredFarthest: (F, set, x) =>
      sumOrUndefined(
        F.sum,
        blocks(set, x, (of, factor, block) => of.squaredFarthest(F, factor, block)),
      ),

    support: (F, set, w) =>
      sumOrUndefined(
        F.sum,
        blocks(set, w, (of, factor, block) => of.support(F, factor, block)),
      ),

    vertices: ({ factors }) => {
      const lists = factors.map((factor) => geometry(factor).vertices(factor));
      if (!lists.every((list) => list !== undefined)) return undefined;
      return choices<ExactVector>(lists)?.map((points) => points.flat());
    },
  };
};
