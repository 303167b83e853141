import { describe, expect, test } from 'vitest';
import {
  arrangedLike,
  descendingOrder,
  permutations,
  rearranged,
  similarlyOrdered,
} from '../../src/policy/rearrangement.ts';
import { float64 } from '../../src/scalar/float64.ts';

describe('rearrangements', () => {
  test('takes entry i from the index that the order names', () => {
    expect(rearranged(['x', 'y', 'z'], [2, 0, 1])).toEqual(['z', 'x', 'y']);
  });

  test('refuses an order that leaves an index out', () => {
    for (const order of [[0, 0], [0], [1, 2], [0, 1, 2]]) {
      expect(() => rearranged([1, 2], order)).toThrow(RangeError);
      expect(() => rearranged([1, 2], order)).toThrow('give each index from 0 to 1 once');
    }
  });

  test('lists every order once, the sorted one first', () => {
    expect(permutations(0)).toEqual([[]]);
    expect(permutations(3)).toEqual([
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]);
    expect(new Set(permutations(6).map(String)).size).toBe(720);
  });

  test('tells a similar order from an opposite pair; ties go with everything', () => {
    expect(similarlyOrdered(float64, [3, 1, 2], [9, 7, 8])).toBe(true);
    expect(similarlyOrdered(float64, [3, 1, 2], [9, 8, 7])).toBe(false);
    expect(similarlyOrdered(float64, [1, 1, 0], [5, 6, 0])).toBe(true);
    expect(similarlyOrdered(float64, [1, 0], [5, 5])).toBe(true);
    expect(similarlyOrdered(float64, [1], [2])).toBe(true);
  });

  test('sorts indices by value, ties by index', () => {
    expect(descendingOrder(float64, [1, 3, 1, 2])).toEqual([1, 3, 0, 2]);
  });

  test('arranges values like a guide', () => {
    expect(arrangedLike(float64, [1, 2, 3, 4], [0, 9, 5, 7])).toEqual([1, 4, 2, 3]);
    expect(arrangedLike(float64, [1, 2, 3], [4, 4, 4])).toEqual([3, 2, 1]);
    expect(arrangedLike(float64, [], [])).toEqual([]);
  });
});
