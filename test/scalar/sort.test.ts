import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { sortDescending } from '../../src/scalar/sort.ts';
import { ends, runs, shown, smallRational } from '../convex/support.ts';

describe('sortDescending', () => {
  // A network of (max, min) pairs that sorts every 0-1 input sorts every input (Knuth, theorem Z).
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])('sorts every 0-1 input of length %i', (n) => {
    for (let bits = 0; bits < 2 ** n; bits++) {
      const x = Array.from({ length: n }, (_, i) => (bits >> i) & 1);
      const ones = x.filter((b) => b === 1).length;
      expect(sortDescending(float64, x).join('')).toBe('1'.repeat(ones) + '0'.repeat(n - ones));
    }
  });

  test('sorts fractions, ties included, and leaves its argument alone', () => {
    fc.assert(
      fc.property(fc.array(smallRational, { maxLength: 40 }), (x) => {
        const before = shown(x);
        expect(shown(sortDescending(Q, x))).toEqual(shown([...x].sort((a, b) => compare(b, a))));
        expect(shown(x)).toEqual(before);
      }),
      runs(200),
    );
  });

  test('encloses each place when the order is not decided', () => {
    const third = filter.div(filter.one, filter.of(3));
    const overlapping = [filter.add(filter.one, third), filter.between(0, 2), filter.between(1, 3)];
    expect(sortDescending(filter, overlapping).map((c) => ends(c).map(Math.round))).toEqual([
      [1, 3],
      [1, 2],
      [0, 1],
    ]);
  });

  test('the filter puts numbers in the same places, and ranges among them', () => {
    const third = filter.div(filter.one, filter.of(3));
    const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 30, arbitrary: number }, fc.constant(third)), { maxLength: 40 }), (x) => {
        const before = [...x];
        const positive = (list: typeof x) => list.map((each) => ends(each).map((end) => end + 0)); // −0 + 0 is 0
        expect(positive([...filter.descending(x)])).toEqual(positive([...sortDescending(filter, x)]));
        expect(x).toEqual(before);
      }),
      runs(500),
    );
  });
});
