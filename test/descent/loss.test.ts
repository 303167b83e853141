import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConvexLoss, logisticLoss, lossForm, lossValue, subgradient } from '../../src/descent/loss.ts';
import { ballRegion } from '../../src/descent/losses/loss-form.ts';
import { type Exact, type ExactVector, toRational } from '../../src/scalar/exact.ts';
import { filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { interval } from '../../src/scalar/interval.ts';
import { compare } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import {
  difference,
  type ExactKind,
  exactKinds,
  inner,
  kinds,
  lossAndPoints,
  naive,
  positiveRational,
  runs,
  shown,
  smallRational,
} from './support.ts';

type ExactLoss = Extract<ConvexLoss, { kind: ExactKind }>;

const digits = interval(60);
const roots = surd();

test('every kind of loss is tested', () => {
  expect(kinds.toSorted()).toEqual(['absolute', 'hinge', 'linear', 'logistic', 'max-affine', 'quadratic']);
});

describe.each(exactKinds)('%s, exactly', (kind) => {
  test('value and subgradient are the definition’s, in fractions and in surds', () => {
    fc.assert(
      fc.property(lossAndPoints(kind, smallRational, 1), ({ loss, points: [theta] }) => {
        const expected = naive(loss as ExactLoss, theta!);
        expect(lossValue(Q, loss, Q.vector(theta!)).toString()).toBe(expected.value.toString());
        expect(shown(subgradient(Q, loss, Q.vector(theta!)))).toEqual(shown(expected.subgradient));
        expect(String(lossValue(surd(), loss, surd().vector(theta!)))).toBe(expected.value.toString());
        expect(subgradient(surd(), loss, surd().vector(theta!)).map(String)).toEqual(shown(expected.subgradient));
      }),
      runs(300),
    );
  });

  test('the filter and intervals enclose the value', () => {
    fc.assert(
      fc.property(lossAndPoints(kind, smallRational, 1), ({ loss, points: [theta] }) => {
        const { value } = naive(loss as ExactLoss, theta!);
        const filtered = lossValue(filter, loss, filter.vector(theta!));
        expect(compare(toRational(lowerEnd(filtered)), value)).toBeLessThanOrEqual(0);
        expect(compare(value, toRational(upperEnd(filtered)))).toBeLessThanOrEqual(0);
        const enclosed = lossValue(digits, loss, digits.vector(theta!));
        expect([0, undefined]).toContain(digits.sign(digits.sub(enclosed, digits.of(value))));
      }),
      runs(100),
    );
  });

  test('the subgradient inequality A-(9) holds from every point to every other', () => {
    fc.assert(
      fc.property(lossAndPoints(kind, smallRational, 2), ({ loss, points: [theta, phi] }) => {
        const g = subgradient(Q, loss, Q.vector(theta!));
        const rise = Q.sub(lossValue(Q, loss, Q.vector(phi!)), lossValue(Q, loss, Q.vector(theta!)));
        expect(compare(rise, inner(g, difference(phi!, theta!)))).toBeGreaterThanOrEqual(0);
      }),
      runs(300),
    );
  });

  test('squaredGradientBound bounds ‖g‖² on the ball, its boundary included', () => {
    fc.assert(
      fc.property(
        lossAndPoints(kind, smallRational, 2),
        fc.oneof(fc.constant<Exact>(0), positiveRational),
        ({ loss, points: [theta, center] }, room) => {
          const offset = difference(theta!, center!);
          const squaredRadius = roots.of(Q.add(inner(offset, offset), Q.of(room)));
          const g = subgradient(Q, loss, Q.vector(theta!));
          const region = ballRegion(roots, roots.vector(center!), squaredRadius);
          const bound = lossForm(loss).squaredGradientBound(roots, loss, region);
          expect(roots.compare(roots.of(inner(g, g)), bound)).toBeLessThanOrEqual(0);
        },
      ),
      runs(300),
    );
  });
});

describe('logistic, in intervals of 60 digits', () => {
  const lossAndPoint = lossAndPoints('logistic', smallRational, 2);
  const read = (loss: ConvexLoss, theta: ExactVector) => ({
    value: lossValue(digits, loss, digits.vector(theta)),
    subgradient: subgradient(digits, loss, digits.vector(theta)),
  });

  /** log(1 + exp(−m)) and −feature / (1 + exp m), as they are defined. */
  function defined(loss: ConvexLoss, theta: ExactVector) {
    if (loss.kind !== 'logistic') throw new Error('This oracle is for logistic losses.');
    const { add, div, exp, log, neg, of, one } = digits;
    const margin = of(inner(loss.feature, theta));
    const slope = neg(div(one, add(one, exp(margin))));
    return {
      value: log(add(one, exp(neg(margin)))),
      subgradient: loss.feature.map((x) => digits.mul(slope, of(x))),
    };
  }

  const expectNear = (actual: ReturnType<typeof digits.of>, expected: ReturnType<typeof digits.of>): void => {
    const gap = digits.abs(digits.sub(actual, expected));
    expect(digits.sign(digits.sub(digits.of(1e-45), gap))).toBe(1);
  };

  test('value and subgradient are the definition’s', () => {
    fc.assert(
      fc.property(lossAndPoint, ({ loss, points: [theta] }) => {
        const actual = read(loss, theta!);
        const expected = defined(loss, theta!);
        expectNear(actual.value, expected.value);
        for (const [i, g] of actual.subgradient.entries()) expectNear(g, expected.subgradient[i]!);
      }),
      runs(50),
    );
  });

  test('the subgradient inequality A-(9) is strict where the margins differ', () => {
    fc.assert(
      fc.property(lossAndPoint, ({ loss, points: [theta, phi] }) => {
        if (loss.kind !== 'logistic') return;
        const at = read(loss, theta!);
        const step = difference(phi!, theta!);
        const linear = digits.add(at.value, digits.dot(at.subgradient, digits.vector(step)));
        const same = compare(inner(loss.feature, step), Q.zero) === 0;
        expect(digits.sign(digits.sub(read(loss, phi!).value, linear))).toBe(same ? undefined : 1);
      }),
      runs(50),
    );
  });

  test('‖g‖² stays below squaredGradientBound inside of the ball', () => {
    fc.assert(
      fc.property(lossAndPoint, ({ loss, points: [theta, center] }) => {
        if (loss.kind !== 'logistic') return;
        const offset = difference(theta!, center!);
        const squaredRadius = digits.add(digits.of(inner(offset, offset)), digits.one);
        const region = ballRegion(digits, digits.vector(center!), squaredRadius);
        const bound = lossForm(loss).squaredGradientBound(digits, loss, region);
        const room = digits.sub(bound, digits.squaredNorm(read(loss, theta!).subgradient));
        const flat = compare(inner(loss.feature, loss.feature), Q.zero) === 0;
        expect(digits.sign(room)).toBe(flat ? 0 : 1);
      }),
      runs(50),
    );
  });

  test.each([1000, 1e300])('margins of ±%s are enclosed', (margin) => {
    const { value, subgradient: slope } = read(logisticLoss([1]), [-margin]);
    expect(digits.sign(digits.sub(value, digits.of(margin)))).not.toBe(-1);
    expect(digits.sign(digits.sub(digits.of(1e-300), digits.sub(value, digits.of(margin))))).not.toBe(-1);
    expect(digits.sign(slope[0]!)).toBe(-1);
    const far = read(logisticLoss([1]), [margin]);
    expect(digits.sign(digits.sub(digits.of(2 ** -190), far.value))).toBe(1);
  });
});
