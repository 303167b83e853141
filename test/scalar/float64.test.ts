import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Algebra, algebra, Unavailable } from '../../src/scalar/algebra.ts';
import { fromDouble } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { add, compare, mul, type Rational, rational, ZERO } from '../../src/scalar/rational.ts';
import { anyDouble, cases, dyadicDouble } from './exact-numbers.ts';

const { norm } = float64;

const exactSquare = (v: readonly number[]): Rational => v.map(fromDouble).reduce((sum, x) => add(sum, mul(x, x)), ZERO);

/** |computed − ‖v‖| ≤ (d + 4) 2⁻⁵² ‖v‖ + 2⁻¹⁰⁷³: what the roundings of the formula can add up to, checked in squares. */
function accurate(v: readonly number[], computed: number): boolean {
  const unit = rational(BigInt(v.length + 4), 1n << 52n);
  const tiny = rational(1n, 1n << 1073n);
  const square = (x: Rational): Rational => mul(x, x);
  const plus = mul(add(fromDouble(computed), tiny), add(rational(1n), mul(rational(2n), unit)));
  const minus = mul(add(fromDouble(computed), mul(tiny, rational(-1n))), add(rational(1n), mul(rational(-2n), unit)));
  const exact = exactSquare(v);
  const farBelow = minus.numerator > 0n && compare(square(minus), exact) > 0;
  return !farBelow && compare(exact, square(plus)) <= 0;
}

describe('norm', () => {
  test.each([
    ['squares overflow', [3 * 2 ** 800, 4 * 2 ** 800], 5 * 2 ** 800],
    ['squares underflow', [3 * 2 ** -800, 4 * 2 ** -800], 5 * 2 ** -800],
    ['largest', [Number.MAX_VALUE, 0], Number.MAX_VALUE],
    ['subnormal', [3 * Number.MIN_VALUE, 4 * Number.MIN_VALUE], 5 * Number.MIN_VALUE],
    ['one tiny, one huge', [1e-300, -1e300], 1e300],
    ['zero', [0, -0, 0], 0],
    ['empty', [], 0],
    ['really too large', [Number.MAX_VALUE, Number.MAX_VALUE], Number.POSITIVE_INFINITY],
    ['infinite', [1, Number.NEGATIVE_INFINITY], Number.POSITIVE_INFINITY],
    ['not a number', [1, Number.NaN], Number.NaN],
  ])('%s', (_, v, expected) => expect(norm(v)).toBe(expected));

  test('is accurate at every scale, mixed scales included', () => {
    const power = fc.integer({ min: -1074, max: 1020 });
    const scaled = fc.tuple(dyadicDouble, power).map(([x, k]) => x * 2 ** k);
    const nearby = fc
      .tuple(fc.array(dyadicDouble, { minLength: 1, maxLength: 8 }), power)
      .map(([v, k]) => v.map((x) => x * 2 ** k));
    fc.assert(
      fc.property(fc.oneof(nearby, fc.array(scaled, { maxLength: 8 }), fc.array(anyDouble, { maxLength: 8 })), (v) => {
        const computed = norm(v);
        fc.pre(Number.isFinite(computed));
        expect(accurate(v, computed)).toBe(true);
      }),
      cases(1500),
    );
  });

  test('is infinite only beyond the largest double', () => {
    fc.assert(
      fc.property(fc.array(anyDouble, { maxLength: 5 }), (v) => {
        const limit = fromDouble(Number.MAX_VALUE * (1 - 2 ** -40));
        if (norm(v) === Number.POSITIVE_INFINITY) expect(compare(exactSquare(v), mul(limit, limit))).toBe(1);
      }),
      cases(500),
    );
  });

  test('the accuracy check itself rejects a norm that is off by 30 units', () => {
    expect(accurate([3, 4], 5 * (1 + 30 * 2 ** -52))).toBe(false);
    expect(accurate([3, 4], 5 * (1 - 30 * 2 ** -52))).toBe(false);
    expect(accurate([3e-200, 4e-200], 0)).toBe(false);
  });
});

describe('the faster forms are the derived ones', () => {
  const derived: Algebra<number> = algebra<number>(float64);
  const pairs = fc.array(fc.tuple(anyDouble, anyDouble), { maxLength: 6 });

  test('dot, squaredDistance, plus, minus, scale, axpy and abs, bit for bit', () => {
    fc.assert(
      fc.property(anyDouble, pairs, (a, coordinates) => {
        const u = coordinates.map(([x]) => x);
        const v = coordinates.map(([, y]) => y);
        expect(float64.dot(u, v)).toBe(derived.dot(u, v));
        expect(float64.squaredDistance(u, v)).toBe(derived.squaredDistance(u, v));
        expect(float64.plus(u, v)).toEqual(derived.plus(u, v));
        expect(float64.minus(u, v)).toEqual(derived.minus(u, v));
        expect(float64.scale(a, v)).toEqual(derived.scale(a, v));
        expect(float64.axpy(a, u, v)).toEqual(derived.axpy(a, u, v));
        expect(float64.abs(a)).toBe(derived.abs(a));
      }),
      cases(300),
    );
  });

  test.each(['dot', 'squaredDistance', 'plus', 'minus'] as const)(
    '%s refuses vectors of different lengths',
    (operation) => {
      expect(() => float64[operation]([1, 2], [1])).toThrow('Vectors of 2 and 1 coordinates do not go together');
    },
  );
});

test('NaN has no sign, and no range fits in one double', () => {
  expect([-2, -0, 0, 3, Number.NaN].map(float64.sign)).toEqual([-1, 0, 0, 1, undefined]);
  expect(() => float64.between(0, 1)).toThrow(Unavailable);
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY], [rational(10n ** 400n)]])(
  '%s is refused by name',
  (x) => {
    expect(() => float64.of(x)).toThrow(/is not a finite double/);
    expect(() => float64.vector([1, x])).toThrow(RangeError);
  },
);

test('min and max take two numbers, also when reduce passes more', () => {
  expect([3, 1, 2].reduce(float64.max)).toBe(3);
  expect([3, 1, 2].reduce(float64.min)).toBe(1);
  expect(float64.max(Number.NaN, 1)).toBeNaN();
});
