import { expect, test } from 'vitest';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { dual } from '../../src/scalar/dual.ts';
import { filter } from '../../src/scalar/filter.ts';
import { oncePerReading } from '../../src/scalar/once-per-reading.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { series } from '../../src/scalar/series.ts';

test('a number is computed once for each reading, in that reading', () => {
  const asked: string[] = [];
  const third = oncePerReading(<S>(F: Algebra<S>): S => {
    asked.push(F.reading);
    return F.div(F.one, F.of(3));
  });
  expect(`${third(Q)}, ${third(Q)}`).toBe('1/3, 1/3');
  expect(filter.approximate(third(filter))).toBeCloseTo(1 / 3, 15);
  expect(asked).toEqual(['rational', 'filter']);
});

test('a reading over another is made once', () => {
  expect(dual(Q)).toBe(dual(Q));
  expect(dual(dual(Q))).not.toBe(dual(Q));
  expect(dual({ ...Q })).not.toBe(dual(Q));
  expect(series(Q, 3)).toBe(series(Q, 3));
});

test('series of more terms are another reading', () => {
  const orderOf = (terms: number) => {
    const E = series(Q, terms);
    return E.exp(E.epsilon).order;
  };
  expect([2, 5, 2].map(orderOf)).toEqual([2, 5, 2]);
});
