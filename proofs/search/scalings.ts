import type { Fact } from '../kernel/fact.ts';
import type { Polynomial } from '../kernel/polynomial.ts';
import * as polynomial from '../kernel/polynomial.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import * as polynomialParts from '../theorem/polynomial-parts.ts';
import type { Material } from './candidates.ts';
import { parts, products } from './combinations.ts';

/** Whether one polynomial is a constant times another. */
function proportional(a: Polynomial, b: Polynomial): boolean {
  const [p, q] = [polynomialParts.firstCoefficient(a), polynomialParts.firstCoefficient(b)];
  return (
    p !== undefined && q !== undefined && polynomial.equal(polynomialParts.scale(q, a), polynomialParts.scale(p, b))
  );
}

/** The positive facts whose product a denominator is, up to a constant, as far as there are such. */
function clearing({ denominator }: RationalFunction, positive: readonly Fact[]): readonly string[] {
  const whole = positive.find(
    ({ value }) => polynomial.constantValue(value.denominator) && proportional(value.numerator, denominator),
  );
  if (whole !== undefined && polynomial.constantValue(denominator) === undefined) return [whole.name];
  const powers = polynomialParts.commonPowers(denominator);
  const factors = powers.flatMap(([name, exponent]) => Array.from({ length: exponent }, () => polynomial.symbol(name)));
  const rest = polynomialParts.divideByPowers(denominator, powers);
  if (polynomial.constantValue(rest) === undefined) factors.push(rest);
  return factors.flatMap((factor) => {
    const fact = positive.find(
      ({ value }) => polynomial.constantValue(value.denominator) !== undefined && proportional(value.numerator, factor),
    );
    return fact === undefined ? [] : [fact.name];
  });
}

const MOST_SCALED = 4;

/** What the goal may be multiplied by, simplest first: what clears denominators, and up to `more` positive facts. */
export function scalings({ goal, known, hints }: Material, more: number): readonly (readonly string[])[] {
  if (hints.over !== undefined) return [hints.over];
  const positive = known.filter(({ relation }) => relation === '> 0');
  const clears = [...clearing(goal.value, positive)];
  for (const { value } of known)
    for (const name of clearing(value, positive)) if (!clears.includes(name)) clears.push(name);
  const all = new Map<string, readonly string[]>();
  for (const base of parts(clears))
    for (const added of products(positive, more)) {
      const names = [...base, ...added.map(({ name }) => name)];
      const key = names.toSorted().join('\n');
      if (names.length <= MOST_SCALED && !all.has(key)) all.set(key, names);
    }
  return [...all.values()].sort((a, b) => a.length - b.length);
}
