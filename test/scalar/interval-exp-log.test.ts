import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromDouble } from '../../src/scalar/exact.ts';
import { type Interval, interval } from '../../src/scalar/interval.ts';
import { expLog } from '../../src/scalar/interval-exp-log.ts';
import { roundings } from '../../src/scalar/interval-rounding.ts';
import { doubles, runs } from './containment.ts';
import { type MpfrOracle, mpfrOracle } from './mpfr-oracle.ts';

let oracle: MpfrOracle;
beforeAll(async () => {
  oracle = await mpfrOracle();
});

/** Both bounds of exp or log at one decimal number. */
function bounds(op: 'exp' | 'log', x: Decimal, digits: number, guardDigits?: number): readonly [string, string] {
  const [down, up] = roundings(digits);
  const functions = expLog(digits, guardDigits);
  return [functions[op](x, down).toString(), functions[op](x, up).toString()];
}

const decimal = (low: number, high: number, digits: bigint): fc.Arbitrary<Decimal> =>
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** digits }), fc.integer({ min: low, max: high }))
    .map(([m, e]) => new Decimal(`${m}e${e}`));

/** Arguments of every size, many of them with more digits than the result has. */
const positive = fc.oneof(decimal(-60, -15, 50n), decimal(-55, -45, 50n), decimal(-20, 300, 20n));
/** Near one, where log cancels. */
const nearOne = fc
  .tuple(fc.constantFrom(1, -1), decimal(-60, -11, 10n))
  .map(([s, d]) => new Decimal(1).plus(d.times(s)));
const moderate = fc
  .tuple(fc.constantFrom(1, -1), fc.oneof(decimal(-60, -45, 50n), decimal(-40, 0, 3n), decimal(-18, -12, 20n)))
  .map(([s, d]) => d.times(s));

const wide = Decimal.clone({ defaults: true, precision: 200 });

describe.each([20, 50])('at %i digits', (digits) => {
  test('exp encloses what MPFR says', () => {
    fc.assert(
      fc.property(moderate, (x) => {
        const [lower, upper] = bounds('exp', x, digits);
        expect(oracle.contains('exp', [x.toString()], lower, upper)).toBe(true);
      }),
      { seed: 1, numRuns: runs(1500, 60_000) },
    );
  });

  test('log encloses what MPFR says', () => {
    fc.assert(
      fc.property(fc.oneof(positive, nearOne), (x) => {
        const [lower, upper] = bounds('log', x, digits);
        expect(oracle.contains('log', [x.toString()], lower, upper)).toBe(true);
      }),
      { seed: 2, numRuns: runs(700, 60_000) },
    );
  });

  test('both are two units in the last place wide at most, also where log is near zero', () => {
    const units = ([lower, upper]: readonly [string, string]): number => {
      const [low, high] = [new wide(lower), new wide(upper)];
      return high
        .minus(low)
        .div(`1e${Math.max(low.e, high.e) - digits + 1}`)
        .toNumber();
    };
    fc.assert(
      fc.property(moderate, fc.oneof(nearOne, positive), (x, y) => {
        expect(units(bounds('exp', x, digits))).toBeLessThanOrEqual(2);
        if (!y.eq(1)) expect(units(bounds('log', y, digits))).toBeLessThanOrEqual(2);
      }),
      { seed: 3, numRuns: runs(300, 10_000) },
    );
  });
});

test('without guard digits the bounds are wide, but true', () => {
  fc.assert(
    fc.property(moderate, fc.oneof(positive, nearOne), fc.constantFrom(4, 20, 50), (x, y, digits) => {
      expect(oracle.contains('exp', [x.toString()], ...bounds('exp', x, digits, 0))).toBe(true);
      expect(oracle.contains('log', [y.toString()], ...bounds('log', y, digits, 0))).toBe(true);
    }),
    { seed: 7, numRuns: runs(1000, 60_000) },
  );
});

describe('the algebra', () => {
  const ends = ({ lo, hi }: Interval): [string, string] => [lo.toString(), hi.toString()];

  test.each([20, 40])('+ − × ÷ √ of doubles enclose what MPFR says at %i digits', (digits) => {
    const F = interval(digits);
    fc.assert(
      fc.property(doubles, doubles, (x, y) => {
        const text = [x, y].map(exactText);
        for (const op of ['add', 'sub', 'mul', 'div'] as const) {
          if (op === 'div' && y === 0) continue;
          expect(oracle.contains(op, text, ...ends(F[op](F.of(x), F.of(y))))).toBe(true);
        }
        const root = F.sqrt(F.of(Math.abs(x)));
        expect(oracle.contains('sqrt', [exactText(Math.abs(x))], ...ends(root))).toBe(true);
      }),
      { seed: 4, numRuns: runs(700, 50_000) },
    );
  });

  test.each([5, 30])('exp and log of doubles enclose what MPFR says at %i digits', (digits) => {
    const F = interval(digits);
    fc.assert(
      fc.property(doubles, (x) => {
        if (Math.abs(x) < 1e8) expect(oracle.contains('exp', [exactText(x)], ...ends(F.exp(F.of(x))))).toBe(true);
        if (x > 0) expect(oracle.contains('log', [exactText(x)], ...ends(F.log(F.of(x))))).toBe(true);
      }),
      { seed: 5, numRuns: runs(500, 50_000) },
    );
  });

  test('log undoes exp, exp turns sums into products', () => {
    const F = interval(30);
    const near = fc.integer({ min: -4000, max: 4000 }).map((n) => n / 64);
    fc.assert(
      fc.property(near, near, (x, y) => {
        const [a, b] = [F.of(x), F.of(y)];
        for (const zero of [
          F.sub(F.log(F.exp(a)), a),
          F.sub(F.exp(F.add(a, b)), F.mul(F.exp(a), F.exp(b))),
          F.sub(F.log(F.mul(F.exp(a), F.exp(b))), F.add(a, b)),
        ]) {
          expect(zero.lo.lte(0) && zero.hi.gte(0)).toBe(true);
        }
      }),
      { seed: 6, numRuns: runs(100, 5000) },
    );
  });
});

describe('where decimal.js itself rounds to the wrong side', () => {
  const [down, up] = roundings(20);

  test('exp(−7.47…) rounded down at 20 digits', () => {
    const x = new Decimal('-7.4731912611110241388117660157354880217291801316105587');
    expect(oracle.contains('exp', [x.toString()], ...bounds('exp', x, 20))).toBe(true);
    expect(new down.R(x).exp().gt(bounds('exp', x, 60)[1])).toBe(true);
  });

  test('ln(0.58…) rounded up', () => {
    const x = new Decimal('0.5806068117126510228621905484936685857512360165');
    for (const digits of [20, 40, 50]) {
      expect(oracle.contains('log', [x.toString()], ...bounds('log', x, digits))).toBe(true);
    }
  });

  test('the oracle catches an endpoint one unit inside the true value', () => {
    for (const op of ['exp', 'log'] as const) {
      const [lower, upper] = bounds(op, new Decimal('1.75'), 20);
      const unit = new Decimal('1e-19');
      expect(oracle.contains(op, ['1.75'], up.R.add(lower, unit).toString(), upper)).toBe(false);
      expect(oracle.contains(op, ['1.75'], lower, down.R.sub(upper, unit).toString())).toBe(false);
    }
  });
});

/** Decimal text of a double's exact value. */
function exactText(x: number): string {
  const { numerator, denominator } = fromDouble(x);
  const bits = denominator.toString(2).length - 1;
  return `${numerator * 5n ** BigInt(bits)}e-${bits}`;
}
