import { expect, test } from 'vitest';
import { seedFor } from '../../src/law/seed.ts';

test('seeds depend on the number and the name, and replay on every machine', () => {
  expect(seedFor(9902, 'sgd.regret-bound')).toBe(267613283);
  const seeds = ['a', 'b', 'sgd.step'].flatMap((name) => [1, 2, 3].map((seed) => seedFor(seed, name)));
  expect(new Set(seeds).size).toBe(9);
  for (const seed of seeds) expect(Number.isInteger(seed) && Math.abs(seed) <= 2 ** 31).toBe(true);
});
