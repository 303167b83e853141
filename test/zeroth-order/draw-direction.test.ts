import { describe, expect, test } from 'vitest';
import { stream } from '../../src/random/index.ts';
import { type DirectionSampler, drawDirection } from '../../src/zeroth-order/draw-direction.ts';

const KINDS = ['standard-normal', 'rademacher', 'sphere', 'coordinate'] as const satisfies readonly DirectionSampler[];
const squaredNorm = (u: readonly number[]): number => u.reduce((sum, x) => sum + x * x, 0);

describe('a drawn direction', () => {
  test.each(KINDS)('of kind %s has the coordinates asked for, the same for the same seed', (kind) => {
    const u = drawDirection(kind, 3, stream('seed'));
    expect(u).toHaveLength(3);
    expect(u.every(Number.isFinite)).toBe(true);
    expect(drawDirection(kind, 3, stream('seed'))).toEqual(u);
    expect(drawDirection(kind, 3, stream('another seed'))).not.toEqual(u);
  });

  test('has the length √d, except when it is normal', () => {
    const draws = stream(7737);
    for (let n = 0; n < 100; n++) {
      expect(squaredNorm(drawDirection('rademacher', 5, draws))).toBe(5);
      expect(squaredNorm(drawDirection('coordinate', 4, draws))).toBe(4);
      expect(squaredNorm(drawDirection('sphere', 5, draws))).toBeCloseTo(5, 12);
    }
    const lengths = Array.from({ length: 100 }, () => squaredNorm(drawDirection('standard-normal', 5, draws)));
    expect(Math.max(...lengths)).toBeGreaterThan(10);
    expect(Math.min(...lengths)).toBeLessThan(2.5);
  });

  test.each(['rademacher', 'sphere', 'coordinate'] as const)('of kind %s is a sign in one dimension', (kind) => {
    const draws = stream(7737);
    const drawn = Array.from({ length: 50 }, () => drawDirection(kind, 1, draws)[0]!);
    expect([...new Set(drawn)].sort()).toEqual([-1, 1]);
  });

  test('takes every sign pattern and every axis', () => {
    const draws = stream(7737);
    const kinds = (kind: DirectionSampler): number =>
      new Set(Array.from({ length: 200 }, () => drawDirection(kind, 3, draws).join(' '))).size;
    expect(kinds('rademacher')).toBe(8);
    expect(kinds('coordinate')).toBe(6);
  });

  test('names what is wrong with its arguments', () => {
    expect(() => drawDirection('sphere', 0, stream(1))).toThrow('dimension is 0; give the number of coordinates');
    expect(() => drawDirection('normal' as never, 2, stream(1))).toThrow("kind is normal; give 'standard-normal'");
  });
});
