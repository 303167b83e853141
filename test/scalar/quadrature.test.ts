import { describe, expect, test } from 'vitest';
import { logisticDensity } from '../../src/bridge/smoothed-logistic.ts';
import { type Algebra, Undecided } from '../../src/scalar/algebra.ts';
import { pi, rootOfTwoPi } from '../../src/scalar/constants.ts';
import { withRemainder } from '../../src/scalar/enclosed.ts';
import { filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { integral, type LogConcave, trapezoidalError, trapezoidalSum } from '../../src/scalar/quadrature.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';

/** height · e^(−s²/2), whose integral is height · √(2π). */
function bell<S>(F: Algebra<S>, strip: number, height = 1): LogConcave<S> {
  const { of, mul, exp, square } = F;
  return {
    value: (s) => mul(of(height), exp(mul(of(-0.5), square(s)))),
    center: 0,
    strip,
    logGrowth: of(strip ** 2 / 2),
  };
}

/** The logistic density, whose integral is 1 and whose tails are as long as those of e^(−|s|). */
function logistic<S>(F: Algebra<S>): LogConcave<S> {
  const { one, of, sub, mul, div, log } = F;
  return {
    value: (s) => logisticDensity(F, s),
    center: 0,
    strip: 2,
    logGrowth: mul(of(-2), log(sub(one, div(of(2), pi(F))))),
  };
}

describe('integrals are enclosed tightly', () => {
  const encloses = <S>(F: Algebra<S>, a: S, exact: S, narrow: number): void => {
    const [lower, upper] = F.enclosure(F.sub(F.div(a, exact), F.one)).map(Number);
    expect(lower! <= 0 && upper! >= 0).toBe(true);
    expect(upper! - lower!).toBeLessThan(narrow);
  };

  test.each([16, 40, 80])('of the normal density at %i digits', (digits) => {
    const check = <S>(F: Algebra<S>): void => {
      encloses(F, integral(F, bell(F, 8)), rootOfTwoPi(F), 10 ** (3 - digits));
    };
    if (digits === 16) check(filter);
    else check(interval(digits));
  });

  test('of the logistic density', () => {
    encloses(filter, integral(filter, logistic(filter)), 1, 1e-13);
    const F = interval(25);
    encloses(F, integral(F, logistic(F)), F.one, 1e-21);
  });

  test('as tightly where they are tiny, and from a poor center', () => {
    const tiny = bell(filter, 8, 2 ** -300);
    const exact = filter.mul(2 ** -300, rootOfTwoPi(filter));
    encloses(filter, integral(filter, tiny), exact, 1e-13);
    encloses(filter, integral(filter, { ...tiny, center: 11 }), exact, 1e-13);
    encloses(filter, integral(filter, { ...tiny, center: -30 }), exact, 1e-12);
  });
});

describe('the remainder', () => {
  const F = interval(40);
  const holds = (a: { lo: { lte(x: unknown): boolean }; hi: { gte(x: unknown): boolean } }, step: number): boolean => {
    const { lo, hi } = F.div(rootOfTwoPi(F), F.of(step));
    return a.lo.lte(hi) && a.hi.gte(lo);
  };

  test.each([2.5, 2, 1.5, 1])('matters: with steps of %d the sum alone misses the integral', (step) => {
    const strip = (2 * Math.PI) / step; // where the bound is best, and hardly larger than the error
    const f = bell(F, strip);
    const sum = trapezoidalSum(F, f, step);
    const error = trapezoidalError(F, f, step);
    const perStep = (a: typeof sum): typeof sum => F.div(a, F.of(step));
    expect(holds(perStep(sum), step)).toBe(false);
    expect(holds(perStep(F.div(sum, withRemainder(F, F.one, error))), step)).toBe(true);
    expect(holds(perStep(F.div(sum, withRemainder(F, F.one, F.mul(F.of(0.9), error)))), step)).toBe(false);
  });

  test('of a coarse integral is whole: a wide range that holds what the fine one says', () => {
    for (const digits of [-2, -1, 0, 2, 4]) {
      const G = { ...filter, digits };
      for (const f of [bell(G, 4), logistic(G)]) {
        const coarse = integral(G, f);
        const fine = integral(filter, f);
        expect(lowerEnd(coarse) < lowerEnd(fine) && upperEnd(fine) < upperEnd(coarse)).toBe(true);
        expect(upperEnd(coarse) - lowerEnd(coarse)).toBeLessThan(20 * 10 ** -digits);
      }
    }
  });

  test('of the ends is whole: for Σ e^(−|k|/2) = (1 + r)/(1 − r), r = e^(−1/2), it is just what is left out', () => {
    const check = <S>(G: Algebra<S>): readonly [lower: number, upper: number] => {
      const f: LogConcave<S> = { ...bell(G, 1), value: (s) => G.exp(G.mul(G.of(-0.5), G.abs(s))) };
      const r = f.value(G.one);
      const exact = G.div(G.add(G.one, r), G.sub(G.one, r));
      const [lower, upper] = G.enclosure(G.sub(trapezoidalSum(G, f, 1), exact)).map(Number);
      expect(lower! <= 0 && upper! >= 0).toBe(true);
      return [lower!, upper!];
    };
    for (const digits of [-2, -1, 0, 3]) {
      const [lower, upper] = check({ ...filter, digits });
      expect(-lower).toBeGreaterThan(10 ** (-5 - digits));
      expect(upper).toBeLessThan(1e-13);
    }
    expect(check(F)[0]).toBeGreaterThan(-1e-36);
  });

  test('so large that nothing is known leaves nothing known', () => {
    const f = bell(filter, 1);
    const sum = trapezoidalSum(filter, f, 8);
    const unknown = filter.div(sum, withRemainder(filter, 1, trapezoidalError(filter, f, 8)));
    expect([lowerEnd(unknown), upperEnd(unknown)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('other readings', () => {
  test('float64 takes the sum', () => {
    expect(integral(float64, bell(float64, 8))).toBeCloseTo(Math.sqrt(2 * Math.PI), 13);
    expect(integral(float64, logistic(float64))).toBeCloseTo(1, 13);
    expect(integral(float64, { ...bell(float64, 8), value: () => 0 })).toBe(0);
  });

  test('a sum that is not seen to fall is undecided', () => {
    const vague = { ...bell(filter, 8), value: () => filter.between(1, 2) };
    expect(() => integral(filter, vague)).toThrow(Undecided);
    expect(() => integral(filter, { ...vague, value: () => filter.between(0, 1) })).toThrow(Undecided);
  });

  test('exact fractions have none', () => {
    const F = rationalReading;
    expect(() => integral(F, { value: (s) => F.exp(s), center: 0, strip: 1, logGrowth: F.one })).toThrow('rational');
  });
});
