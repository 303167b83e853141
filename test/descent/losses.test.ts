import { describe, expect, test } from 'vitest';
import {
  absoluteLoss,
  type ConvexLoss,
  hingeLoss,
  linearLoss,
  logisticLoss,
  lossForm,
  lossValue,
  maxAffineLoss,
  quadraticLoss,
  subgradient,
} from '../../src/descent/loss.ts';
import { ballRegion } from '../../src/descent/losses/loss-form.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { type ExactVector, ratio, toRational } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import { refusal, shown } from './support.ts';

const at = (loss: ConvexLoss, theta: ExactVector) => ({
  value: lossValue(Q, loss, Q.vector(theta)).toString(),
  subgradient: shown(subgradient(Q, loss, Q.vector(theta))).join(' '),
});
const roots = surd();
const bound = (loss: ConvexLoss, center: ExactVector, squaredRadius: number): string =>
  String(
    lossForm(loss).squaredGradientBound(roots, loss, ballRegion(roots, roots.vector(center), roots.of(squaredRadius))),
  );

describe('numbers by hand', () => {
  test('linear', () => {
    expect(at(linearLoss([2, -3]), [5, ratio(1, 3)])).toEqual({ value: '9', subgradient: '2 -3' });
    expect(bound(linearLoss([2, -3]), [0, 0], 1)).toBe('13');
  });

  test('absolute', () => {
    const loss = absoluteLoss([2, -1], 3);
    expect(at(loss, [4, 1])).toEqual({ value: '4', subgradient: '2 -1' });
    expect(at(loss, [1, 1])).toEqual({ value: '2', subgradient: '-2 1' });
    expect(bound(loss, [0, 0], 1)).toBe('5');
  });

  test('hinge', () => {
    const loss = hingeLoss([2, -1]);
    expect(at(loss, [0, 3])).toEqual({ value: '4', subgradient: '-2 1' });
    expect(at(loss, [3, 1])).toEqual({ value: '0', subgradient: '0 0' });
    expect(bound(loss, [0, 0], 1)).toBe('5');
  });

  test('max-affine', () => {
    const loss = maxAffineLoss(
      [
        [1, 0],
        [0, 2],
        [-3, 1],
      ],
      [0, -1, ratio(1, 2)],
    );
    expect(at(loss, [5, 1])).toEqual({ value: '5', subgradient: '1 0' });
    expect(at(loss, [0, 4])).toEqual({ value: '7', subgradient: '0 2' });
    expect(at(loss, [-1, 0])).toEqual({ value: '7/2', subgradient: '-3 1' });
    expect(bound(loss, [0, 0], 1)).toBe('10');
  });

  test('quadratic, its half and its curvature', () => {
    const loss = quadraticLoss(3, [1, 2]);
    expect(at(loss, [2, 0])).toEqual({ value: '15/2', subgradient: '3 -6' });
    // 9 (2 + 5)², at (1, -5).
    expect(bound(loss, [1, -3], 4)).toBe('441');
    expect(bound(quadraticLoss(1, [0, 0]), [1, 1], 8)).toBe('18');
    expect(bound(quadraticLoss(1, [0, 0]), [3, 4], 25)).toBe('100');
    expect(at(quadraticLoss(1, [0, 0]), [6, 8])).toEqual({ value: '50', subgradient: '6 8' });
    expect(at(quadraticLoss(0, [1]), [9])).toEqual({ value: '0', subgradient: '0' });
  });

  test('the dimension is that of θ', () => {
    const three = [1, 2, 3];
    const losses = [
      absoluteLoss(three, 0),
      hingeLoss(three),
      linearLoss(three),
      logisticLoss(three),
      maxAffineLoss([three], [0]),
      quadraticLoss(1, three),
    ];
    expect(losses.map((loss) => lossForm(loss).dimension(loss))).toEqual([3, 3, 3, 3, 3, 3]);
    expect(refusal(() => lossValue(Q, losses[0]!, Q.vector([1])))).toBe(
      'RangeError: Vectors of 3 and 1 coordinates do not go together; give equal lengths.',
    );
  });
});

describe('at kinks, in every reading', () => {
  function everywhere(loss: ConvexLoss, theta: ExactVector): string[] {
    const read = <S>(F: Algebra<S>): string =>
      subgradient(F, loss, F.vector(theta))
        .map((g) => F.approximate(g) + 0)
        .join(' ');
    return [...new Set([read(float64), read(filter), read(Q), read(surd()), read(interval(40))])];
  }

  test('absolute: 0', () => expect(everywhere(absoluteLoss([2, -1], 3), [2, 1])).toEqual(['0 0']));
  test('hinge: 0', () => expect(everywhere(hingeLoss([2, -1]), [1, 1])).toEqual(['0 0']));

  test('max-affine: the slope of the lowest index', () => {
    const slopes = [[1], [-1], [0]];
    expect(everywhere(maxAffineLoss(slopes, [0, 0, 0]), [0])).toEqual(['1']);
    expect(everywhere(maxAffineLoss(slopes.toReversed(), [0, 0, 0]), [0])).toEqual(['0']);
    expect(everywhere(maxAffineLoss(slopes, [-1, 2, 2]), [0])).toEqual(['-1']);
    expect(everywhere(maxAffineLoss(slopes, [0, -1, 1]), [1])).toEqual(['1']);
  });
});

describe('refusals', () => {
  const NaNs = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const;

  test.each(NaNs)('%s is refused by the name of the argument', (bad) => {
    const message = (name: string): string => `RangeError: ${name} is ${bad}; give a finite number.`;
    expect(refusal(() => absoluteLoss([1, bad], 0))).toBe(message('feature[1]'));
    expect(refusal(() => absoluteLoss([1], bad))).toBe(message('target'));
    expect(refusal(() => hingeLoss([bad]))).toBe(message('feature[0]'));
    expect(refusal(() => linearLoss([0, bad]))).toBe(message('slope[1]'));
    expect(refusal(() => logisticLoss([bad]))).toBe(message('feature[0]'));
    expect(refusal(() => maxAffineLoss([[1], [bad]], [0, 0]))).toBe(message('slopes[1][0]'));
    expect(refusal(() => maxAffineLoss([[1], [2]], [0, bad]))).toBe(message('offsets[1]'));
    expect(refusal(() => quadraticLoss(bad, [0]))).toBe(message('curvature'));
    expect(refusal(() => quadraticLoss(1, [bad]))).toBe(message('center[0]'));
  });

  test('vectors without coordinates are refused', () => {
    const message = (name: string): string => `RangeError: ${name} is empty; give at least one coordinate.`;
    expect(refusal(() => absoluteLoss([], 0))).toBe(message('feature'));
    expect(refusal(() => hingeLoss([]))).toBe(message('feature'));
    expect(refusal(() => linearLoss([]))).toBe(message('slope'));
    expect(refusal(() => logisticLoss([]))).toBe(message('feature'));
    expect(refusal(() => maxAffineLoss([], []))).toBe('RangeError: slopes is empty; give at least one slope.');
    expect(refusal(() => maxAffineLoss([[]], [0]))).toBe(message('slopes[0]'));
    expect(refusal(() => quadraticLoss(1, []))).toBe(message('center'));
  });

  test('a negative curvature is refused', () => {
    expect(refusal(() => quadraticLoss(-0.5, [0]))).toBe(
      'RangeError: curvature is -0.5; give at least 0, or the loss is not convex.',
    );
    expect(refusal(() => quadraticLoss(toRational(ratio(-1, 3)), [0]))).toBe(
      'RangeError: curvature is -1/3; give at least 0, or the loss is not convex.',
    );
  });

  test('slopes and offsets that do not match are refused', () => {
    expect(refusal(() => maxAffineLoss([[1], [2]], [0]))).toBe(
      'RangeError: There are 2 slopes and 1 offsets; give as many of each.',
    );
    expect(refusal(() => maxAffineLoss([[1, 2], [3]], [0, 0]))).toBe(
      'RangeError: slopes[1] has 1 coordinates and slopes[0] 2; give as many to both.',
    );
  });
});
