import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageRegret, gradientRegretBound, regretBound } from '../../src/descent/regret.ts';
import { horizonRate, rate } from '../../src/descent/schedule.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare, type Rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import { positiveRational, refusal, runs } from './support.ts';

const of = (...numbers: Parameters<typeof toRational>[0][]): Rational[] => numbers.map(toRational);

describe('numbers by hand', () => {
  test('averageRegret is the mean of the differences', () => {
    // ((3 − 1) + (1/2 − 2) + (4 − 4)) / 3
    expect(averageRegret(Q, of(3, 0.5, 4), of(1, 2, 4)).toString()).toBe('1/6');
    expect(averageRegret(Q, of(1), of(3)).toString()).toBe('-2');
    expect(averageRegret(Q, of(3, 0.5), of(1, 2, 4)).toString()).toBe('1/4');
    expect(averageRegret(float64, [3, 0.5, 4, 0], [1, 2, 4, 0])).toBe(0.125);
  });

  test('regretBound divides the distance by the last rate and sums them all', () => {
    // 8 / (2 · 3 · 1/4) + 5 / 6 · (1 + 1/2 + 1/4)
    const bounds = { squaredDistance: toRational(8), squaredGradient: toRational(5), rates: of(1, 0.5, 0.25) };
    expect(regretBound(Q, bounds).toString()).toBe('163/24');
    expect(regretBound(float64, { squaredDistance: 8, squaredGradient: 4, rates: [1, 0.5] })).toBe(5.5);
  });

  test('gradientRegretBound weighs each squared gradient by its own rate', () => {
    // 8 / (2 · 1/4) + (1 · 1 + 1/2 · 4 + 1/4 · 12) / 2
    expect(gradientRegretBound(Q, toRational(8), of(1, 4, 12), of(1, 0.5, 0.25)).toString()).toBe('19');
    expect(gradientRegretBound(float64, 8, [1, 4, 12], [1, 0.5, 0.25])).toBe(19);
  });

  test('the constant rate of A-(6) makes the bound D G / √T', () => {
    const rates = [1, 2, 3, 4].map((t) => rate(Q, horizonRate(3, 2, 4), t));
    expect(regretBound(Q, { squaredDistance: toRational(9), squaredGradient: toRational(4), rates }).toString()).toBe(
      '3',
    );
    const F = surd();
    const surds = [1, 2, 3].map((t) => rate(F, horizonRate(3, 2, 3), t));
    const bound = regretBound(F, { squaredDistance: F.of(9), squaredGradient: F.of(4), rates: surds });
    expect(F.sign(F.sub(bound, F.mul(F.of(2), F.sqrt(F.of(3)))))).toBe(0);
  });
});

test('the middle of A-(15) is never above its right side, and meets it where every ‖g_t‖ is G', () => {
  const step = fc.tuple(positiveRational, fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(
      positiveRational,
      positiveRational,
      fc.array(step, { minLength: 1, maxLength: 8 }),
      (distance, squaredG, steps) => {
        const rates = steps.map(([eta]) => toRational(eta));
        const squaredGradients = steps.map(([, sixths]) => Q.mul(Q.of(ratio(sixths, 6)), Q.of(squaredG)));
        const squaredDistance = toRational(distance);
        const squaredGradient = toRational(squaredG);
        const outer = Q.mul(Q.of(steps.length), regretBound(Q, { squaredDistance, squaredGradient, rates }));
        const middle = gradientRegretBound(Q, squaredDistance, squaredGradients, rates);
        expect(compare(middle, outer)).toBe(steps.every(([, sixths]) => sixths === 6) ? 0 : -1);
      },
    ),
    runs(300),
  );
});

describe('refusals', () => {
  test('losses, gradients and rates that do not match, or are none', () => {
    expect(refusal(() => averageRegret(float64, [1, 2], [1]))).toBe(
      'RangeError: There are 2 losses and 1 comparatorLosses; give at least one loss, and a comparator loss for each.',
    );
    expect(refusal(() => averageRegret(float64, [], [1]))).toBe(
      'RangeError: There are 0 losses and 1 comparatorLosses; give at least one loss, and a comparator loss for each.',
    );
    expect(refusal(() => gradientRegretBound(float64, 1, [1], [1, 2]))).toBe(
      'RangeError: There are 1 squaredGradients and 2 rates; give one of each a step, at least one.',
    );
    expect(refusal(() => gradientRegretBound(float64, 1, [], []))).toBe(
      'RangeError: There are 0 squaredGradients and 0 rates; give one of each a step, at least one.',
    );
    expect(refusal(() => regretBound(float64, { squaredDistance: 1, squaredGradient: 1, rates: [] }))).toBe(
      'RangeError: rates is empty; give one rate a step.',
    );
  });
});
