import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { winningProbability } from '../../src/bridge/probit.ts';
import { probitIntegral, probitMean } from '../../src/bridge/probit-mean.ts';
import { type Algebra, Unavailable } from '../../src/scalar/algebra.ts';
import { pi } from '../../src/scalar/constants.ts';
import { enclosed } from '../../src/scalar/enclosed.ts';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { type Interval, interval } from '../../src/scalar/interval.ts';
import { normalDistribution } from '../../src/scalar/normal.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { runs } from '../scalar/containment.ts';

const FINE = interval(25);

/** That two enclosures share a point, as enclosures of the same number do, and how wide their difference is. */
function gap<S>(F: Algebra<S>, a: S, b: S): number {
  const [lower, upper] = F.enclosure(F.sub(a, b)).map(Number);
  expect(lower! <= 0 && upper! >= 0).toBe(true);
  return upper! - lower!;
}

/** arcsin(1/3) = arctan(1/√8), by its alternating series: every two neighboring sums enclose it. */
function arcsineOfThird(F: Algebra<Interval>): Interval {
  let sum = F.zero;
  for (let k = 0; k < 60; k++) sum = F.add(sum, F.div(F.of((-1) ** k), F.mul(F.of(2 * k + 1), F.of(8 ** k))));
  const next = F.div(enclosed(F, 0, 1), F.of(8 ** 60));
  return F.div(F.add(sum, next), F.sqrt(F.of(8)));
}

const logit = fc.integer({ min: -64, max: 64 }).map((n) => n / 16);
const smoothings = fc.constantFrom(0.25, 0.5, 1, 3);

describe('E Π Φ(X − c)', () => {
  test('of one threshold: the closed form is the integral', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.constantFrom<1 | 2>(1, 2), (n, precision) => {
        const c = [n / 16];
        const [closed, integrated] = [probitMean(filter, c, precision), probitIntegral(filter, c, precision)];
        expect(gap(filter, closed, integrated) / filter.approximate(closed)).toBeLessThan(2e-12);
      }),
      { seed: 1, numRuns: runs(150, 10_000) },
    );
    for (const c of [-1.5, 0.25, 9]) {
      const thresholds = [FINE.of(c)];
      const closed = probitMean(FINE, thresholds, 2);
      const width = gap(FINE, closed, probitIntegral(FINE, thresholds, 2));
      expect(width / FINE.approximate(closed)).toBeLessThan(1e-21);
    }
  });

  test('at thresholds zero are the orthant probabilities, of correlation 1/2 and 1/3', () => {
    const at = (n: number, precision: 1 | 2): Interval =>
      probitMean(
        FINE,
        Array.from({ length: n }, () => FINE.zero),
        precision,
      );
    const perTurn = FINE.div(arcsineOfThird(FINE), FINE.mul(FINE.of(2), pi(FINE)));
    expect(gap(FINE, at(2, 1), FINE.div(FINE.one, FINE.of(3)))).toBeLessThan(1e-21);
    expect(gap(FINE, at(2, 2), FINE.add(FINE.of(0.25), perTurn))).toBeLessThan(1e-21);
    const three = FINE.add(FINE.of(0.125), FINE.mul(FINE.of(1.5), perTurn));
    expect(gap(FINE, at(3, 2), three)).toBeLessThan(1e-21);
  });
});

describe('the winning probability', () => {
  test('of two classes is Φ((z₁ − z₂)/(ε√2))', () => {
    const { of, div, mul, sqrt } = FINE;
    const closed = normalDistribution(FINE, div(of(3), mul(of(0.5), sqrt(of(2)))));
    expect(gap(FINE, winningProbability(FINE, [of(1), of(-2)], of(0.5), 0), closed)).toBeLessThan(1e-21);
  });

  test.each([2, 3, 4, 5, 8])('of %i equal logits is shared equally', (classes) => {
    const logits = Array.from({ length: classes }, () => 0.75);
    const share = filter.div(1, classes);
    for (const y of [0, classes - 1]) {
      expect(gap(filter, winningProbability(filter, logits, 0.5, y), share)).toBeLessThan(1e-13);
    }
  });

  test('adds up to 1 over the classes, and is larger for larger logits', () => {
    fc.assert(
      fc.property(fc.array(logit, { minLength: 2, maxLength: 6 }), smoothings, (logits, smoothing) => {
        const shares = logits.map((_, y) => winningProbability(filter, logits, smoothing, y));
        expect(gap(filter, filter.sum(shares), 1)).toBeLessThan(1e-12);
        const order = (a: number, b: number): boolean => filter.sign(filter.sub(shares[a]!, shares[b]!)) !== -1;
        logits.forEach((z, k) => {
          expect(z <= logits[0]! ? order(0, k) : order(k, 0)).toBe(true);
          expect(filter.sign(shares[k]!)).toBe(1);
        });
      }),
      { seed: 2, numRuns: runs(60, 2000) },
    );
  });

  test('adds up to 1 at 25 digits', () => {
    const logits = [0, -1, 0.5].map(FINE.of);
    const shares = logits.map((_, y) => winningProbability(FINE, logits, FINE.of(0.5), y));
    expect(gap(FINE, FINE.sum(shares), FINE.one)).toBeLessThan(1e-21);
  });

  test('is known relative to its size, however small', () => {
    const logits = [0, -1, 8, -2];
    const [narrow, wide] = [FINE.of(0.5), filter.of(0.5)];
    const fine = winningProbability(FINE, logits.map(FINE.of), narrow, 3);
    const coarse = winningProbability(filter, logits, wide, 3);
    expect(FINE.approximate(fine)).toBeLessThan(1e-44);
    expect(filter.approximate(coarse) / FINE.approximate(fine)).toBeCloseTo(1, 13);
    expect(winningProbability(float64, logits, 0.5, 3) / FINE.approximate(fine)).toBeCloseTo(1, 13);
  });

  test('carried only as far as a few digits is wide, and still right', () => {
    const G = { ...filter, digits: -1 };
    for (const logits of [
      [0, 1, -0.5],
      [0, 0.25, 0.5, 6],
      [3, 0, 0, -1, 2.5],
    ]) {
      const [coarse, fine] = [G, filter].map((F) => winningProbability(F, logits, 0.75, 0));
      expect(gap(filter, coarse!, fine!)).toBeGreaterThan(1e-7 * filter.approximate(fine!));
    }
  });

  test('only differences of logits count, in units of the smoothing', () => {
    const here = winningProbability(filter, [1, 2, 2.5], 0.5, 1);
    expect(winningProbability(filter, [-3, -2, -1.5], 0.5, 1)).toEqual(here);
    expect(winningProbability(filter, [4, 8, 10], 2, 1)).toEqual(here);
  });
});

test('errors name the argument', () => {
  expect(() => winningProbability(float64, [1], 1, 0)).toThrow('logits has 1 classes; give at least two.');
  expect(() => winningProbability(float64, [1, 2], 1, 2)).toThrow('action is 2; give a class from 0 to 1.');
  expect(() => winningProbability(filter, [1, 2], 0, 0)).toThrow('smoothing is 0; give a positive number.');
  expect(() => winningProbability(float64, [1, 2], -1, 0)).toThrow(RangeError);
  const F = rationalReading;
  expect(() => winningProbability(F, [F.one, F.zero, F.one], F.one, 0)).toThrow(Unavailable);
});
