import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromDouble } from '../../src/scalar/exact.ts';
import { Enclosure, type Filtered, filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { interval } from '../../src/scalar/interval.ts';
import { anyDouble, doubles, extreme, runs } from './containment.ts';
import { type MpfrOracle, mpfrOracle } from './mpfr-oracle.ts';

let oracle: MpfrOracle;
beforeAll(async () => {
  oracle = await mpfrOracle();
});

type Operation = 'exp' | 'log';

/** A double of the range, all its bits in use. */
const uniform = (min: number, max: number): fc.Arbitrary<number> =>
  fc.maxSafeNat().map((n) => min + (max - min) * (n / 2 ** 53));
/** One of the doubles near x, up to `most` units in the last place away. */
const near = (x: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: -most, max: most }).map((n) => x + n * Math.abs(x) * 2 ** -53);
const logScale: fc.Arbitrary<number> = fc
  .tuple(uniform(1, 2), fc.integer({ min: -80, max: 9 }), fc.constantFrom(1, -1))
  .map(([m, e, side]) => side * m * 2 ** e);

const finite = (x: number): boolean => Number.isFinite(x);

/** Arguments of exp: its whole range, the seams where k changes, and the places where doubles end. */
const exponents: fc.Arbitrary<number> = fc
  .oneof(
    uniform(-2, 2),
    uniform(-746, 711),
    logScale,
    fc.integer({ min: -2152, max: 2048 }).chain((halves) => near((halves / 2) * Math.LN2, 4)),
    fc.constantFrom(-746, -745.1332191019412, -744.4400719213812, -708.3964185322641, 709.782712893384, 710),
    uniform(-745.2, -708),
    uniform(709.7, 709.8),
    doubles,
  )
  .filter(finite);

/** Arguments of log: all sizes, near one, the seam at √2 · 2^e, subnormal and huge. */
const positives: fc.Arbitrary<number> = fc
  .oneof(
    uniform(0.5, 2),
    logScale.map((x) => 1 + x / 2 ** 10),
    fc.integer({ min: -1074, max: 1023 }).chain((e) => near(2 ** e, 4)),
    fc.integer({ min: -1070, max: 1022 }).chain((e) => near(Math.SQRT2 * 2 ** e, 4)),
    fc.nat(2 ** 20).map((n) => n * Number.MIN_VALUE),
    extreme,
    doubles,
    anyDouble,
  )
  .map(Math.abs)
  .filter((x) => x > 0 && finite(x));

const argumentsOf = { exp: exponents, log: positives } as const;
const operations = ['exp', 'log'] as const;

/** Decimal text of a double's exact value. */
function exactText(x: number): string {
  if (!finite(x)) return `${x}`;
  const { numerator, denominator } = fromDouble(x);
  const bits = denominator.toString(2).length - 1;
  return `${numerator * 5n ** BigInt(bits)}e-${bits}`;
}

const holds = (op: Operation, x: number, result: Filtered): boolean =>
  oracle.contains(op, [exactText(x)], exactText(lowerEnd(result)), exactText(upperEnd(result)));

const relativeWidth = (a: Filtered): number =>
  (upperEnd(a) - lowerEnd(a)) / Math.min(Math.abs(lowerEnd(a)), Math.abs(upperEnd(a)));

describe.each(operations)('%s', (op) => {
  test('of a double holds what MPFR says', () => {
    fc.assert(
      fc.property(argumentsOf[op], (x) => {
        expect(holds(op, x, filter[op](x))).toBe(true);
      }),
      { seed: 1, numRuns: runs(5000, 150_000) },
    );
  });

  test('of an interval holds the result at both ends, and is no wider than they are', () => {
    fc.assert(
      fc.property(argumentsOf[op], argumentsOf[op], (x, y) => {
        fc.pre(x !== y);
        const [p, q] = [Math.min(x, y), Math.max(x, y)];
        const result = filter[op](new Enclosure(p, q));
        expect(holds(op, p, result) && holds(op, q, result)).toBe(true);
        expect([lowerEnd(result), upperEnd(result)]).toEqual([lowerEnd(filter[op](p)), upperEnd(filter[op](q))]);
      }),
      { seed: 2, numRuns: runs(1000, 40_000) },
    );
  });

  test('holds the interval at 60 digits', () => {
    const F = interval(60);
    fc.assert(
      fc.property(argumentsOf[op], (x) => {
        fc.pre(x !== (op === 'exp' ? 0 : 1));
        const result = filter[op](x);
        const reference = F[op](F.of(x));
        expect(new Decimal(exactText(lowerEnd(result))).lte(reference.lo)).toBe(true);
        expect(new Decimal(exactText(upperEnd(result))).gte(reference.hi)).toBe(true);
      }),
      { seed: 3, numRuns: runs(150, 5000) },
    );
  });

  test('is a point where the value is rational, and nowhere else', () => {
    const rationalAt = op === 'exp' ? 0 : 1;
    expect(filter[op](rationalAt)).toBe(1 - rationalAt);
    fc.assert(
      fc.property(argumentsOf[op], (x) => {
        const result = filter[op](x);
        expect(typeof result === 'number' || lowerEnd(result) === upperEnd(result)).toBe(x === rationalAt);
      }),
      { seed: 4, numRuns: runs(3000, 100_000) },
    );
  });
});

describe('order', () => {
  test('exp of separate numbers is separate', () => {
    fc.assert(
      fc.property(uniform(-708, 709), fc.oneof(uniform(0, 2 ** -46), logScale.map(Math.abs)), (x, step) => {
        const y = x + step;
        fc.pre(y < 709.7);
        expect(lowerEnd(filter.exp(x))).toBeLessThanOrEqual(upperEnd(filter.exp(y)));
        if (y - x >= 2 ** -49) expect(upperEnd(filter.exp(x))).toBeLessThan(lowerEnd(filter.exp(y)));
      }),
      { seed: 5, numRuns: runs(5000, 200_000) },
    );
  });

  test('log of separate numbers is separate', () => {
    fc.assert(
      fc.property(positives, positives, uniform(0, 2 ** -38), (x, other, step) => {
        for (const y of [other, x * (1 + step)]) {
          const [p, q] = [Math.min(x, y), Math.max(x, y)];
          fc.pre(finite(q));
          const [low, high] = [filter.log(p), filter.log(q)];
          expect(lowerEnd(low)).toBeLessThanOrEqual(upperEnd(high));
          if ((q - p) / q >= 2 ** -39) expect(upperEnd(low)).toBeLessThan(lowerEnd(high));
        }
      }),
      { seed: 6, numRuns: runs(5000, 200_000) },
    );
  });

  test('one undoes the other', () => {
    fc.assert(
      fc.property(uniform(-700, 700), positives, (x, y) => {
        expect(filter.sign(filter.sub(filter.log(filter.exp(x)), x))).toBeUndefined();
        const again = filter.exp(filter.log(y));
        expect(lowerEnd(again) <= y && y <= upperEnd(again)).toBe(true);
      }),
      { seed: 7, numRuns: runs(3000, 100_000) },
    );
  });
});

describe('width', () => {
  test('exp is known to 5e-16 of its size where it is a normal double', () => {
    fc.assert(
      fc.property(fc.oneof(uniform(-708, 709.7), uniform(-1, 1), logScale), (x) => {
        fc.pre(x !== 0 && x > -708 && x < 709.7);
        expect(relativeWidth(filter.exp(x))).toBeLessThan(5e-16);
      }),
      { seed: 8, numRuns: runs(5000, 500_000) },
    );
  });

  test('log is known to 7e-16 of its size, also where it is near zero', () => {
    fc.assert(
      fc.property(positives, (x) => {
        fc.pre(x !== 1);
        expect(relativeWidth(filter.log(x))).toBeLessThan(7e-16);
      }),
      { seed: 9, numRuns: runs(5000, 500_000) },
    );
  });

  test('exp is known to four units where it is subnormal', () => {
    fc.assert(
      fc.property(uniform(-745.2, -708.4), (x) => {
        const result = filter.exp(x);
        expect(lowerEnd(result)).toBeGreaterThanOrEqual(0);
        expect(upperEnd(result) - lowerEnd(result)).toBeLessThanOrEqual(4 * Number.MIN_VALUE);
      }),
      { seed: 10, numRuns: runs(2000, 100_000) },
    );
  });
});

describe('beyond doubles', () => {
  const everything = filter.div(1, new Enclosure(-1, 1));

  test('overflow keeps the lower end finite', () => {
    for (const x of [709.7827128933841, 709.9, 710, 711, 1e308, Number.MAX_VALUE]) {
      expect(filter.exp(x)).toEqual(new Enclosure(Number.MAX_VALUE, Number.POSITIVE_INFINITY));
    }
    expect(upperEnd(filter.exp(709.782712893384))).toBeLessThanOrEqual(Number.MAX_VALUE);
  });

  test('underflow is not taken for zero', () => {
    for (const x of [-745.2, -746, -747, -1e308, -Number.MAX_VALUE]) {
      const result = filter.exp(x);
      expect(lowerEnd(result)).toBe(0);
      expect(upperEnd(result)).toBeGreaterThan(0);
      expect(filter.sign(result)).toBeUndefined();
    }
    expect(filter.sign(filter.exp(-744))).toBe(1);
  });

  test('unbounded arguments', () => {
    // It may have no value, and then its exponential has none either.
    expect(filter.exp(everything)).toEqual(everything);
    expect(filter.exp(new Enclosure(Number.NEGATIVE_INFINITY, 0))).toEqual(new Enclosure(0, 1));
    expect(filter.log(everything)).toEqual(everything);
    expect(filter.log(new Enclosure(0, 1))).toEqual(everything);
    expect(filter.log(new Enclosure(-1, Number.MIN_VALUE))).toEqual(everything);
    expect(filter.log(new Enclosure(1, Number.POSITIVE_INFINITY))).toEqual(new Enclosure(0, Number.POSITIVE_INFINITY));
  });

  test('ends are never NaN, and those of exp never negative where the argument is known', () => {
    const ends = fc.oneof(anyDouble, doubles, fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY));
    fc.assert(
      fc.property(ends, ends, (x, y) => {
        fc.pre(x !== y);
        const a = new Enclosure(Math.min(x, y), Math.max(x, y));
        const power = filter.exp(a);
        if (a.hi - a.lo < Number.POSITIVE_INFINITY) expect(lowerEnd(power)).toBeGreaterThanOrEqual(0);
        expect(lowerEnd(power)).toBeLessThanOrEqual(upperEnd(power));
        if (a.hi > 0) expect(lowerEnd(filter.log(a))).toBeLessThanOrEqual(upperEnd(filter.log(a)));
        else expect(() => filter.log(a)).toThrow(RangeError);
      }),
      { seed: 11, numRuns: runs(3000, 100_000) },
    );
  });

  test('the logarithm of what is not positive is refused by name', () => {
    expect(() => filter.log(0)).toThrow('The logarithm of 0 is not real; give a positive number.');
    expect(() => filter.log(-2)).toThrow(RangeError);
    expect(() => filter.log(new Enclosure(-2, 0))).toThrow(
      'The logarithm of [-2, 0] is not real; give a positive number.',
    );
  });
});

test('the oracle catches an end one unit inside the tightest enclosure', () => {
  // e = 2.718281828459045090… + 1.4e-16, and ln 2 = 0.693147180559945286… + 2.3e-17.
  expect(holds('exp', 1, new Enclosure(Math.E, Math.E + 2 ** -51))).toBe(true);
  expect(holds('exp', 1, new Enclosure(Math.E - 2 ** -51, Math.E))).toBe(false);
  expect(holds('log', 2, new Enclosure(Math.LN2, Math.LN2 + 2 ** -53))).toBe(true);
  expect(holds('log', 2, new Enclosure(Math.LN2 - 2 ** -53, Math.LN2))).toBe(false);
});
