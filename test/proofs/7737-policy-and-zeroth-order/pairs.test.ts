import { describe, expect, test } from 'vitest';
import { exponents, PAIRED } from '../../../proofs/7737-policy-and-zeroth-order/shapes.ts';
import { permutations } from '../../../src/policy/rearrangement.ts';

const NUMBERINGS = permutations(4);

/** Two monomials, whichever is the first and however the coordinates are numbered. */
const pair = (a: readonly number[], b: readonly number[]): string =>
  NUMBERINGS.flatMap((order) => {
    const [x, y] = [a, b].map((powers) => order.map((i) => powers[i]!).join(''));
    return [`${x} ${y}`, `${y} ${x}`];
  }).sort()[0]!;

const pairs = (monomials: readonly (readonly number[])[]) =>
  new Set(monomials.flatMap((a) => monomials.map((b) => pair(a, b))));

describe('the monomials of which second moments are read', () => {
  const every = exponents(4, 3);

  test('are some of the cubics of four variables', () => {
    expect(every).toHaveLength(35);
    for (const powers of PAIRED) expect(every).toContainEqual(powers);
    expect(new Set(PAIRED.map(String)).size).toBe(PAIRED.length);
  });

  test('have every pair of these among them, when the coordinates are numbered otherwise', () => {
    expect(pairs(every).size).toBe(60);
    expect(pairs(PAIRED)).toEqual(pairs(every));
  });

  test.each(PAIRED.map((powers, left) => [powers.join(''), left]))('are all needed: %s', (_, left) => {
    expect(pairs(PAIRED.filter((_, i) => i !== left)).size).toBeLessThan(60);
  });
});
