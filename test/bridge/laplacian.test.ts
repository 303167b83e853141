import { describe, expect, test } from 'vitest';
import { gumbelMean, gumbelMoments } from '../../src/bridge/gumbel.ts';
import { edgeTable, laplacian, policyEdges } from '../../src/bridge/laplacian.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

describe('the Laplacian of the rewards', () => {
  test('compares each class with every other', () => {
    const edges = edgeTable(Q, 3, Q.vector([1, 2, 3]));
    expect(laplacian(Q, edges, Q.vector([0, 1, 5])).join(' ')).toBe('-11 -11 22');
  });

  test('with p_i p_j/τ is p∘(r − r̄)/τ', () => {
    const edges = policyEdges(Q, Q.vector([0.25, 0.75]), Q.of(2));
    expect(laplacian(Q, edges, Q.vector([1, 0])).join(' ')).toBe('3/32 -3/32');
  });

  test('needs one edge a pair', () => {
    expect(() => edgeTable(Q, 3, Q.vector([1, 2]))).toThrow('one a pair');
  });
});

describe('Gumbel noise of the winner', () => {
  test('is higher by −log p_k for the class that wins, lower for one that loses', () => {
    const own = { probability: 0.5, surprise: Math.LN2, reward: 1 };
    expect(gumbelMean(float64, own, 0, true)).toBe(Math.LN2);
    expect(gumbelMean(float64, own, 0, false)).toBe(-Math.LN2);
  });

  test('moves opposite logits oppositely', () => {
    const half = { probability: 0.5, surprise: Math.LN2 };
    const [first, second] = gumbelMoments(
      float64,
      [
        { ...half, reward: 1 },
        { ...half, reward: 0 },
      ],
      0.577,
    );
    expect(first).toBeCloseTo(Math.LN2 / 2, 15);
    expect(second).toBeCloseTo(-Math.LN2 / 2, 15);
  });
});
