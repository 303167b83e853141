import { expect, test } from 'vitest';
import { naturalLogarithm, type RandomStream, standardGumbel, stream } from '../../src/random/index.ts';

const always = (uniform: number): RandomStream => ({ uniform: () => uniform, bits32: () => 0 });

test('a seed gives the same Gumbel draws on every machine', () => {
  const draws = stream('gradient-laws');
  expect([1, 2, 3].map(() => standardGumbel(draws))).toEqual([
    -1.0271352556955349, -0.6729492995350705, 1.5001584179893008,
  ]);
});

test('the least and the largest uniform both give a finite draw, and a larger uniform a larger one', () => {
  expect(standardGumbel(always(0))).toBe(-3.6037789929704576);
  expect(standardGumbel(always(1 - 2 ** -53))).toBe(36.7368005696771);
  expect(standardGumbel(always(0))).toBe(-naturalLogarithm(53 * naturalLogarithm(2)));
  const rising = [0, 0.1, 0.3, 0.5, 0.9, 1 - 2 ** -53].map((u) => standardGumbel(always(u)));
  expect(rising).toEqual(rising.toSorted((a, b) => a - b));
});
