import { describe, expect, test } from 'vitest';
import {
  abelClose,
  abelSummation,
  constantRateGap,
  distanceExpansion,
  type Sides,
  solvedInnerProduct,
} from '../../src/descent/step-identities.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import type { Rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { refusal } from './support.ts';

const of = toRational;
const shown = ({ left, right }: Sides<Rational>): string[] => [left.toString(), right.toString()];

describe('both sides by hand', () => {
  test('constantRateGap, zero at η = D / (G √T) only', () => {
    const gap = (eta: Rational) => shown(constantRateGap(Q, { D: of(3), G: of(2), eta, rootT: of(2) }));
    // 9/8 + 2 − 3
    expect(gap(of(1))).toEqual(['1/8', '1/8']);
    expect(gap(of(0.75))).toEqual(['0', '0']);
  });

  // θ = (1, 2), g = (3, −1), c = (0, 4), η = 1/2: θ − η g = (−1/2, 5/2).
  const run = [Q.vector([1, 2]), of(0.5), Q.vector([3, -1]), Q.vector([0, 4])] as const;

  test('distanceExpansion', () => {
    // 1/4 + 9/4 = 5 − 5 + 10/4
    expect(shown(distanceExpansion(Q, ...run))).toEqual(['5/2', '5/2']);
  });

  test('solvedInnerProduct', () => {
    // 3 + 2 = 5 − 5/2 + 10/4
    expect(shown(solvedInnerProduct(Q, ...run))).toEqual(['5', '5']);
  });

  test('abelSummation', () => {
    // (7 − 3)/2 + (3 − 5)/1 + (5 − 1)/(2/3)
    const sides = abelSummation(Q, [7, 3, 5, 1].map(of), [1, 0.5, ratio(1, 3)].map(of));
    expect(shown(sides)).toEqual(['6', '6']);
    expect(abelSummation(float64, [7, 3], [0.5])).toEqual({ left: 4, right: 4 });
  });

  test('abelClose', () => {
    expect(shown(abelClose(Q, of(8), [1, 0.5, ratio(1, 3)].map(of)))).toEqual(['12', '12']);
    expect(abelClose(float64, 8, [0.5])).toEqual({ left: 8, right: 8 });
  });
});

test('lengths that do not fit are refused', () => {
  expect(refusal(() => abelSummation(float64, [1, 2], [1, 1]))).toBe(
    'RangeError: a has 2 values for 2 rates eta; give one more value than rates.',
  );
  expect(refusal(() => abelSummation(float64, [1], []))).toBe('RangeError: eta has no rates; give at least one.');
  expect(refusal(() => abelClose(float64, 1, []))).toBe('RangeError: eta has no rates; give at least one.');
});
