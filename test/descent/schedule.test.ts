import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  constantRate,
  decayingRate,
  horizonRate,
  rate,
  rateSequence,
  type Schedule,
} from '../../src/descent/schedule.ts';
import { type Exact, fromDouble, ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import { fullDouble, positiveRational, refusal, runs } from './support.ts';

const exactly = (schedule: Schedule, t: number): string => rate(Q, schedule, t).toString();
const inSurds = (schedule: Schedule, t: number): string => String(rate(surd(), schedule, t));

describe('rates', () => {
  test('constant: the same at every step', () => {
    const schedule = constantRate(ratio(1, 3));
    expect([1, 2, 1000].map((t) => exactly(schedule, t))).toEqual(['1/3', '1/3', '1/3']);
    expect(rate(float64, schedule, 5)).toBe(1 / 3);
  });

  test('horizon: D / (G √T) at every step', () => {
    expect(exactly(horizonRate(3, 2, 4), 1)).toBe('3/4');
    expect([1, 7, 9].map((t) => exactly(horizonRate(ratio(1, 2), 5, 9), t))).toEqual(['1/30', '1/30', '1/30']);
    expect(inSurds(horizonRate(3, 2, 2), 1)).toBe(
      String(surd().mul(surd().of(ratio(3, 4)), surd().sqrt(surd().of(2)))),
    );
    expect(rate(float64, horizonRate(3, 2, 4), 1)).toBe(0.75);
  });

  test('decay: alpha / √t from t = 1 on', () => {
    const schedule = decayingRate(6);
    expect([1, 4, 9, 16, 25].map((t) => exactly(schedule, t))).toEqual(['6', '3', '2', '3/2', '6/5']);
    expect(inSurds(schedule, 2)).toBe(String(surd().mul(surd().of(3), surd().sqrt(surd().of(2)))));
    expect([1, 4, 16].map((t) => rate(float64, schedule, t))).toEqual([6, 3, 1.5]);
  });

  test('sequence: the t-th of them, counted from 1', () => {
    const schedule = rateSequence([ratio(1, 2), ratio(1, 3), 2]);
    expect([1, 2, 3].map((t) => exactly(schedule, t))).toEqual(['1/2', '1/3', '2']);
    expect([1, 2, 3].map((t) => rate(float64, schedule, t))).toEqual([0.5, 1 / 3, 2]);
  });

  test.each([4, 1000])('there is no step %s in a sequence of three', (t) => {
    expect(refusal(() => rate(Q, rateSequence([1, 2, 3]), t))).toBe(
      `RangeError: There is no rate for step ${t}; the sequence has 3.`,
    );
  });
});

const steps = fc.integer({ min: 1, max: 200 });

test('the square of a horizon rate times G² T is D²', () => {
  fc.assert(
    fc.property(positiveRational, positiveRational, steps, steps, (D, G, T, t) => {
      const { mul, of, sign, square, sub } = surd();
      const eta = rate(surd(), horizonRate(D, G, T), t);
      expect(sign(eta)).toBe(1);
      expect(sign(sub(mul(mul(square(eta), square(of(G))), of(T)), square(of(D))))).toBe(0);
    }),
    runs(100),
  );
});

test('the square of a decaying rate times t is alpha²', () => {
  fc.assert(
    fc.property(positiveRational, steps, (alpha, t) => {
      const { mul, of, sign, square, sub } = surd();
      const eta = rate(surd(), decayingRate(alpha), t);
      expect(sign(eta)).toBe(1);
      expect(sign(sub(mul(square(eta), of(t)), square(of(alpha))))).toBe(0);
    }),
    runs(100),
  );
});

test('in doubles every kind is within 2 ulps of the exact rate', () => {
  const positiveDouble = fullDouble.filter((x) => x !== 0).map(Math.abs);
  const schedule = fc.oneof(
    positiveDouble.map(constantRate),
    fc.tuple(positiveDouble, positiveDouble, steps).map(([D, G, T]) => horizonRate(D, G, T)),
    positiveDouble.map(decayingRate),
    fc.array(positiveDouble, { minLength: 200, maxLength: 200 }).map(rateSequence),
  );
  fc.assert(
    fc.property(schedule, steps, (each, t) => {
      const { abs, compare, mul, of, sub } = surd();
      const exact = rate(surd(), each, t);
      const error = abs(sub(of(rate(float64, each, t)), exact));
      expect(compare(error, mul(of(2 * 2 ** -52), exact))).toBeLessThanOrEqual(0);
    }),
    runs(150),
  );
});

describe('refusals', () => {
  const bad: readonly (readonly [Exact, string])[] = [
    [0, '0; give a positive number.'],
    [-0, '0; give a positive number.'],
    [-1.5, '-1.5; give a positive number.'],
    [rational(-1n, 3n), '-1/3; give a positive number.'],
    [Number.NaN, 'NaN; give a finite number.'],
    [Number.POSITIVE_INFINITY, 'Infinity; give a finite number.'],
    [Number.NEGATIVE_INFINITY, '-Infinity; give a finite number.'],
  ];

  test.each(bad)('a rate or length of %s', (x, complaint) => {
    expect(refusal(() => constantRate(x))).toBe(`RangeError: rate is ${complaint}`);
    expect(refusal(() => decayingRate(x))).toBe(`RangeError: alpha is ${complaint}`);
    expect(refusal(() => horizonRate(x, 1, 1))).toBe(`RangeError: diameter is ${complaint}`);
    expect(refusal(() => horizonRate(1, x, 1))).toBe(`RangeError: gradientBound is ${complaint}`);
    expect(refusal(() => rateSequence([1, x]))).toBe(`RangeError: rates[1] is ${complaint}`);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('a horizon of %s', (T) => {
    expect(refusal(() => horizonRate(1, 1, T))).toBe(
      `RangeError: horizon is ${T}; give the number of steps, at least 1.`,
    );
  });

  test('an empty sequence', () => {
    expect(refusal(() => rateSequence([]))).toBe('RangeError: rates is empty; give at least one rate.');
  });

  test('the smallest positive double and fraction are rates', () => {
    expect(exactly(constantRate(Number.MIN_VALUE), 1)).toBe(fromDouble(Number.MIN_VALUE).toString());
    expect(exactly(constantRate(rational(1n, 1n << 2000n)), 1)).toBe(toRational(rational(1n, 1n << 2000n)).toString());
  });
});

test.each([[0], [-1], [1.5], [Number.NaN]])('there is no step %s', (t) => {
  expect(() => rate(float64, decayingRate(1), t)).toThrow(`t is ${t}; give the number of a step, at least 1.`);
});
