import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, fromDouble, ratio, sameExact, showExact, toDouble, toRational } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { Rational, rational } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import { anyDouble, anyRational, cases } from './exact-numbers.ts';

const MAX = Number.MAX_VALUE;
const TINY = Number.MIN_VALUE;
const edges = [
  0,
  -0,
  1,
  -1,
  0.1,
  TINY,
  -TINY,
  3 * TINY,
  2 ** -1022,
  2 ** -1022 - TINY,
  2 ** 53,
  2 ** 53 + 2,
  MAX,
  -MAX,
];

describe('doubles are taken at their exact value', () => {
  test('fromDouble agrees with the binary expansion that JavaScript prints', () => {
    const expected = (x: number): Rational => {
      const [, sign, whole, digits = ''] = /^(-?)([01]+)\.?([01]*)$/.exec(x.toString(2))!;
      const n = BigInt(`0b${whole}${digits}`);
      return rational(sign === '-' ? -n : n, 1n << BigInt(digits.length));
    };
    const check = (x: number): void => {
      expect(`${fromDouble(x)}`).toBe(`${expected(x)}`);
    };
    edges.forEach(check);
    fc.assert(fc.property(anyDouble, check), cases(500));
  });

  test('toDouble undoes fromDouble on every class of doubles', () => {
    const check = (x: number): void => {
      expect(toDouble(fromDouble(x))).toBe(x === 0 ? 0 : x);
    };
    edges.forEach(check);
    fc.assert(fc.property(anyDouble, check), cases(2000));
  });

  test('−0 is zero', () => {
    expect(`${fromDouble(-0)}`).toBe('0');
    expect(showExact(-0)).toBe('0');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%s is refused by name', (x) => {
    const readers: readonly ((x: Exact) => unknown)[] = [
      toRational,
      filter.of,
      rationalReading.of,
      surd().of,
      (y) => fromDouble(y as number),
    ];
    for (const read of readers) expect(() => read(x)).toThrow(`${x} is not a real number; give finite doubles only.`);
  });
});

const view = new DataView(new ArrayBuffer(8));

/** The next double away from zero, by its bits. */
function outward(x: number): number {
  view.setFloat64(0, Math.abs(x));
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}

/** Rounding behaves as if the doubles went on: infinity stands for 2¹⁰²⁴. */
const position = (x: number): Rational => (x === Number.POSITIVE_INFINITY ? rational(1n << 1024n) : fromDouble(x));

const isEven = (x: number): boolean => {
  view.setFloat64(0, x);
  return (view.getUint32(4) & 1) === 0;
};

/** The point a fraction t of the way from one double to the next. */
function between(inner: number, t: Rational): Rational {
  const a = position(inner);
  const b = position(outward(inner));
  return new Rational(
    a.numerator * b.denominator * (t.denominator - t.numerator) + b.numerator * a.denominator * t.numerator,
    a.denominator * b.denominator * t.denominator,
  );
}

describe('toDouble rounds correctly', () => {
  // A double, and a place between it and the next one, as a fraction of the gap.
  const place = fc.oneof(
    fc.constantFrom(rational(0n), rational(1n, 2n), rational(1n, 3n), rational(2n, 3n)),
    fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom(-1n, 1n))
      .map(([k, sign]) => rational((1n << BigInt(k)) + sign, 2n << BigInt(k))),
    fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constant(10n ** 30n + 57n)).map(([p, q]) => rational(p, q)),
  );
  const inner = fc.oneof(
    anyDouble.map(Math.abs),
    fc.constantFrom(...edges.map(Math.abs)),
    fc.integer({ min: 0, max: 20 }).map((n) => n * TINY),
    fc.integer({ min: 0, max: 2 ** 20 }).map((n) => MAX - n * 2 ** 971),
  );

  test('in every gap between doubles: ties to even, subnormals, the edge of overflow', () => {
    fc.assert(
      fc.property(inner, place, fc.boolean(), (d, t, negative) => {
        const x = between(d, t);
        // Before the midpoint the one, after it the other, on it the even one.
        const side = Math.sign(Number(2n * t.numerator - t.denominator));
        const expected = side < 0 || (side === 0 && isEven(d)) ? d : outward(d);
        const rounded = toDouble(negative ? new Rational(-x.numerator, x.denominator) : x);
        expect(Math.abs(rounded)).toBe(expected);
        if (expected !== 0) expect(Math.sign(rounded)).toBe(negative ? -1 : 1);
      }),
      cases(3000),
    );
  });

  test('as decimal.js at 1200 digits and the decimal parser do', () => {
    const Exactly = Decimal.clone({ precision: 1200, minE: -9e15, maxE: 9e15 });
    fc.assert(
      fc.property(anyRational, (x) => {
        const quotient = new Exactly(`${x.numerator}`).div(`${x.denominator}`);
        expect(toDouble(x)).toBe(Number(quotient.toString()) + 0);
      }),
      cases(300),
    );
  });

  test.each([
    ['half the smallest double is a tie, to zero', rational(1n, 1n << 1075n), 0],
    ['anything more rounds up', rational((1n << 60n) + 1n, 1n << 1135n), TINY],
    ['three halves of it is a tie, to two', rational(3n, 1n << 1075n), 2 * TINY],
    ['far below', rational(1n, 10n ** 400n), 0],
    ['the tie above the largest double overflows', rational((1n << 1024n) - (1n << 970n)), Number.POSITIVE_INFINITY],
    ['anything less does not', rational((1n << 1024n) - (1n << 970n) - 1n), MAX],
    ['far above', rational(10n ** 400n), Number.POSITIVE_INFINITY],
    ['far below zero', rational(-(10n ** 400n), 3n), Number.NEGATIVE_INFINITY],
    ['2⁵³ + 1 is a tie', rational((1n << 53n) + 1n), 2 ** 53],
  ])('%s', (_, x, expected) => expect(toDouble(x)).toBe(expected));
});

describe('fractions of safe integers', () => {
  test('ratio is the quotient, as a plain number when it is one', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (p, q) => {
        fc.pre(q !== 0);
        const x = ratio(p, q);
        expect(sameExact(x, new Rational(BigInt(q < 0 ? -p : p), BigInt(Math.abs(q))))).toBe(true);
        if (typeof x !== 'number') expect(/^10*$/.test(x.denominator.toString(2))).toBe(false);
      }),
      cases(500),
    ));

  test('examples and errors', () => {
    expect([ratio(3, 4), ratio(-6, 3), ratio(0, 7)]).toEqual([0.75, -2, 0]);
    expect(`${ratio(2, -6)}`).toBe('-1/3');
    expect(() => ratio(0.5, 3)).toThrow('p = 0.5 is not a safe integer');
    expect(() => ratio(1, 2 ** 53)).toThrow('q = 9007199254740992 is not a safe integer');
    expect(() => ratio(1, 0)).toThrow('The fraction 1/0 has no value');
  });
});

test('sameExact compares values, not how they are written', () => {
  expect(sameExact(0.5, new Rational(2n, 4n))).toBe(true);
  expect(sameExact(0, -0)).toBe(true);
  expect(sameExact(0.1, rational(1n, 10n))).toBe(false);
  expect([showExact(0.1), showExact(rational(-2n, 8n))]).toEqual(['0.1', '-1/4']);
});
