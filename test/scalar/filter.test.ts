import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDouble, toDouble } from '../../src/scalar/exact.ts';
import { Enclosure, type Filtered, filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { compare, mul, type Rational, rational } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import {
  anyDouble,
  decimalValue,
  doubles,
  extreme,
  fullMantissa,
  programs,
  runBeside,
  runs,
  shortDyadic,
} from './containment.ts';
import { mpfrOracle } from './mpfr-oracle.ts';

const ends = (a: Filtered): readonly [lo: number, hi: number] => [lowerEnd(a), upperEnd(a)];

const encloses = (a: Filtered, x: Rational): boolean => {
  const [lo, hi] = ends(a);
  return (
    (lo === Number.NEGATIVE_INFINITY || compare(fromDouble(lo), x) <= 0) &&
    (hi === Number.POSITIVE_INFINITY || compare(fromDouble(hi), x) >= 0)
  );
};

const everything = (a: Filtered): boolean =>
  lowerEnd(a) === Number.NEGATIVE_INFINITY && upperEnd(a) === Number.POSITIVE_INFINITY && filter.sign(a) === undefined;

/** The interval with these two ends; a point when they are equal. */
const hull = (x: number, y: number): Filtered => (x === y ? x : new Enclosure(Math.min(x, y), Math.max(x, y)));

describe('containment', () => {
  const operations = ['add', 'sub', 'mul', 'div'] as const;

  test.each(operations)('%s of points holds the exact result', (op) => {
    fc.assert(
      fc.property(doubles, doubles, (x, y) => {
        fc.pre(op !== 'div' || y !== 0);
        const exact = rationalReading[op](fromDouble(x), fromDouble(y));
        expect(encloses(filter[op](filter.of(x), filter.of(y)), exact)).toBe(true);
      }),
      { seed: 1, numRuns: runs(5000, 200_000) },
    );
  });

  test.each(operations)('%s of intervals holds the result at every corner', (op) => {
    fc.assert(
      fc.property(doubles, doubles, doubles, doubles, (p, q, r, s) => {
        const result = filter[op](hull(p, q), hull(r, s));
        for (const x of [p, q]) {
          for (const y of [r, s]) {
            if (op === 'div' && y === 0) continue;
            expect(encloses(result, rationalReading[op](fromDouble(x), fromDouble(y)))).toBe(true);
          }
        }
      }),
      { seed: 2, numRuns: runs(3000, 100_000) },
    );
  });

  test('sqrt, square and abs of an interval hold the result at both ends', () => {
    fc.assert(
      fc.property(doubles, doubles, (p, q) => {
        const a = hull(p, q);
        const [square, abs] = [filter.square(a), filter.abs(a)];
        expect(Math.min(lowerEnd(square), lowerEnd(abs))).toBeGreaterThanOrEqual(0);
        for (const x of [p, q]) {
          expect(encloses(square, mul(fromDouble(x), fromDouble(x)))).toBe(true);
          expect(encloses(abs, fromDouble(Math.abs(x)))).toBe(true);
        }
        const [lo, hi] = ends(a);
        if (hi < 0) expect(() => filter.sqrt(a)).toThrow(RangeError);
        else if (lo < 0) expect(everything(filter.sqrt(a))).toBe(true);
        else rootEncloses(filter.sqrt(a), lo, hi);
      }),
      { seed: 3, numRuns: runs(5000, 200_000) },
    );

    function rootEncloses(root: Filtered, lo: number, hi: number): void {
      expect(lowerEnd(root)).toBeGreaterThanOrEqual(0);
      const below = fromDouble(lowerEnd(root));
      expect(compare(mul(below, below), fromDouble(lo))).not.toBe(1);
      if (upperEnd(root) === Number.POSITIVE_INFINITY) return;
      const above = fromDouble(upperEnd(root));
      expect(compare(mul(above, above), fromDouble(hi))).not.toBe(-1);
    }
  });

  test('MPFR agrees on sqrt and on + − × ÷', async () => {
    const oracle = await mpfrOracle();
    fc.assert(
      fc.property(doubles, doubles, (x, y) => {
        const [a, b] = [filter.of(x), filter.of(y)];
        for (const op of operations) {
          if (op === 'div' && y === 0) continue;
          const [lo, hi] = ends(filter[op](a, b));
          expect(oracle.contains(op, [`${x}`, `${y}`].map(exactText), exactText(`${lo}`), exactText(`${hi}`))).toBe(
            true,
          );
        }
        const [lo, hi] = ends(filter.sqrt(filter.of(Math.abs(x))));
        expect(oracle.contains('sqrt', [exactText(`${Math.abs(x)}`)], exactText(`${lo}`), exactText(`${hi}`))).toBe(
          true,
        );
      }),
      { seed: 4, numRuns: runs(2000, 100_000) },
    );

    /** Decimal text of a double's exact value: the shortest text JavaScript prints denotes another number. */
    function exactText(text: string): string {
      if (!Number.isFinite(Number(text))) return text;
      const { numerator, denominator } = fromDouble(Number(text));
      const bits = denominator.toString(2).length - 1;
      return bits === 0 ? `${numerator}` : `${numerator * 5n ** BigInt(bits)}e-${bits}`;
    }
  });

  test('min and max of points are one of them', () => {
    const nearly = (x: number): fc.Arbitrary<number> =>
      fc.constantFrom(x, -x, x * (1 + 2 ** -52), x + Number.MIN_VALUE).filter(Number.isFinite);
    const pairs = fc.oneof(
      fc.tuple(doubles, doubles),
      fc.tuple(extreme, extreme),
      doubles.chain((x) => fc.tuple(fc.constant(x), nearly(x))),
    );
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        expect([filter.min(x, y) === Math.min(x, y), filter.max(x, y) === Math.max(x, y)]).toEqual([true, true]);
      }),
      { seed: 14, numRuns: runs(5000, 1_000_000) },
    );
  });

  test('straight-line programs hold the exact result and claim no wrong sign', () => {
    fc.assert(
      fc.property(programs(), (program) => runBeside(filter, program, encloses)),
      { seed: 5, numRuns: runs(6000, 200_000) },
    );
  });

  test('straight-line programs on short dyadics, where ties are common', () => {
    fc.assert(
      fc.property(programs(fc.integer({ min: -6, max: 6 }).map((n) => n / 4)), (program) =>
        runBeside(filter, program, encloses),
      ),
      { seed: 6, numRuns: runs(6000, 200_000) },
    );
  });

  test('constants hold the fraction they stand for, between holds both ends', () => {
    const parts = fc.tuple(
      fc.bigInt({ min: -(10n ** 400n), max: 10n ** 400n }),
      fc.bigInt({ min: 1n, max: 10n ** 400n }),
    );
    const quotients = parts.map(([p, q]) => rational(p, q));
    fc.assert(
      fc.property(quotients, quotients, (x, y) => {
        expect(encloses(filter.of(x), x)).toBe(true);
        const [low, high] = compare(x, y) < 0 ? [x, y] : [y, x];
        const range = filter.between(low, high);
        expect(encloses(range, x) && encloses(range, y)).toBe(true);
      }),
      { seed: 7, numRuns: runs(2000, 100_000) },
    );
  });
});

describe('text', () => {
  /** The exact value of an endpoint's text. */
  const exactly = (text: string): Rational => {
    const [p, q] = text.split('/');
    return q === undefined ? decimalValue(text) : rational(BigInt(p!), BigInt(q));
  };

  test('points are written exactly, other enclosures outward', () => {
    fc.assert(
      fc.property(doubles, doubles, (x, y) => {
        for (const text of filter.enclosure(filter.of(x))) expect(compare(exactly(text), fromDouble(x))).toBe(0);
        const [lo, hi] = ends(hull(x, y));
        const [lower, upper] = filter.enclosure(hull(x, y));
        if (lower !== '-Infinity') expect(compare(exactly(lower), fromDouble(lo))).not.toBe(1);
        if (upper !== 'Infinity') expect(compare(exactly(upper), fromDouble(hi))).not.toBe(-1);
      }),
      { seed: 13, numRuns: runs(2000, 100_000) },
    );
    expect(filter.enclosure(filter.of(0.25))).toEqual(['1/4', '1/4']);
    expect(filter.enclosure(new Enclosure(0, Number.POSITIVE_INFINITY))).toEqual(['0', 'Infinity']);
  });
});

describe('exactness', () => {
  test('short dyadics stay points under + − ×', () => {
    fc.assert(
      fc.property(shortDyadic, shortDyadic, (x, y) => {
        const [a, b] = [filter.of(x), filter.of(y)];
        expect(ends(filter.add(a, b))).toEqual([x + y, x + y]);
        expect(ends(filter.sub(a, b))).toEqual([x - y, x - y]);
        expect(ends(filter.mul(a, b))).toEqual([x * y, x * y]);
      }),
      { seed: 8, numRuns: runs(3000, 100_000) },
    );
  });

  test('squared distances of doubles are points only when they are exact', () => {
    const vector = fc.array(fc.oneof(shortDyadic, doubles), { minLength: 3, maxLength: 3 });
    let points = 0;
    fc.assert(
      fc.property(vector, vector, (u, v) => {
        const exact = rationalReading.squaredDistance(u.map(fromDouble), v.map(fromDouble));
        const read = filter.squaredDistance(u, v);
        expect(encloses(read, exact)).toBe(true);
        if (typeof read === 'number') points++;
      }),
      { seed: 9902, numRuns: runs(1000, 1_000_000) },
    );
    expect(points).toBeGreaterThan(50);
    expect(filter.squaredDistance([1, 2], [1 / 4, 4])).toBe(4 + 9 / 16);
    expect(() => filter.squaredDistance([1, 2], [1])).toThrow('Vectors of 2 and 1 coordinates do not go together');
  });

  test('squared distances hold the exact ones where every difference is rounded by nearly half a unit', () => {
    const half = 2 ** -53 * (1 - 2 ** -20);
    const justAboveOne = fc.integer({ min: 0, max: 2 ** 30 }).map((m) => 1 + m * 2 ** -52);
    const vector = fc.array(justAboveOne, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(vector, fc.constantFrom(half, -half), (u, off) => {
        const v = u.map(() => off);
        const exact = rationalReading.squaredDistance(u.map(fromDouble), v.map(fromDouble));
        expect(encloses(filter.squaredDistance(u, v), exact)).toBe(true);
      }),
      { seed: 9902, numRuns: runs(1000, 100_000) },
    );
  });

  test('quotients and roots that are short dyadics stay points', () => {
    fc.assert(
      fc.property(shortDyadic, shortDyadic, (x, y) => {
        fc.pre(y !== 0);
        expect(ends(filter.div(filter.of(x * y), filter.of(y))).map((end) => end - x)).toEqual([0, 0]);
        expect(ends(filter.sqrt(filter.of(x * x)))).toEqual([Math.abs(x), Math.abs(x)]);
      }),
      { seed: 9, numRuns: runs(3000, 100_000) },
    );
  });

  test('a sum is a point exactly when it is a double', () => {
    fc.assert(
      fc.property(fc.oneof(fullMantissa, extreme), fc.oneof(fullMantissa, extreme), (x, y) => {
        const exact = rationalReading.add(fromDouble(x), fromDouble(y));
        const nearest = toDouble(exact);
        const representable = Number.isFinite(nearest) && compare(fromDouble(nearest), exact) === 0;
        const [lo, hi] = ends(filter.add(filter.of(x), filter.of(y)));
        expect(lo === hi).toBe(representable);
      }),
      { seed: 10, numRuns: runs(5000, 200_000) },
    );
  });

  test('results are two units wide at most where doubles are normal', () => {
    fc.assert(
      fc.property(fullMantissa, fullMantissa, (x, y) => {
        fc.pre(x !== 0 && y !== 0);
        for (const op of ['add', 'mul', 'div'] as const) {
          const [lo, hi] = ends(filter[op](filter.of(x), filter.of(y)));
          expect(hi - lo).toBeLessThanOrEqual(2 ** -51 * Math.max(Math.abs(lo), Math.abs(hi)));
        }
      }),
      { seed: 11, numRuns: runs(2000, 100_000) },
    );
  });
});

describe('beyond doubles', () => {
  const largest = filter.of(Number.MAX_VALUE);
  const smallest = filter.of(Number.MIN_VALUE);

  test('overflow leaves the sign undecided or right, never a point', () => {
    expect(everything(filter.add(largest, largest))).toBe(true);
    expect(everything(filter.mul(largest, largest))).toBe(true);
    expect(everything(filter.mul(largest, filter.neg(largest)))).toBe(true);
    expect(everything(filter.div(largest, smallest))).toBe(true);
    expect(everything(filter.sub(filter.add(largest, largest), largest))).toBe(true);
    const beyond = filter.of(rational(10n ** 400n));
    expect(ends(beyond)).toEqual([Number.MAX_VALUE, Number.POSITIVE_INFINITY]);
    expect(filter.sign(beyond)).toBe(1);
    expect(filter.sign(filter.sub(beyond, beyond))).toBeUndefined();
    expect(upperEnd(filter.sqrt(beyond))).toBe(Number.POSITIVE_INFINITY);
  });

  test('underflow is not taken for zero', () => {
    for (const tiny of [filter.mul(smallest, smallest), filter.div(smallest, largest), filter.square(smallest)]) {
      expect(filter.sign(tiny)).toBeUndefined();
      expect(upperEnd(tiny)).toBeGreaterThan(0);
    }
    expect(lowerEnd(filter.of(rational(-1n, 10n ** 400n)))).toBe(-Number.MIN_VALUE);
  });

  test('dividing by an interval around zero leaves nothing known', () => {
    fc.assert(
      fc.property(doubles, anyDouble, anyDouble, (x, y, z) => {
        const divisor = hull(-Math.abs(y), Math.abs(z));
        if (divisor === 0) expect(() => filter.div(filter.of(x), divisor)).toThrow(RangeError);
        else expect(everything(filter.div(filter.of(x), divisor))).toBe(true);
      }),
      { seed: 12, numRuns: runs(500, 20_000) },
    );
  });

  test('what is not a real number is refused', () => {
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => filter.of(x)).toThrow(RangeError);
    }
    expect(() => filter.sqrt(filter.of(-Number.MIN_VALUE))).toThrow(RangeError);
  });
});

describe('what may not exist is never decided', () => {
  test('an undefined quotient, root or logarithm does not become a bound by min or max', () => {
    const third = filter.of(rational(1n, 3n));
    const nothing = filter.sub(filter.sub(filter.mul(third, filter.of(3)), filter.one), filter.of(2 ** -60));
    for (const value of [filter.sqrt(nothing), filter.log(nothing), filter.div(filter.one, nothing)]) {
      expect(everything(value)).toBe(true);
      expect(everything(filter.min(value, filter.of(3)))).toBe(true);
      expect(everything(filter.max(value, filter.of(3)))).toBe(true);
    }
    expect(() => filter.div(filter.one, filter.zero)).toThrow(/Division by zero/);
  });

  test('what is not negative stays so: a norm of next to nothing has a root', () => {
    const third = filter.of(rational(1n, 3n));
    const nothing = filter.sub(filter.mul(third, filter.of(3)), filter.one);
    expect(upperEnd(filter.norm([nothing, nothing]))).toBeLessThan(2 ** -50);
    const sum = filter.sum([filter.square(nothing), filter.square(nothing)]);
    expect(lowerEnd(sum)).toBe(0);
    expect(lowerEnd(filter.div(sum, third))).toBe(0);
  });
});
