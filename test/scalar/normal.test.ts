import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Unavailable, Undecided } from '../../src/scalar/algebra.ts';
import { type Filtered, filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { type Interval, interval } from '../../src/scalar/interval.ts';
import { normalDensity, normalDistribution } from '../../src/scalar/normal.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import { runs } from './containment.ts';
import { exactText, type NormalOracle, normalOracle } from './normal-oracle.ts';

let oracle: NormalOracle;
beforeAll(async () => {
  oracle = await normalOracle();
});

const uniform = (min: number, max: number): fc.Arbitrary<number> =>
  fc.maxSafeNat().map((n) => min + (max - min) * (n / 2 ** 53));
const signed = (size: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.tuple(size, fc.constantFrom(1, -1)).map(([x, side]) => x * side);

/** Where the readings go over from the series to the continued fraction. */
const SEAMS = [19, 43, 83].map((digits) => Math.sqrt(digits) / 2);
/** Both formulas, the seams between them, zero and its neighborhood, and the far tails. */
const points: fc.Arbitrary<number> = fc.oneof(
  uniform(-3, 3),
  uniform(-38, 10),
  fc.integer({ min: -320, max: 320 }).map((n) => n / 32),
  signed(fc.tuple(fc.constantFrom(...SEAMS), uniform(-1e-14, 1e-14)).map(([x, step]) => x + step)),
  signed(fc.tuple(uniform(1, 2), fc.integer({ min: -60, max: 2 })).map(([m, e]) => m * 2 ** e)),
);

const within = (x: number, a: Filtered): boolean => oracle.contains(x, exactText(lowerEnd(a)), exactText(upperEnd(a)));
const withinDecimals = (x: number, { lo, hi }: Interval): boolean => oracle.contains(x, lo.toString(), hi.toString());

describe('Φ', () => {
  test('in the filter holds what MPFR says', () => {
    fc.assert(
      fc.property(points, (x) => {
        expect(within(x, normalDistribution(filter, x))).toBe(true);
      }),
      { seed: 1, numRuns: runs(500, 50_000), examples: [[0], [-38.4], [38.4], [-2], [2], [-40], [-1e9], [1e9]] },
    );
  });

  test.each([
    [40, 100],
    [80, 40],
  ])('at %i digits holds what MPFR says', (digits, usual) => {
    const F = interval(digits);
    fc.assert(
      fc.property(points, (x) => {
        expect(withinDecimals(x, normalDistribution(F, F.of(x)))).toBe(true);
      }),
      { seed: 2, numRuns: runs(usual, 5000), examples: [[0], [-37.5], [37.5]] },
    );
  });

  test('of a range holds the values at its ends', () => {
    const F = interval(40);
    const width = fc.integer({ min: -60, max: -4 }).map((e) => 2 ** e);
    fc.assert(
      fc.property(points, width, (p, step) => {
        const q = p + step;
        const a = normalDistribution(filter, filter.between(p, q));
        expect(within(p, a) && within(q, a)).toBe(true);
      }),
      { seed: 3, numRuns: runs(150, 20_000) },
    );
    const b = normalDistribution(F, F.between(-7.5, -7.5 + 2 ** -30));
    expect(withinDecimals(-7.5, b) && withinDecimals(-7.5 + 2 ** -30, b)).toBe(true);
  });

  test('is known relative to its size, far into the tail', () => {
    const F = interval(40);
    const relativeWidth = (a: Filtered): number => (upperEnd(a) - lowerEnd(a)) / lowerEnd(a);
    fc.assert(
      fc.property(uniform(-37, 38), (x) => {
        expect(relativeWidth(normalDistribution(filter, x))).toBeLessThan(x < -9 ? 1e-12 : 4e-13);
      }),
      { seed: 4, numRuns: runs(1000, 50_000) },
    );
    for (const x of [-37, -8, -3.2, -1, 0.5, 3, 20]) {
      const { lo, hi } = normalDistribution(F, F.of(x));
      expect(hi.minus(lo).div(lo).toNumber()).toBeLessThan(1e-34);
    }
  });

  test('carried only as far as a few digits is wide, and still right: both remainders are whole', () => {
    const wanted = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.oneof(points, signed(uniform(0.3, 6))), wanted, (x, digits) => {
        expect(within(x, normalDistribution({ ...filter, digits }, x))).toBe(true);
      }),
      { seed: 8, numRuns: runs(300, 20_000) },
    );
    for (const x of [-6, -1, 1]) {
      const a = normalDistribution({ ...filter, digits: 1 }, x);
      expect(upperEnd(a) - lowerEnd(a)).toBeGreaterThan(1e-8 * lowerEnd(a));
    }
  });

  test('at 0 is 1/2, and Φ(x) + Φ(−x) = 1', () => {
    expect(normalDistribution(filter, 0)).toBe(0.5);
    expect(normalDistribution(float64, 0)).toBe(0.5);
    fc.assert(
      fc.property(points, (x) => {
        const sum = filter.add(normalDistribution(filter, x), normalDistribution(filter, -x));
        expect(lowerEnd(sum) <= 1 && upperEnd(sum) >= 1).toBe(true);
      }),
      { seed: 5, numRuns: runs(500, 20_000) },
    );
  });

  test('in float64 is near what the filter encloses', () => {
    fc.assert(
      fc.property(uniform(-37, 38), (x) => {
        const middle = filter.approximate(normalDistribution(filter, x));
        expect(Math.abs(normalDistribution(float64, x) / middle - 1)).toBeLessThan(3e-13);
      }),
      { seed: 6, numRuns: runs(500, 20_000) },
    );
    expect([1e200, Number.POSITIVE_INFINITY].map((x) => normalDistribution(float64, x))).toEqual([1, 1]);
    expect([-1e200, Number.NEGATIVE_INFINITY].map((x) => normalDistribution(float64, x))).toEqual([0, 0]);
  });

  test('of a range too wide for either formula is undecided, not wrong', () => {
    expect(() => normalDistribution(filter, filter.between(-50, 50))).toThrow(Undecided);
    expect(() => normalDistribution(filter, filter.between(-50, 1))).toThrow(Undecided);
    const wide = normalDistribution(filter, filter.between(-50, -3));
    expect(within(-50, wide) && within(-3, wide)).toBe(true);
  });

  test('is not available in exact arithmetic', () => {
    const F = surd();
    for (const x of [-5, 0, 1]) {
      expect(() => normalDistribution(rationalReading, rationalReading.of(x))).toThrow(Unavailable);
      expect(() => normalDistribution(F, F.of(x))).toThrow(Unavailable);
    }
  });

  test('the oracle catches an end just inside the true value', () => {
    for (const x of [-8, -1, 0.5, 3]) {
      const { lo, hi } = normalDistribution(interval(80), interval(80).of(x));
      expect(oracle.contains(x, lo.toString(), lo.toString())).toBe(false);
      expect(oracle.contains(x, hi.toString(), hi.toString())).toBe(false);
    }
  });
});

describe('φ', () => {
  test('has slope −x φ(x): Φ rises by φ somewhere in between', () => {
    const F = interval(40);
    fc.assert(
      fc.property(uniform(-9, 9), (x) => {
        const step = 2 ** -20;
        const rise = F.sub(normalDistribution(F, F.of(x + step)), normalDistribution(F, F.of(x)));
        const gap = F.sub(F.div(rise, F.sub(F.of(x + step), F.of(x))), normalDensity(F, F.between(x, x + step)));
        expect(gap.lo.lte(0) && gap.hi.gte(0)).toBe(true);
        expect(
          gap.hi
            .minus(gap.lo)
            .div(normalDensity(F, F.of(x)).lo)
            .toNumber(),
        ).toBeLessThan(1e-4);
      }),
      { seed: 7, numRuns: runs(30, 2000) },
    );
  });

  test('φ(1/ε)/ε: what smoothing leaves of a step one unit away', () => {
    const zerothOrder = (epsilon: number): number => normalDensity(float64, 1 / epsilon) / epsilon;
    expect([1, 0.5, 0.25, 0.1].map((epsilon) => zerothOrder(epsilon).toPrecision(5))).toEqual([
      '0.24197',
      '0.10798',
      '0.00053532',
      '7.6946e-22',
    ]);
  });
});
