import { expect, test } from 'vitest';
import { stream } from '../../src/random/index.ts';

test('a seed gives the same draws on every machine', () => {
  const draws = stream('gradient-laws');
  expect([draws.uniform(), draws.uniform(), draws.uniform()]).toEqual([
    0.061233982119663244, 0.14085708846916856, 0.8000389899080099,
  ]);
  expect([draws.bits32(), draws.bits32()]).toEqual([617413504, 3233732735]);
  expect(stream(7).uniform()).toBe(0.3645951841044893);
});

test('a number and its text are the same seed; other seeds have other draws', () => {
  expect(stream(7).uniform()).toBe(stream('7').uniform());
  expect(stream(0).uniform()).toBe(stream(-0).uniform());
  const first = ['a', 'b', ' ', 0, 1, -1, 0.5].map((seed) => stream(seed).uniform());
  expect(new Set(first).size).toBe(first.length);
});

test('uniform draws are multiples of 2^-53 in [0, 1) and use all bits; 32-bit draws are whole numbers', () => {
  const draws = stream('bits');
  let uniformBits = 0n;
  let integerBits = 0;
  for (let n = 0; n < 1000; n++) {
    const u = draws.uniform();
    expect(u >= 0 && u < 1 && Number.isInteger(u * 2 ** 53)).toBe(true);
    uniformBits |= BigInt(u * 2 ** 53);
    const k = draws.bits32();
    expect(Number.isInteger(k) && k >= 0 && k < 2 ** 32).toBe(true);
    integerBits |= k;
  }
  expect(uniformBits).toBe(2n ** 53n - 1n);
  expect(integerBits >>> 0).toBe(2 ** 32 - 1);
});

test.each([
  ['', /seed is empty; give/],
  [Number.NaN, /seed is NaN; give/],
  [Number.POSITIVE_INFINITY, /seed is Infinity; give/],
  [undefined as unknown as string, /seed is undefined; give/],
])('the seed %j is refused: it would repeat one stream in silence', (seed, message) => {
  expect(() => stream(seed)).toThrow(RangeError);
  expect(() => stream(seed)).toThrow(message);
});
