import { describe, expect, test } from 'vitest';
import { termReading } from '../../../proofs/theorem/terms.ts';
import { Unavailable } from '../../../src/scalar/algebra.ts';

const { made, exact, coordinates, space } = termReading();
const [a, b, c] = [made('a'), made('b'), made('c')];

describe('a term is what was done to what', () => {
  const { add, mul, neg, of, sub, sum, zero } = coordinates;

  test('the same again is the same', () => {
    expect(made('a')).toBe(a);
    expect(add(a, mul(b, c))).toBe(add(a, mul(b, c)));
    expect(of(2)).toBe(of(2));
    expect(sum([a, b])).toBe(add(add(zero, a), b));
    expect(space.axpy(neg(a), b, c)).toBe(space.axpy(neg(a), b, c));
  });

  test('another operation, another order, and what would only come to the same, are others', () => {
    const different = [a, b, add(a, b), add(b, a), sub(a, b), mul(a, b), neg(neg(a)), add(a, zero), of(2), of(3)];
    expect(new Set(different).size).toBe(different.length);
    expect(made('f', a, b)).not.toBe(made('f', made('f', a), b));
    expect(add(a, add(b, c))).not.toBe(add(add(a, b), c));
  });

  test('what stands for a term in an instance is read as it', () => {
    expect(of(exact(a))).toBe(a);
    expect(coordinates.vector([exact(a), exact(b)])).toEqual([a, b]);
  });

  test('another reading has other terms', () => {
    expect(termReading().made('a')).not.toBe(a);
  });

  test('nothing is decided', () => {
    expect(() => coordinates.sign(a)).toThrow(Unavailable);
    expect(() => coordinates.compare(a, a)).toThrow(Unavailable);
    expect(() => coordinates.approximate(a)).toThrow('Nothing is known of a term, so that it has no double.');
  });
});
