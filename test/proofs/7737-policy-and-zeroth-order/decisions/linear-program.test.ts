import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nonnegativeCombination } from '../../../../proofs/7737-policy-and-zeroth-order/decisions/linear-program.ts';
import { add, constant, equal, mul, type Polynomial, symbol } from '../../../../proofs/kernel/polynomial.ts';
import { type Rational, rational, signOf } from '../../../../src/scalar/rational.ts';

const zero = constant(rational(0n));
const [x, y] = [symbol('x'), symbol('y')];
const scale = (c: Rational, p: Polynomial): Polynomial => mul(constant(c), p);
const combination = (columns: readonly Polynomial[], multipliers: readonly number[]): Polynomial =>
  columns.reduce((sum, column, j) => add(sum, scale(rational(BigInt(multipliers[j]!)), column)), zero);
const minus = (p: Polynomial): Polynomial => scale(rational(-1n), p);

describe('multipliers that are not negative', () => {
  test('of x and y − x make y', () => {
    const found = nonnegativeCombination([x, add(y, minus(x))], y);
    expect(found?.map(String)).toEqual(['1', '1']);
  });
  test('make nothing that has another sign', () => {
    expect(nonnegativeCombination([x, y], minus(x))).toBeUndefined();
    expect(nonnegativeCombination([x, add(y, minus(x))], add(x, minus(y)))).toBeUndefined();
  });
  test('are positive for a gain, where they can be', () => {
    const columns = [x, y, minus(x)];
    const found = nonnegativeCombination(columns, zero, [true, false, false]);
    expect(signOf(found![0]!)).toBe(1);
    expect(nonnegativeCombination(columns, zero, [false, true, false])).toBeUndefined();
  });
  test('are found where there are some, and are some', () => {
    const small = fc.integer({ min: -2, max: 2 });
    const column = fc
      .tuple(small, small, small)
      .map(([a, b, c]) => combination([x, y, constant(rational(1n))], [a, b, c]));
    const drawn = fc.array(fc.tuple(column, fc.nat(3)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(drawn, (pairs) => {
        const columns = pairs.map(([each]) => each);
        const target = combination(
          columns,
          pairs.map(([, times]) => times),
        );
        const found = nonnegativeCombination(columns, target)!;
        const sum = columns.reduce((total, each, j) => add(total, scale(found[j]!, each)), zero);
        return found.every((times) => signOf(times) >= 0) && equal(sum, target);
      }),
      { numRuns: 200, seed: 7737 },
    );
  });
});
