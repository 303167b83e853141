import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { winningProbability } from '../../src/bridge/probit.ts';
import { argmaxEdge } from '../../src/bridge/probit-edges.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { normalDensity } from '../../src/scalar/normal.ts';
import { rational } from '../../src/scalar/rational.ts';
import { runs } from '../scalar/containment.ts';

const F40 = interval(40);
const logit = fc.integer({ min: -48, max: 48 }).map((n) => n / 16);
const smoothings = fc.constantFrom(0.25, 0.5, 1, 3);

/** Whether two enclosures share a point, and how wide their difference is beside the second. */
function relativeGap<S>(F: Algebra<S>, a: S, b: S): number {
  const [lower, upper] = F.enclosure(F.sub(a, b)).map(Number);
  expect(lower! <= 0 && upper! >= 0).toBe(true);
  return (upper! - lower!) / F.approximate(b);
}

describe('w_ij', () => {
  test('of two classes is φ(m/(ε√2))/(ε√2)', () => {
    const smoothing = F40.div(F40.of(0.25), F40.sqrt(F40.of(2)));
    const edge = argmaxEdge(F40, [F40.one, F40.zero], smoothing, 0, 1);
    const step = F40.mul(F40.of(4), normalDensity(F40, F40.of(4)));
    expect(relativeGap(F40, edge, step)).toBeLessThan(1e-36);
    expect(F40.approximate(edge).toPrecision(6)).toBe('0.000535321');
  });

  test('is the same both ways, positive, and near in float64', () => {
    fc.assert(
      fc.property(fc.array(logit, { minLength: 2, maxLength: 6 }), smoothings, (logits, smoothing) => {
        const [i, j] = [0, logits.length - 1];
        const edge = argmaxEdge(filter, logits, smoothing, i, j);
        expect(relativeGap(filter, argmaxEdge(filter, logits, smoothing, j, i), edge)).toBeLessThan(1e-11);
        expect(filter.sign(edge)).toBe(1);
        expect(argmaxEdge(float64, logits, smoothing, i, j) / filter.approximate(edge)).toBeCloseTo(1, 11);
      }),
      { seed: 1, numRuns: runs(60, 2000) },
    );
  });

  // (P(z) − P(z + δ e_j)) / δ is −∂P/∂z_j somewhere between: on the range, the edge must hold it.
  test.each([2, 3, 4, 5])('is minus the slope of P(argmax = i) in z_j, for %i classes', (classes) => {
    const step = 2 ** -16;
    fc.assert(
      fc.property(fc.array(logit, { minLength: classes, maxLength: classes }), smoothings, (logits, smoothing) => {
        const [i, j] = [0, classes - 1];
        const moved = (z: number | ReturnType<typeof filter.between>) => logits.map((old, k) => (k === j ? z : old));
        const before = winningProbability(filter, logits, smoothing, i);
        const after = winningProbability(filter, moved(logits[j]! + step), smoothing, i);
        const edge = argmaxEdge(filter, moved(filter.between(logits[j]!, logits[j]! + step)), smoothing, i, j);
        const slope = filter.div(filter.sub(before, after), step);
        const [lower, upper] = filter.enclosure(filter.sub(slope, edge)).map(Number);
        expect(lower! <= 0 && upper! >= 0).toBe(true);
        expect(upper! - lower!).toBeLessThan(1e-2 * filter.approximate(edge) + 1e-8);
      }),
      { seed: 2, numRuns: runs(25, 1000) },
    );
  });
});

describe('directions of the two gradients in the logits', () => {
  /** Σ_y w_ky (r_k − r_y) for each k. */
  const laplacian = <S>(F: Algebra<S>, rewards: Vector<S>, weight: (i: number, j: number) => S): Vector<S> =>
    rewards.map((own, k) =>
      F.sum(rewards.flatMap((other, y) => (y === k ? [] : [F.mul(weight(k, y), F.sub(own, other))]))),
    );

  const cosine = <S>(F: Algebra<S>, z: readonly Exact[], r: readonly Exact[], smoothing: Exact): S => {
    const [logits, rewards] = [F.vector(z), F.vector(r)];
    const weights = logits.map(F.exp);
    const product = (i: number, j: number): S => F.mul(weights[i]!, weights[j]!); // p_i p_j up to a positive factor
    const policy = laplacian(F, rewards, product);
    const zerothOrder = laplacian(F, rewards, (i, j) => argmaxEdge(F, logits, F.of(smoothing), i, j));
    return F.div(F.dot(policy, zerothOrder), F.mul(F.norm(policy), F.norm(zerothOrder)));
  };

  test.each<[z: readonly number[], r: readonly number[], smoothing: Exact, cosine: string]>([
    [[0, -2, -4], [0, 1, -100], 0.5, '-34128558020983'],
    [[0, -4, -6], [0, 1, -1000], 0.5, '-48069327405715'],
    [[0, -2, -3], [0, 1, -10], rational(3n, 10n), '-15269810308230'],
    [[0, -1, -3], [1, 0, 0], 0.5, '99403514483417'],
  ])('z = %j, r = %j', (z, r, smoothing, digits) => {
    const value = cosine(F40, z, r, smoothing);
    const unit = 10n ** 14n;
    expect(F40.compare(F40.of(rational(BigInt(digits) - 1n, unit)), value)).toBe(-1);
    expect(F40.compare(value, F40.of(rational(BigInt(digits) + 1n, unit)))).toBe(-1);
  });
});

test('errors name the argument', () => {
  expect(() => argmaxEdge(float64, [1], 1, 0, 0)).toThrow('logits has 1 classes; give at least two.');
  expect(() => argmaxEdge(float64, [1, 2], 1, 1, 1)).toThrow('i and j are both 1; give two different classes.');
  expect(() => argmaxEdge(float64, [1, 2], 1, 0, -1)).toThrow('j is -1; give a class from 0 to 1.');
  expect(() => argmaxEdge(filter, [1, 2], -0.5, 0, 1)).toThrow('smoothing is -0.5; give a positive number.');
});
