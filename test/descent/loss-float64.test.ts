import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConvexLoss,
  logisticLoss,
  lossForm,
  lossValue,
  maxAffineLoss,
  subgradient,
} from '../../src/descent/loss.ts';
import { ballRegion } from '../../src/descent/losses/loss-form.ts';
import type { Vector } from '../../src/scalar/algebra.ts';
import { type ExactVector, fromDouble, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { add, compare, mul, ONE, type Rational, rational, sub } from '../../src/scalar/rational.ts';
import {
  absolute,
  type ExactKind,
  exactKinds,
  fullDouble,
  inner,
  innerMagnitude,
  kinds,
  lossAndPoints,
  naive,
  runs,
  shortDouble,
  shown,
  times,
  vectorOf,
} from './support.ts';

type ExactLoss = Extract<ConvexLoss, { kind: ExactKind }>;

/**
 * One ulp is 2⁻⁵² of the scale, two roundings. In four dimensions a dot product takes at most 8 roundings, of which
 * each term meets 5, and no loss adds more than 3.
 */
const ULPS = 4;
const digits = interval(60);
const ulps = (scale: Rational): Rational => mul(fromDouble(ULPS * 2 ** -52), scale);
const expectWithin = (actual: number, exact: Rational, allowed: Rational): void =>
  expect(compare(absolute(sub(fromDouble(actual), exact)), allowed)).toBeLessThanOrEqual(0);

const largest = (values: readonly Rational[]): Rational => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

/** The sum of the magnitudes of the terms that are added up for the value, for the largest piece. */
function scaleOfTerms(loss: ExactLoss, theta: Vector<number>): Rational {
  switch (loss.kind) {
    case 'linear':
      return innerMagnitude(loss.slope, theta);
    case 'absolute':
      return add(innerMagnitude(loss.feature, theta), absolute(toRational(loss.target)));
    case 'hinge':
      return add(innerMagnitude(loss.feature, theta), ONE);
    case 'max-affine':
      return largest(
        loss.slopes.map((slope, k) => add(innerMagnitude(slope, theta), absolute(toRational(loss.offsets[k]!)))),
      );
    case 'quadratic':
      return naive(loss, theta).value;
  }
}

/** The subgradients that rounding may choose: of every piece near enough to the largest. */
function subgradientsWithinRounding(loss: Exclude<ExactLoss, { kind: 'quadratic' }>, theta: Vector<number>): string[] {
  const room = mul(rational(2n), ulps(scaleOfTerms(loss, theta)));
  const near = (x: Rational): boolean => compare(absolute(x), room) <= 0;
  const exact = naive(loss, theta);
  const others = (): readonly ExactVector[] => {
    switch (loss.kind) {
      case 'linear':
        return [];
      case 'absolute':
        return near(exact.value) ? [-1, 0, 1].map((side) => times(side, loss.feature)) : [];
      case 'hinge':
        return near(sub(inner(loss.feature, theta), ONE)) ? [-1, 0].map((side) => times(side, loss.feature)) : [];
      case 'max-affine':
        return loss.slopes.filter((slope, k) =>
          near(sub(add(inner(slope, theta), toRational(loss.offsets[k]!)), exact.value)),
        );
    }
  };
  return [exact.subgradient, ...others()].map((g) => shown(g).join());
}

describe.each(exactKinds)('%s in doubles', (kind) => {
  test('is the exact value and subgradient where no operation rounds, kinks and ties included', () => {
    fc.assert(
      fc.property(lossAndPoints(kind, shortDouble, 1), ({ loss, points: [theta] }) => {
        const exact = naive(loss as ExactLoss, theta!);
        expect(shown([lossValue(float64, loss, theta!)])).toEqual(shown([exact.value]));
        expect(shown(subgradient(float64, loss, theta!))).toEqual(shown(exact.subgradient));
      }),
      runs(300),
    );
  });

  test(`has a value within ${ULPS} ulps at the scale of its terms`, () => {
    fc.assert(
      fc.property(lossAndPoints(kind, fullDouble, 1), ({ loss, points: [theta] }) => {
        const exact = loss as ExactLoss;
        expectWithin(lossValue(float64, loss, theta!), naive(exact, theta!).value, ulps(scaleOfTerms(exact, theta!)));
      }),
      runs(500),
    );
  });

  test('has a subgradient within an ulp, of a piece that attains the maximum up to rounding', () => {
    fc.assert(
      fc.property(lossAndPoints(kind, fullDouble, 1), ({ loss, points: [theta] }) => {
        const g = subgradient(float64, loss, theta!);
        const exact = loss as ExactLoss;
        if (exact.kind === 'quadratic') {
          for (const [i, expected] of naive(exact, theta!).subgradient.entries()) {
            expectWithin(g[i]!, expected, mul(fromDouble(2 ** -52), absolute(expected)));
          }
        } else expect(subgradientsWithinRounding(exact, theta!)).toContain(shown(g).join());
      }),
      runs(500),
    );
  });

  test(`has a squaredGradientBound within ${2 * ULPS} ulps`, () => {
    fc.assert(
      fc.property(lossAndPoints(kind, fullDouble, 1), fullDouble, ({ loss, points: [center] }, radius) => {
        const squaredRadius = radius * radius;
        const { squaredGradientBound } = lossForm(loss);
        const region = ballRegion(digits, digits.vector(center!), digits.of(squaredRadius));
        const exact = squaredGradientBound(digits, loss, region);
        const actual = squaredGradientBound(float64, loss, ballRegion(float64, center!, squaredRadius));
        const gap = digits.abs(digits.sub(digits.of(actual), exact));
        expect(digits.compare(gap, digits.mul(digits.of(2 * ULPS * 2 ** -52), exact))).toBeLessThanOrEqual(0);
      }),
      runs(200),
    );
  });
});

test.each(kinds)('%s: every number in doubles is finite', (kind) => {
  fc.assert(
    fc.property(lossAndPoints(kind, fullDouble, 2), ({ loss, points: [theta, center] }) => {
      const numbers = [
        lossValue(float64, loss, theta!),
        ...subgradient(float64, loss, theta!),
        lossForm(loss).squaredGradientBound(float64, loss, ballRegion(float64, center!, 4)),
      ];
      expect(numbers.filter((x) => !Number.isFinite(x))).toEqual([]);
    }),
    runs(300),
  );
});

test('max-affine in doubles: the largest of three and more pieces, wherever it stands', () => {
  for (const offsets of [
    [1, 2, 3],
    [3, 2, 1],
    [1, 3, 2],
    [-5, -4, -3, -4],
    [-7, -7, -8, -9, -6],
  ]) {
    const slopes = offsets.map((_, k) => [k, -k]);
    const loss = maxAffineLoss(slopes, offsets);
    const largestOffset = [...offsets].sort((a, b) => b - a)[0]!;
    expect(lossValue(float64, loss, [0.5, 0.5])).toBe(largestOffset);
    expect(subgradient(float64, loss, [0.5, 0.5])).toEqual(slopes[offsets.indexOf(largestOffset)]);
    expect(lossForm(loss).squaredGradientBound(float64, loss, ballRegion(float64, [0, 0], 1))).toBe(
      2 * (offsets.length - 1) ** 2,
    );
  }
});

describe('logistic in doubles', () => {
  test(`is within ${ULPS} ulps at the scale of its terms`, () => {
    const margins = fc
      .integer({ min: 1, max: 4 })
      .chain((d) => fc.tuple(vectorOf(fullDouble, d), vectorOf(shortDouble, d)));
    fc.assert(
      fc.property(margins, ([feature, theta]) => {
        const { abs, add, div, exp, log, mul, neg, of, one, sub } = digits;
        const loss = logisticLoss(feature);
        const margin = of(inner(feature, theta));
        // An error of the margin passes on to the value as it is, and to the slope's logarithm.
        const scale = mul(of(ULPS * 2 ** -52), add(one, of(innerMagnitude(feature, theta))));
        const near = (actual: number, exact: typeof scale, allowed: typeof scale): void =>
          expect(digits.sign(sub(allowed, abs(sub(of(actual), exact))))).not.toBe(-1);

        near(lossValue(float64, loss, theta), log(add(one, exp(neg(margin)))), scale);
        const slope = neg(div(one, add(one, exp(margin))));
        for (const [i, g] of subgradient(float64, loss, theta).entries()) {
          const exact = mul(slope, of(feature[i]!));
          // The smallest normal double stands for what underflows.
          near(g, exact, add(mul(scale, abs(exact)), mul(of(2 ** -1022), of(Math.abs(feature[i]!)))));
        }
      }),
      runs(80),
    );
  });

  test.each([1000, 1e300])('does not overflow at margins of ±%s', (margin) => {
    const loss = logisticLoss([margin, 0.5]);
    expect(lossValue(float64, loss, [-1, 0])).toBe(margin);
    expect(subgradient(float64, loss, [-1, 0])).toEqual([-margin, -0.5]);
    expect(lossValue(float64, loss, [1, 0])).toBe(0);
    expect(subgradient(float64, loss, [1, 0]).map(Math.abs)).toEqual([0, 0]);
  });

  test('at margin 0 the value is log 2 and the slope one half', () => {
    expect(lossValue(float64, logisticLoss([3, -1]), [1, 3])).toBe(Math.LN2);
    expect(subgradient(float64, logisticLoss([3, -1]), [1, 3])).toEqual([-1.5, 0.5]);
  });
});
