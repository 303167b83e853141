import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as polynomial from '../../../proofs/kernel/polynomial.ts';
import { equal, fromPolynomial, mul, type RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { scalar, symbolicReading } from '../../../proofs/kernel/symbolic.ts';
import { commonFactor, exactQuotient, Factors, times } from '../../../proofs/search/fractions.ts';
import { expression, NAMES, quotientFree, RUNS, read } from '../kernel/expressions.ts';

const symbols = new Map(NAMES.map((name) => [name, scalar(name)]));
const numerator = quotientFree.map((e) => read(symbolicReading, e, symbols).numerator);
const rationalFunction = expression.map((e): RationalFunction => {
  try {
    return read(symbolicReading, e, symbols);
  } catch (error) {
    if (error instanceof RangeError) return symbolicReading.one;
    throw error;
  }
});
const options = { numRuns: RUNS, seed: 9902 };

describe('exact division', () => {
  test('takes a factor out of a product', () => {
    fc.assert(
      fc.property(numerator, numerator, (a, b) => {
        fc.pre(!polynomial.isZero(b));
        expect(polynomial.equal(exactQuotient(polynomial.mul(a, b), b)!, a)).toBe(true);
      }),
      options,
    );
  });
  test('gives a polynomial that multiplies back, or nothing', () => {
    fc.assert(
      fc.property(numerator, numerator, (a, b) => {
        const found = exactQuotient(a, b);
        if (found !== undefined) expect(polynomial.equal(polynomial.mul(found, b), a)).toBe(true);
      }),
      options,
    );
    const [x, y] = [polynomial.symbol('x'), polynomial.symbol('y')];
    expect(exactQuotient(x, y)).toBeUndefined();
    expect(exactQuotient(polynomial.add(x, y), x)).toBeUndefined();
  });
});

describe('fractions', () => {
  test('become polynomials in the same proportion over a common factor', () => {
    fc.assert(
      fc.property(rationalFunction, rationalFunction, (a, b) => {
        const factors = new Factors([a, b]);
        const fractions = [factors.fraction(a), factors.fraction(b), times(factors.fraction(a), factors.fraction(b))];
        const common = commonFactor(fractions);
        const [p, q, r] = fractions.map((each) => fromPolynomial(factors.over(common, each)));
        expect(equal(mul(a, q!), mul(b, p!))).toBe(true);
        expect(equal(mul(mul(a, b), p!), mul(a, r!))).toBe(true);
      }),
      { ...options, numRuns: RUNS / 4 },
    );
  });
  test('cancel factors that are in both parts', () => {
    const [x, y] = [scalar('x'), scalar('y')];
    const { add, div } = symbolicReading;
    const [inverse, sum] = [div(x, add(x, y)), add(x, y)];
    const factors = new Factors([inverse]);
    const { rest, exponents } = times(factors.fraction(inverse), factors.fraction(sum));
    expect(`${rest}`).toBe('1');
    expect([...exponents].filter(([, exponent]) => exponent !== 0)).toEqual([['x', 1]]);
  });
});
