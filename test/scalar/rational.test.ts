import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  bitLength,
  compare,
  div,
  dyadic,
  exactSquareRoot,
  gcd,
  integerSquareRoot,
  mul,
  neg,
  ONE,
  Rational,
  rational,
  rationalSquareRoot,
  reduce,
  signOf,
  sub,
  trailingZeros,
  ZERO,
} from '../../src/scalar/rational.ts';
import { anyRational, cases, smallFraction } from './exact-numbers.ts';

/** Equality by cross-multiplication, with none of the code under test. */
const same = (a: Rational, b: Rational): boolean => a.numerator * b.denominator === b.numerator * a.denominator;
const valid = ({ denominator }: Rational): boolean => denominator > 0n;
const q = anyRational;
const nonzero = q.filter((x) => x.numerator !== 0n);

const holds = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  claim: (...values: T) => boolean,
): void => fc.assert(fc.property(...arbitraries, claim), cases(400));

describe('the operations are those of fractions', () => {
  test('a/b + c/d = (ad + cb)/bd', () =>
    holds([q, q], (a, b) => {
      const naive = new Rational(
        a.numerator * b.denominator + b.numerator * a.denominator,
        a.denominator * b.denominator,
      );
      return same(add(a, b), naive) && valid(add(a, b)) && same(add(a, neg(a)), ZERO);
    }));

  test('a/b − c/d = (ad − cb)/bd', () =>
    holds([q, q], (a, b) => {
      const naive = new Rational(
        a.numerator * b.denominator - b.numerator * a.denominator,
        a.denominator * b.denominator,
      );
      return same(sub(a, b), naive) && valid(sub(a, b));
    }));

  test('a/b · c/d = ac/bd', () =>
    holds([q, q], (a, b) => {
      const naive = new Rational(a.numerator * b.numerator, a.denominator * b.denominator);
      return same(mul(a, b), naive) && valid(mul(a, b));
    }));

  test('division undoes multiplication', () =>
    holds([q, nonzero], (a, b) => same(mul(div(a, b), b), a) && same(div(mul(a, b), b), a) && valid(div(a, b))));
});

describe('field laws', () => {
  test('addition is commutative and associative', () =>
    holds([q, q, q], (a, b, c) => same(add(a, b), add(b, a)) && same(add(add(a, b), c), add(a, add(b, c)))));
  test('multiplication is commutative and associative', () =>
    holds([q, q, q], (a, b, c) => same(mul(a, b), mul(b, a)) && same(mul(mul(a, b), c), mul(a, mul(b, c)))));
  test('multiplication distributes', () =>
    holds([q, q, q], (a, b, c) => same(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))));
  test('0, 1, −a and 1/a', () =>
    holds([nonzero], (a) => same(add(a, ZERO), a) && same(mul(a, ONE), a) && same(mul(a, div(ONE, a)), ONE)));
});

describe('order laws', () => {
  test('a total order: antisymmetric, transitive, decided by the sign of the difference', () =>
    holds([q, q, q], (a, b, c) => {
      const [x, y, z] = [a, b, c].sort(compare) as [Rational, Rational, Rational];
      return (
        compare(a, b) === signOf(sub(a, b)) &&
        compare(a, b) + compare(b, a) === 0 &&
        compare(x, y) <= 0 &&
        compare(y, z) <= 0 &&
        compare(x, z) <= 0 &&
        (compare(a, b) === 0) === same(a, b)
      );
    }));
  test('addition keeps the order, and so does a positive factor', () =>
    holds([q, q, q], (a, b, c) => {
      const order = compare(a, b);
      return compare(add(a, c), add(b, c)) === order && compare(mul(a, c), mul(b, c)) === order * signOf(c);
    }));
  test('values that differ only in how they are written are equal', () =>
    holds([q, fc.bigInt({ min: 1n, max: 1n << 200n })], (a, c) => {
      const other = new Rational(a.numerator * c, a.denominator * c);
      return compare(a, other) === 0 && `${a}` === `${other}` && signOf(sub(a, other)) === 0;
    }));
});

describe('lowest terms', () => {
  test('reduce keeps the value and leaves no common factor', () =>
    holds([q], (a) => {
      const { numerator, denominator } = reduce(a);
      return same(a, reduce(a)) && gcd(numerator, denominator) === 1n;
    }));
  test('the exponent says whether the denominator is a power of two', () =>
    holds([q], (a) =>
      a.exponent >= 0
        ? a.denominator === 1n << BigInt(a.exponent)
        : a.exponent === -1 && !/^10*$/.test(a.denominator.toString(2)),
    ));
  test('dyadic builds n / 2ᵏ in lowest terms', () =>
    holds([fc.bigInt(), fc.integer({ min: 0, max: 5000 })], (n, k) => {
      const x = dyadic(n, k);
      return same(x, new Rational(n, 1n << BigInt(k))) && gcd(x.numerator, x.denominator) === 1n;
    }));
  test('text', () => {
    expect([rational(6n, -14n), rational(0n, 5n), new Rational(4n, 2n), rational(-3n)].map(String)).toEqual([
      '-3/7',
      '0',
      '2',
      '-3',
    ]);
  });
  test.each([
    ['dyadic', rational(1n, 2n), rational(2n)],
    ['other', rational(3n, 7n), rational(7n, 3n)],
  ])('long products of %s factors that cancel do not grow without end', (_, down, up) => {
    let x = down;
    for (let i = 0; i < 3000; i++) x = mul(mul(x, down), up);
    expect(same(x, down)).toBe(true);
    expect(bitLength(x.denominator)).toBeLessThan(600);
  });
});

describe('square roots', () => {
  const natural = fc.oneof(fc.bigInt({ min: 0n, max: 1n << 110n }), fc.bigInt({ min: 0n, max: 1n << 3000n }));
  test('r² ≤ n < (r + 1)², also next to squares', () =>
    holds([natural, fc.constantFrom(-1n, 0n, 1n)], (m, offset) =>
      [m, m * m + offset].every((n) => {
        if (n < 0n) return true;
        const r = integerSquareRoot(n);
        return r >= 0n && r * r <= n && n < (r + 1n) * (r + 1n);
      }),
    ));
  test('exactSquareRoot finds squares and nothing else', () =>
    holds([natural], (m) => exactSquareRoot(m * m) === m && exactSquareRoot(m * m + 2n) === undefined));
  test('rationalSquareRoot undoes squaring', () =>
    holds([q], (a) => {
      const root = rationalSquareRoot(mul(a, a));
      return root !== undefined && signOf(root) >= 0 && same(mul(root, root), mul(a, a));
    }));
  test('no rational squares to a nonzero square times 2, 3 or 1/5', () =>
    holds([smallFraction.filter((x) => x.numerator !== 0n)], (a) =>
      [rational(2n), rational(3n), rational(1n, 5n)].every((n) => rationalSquareRoot(mul(n, mul(a, a))) === undefined),
    ));
});

test('binary digits and trailing zeros', () =>
  holds([fc.bigInt({ min: 1n, max: 1n << 300n }), fc.integer({ min: 0, max: 200 })], (n, k) => {
    const shifted = n << BigInt(k);
    const zeros = /0*$/.exec(shifted.toString(2))![0].length;
    return (
      bitLength(shifted) === shifted.toString(2).length &&
      trailingZeros(shifted) === zeros &&
      trailingZeros(-shifted) === zeros
    );
  }));

test('errors name the value', () => {
  expect(() => rational(3n, 0n)).toThrow('The fraction 3/0 has no value');
  expect(() => div(ONE, ZERO)).toThrow('Division by zero');
  expect(() => rationalSquareRoot(rational(-1n, 2n))).toThrow('The square root of -1/2 is not real');
  expect(() => integerSquareRoot(-4n)).toThrow('The square root of -4 is not real');
});
