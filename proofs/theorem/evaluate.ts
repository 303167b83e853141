import type { Scalars } from '../../src/scalar/algebra.ts';
import type { Polynomial } from '../kernel/polynomial.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';

/**
 * The value of a polynomial where each symbol has the value given to it, in any reading of the scalar algebra:
 * over fractions this is evaluation, over symbols it is substitution. No proof rests on it.
 * @throws RangeError naming a symbol that was given no value.
 */
export function evaluatePolynomial<S>(F: Scalars<S>, p: Polynomial, values: ReadonlyMap<string, S>): S {
  const lookUp = (name: string): S => {
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`The symbol ${name} has no value; give one.`);
    return value;
  };
  const terms = [...p.terms.values()].map(({ coefficient, powers }) => {
    let product = F.of(coefficient);
    for (const [name, exponent] of powers) for (let i = 0; i < exponent; i++) product = F.mul(product, lookUp(name));
    return product;
  });
  return F.sum(terms);
}

/** The value of a rational function; as {@link evaluatePolynomial}, and dividing by zero as the reading does. */
export const evaluate = <S>(F: Scalars<S>, f: RationalFunction, values: ReadonlyMap<string, S>): S =>
  F.div(evaluatePolynomial(F, f.numerator, values), evaluatePolynomial(F, f.denominator, values));
