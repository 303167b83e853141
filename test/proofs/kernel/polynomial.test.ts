import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  commonPowers,
  constant,
  constantValue,
  divideByPowers,
  equal,
  firstCoefficient,
  isZero,
  mul,
  type Polynomial,
  scale,
  sub,
  symbol,
} from '../../../proofs/kernel/polynomial.ts';
import { evaluatePolynomial } from '../../../proofs/theorem/evaluate.ts';
import * as exact from '../../../src/scalar/rational.ts';
import { type Rational, rational } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { type Expression, point, quotientFree, RUNS, read, smallRational } from './expressions.ts';

const options = { seed: 20231219, numRuns: RUNS };

function expand(e: Expression): Polynomial {
  if (e.kind === 'constant') return constant(e.value);
  if (e.kind === 'symbol') return symbol(e.name);
  const [a, b] = [expand(e.left), expand(e.right)];
  return e.kind === 'add' ? add(a, b) : e.kind === 'sub' ? sub(a, b) : mul(a, b);
}
const polynomial = quotientFree.map(expand);
const same = (a: Rational, b: Rational) => exact.compare(a, b) === 0;
const at = (p: Polynomial, values: ReadonlyMap<string, Rational>) => evaluatePolynomial(rationalReading, p, values);

const zero = constant(exact.ZERO);
const one = constant(exact.ONE);
const [x, y] = [symbol('x'), symbol('y')];

describe('ring laws', () => {
  const law = (name: string, holds: (a: Polynomial, b: Polynomial, c: Polynomial) => boolean) =>
    test(name, () => fc.assert(fc.property(polynomial, polynomial, polynomial, holds), options));

  law('addition commutes', (a, b) => equal(add(a, b), add(b, a)));
  law('addition associates', (a, b, c) => equal(add(add(a, b), c), add(a, add(b, c))));
  law('zero is neutral', (a) => equal(add(a, zero), a));
  law('a − a has no terms', (a) => isZero(sub(a, a)));
  law('multiplication commutes', (a, b) => equal(mul(a, b), mul(b, a)));
  law('multiplication associates', (a, b, c) => equal(mul(mul(a, b), c), mul(a, mul(b, c))));
  law('one is neutral', (a) => equal(mul(a, one), a));
  law('multiplication distributes', (a, b, c) => equal(mul(a, add(b, c)), add(mul(a, b), mul(a, c))));
  law('no zero divisors', (a, b) => isZero(mul(a, b)) === (isZero(a) || isZero(b)));
  law('a − b = a + (−1) b', (a, b) => equal(sub(a, b), add(a, scale(rational(-1n), b))));
});

describe('canonical form', () => {
  test('equal polynomials have the same text, different ones have different texts', () =>
    fc.assert(
      fc.property(polynomial, polynomial, (a, b) => equal(a, b) === (`${a}` === `${b}`)),
      options,
    ));
  test('the text does not depend on the order of the terms', () =>
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, (a, b, c) => `${add(add(a, b), c)}` === `${add(c, add(b, a))}`),
      options,
    ));
  test('no term has a zero coefficient or a zero exponent', () =>
    fc.assert(
      fc.property(polynomial, polynomial, (a, b) =>
        [...sub(mul(a, b), mul(b, b)).terms.values()].every(
          ({ coefficient, powers }) => coefficient.numerator !== 0n && powers.every(([, exponent]) => exponent > 0),
        ),
      ),
      options,
    ));
  test('is written as a person would write it', () => {
    const p = sub(mul(constant(rational(2n)), mul(x, x)), mul(constant(rational(1n, 2n)), mul(x, y)));
    expect(`${p}`).toBe('-1/2*x*y + 2*x^2');
    expect(`${sub(x, y)}`).toBe('x - y');
    expect(`${zero}`).toBe('0');
    expect(`${sub(one, x)}`).toBe('1 - x');
  });
});

describe('evaluation', () => {
  test('expanding and evaluating agrees with evaluating the expression itself', () =>
    fc.assert(
      fc.property(quotientFree, point, (e, values) => same(at(expand(e), values), read(rationalReading, e, values))),
      options,
    ));
  test('a symbol without a value is named', () => {
    expect(() => at(add(x, y), new Map([['x', exact.ONE]]))).toThrow('The symbol y has no value');
  });
  test('different polynomials differ somewhere on a grid larger than their degree', () => {
    const grid = Array.from({ length: 5 }, (_, i) => rational(BigInt(i)));
    const p = mul(mul(x, sub(x, y)), sub(x, one));
    const values = grid.flatMap((a) => grid.map((b) => at(p, new Map([...Object.entries({ x: a, y: b })]))));
    expect(values.some((value) => value.numerator !== 0n)).toBe(true);
    expect(isZero(p)).toBe(false);
  });
});

describe('parts', () => {
  test('dividing by the common powers and multiplying back restores the polynomial', () =>
    fc.assert(
      fc.property(polynomial, fc.nat(3), fc.nat(3), (a, i, j) => {
        let shifted = a;
        for (let k = 0; k < i; k++) shifted = mul(shifted, x);
        for (let k = 0; k < j; k++) shifted = mul(shifted, y);
        const powers = commonPowers(shifted);
        let back = divideByPowers(shifted, powers);
        expect(commonPowers(back)).toEqual([]);
        for (const [name, exponent] of powers) for (let k = 0; k < exponent; k++) back = mul(back, symbol(name));
        return equal(back, shifted) && (isZero(a) || (new Map(powers).get('x') ?? 0) >= i);
      }),
      options,
    ));
  test('the value of a constant, and of nothing else', () => {
    fc.assert(
      fc.property(smallRational, (c) => same(constantValue(constant(c))!, c)),
      options,
    );
    expect(constantValue(x)).toBeUndefined();
    expect(constantValue(add(x, one))).toBeUndefined();
    expect(`${constantValue(sub(x, x))}`).toBe('0');
  });
  test('the first coefficient scales with the polynomial', () => {
    expect(firstCoefficient(zero)).toBeUndefined();
    fc.assert(
      fc.property(
        polynomial,
        (a) =>
          isZero(a) || same(firstCoefficient(scale(rational(3n), a))!, exact.mul(rational(3n), firstCoefficient(a)!)),
      ),
      options,
    );
  });
});

describe('symbols', () => {
  test.each(['', 'x^2', 'x*y', '2x', 'x y', '⟨x⟩', '⟨x,y', 'x,y', '⟨x,⟨y,z⟩⟩'])('"%s" is refused', (name) => {
    expect(() => symbol(name)).toThrow(RangeError);
  });
  test.each(['x', 'eta_1', 'θ', '⟨u,v_2⟩'])('"%s" is accepted', (name) => {
    expect(`${symbol(name)}`).toBe(name);
  });
});
