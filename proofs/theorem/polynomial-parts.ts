import { ONE, type Rational } from '../../src/scalar/rational.ts';
import { commonFactor, constant, isZero, mul, over, type Polynomial, type Powers } from '../kernel/polynomial.ts';

/** c p. */
export const scale = (c: Rational, p: Polynomial): Polynomial => mul(p, constant(c));

/** A coefficient, of proportional polynomials the same one; undefined for 0. */
export const firstCoefficient = (p: Polynomial): Rational | undefined =>
  isZero(p) ? undefined : commonFactor(p).coefficient;

/** The largest product of symbols that divides a polynomial that is not 0. */
export const commonPowers = (p: Polynomial): Powers => commonFactor(p).powers;

/** p divided by a product of symbols that divides each of its terms. */
export const divideByPowers = (p: Polynomial, powers: Powers): Polynomial => over(p, { coefficient: ONE, powers });
