import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logisticDensity, smoothedLogistic } from '../../src/bridge/smoothed-logistic.ts';
import { type Algebra, Undecided } from '../../src/scalar/algebra.ts';
import { rootOfTwoPi } from '../../src/scalar/constants.ts';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { normalDensity } from '../../src/scalar/normal.ts';
import { runs } from '../scalar/containment.ts';

/** That two enclosures share a point, and how wide their difference is beside the second. */
function relativeGap<S>(F: Algebra<S>, a: S, b: S): number {
  const [lower, upper] = F.enclosure(F.sub(a, b)).map(Number);
  expect(lower! <= 0 && upper! >= 0).toBe(true);
  return (upper! - lower!) / F.approximate(b);
}

const F40 = interval(40);

describe('σ′', () => {
  test('is even, 1/4 at 0 and e^(−x)/(1 + e^(−x))²', () => {
    const x = F40.of(3.25);
    const e = F40.exp(F40.neg(x));
    expect(relativeGap(F40, logisticDensity(F40, x), F40.div(e, F40.square(F40.add(F40.one, e))))).toBeLessThan(1e-37);
    expect(logisticDensity(filter, -3.25)).toEqual(logisticDensity(filter, 3.25));
    expect([0, 1000, -1000].map((s) => logisticDensity(float64, s))).toEqual([0.25, 0, 0]);
  });
});

describe('E σ′(m + s u)', () => {
  test('is 0.17148… where the two ends of B-(22) and (23) are both 1/4: two errors of a third cancel', () => {
    const { of, div } = F40;
    const deviation = div(of(4), rootOfTwoPi(F40));
    const middle = smoothedLogistic(F40, F40.zero, deviation);
    expect(F40.enclosure(middle)[0].slice(0, 10)).toBe('0.17148125');
    const zerothOrder = div(normalDensity(F40, F40.zero), deviation);
    expect(relativeGap(F40, zerothOrder, logisticDensity(F40, F40.zero))).toBeLessThan(1e-36);
    expect(smoothedLogistic(float64, 0, 4 / rootOfTwoPi(float64))).toBeCloseTo(F40.approximate(middle), 14);
  });

  test('without noise is σ′(m)', () => {
    for (const m of [-3, 0, 0.5, 40]) {
      expect(relativeGap(filter, smoothedLogistic(filter, m, 0), logisticDensity(filter, m))).toBeLessThan(1e-12);
    }
  });

  test('does not depend on the sign of the margin, and the filter holds what 25 digits say', () => {
    const F = interval(25);
    const margin = fc.integer({ min: -160, max: 160 }).map((n) => n / 8);
    const deviation = fc.constantFrom(0.125, 0.5, 1, 1.75, 4, 16);
    fc.assert(
      fc.property(margin, deviation, (m, s) => {
        const value = smoothedLogistic(filter, m, s);
        expect(relativeGap(filter, smoothedLogistic(filter, -m, s), value)).toBeLessThan(1e-11);
        expect(smoothedLogistic(float64, m, s) / filter.approximate(value)).toBeCloseTo(1, 11);
      }),
      { seed: 1, numRuns: runs(100, 2000) },
    );
    for (const [m, s] of [
      [8, 1.75],
      [-1, 0.5],
    ] as const) {
      const fine = F.enclosure(smoothedLogistic(F, F.of(m), F.of(s))).map(Number);
      const coarse = filter.enclosure(smoothedLogistic(filter, m, s)).map(Number);
      expect(coarse[0]! <= fine[1]! && fine[0]! <= coarse[1]!).toBe(true);
      expect(coarse[1]! / coarse[0]! - 1).toBeLessThan(1e-12);
    }
  });

  test('carried only as far as a few digits is wide, and still right', () => {
    for (const digits of [-2, -1, 0, 2]) {
      for (const deviation of [0.5, 2, 8]) {
        const coarse = smoothedLogistic({ ...filter, digits }, 0.5, deviation);
        expect(relativeGap(filter, coarse, smoothedLogistic(filter, 0.5, deviation))).toBeGreaterThan(
          10 ** (-5 - digits),
        );
      }
    }
  });

  // Σ over margins h k of h σ′(h k + s u) is 1 up to 8π²/h e^(−4π²/h): the noise moves the lattice, not the sum.
  test('has the same integral over m as σ′', () => {
    const h = 0.5;
    const terms = Array.from({ length: 301 }, (_, n) => smoothedLogistic(filter, (n - 150) * h, 1));
    expect(filter.approximate(filter.mul(h, filter.sum(terms)))).toBeCloseTo(1, 13);
  });

  test('a deviation too vague to stay clear of the poles is undecided, a negative one an error', () => {
    expect(() => smoothedLogistic(filter, 0, filter.between(0.5, 4))).toThrow(Undecided);
    expect(() => smoothedLogistic(filter, 0, -1)).toThrow('deviation is -1; give a number that is at least 0.');
  });
});
