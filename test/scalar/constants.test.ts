import { describe, expect, test } from 'vitest';
import { PI_BOUNDS, pi, rootOfTwoPi } from '../../src/scalar/constants.ts';
import { filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { add, compare, mul, type Rational, rational, sub } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';

/** Two sums that lie on both sides of arctan(1/q): its alternating series, broken off after n and after n + 1 terms. */
function arctangent(q: bigint, n: number): readonly [Rational, Rational] {
  let previous = rational(0n);
  let sum = rational(0n);
  for (let k = 0; k <= n; k++) {
    const odd = 2n * BigInt(k) + 1n;
    previous = sum;
    sum = add(sum, rational(k % 2 === 0 ? 1n : -1n, odd * q ** odd));
  }
  return compare(previous, sum) < 0 ? [previous, sum] : [sum, previous];
}

describe('π', () => {
  test('lies between the two fractions, by Machin’s 16 arctan(1/5) − 4 arctan(1/239)', () => {
    const [low, high] = arctangent(5n, 252);
    const [lowRest, highRest] = arctangent(239n, 75);
    const [sixteen, four] = [rational(16n), rational(4n)];
    const [lower, upper] = PI_BOUNDS;
    expect(compare(lower, sub(mul(sixteen, low), mul(four, highRest)))).toBe(-1);
    expect(compare(sub(mul(sixteen, high), mul(four, lowRest)), upper)).toBe(-1);
    expect(compare(sub(upper, lower), rational(1n, 10n ** 350n))).toBe(0);
  });

  test('is the nearest double in float64, one unit wide in the filter, and as narrow as the digits elsewhere', () => {
    expect(pi(float64)).toBe(Math.PI);
    expect([lowerEnd(pi(filter)), upperEnd(pi(filter))]).toEqual([Math.PI, Math.PI + 2 ** -51]);
    const { lo, hi } = pi(interval(320));
    expect(hi.minus(lo).e).toBe(-319);
    expect(pi(interval(320))).toBe(pi(interval(320)));
  });

  test('√(2π) squared is 2π', () => {
    for (const F of [interval(40), interval(320)]) {
      const difference = F.sub(F.square(rootOfTwoPi(F)), F.mul(F.of(2), pi(F)));
      expect(difference.lo.lte(0) && difference.hi.gte(0)).toBe(true);
    }
    expect(rootOfTwoPi(float64)).toBe(Math.sqrt(2 * Math.PI));
  });

  test('has no place among exact numbers', () => {
    expect(() => pi(rationalReading)).toThrow('rational holds one value');
    expect(() => pi(surd())).toThrow('surd holds one value');
  });
});
