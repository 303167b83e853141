import { describe, expect, test } from 'vitest';
import { decide } from '../../src/law/decide.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { enclosed, fraction, withRemainder } from '../../src/scalar/enclosed.ts';
import { equal } from '../../src/scalar/relation.ts';

describe('what is known by its bounds only', () => {
  const quarter = <S>(F: Algebra<S>): S => F.of(0.25);

  test.each<readonly [string, <S>(F: Algebra<S>) => S]>([
    ['a number between 0 and 1', (F) => enclosed(F, 0, 1)],
    ['a fraction', fraction],
    ['1 within a quarter', (F) => withRemainder(F, F.one, quarter(F))],
  ])('%s need not equal another one', (_, some) => {
    expect(decide((F) => equal(some(F), some(F))).outcome).toBe('undecided');
  });

  test('equals itself', () => {
    const once = decide((F) => {
      const some = withRemainder(F, F.one, quarter(F));
      return equal(some, some);
    });
    expect(once.outcome).toBe('holds');
  });
});
