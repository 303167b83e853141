import { describe, expect, test } from 'vitest';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  alternatingDescent,
  onBlock,
  zerothOrderDescent,
  zerothOrderGradient,
} from '../../src/zeroth-order/descent.ts';

/** θ₁² + 3 θ₂. */
const objective = <S>({ add, mul, of, square }: Algebra<S>, theta: Vector<S>): S =>
  add(square(theta[0]!), mul(of(3), theta[1]!));
const identity = <V>(x: V): V => x;
const text = (v: Vector<unknown>): string => v.join(' ');

describe('zeroth-order descent', () => {
  test('takes the steps that the forward differences say, in exact fractions', () => {
    const run = zerothOrderDescent(Q, {
      objective,
      start: Q.vector([1, 0]),
      horizon: 2,
      smoothing: Q.of(0.5),
      direction: (t) => Q.vector(t === 1 ? [1, 0] : [0, 1]),
      rate: () => Q.of(0.25),
      project: identity,
    });
    // (1.5² − 1)/0.5 = 5/2 along the first axis, then 3 along the second.
    expect(run.gradients.map(text)).toEqual(['5/2 0', '0 3']);
    expect(run.iterates.map(text)).toEqual(['1 0', '3/8 0', '3/8 -3/4']);
  });

  test('reaches the minimum of a smooth function', () => {
    const signs = [
      [1, 1],
      [1, -1],
    ];
    const run = zerothOrderDescent(float64, {
      objective: ({ add, of, square, sub }, theta) => add(square(sub(theta[0]!, of(1))), square(theta[1]!)),
      start: [3, -2],
      horizon: 200,
      smoothing: 2 ** -20,
      direction: (t) => signs[t % 2]!,
      rate: () => 0.2,
      project: identity,
    });
    expect(run.iterates.at(-1)![0]).toBeCloseTo(1, 5);
    expect(run.iterates.at(-1)![1]).toBeCloseTo(0, 5);
  });
});

describe('a direction on a block', () => {
  test('leaves the other parameters alone', () => {
    expect(text(onBlock(Q, [2, 0], 4, Q.vector([5, 7])))).toBe('7 0 5 0');
    const gradient = zerothOrderGradient(Q, {
      objective,
      smoothing: Q.one,
      direction: () => onBlock(Q, [1], 2, Q.vector([1])),
    });
    expect(text(gradient(1, Q.vector([4, 4])))).toBe('0 3');
  });

  test('names what is wrong with it', () => {
    expect(() => onBlock(float64, [0, 0], 2, [1, 1])).toThrow('block is [0, 0] for 2 coordinates; name one parameter');
    expect(() => onBlock(float64, [0], 2, [1, 1])).toThrow('block is [0] for 2 coordinates');
    expect(() => onBlock(float64, [2], 2, [1])).toThrow('block names parameter 2; give indices from 0 to 1');
  });
});

describe('the alternating scheme', () => {
  test('takes the differentiable loss in odd steps and the other in even ones, each with its rate', () => {
    const run = alternatingDescent(Q, {
      start: Q.vector([0]),
      horizon: 3,
      project: identity,
      differentiable: { gradient: () => Q.vector([-1]), rate: () => Q.of(10) },
      other: { gradient: () => Q.vector([1]), rate: () => Q.of(0.5) },
    });
    expect(run.iterates.map(text)).toEqual(['0', '10', '19/2', '39/2']);
    expect(run.rates.map(String)).toEqual(['10', '1/2', '10']);
  });
});
