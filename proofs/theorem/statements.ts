import { type Relation as Comparisons, comparisons } from '../../src/scalar/relation.ts';
import type { Fact } from '../kernel/fact.ts';
import { type RationalFunction, sub } from '../kernel/rational-function.ts';

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

/** left ≤ right. */
export const atMost = (name: string, left: RationalFunction, right: RationalFunction, ...standsFor: string[]): Fact =>
  nonnegative(name, sub(right, left), ...standsFor);

/** left < right. */
export const below = (name: string, left: RationalFunction, right: RationalFunction, ...standsFor: string[]): Fact =>
  positive(name, sub(right, left), ...standsFor);

/** left = right. */
export const same = (name: string, left: RationalFunction, right: RationalFunction, ...standsFor: string[]): Fact =>
  zero(name, sub(left, right), ...standsFor);

/** The comparisons that a text makes, as facts `name 1`, `name 2`, …; just `name` when there is only one. */
export function factsOf(name: string, relation: Comparisons<RationalFunction>, ...standsFor: string[]): Fact[] {
  const make = { '<=': atMost, '<': below, '=': same };
  const all = [...comparisons(relation)];
  return all.map(({ relation: how, left, right }, i) =>
    make[how](all.length === 1 ? name : `${name} ${i + 1}`, left, right, ...standsFor),
  );
}
