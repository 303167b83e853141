/** A statement about two scalars: left ≤ right, left < right or left = right. */
export interface Comparison<S> {
  readonly relation: '<=' | '<' | '=';
  readonly left: S;
  readonly right: S;
  /** What is compared, for the reader of a failure: `coordinate 3`, `step 2`. */
  readonly name?: string;
  /** How far from equality, and how far it could be: where the right side is no size, as in 0 ≤ u · v. For statistics. */
  readonly slack?: readonly [seen: S, largest: S];
}

/** A conjunction of comparisons; a single comparison is a conjunction of one. */
export type Relation<S> = Comparison<S> | readonly Relation<S>[];

const comparison =
  (relation: Comparison<never>['relation']) =>
  <S>(left: S, right: S, name?: string): Comparison<S> =>
    name === undefined ? { relation, left, right } : { relation, left, right, name };

/** left ≤ right. */
export const atMost = comparison('<=');
/** left < right. */
export const below = comparison('<');
/** left = right. */
export const equal = comparison('=');

/** Coordinate by coordinate equality of two vectors. */
export const equalVectors = <S>(left: readonly S[], right: readonly S[], name = 'coordinate'): Relation<S> => {
  if (left.length !== right.length) {
    throw new RangeError(`${left.length} coordinates cannot equal ${right.length}; give vectors of one length.`);
  }
  return left.map((x, i) => equal(x, right[i]!, `${name} ${i + 1}`));
};

/** The comparisons of a relation, in order. */
export function* comparisons<S>(relation: Relation<S>): Generator<Comparison<S>> {
  if ('relation' in relation) yield relation;
  else for (const part of relation) yield* comparisons(part);
}
