import { describe, expect, test } from 'vitest';
import { lineGradient, lineRegions, lineReward } from '../../src/bridge/line-regions.ts';
import { argmax } from '../../src/policy/softmax.ts';
import { stream } from '../../src/random/stream.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

const written = (slopes: ExactVector, offsets: ExactVector): string =>
  lineRegions(Q, { slopes: Q.vector(slopes), offsets: Q.vector(offsets) })
    .map(({ winner, to }) => (to === undefined ? `${winner}` : `${winner} <${to}<`))
    .join(' ');

describe('regions of the line', () => {
  test('are the upper envelope', () => {
    expect(written([0, 1], [0, 0])).toBe('0 <0< 1');
    expect(written([1, 0], [0, 0])).toBe('1 <0< 0');
    expect(written([-1, 0, 1], [0, 1, 0])).toBe('0 <-1< 1 <1< 2');
  });

  test('leave out what never wins, and among equal lines all but the first', () => {
    expect(written([-1, 0, 1], [0, 0, 0])).toBe('0 <0< 2');
    expect(written([-1, 0, 1], [0, -1, 0])).toBe('0 <0< 2');
    expect(written([1, 1, 1], [0, 2, 2])).toBe('1');
    expect(written([0, 1, 1], [0, 0, 0])).toBe('0 <0< 1');
  });

  test('have the winner found by comparing logits', () => {
    const draws = stream(7737);
    const whole = (): number => Math.floor(draws.uniform() * 9) - 4;
    for (let n = 0; n < 200; n++) {
      const classes = 2 + (n % 4);
      const slopes = Array.from({ length: classes }, whole);
      const offsets = Array.from({ length: classes }, whole);
      const regions = lineRegions(Q, { slopes: Q.vector(slopes), offsets: Q.vector(offsets) });
      for (let v = -9.25; v < 9; v += 0.5) {
        const region = regions.find(({ to }) => to === undefined || Q.compare(Q.of(v), to) < 0)!;
        const logits = Q.vector(slopes.map((slope, y) => slope * v + offsets[y]!));
        const best = logits[argmax(Q, logits)]!;
        expect(Q.compare(logits[region.winner]!, best)).toBe(0);
      }
    }
  });
});

describe('the Gaussian zeroth-order gradient on the line', () => {
  const regions = lineRegions(float64, { slopes: [-1, 0, 1], offsets: [0, 1, 0] });

  test('is the derivative of the expected reward', () => {
    const rewards = [2, 0, 5];
    const [theta, smoothing, h] = [0.3, 0.7, 1e-5];
    const slope =
      (lineReward(float64, regions, rewards, theta + h, smoothing) -
        lineReward(float64, regions, rewards, theta - h, smoothing)) /
      (2 * h);
    expect(lineGradient(float64, regions, rewards, theta, smoothing)).toBeCloseTo(slope, 8);
  });

  test('of a constant reward is 0, and its mean that reward', () => {
    expect(lineGradient(float64, regions, [3, 3, 3], 0.3, 0.7)).toBeCloseTo(0, 14);
    expect(lineReward(float64, regions, [3, 3, 3], 0.3, 0.7)).toBeCloseTo(3, 14);
  });
});
