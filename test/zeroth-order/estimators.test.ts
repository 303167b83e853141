import { describe, expect, test } from 'vitest';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  empirical,
  meanBaseline,
  optimalBaseline,
  sampledOptimalBaseline,
  secondMoment,
} from '../../src/zeroth-order/baseline.ts';
import { centralDifference, simultaneousPerturbation } from '../../src/zeroth-order/central-difference.ts';
import { atoms } from '../../src/zeroth-order/directions.ts';
import {
  directionalEstimate,
  expectedVector,
  forwardDifference,
  sampledEstimate,
} from '../../src/zeroth-order/estimator.ts';
import {
  leaveOneOutEstimate,
  ownMeanBaselineEstimate,
  ownOptimalBaselineEstimate,
} from '../../src/zeroth-order/sampled-baseline.ts';

/** x + 3. */
const shifted = <S>({ add, of }: Algebra<S>, [x]: Vector<S>): S => add(x!, of(3));
/** 3a + b². */
const bowl = <S>({ add, mul, of, square }: Algebra<S>, [a, b]: Vector<S>): S => add(mul(of(3), a!), square(b!));

const vector = (...coordinates: number[]) => Q.vector(coordinates);
const text = (v: Vector<unknown>): string => v.join(' ');
const tenth = Q.div(Q.one, Q.of(10));

describe('one direction', () => {
  test('x + 3 at 0 along 1 with ε = 1/10: 1 with − f(x), 31 without it', () => {
    const [zero, one] = [vector(0), vector(1)];
    expect(text(forwardDifference(Q, shifted, zero, one, tenth))).toBe('1');
    expect(text(directionalEstimate(Q, shifted, zero, one, tenth, Q.zero))).toBe('31');
  });

  test('3a + b² at (1, 2) along (1, −1) with ε = 1/2', () => {
    const [x, u, half] = [vector(1, 2), vector(1, -1), Q.of(1 / 2)];
    // Ahead 4.5 + 2.25, behind 1.5 + 6.25, here 7.
    expect(text(forwardDifference(Q, bowl, x, u, half))).toBe('-1/2 1/2');
    expect(text(centralDifference(Q, bowl, x, u, half))).toBe('-1 1');
    expect(text(simultaneousPerturbation(Q, bowl, x, vector(2, -1), half))).toBe('1 -2');
    expect(centralDifference(float64, bowl, [1, 2], [1, -1], 0.5)).toEqual([-1, 1]);
  });

  test('simultaneous perturbation refuses a direction with a coordinate 0', () => {
    expect(() => simultaneousPerturbation(Q, bowl, vector(0, 0), vector(1, 0), Q.one)).toThrow('direction[1] is 0');
  });
});

describe('several directions', () => {
  const x = vector(0, 0);
  const directions = [vector(1, 0), vector(0, 2)];

  test('are averaged', () => {
    // 3 along the first axis, 4/1 · 2 along the second.
    expect(text(sampledEstimate(Q, bowl, x, directions, Q.one, Q.zero))).toBe('3/2 4');
    expect(() => sampledEstimate(Q, bowl, x, [], Q.one, Q.zero)).toThrow('directions is empty');
    expect(() => expectedVector(Q, [], (u) => u)).toThrow('atoms is empty');
  });

  test('have a mean and a weighted mean to take as baselines', () => {
    // Values 3 and 4, squared lengths 1 and 4.
    expect(`${meanBaseline(Q, bowl, x, directions, Q.one)}`).toBe('7/2');
    expect(`${sampledOptimalBaseline(Q, bowl, x, directions, Q.one)}`).toBe('19/5');
    expect(`${secondMoment(Q, bowl, x, empirical(Q, directions), Q.one, Q.of(3))}`).toBe('2');
  });

  test('estimate with baselines of their own', () => {
    expect(text(ownMeanBaselineEstimate(Q, bowl, x, directions, Q.one))).toBe('-1/4 1/2');
    expect(text(ownOptimalBaselineEstimate(Q, bowl, x, directions, Q.one))).toBe('-2/5 1/5');
    expect(text(leaveOneOutEstimate(Q, bowl, x, directions, Q.one))).toBe('-1/2 1');
    expect(() => leaveOneOutEstimate(Q, bowl, x, [vector(1, 0)], Q.one)).toThrow('There are 1 directions');
    for (const estimate of [ownOptimalBaselineEstimate, ownMeanBaselineEstimate]) {
      expect(() => estimate(Q, bowl, x, [], Q.one)).toThrow('directions is empty');
    }
  });

  test('that are all 0 estimate 0, and have no optimal baseline', () => {
    const still = [vector(0, 0), vector(0, 0)];
    expect(text(ownOptimalBaselineEstimate(Q, bowl, x, still, Q.one))).toBe('0 0');
    expect(() => sampledOptimalBaseline(Q, bowl, x, still, Q.one)).toThrow('Every direction is 0');
  });
});

test('for x and skewed directions the optimal baseline is x + 3ε/2', () => {
  const line = <S>(_: Algebra<S>, [x]: Vector<S>): S => x!;
  const skewed = atoms(Q, { kind: 'skewed', dimension: 1 });
  expect(`${optimalBaseline(Q, line, vector(5), skewed, tenth)}`).toBe('103/20');
});
