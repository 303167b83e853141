import { describe, expect, test } from 'vitest';
import { abelAnyLaw, abelBoundLaw, abelLaws } from '../../../properties/9902-sgd/derivation-abel.ts';
import { breaking, caughtBy, testExpectations } from '../law-checks.ts';
import { sizeOf } from './run-size.ts';

testExpectations(abelLaws);

describe('A-(14)', () => {
  test.each([
    ['nonincreasing-rates', 2],
    ['positive-rates', 1],
    ['distance-bound', 1],
  ])('line 2 needs %s: %i steps show it', (name, steps) => {
    expect(sizeOf(breaking(abelBoundLaw, name))).toEqual([steps, 1]);
  });

  test('the smallest sums by parts that go wrong', () => {
    expect(caughtBy(abelAnyLaw, 'last-term-forgotten')).toEqual({ a: [0, 1], rates: [1] });
    expect(caughtBy(abelAnyLaw, 'missing-half')).toEqual({ a: [0, 1], rates: [1] });
    expect(caughtBy(abelAnyLaw, 'rate-index-off-by-one')).toEqual({ a: [0, 0, 1], rates: [1, -1] });
  });

  test('numbers and rates from a file must fit', () => {
    const { decode } = abelAnyLaw.instances;
    expect(decode({ a: ['1/3', 0], rates: [-2] })).toMatchObject({ rates: [-2] });
    expect(() => decode({ a: [1], rates: [1] })).toThrow('give one more a than rates');
    expect(() => decode({ a: [1, 2], rates: [0] })).toThrow('nonzero rates');
  });
});
