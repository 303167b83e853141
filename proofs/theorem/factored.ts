import * as exact from '../../src/scalar/rational.ts';
import { add, constant, mul, type Polynomial, symbol } from '../kernel/polynomial.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';

/** A quotient with what divides both of its sides taken out, and its divisor as far as factors of it are known. */
export interface Factored {
  readonly numerator: Polynomial;
  /** What is left of the divisor, and sums that divide it, with their exponents. */
  readonly rest: Polynomial;
  readonly factors: readonly (readonly [sum: Polynomial, exponent: number])[];
}

/** A term by the exponents of all symbols in view. */
type Row = { readonly exponents: readonly number[]; readonly coefficient: exact.Rational };

const rowsOf = (p: Polynomial, names: readonly string[]): readonly Row[] =>
  [...p.terms.values()].map(({ coefficient, powers }) => {
    const exponent = new Map(powers);
    return { coefficient, exponents: names.map((name) => exponent.get(name) ?? 0) };
  });

const symbolsIn = (p: Polynomial): readonly string[] =>
  [...p.terms.values()].flatMap(({ powers }) => powers.map(([name]) => name));

/** The row with more of the first symbol in which two differ. */
function leading(rows: Iterable<Row>): Row {
  const [first, ...others] = rows;
  return others.reduce((most, row) => {
    const i = row.exponents.findIndex((exponent, k) => exponent !== most.exponents[k]);
    return i >= 0 && row.exponents[i]! > most.exponents[i]! ? row : most;
  }, first!);
}

const polynomialOf = (rows: readonly Row[], names: readonly string[]): Polynomial =>
  rows
    .map(({ coefficient, exponents }) =>
      exponents
        .flatMap((exponent, i) => Array<Polynomial>(exponent).fill(symbol(names[i]!)))
        .reduce(mul, constant(coefficient)),
    )
    .reduce(add, constant(exact.ZERO));

/** p / q; undefined where q does not divide p. Long division: the leading term of what is left falls at every step. */
export function divided(p: Polynomial, q: Polynomial): Polynomial | undefined {
  const names = [...new Set([...symbolsIn(p), ...symbolsIn(q)])];
  const divisor = rowsOf(q, names);
  const by = leading(divisor);
  const left = new Map(rowsOf(p, names).map((row) => [row.exponents.join(), row]));
  const quotient: Row[] = [];
  while (left.size > 0) {
    const first = leading(left.values());
    const exponents = first.exponents.map((exponent, i) => exponent - by.exponents[i]!);
    if (exponents.some((exponent) => exponent < 0)) return undefined;
    const step = { exponents, coefficient: exact.div(first.coefficient, by.coefficient) };
    quotient.push(step);
    for (const row of divisor) {
      const sum = row.exponents.map((exponent, i) => exponent + exponents[i]!);
      const before = left.get(sum.join())?.coefficient ?? exact.ZERO;
      const coefficient = exact.sub(before, exact.mul(step.coefficient, row.coefficient));
      if (exact.signOf(coefficient) === 0) left.delete(sum.join());
      else left.set(sum.join(), { exponents: sum, coefficient });
    }
  }
  return polynomialOf(quotient, names);
}

/**
 * The same value where nothing in `nonzero` is zero. The sums that were divided by on the way to it are the factors that
 * are known: they are looked for, nothing is factored.
 */
export function factored({ numerator, denominator, nonzero }: RationalFunction): Factored {
  let [above, rest] = [numerator, denominator];
  const factors: [Polynomial, number][] = [];
  for (const sum of nonzero.filter(({ terms }) => terms.size > 1)) {
    let exponent = 0;
    for (let less = divided(rest, sum); less !== undefined; less = divided(rest, sum)) {
      rest = less;
      const fewer = divided(above, sum);
      if (fewer === undefined) exponent++;
      else above = fewer;
    }
    if (exponent > 0) factors.push([sum, exponent]);
  }
  return { numerator: above, rest, factors };
}
