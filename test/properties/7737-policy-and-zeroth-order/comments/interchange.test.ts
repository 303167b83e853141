import { describe, expect, test } from 'vitest';
import {
  infiniteClasses,
  interchangeLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/comments/interchange.ts';
import { isTrue } from '../../../../src/law/decide.ts';
import { statementAbout } from '../../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

describe('infinitely many classes', () => {
  testExpectations(interchangeLaws);

  test('give the expected reward θ at every 1/n and between', () => {
    for (const denominator of [1, 2, 3, 7, 64]) {
      for (const numerator of [1, 2, 3].filter((k) => k <= denominator)) {
        expect(isTrue(statementAbout(infiniteClasses, { numerator, denominator, classes: 3 }))).toBe(true);
      }
    }
  });

  test('may not be cut off', () => {
    expect(caughtBy(infiniteClasses, 'classes-cut-off')).toEqual({ numerator: 1, denominator: 2, classes: 1 });
    expect(caughtBy(infiniteClasses, 'sum-of-gradients')).toEqual({ numerator: 1, denominator: 1, classes: 1 });
  });

  test('have parameters up to 1', () => {
    const { decode } = infiniteClasses.instances;
    expect(() => decode({ numerator: 2, denominator: 1, classes: 1 })).toThrow('θ is 2/1; give 0 < θ ≤ 1.');
    expect(decode({ numerator: 1, denominator: 2, classes: 1 })).toEqual({ numerator: 1, denominator: 2, classes: 1 });
  });
});
