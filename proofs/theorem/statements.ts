import { type Relation as Comparisons, comparisons } from '../../src/scalar/relation.ts';
import type { Fact } from '../kernel/fact.ts';
import { type RationalFunction, sub } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace } from '../kernel/symbolic.ts';

/** Two numbers or two vectors. */
export type Sides = readonly [RationalFunction, RationalFunction] | readonly [FormalVector, FormalVector];

/** A fact that remembers what it compares, left and right, for readers; what counts is its value. */
export interface Comparison extends Fact {
  readonly sides: Sides;
}

export const isComparison = (fact: Fact): fact is Comparison => 'sides' in fact;

const fact =
  (relation: Fact['relation']) =>
  (name: string, value: RationalFunction, ...standsFor: readonly string[]): Fact =>
    standsFor.length === 0 ? { name, relation, value } : { name, relation, value, standsFor };

/** value ≥ 0. */
export const nonnegative = fact('>= 0');
/** value > 0. */
export const positive = fact('> 0');
/** value = 0. */
export const zero = fact('= 0');

const comparison =
  (relation: Fact['relation'], difference: (left: RationalFunction, right: RationalFunction) => RationalFunction) =>
  (name: string, left: RationalFunction, right: RationalFunction, ...standsFor: readonly string[]): Comparison => ({
    ...fact(relation)(name, difference(left, right), ...standsFor),
    sides: [left, right],
  });
const excess = (left: RationalFunction, right: RationalFunction): RationalFunction => sub(right, left);

/** left ≤ right. */
export const atMost = comparison('>= 0', excess);
/** left < right. */
export const below = comparison('> 0', excess);
/** left = right. */
export const same = comparison('= 0', sub);

/** u = v. */
export function sameVector(name: string, u: FormalVector, v: FormalVector): Comparison {
  const { minus, squaredNorm } = formalSpace;
  return { ...zero(name, squaredNorm(minus(u, v))), sides: [u, v] };
}

/** The comparisons that a text makes, as facts `name 1`, `name 2`, …; just `name` when there is only one. */
export function factsOf(name: string, relation: Comparisons<RationalFunction>, ...standsFor: string[]): Fact[] {
  const make = { '<=': atMost, '<': below, '=': same };
  const all = [...comparisons(relation)];
  return all.map(({ relation: how, left, right }, i) =>
    make[how](all.length === 1 ? name : `${name} ${i + 1}`, left, right, ...standsFor),
  );
}
