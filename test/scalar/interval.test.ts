import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Undecided } from '../../src/scalar/algebra.ts';
import { fromDouble } from '../../src/scalar/exact.ts';
import { type Interval, interval } from '../../src/scalar/interval.ts';
import { add, compare, mul, type Rational, rational, sub } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { decimalsEnclose, decimalValue, doubles, programs, runBeside, runs, shortDyadic } from './containment.ts';

const DIGITS = [2, 7, 20, 50];

/** The endpoints themselves, before `enclosure` replaces a proved zero. */
const ends = ({ lo, hi }: Interval): readonly [string, string] => [lo.toString(), hi.toString()];
const encloses = (a: Interval, x: Rational): boolean => decimalsEnclose(ends(a), x);

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -45, max: 15 }))
  .map(([m, e]) => decimalValue(`${m}e${e}`));
const operands = fc.oneof(decimals, doubles.map(fromDouble));

describe.each(DIGITS)('containment at %i digits', (digits) => {
  const F = interval(digits);
  const between = (x: Rational, y: Rational): Interval => (compare(x, y) < 0 ? F.between(x, y) : F.between(y, x));

  test.each(['add', 'sub', 'mul', 'div'] as const)('%s of points and of intervals', (op) => {
    fc.assert(
      fc.property(operands, operands, operands, operands, (p, q, r, s) => {
        fc.pre(op !== 'div' || r.numerator !== 0n || s.numerator !== 0n);
        const wide = F[op](between(p, q), between(r, s));
        for (const x of [p, q]) {
          for (const y of [r, s]) {
            if (op === 'div' && y.numerator === 0n) continue;
            const exact = rationalReading[op](x, y);
            expect(encloses(wide, exact)).toBe(true);
            expect(encloses(F[op](F.of(x), F.of(y)), exact)).toBe(true);
          }
        }
      }),
      { seed: 1, numRuns: runs(250, 30_000) },
    );
  });

  test('sqrt, square and abs', () => {
    fc.assert(
      fc.property(operands, operands, (p, q) => {
        const a = between(p, q);
        const [square, abs] = [F.square(a), F.abs(a)];
        expect(square.lo.gte(0) && abs.lo.gte(0)).toBe(true);
        for (const x of [p, q]) {
          expect(encloses(square, mul(x, x))).toBe(true);
          expect(encloses(abs, rationalReading.abs(x))).toBe(true);
          if (x.numerator < 0n) continue;
          const [lower, upper] = ends(F.sqrt(F.of(x))).map(decimalValue);
          expect(compare(mul(lower!, lower!), x)).not.toBe(1);
          expect(compare(mul(upper!, upper!), x)).not.toBe(-1);
          const range = F.sqrt(a);
          const mayNotExist = compare(p, rational(0n)) < 0 || compare(q, rational(0n)) < 0;
          if (mayNotExist) expect(ends(range)).toEqual(['-Infinity', 'Infinity']);
          else expect(encloses(range, lower!) && encloses(range, upper!)).toBe(true);
        }
      }),
      { seed: 2, numRuns: runs(500, 50_000) },
    );
  });

  test('straight-line programs, with no wrong sign', () => {
    fc.assert(
      fc.property(programs(), (program) => runBeside(F, program, encloses)),
      { seed: 3, numRuns: runs(300, 30_000) },
    );
  });
});

test('at so many digits that big integers take over: straight-line programs, with no wrong sign', () => {
  fc.assert(
    fc.property(programs(), (program) => runBeside(interval(330), program, encloses)),
    { seed: 4, numRuns: runs(50, 30_000) },
  );
});

test.each([20, 50])('results on points are two units in the last place wide at most at %i digits', (digits) => {
  const F = interval(digits);
  const size = shortDyadic.map((x) => Math.abs(x) + 2 ** -10);
  fc.assert(
    fc.property(size, size, (x, y) => {
      const [a, b] = [F.of(x), F.of(y)];
      for (const result of [F.add(a, b), F.mul(a, b), F.div(a, b), F.sqrt(a), F.exp(a), F.log(a)]) {
        const [lower, upper] = ends(result).map(decimalValue);
        const unit = decimalValue(`2e${result.hi.e - digits + 1}`);
        expect(compare(sub(upper!, lower!), unit)).not.toBe(1);
      }
    }),
    { seed: 4, numRuns: runs(60, 5000) },
  );
});

describe('constants', () => {
  const F = interval(20);

  test('a double is taken at its exact value', () => {
    expect(F.enclosure(F.of(0.1))).toEqual(['0.10000000000000000555', '0.10000000000000000556']);
    expect(F.enclosure(F.of(0.25))).toEqual(['0.25', '0.25']);
    expect(interval(60).enclosure(interval(60).of(0.1))).toEqual([
      '0.1000000000000000055511151231257827021181583404541015625',
      '0.1000000000000000055511151231257827021181583404541015625',
    ]);
  });

  test('what is not a real number, or not a range, or not a precision, is refused', () => {
    expect(() => F.of(Number.NaN)).toThrow(RangeError);
    expect(() => F.of(Number.NEGATIVE_INFINITY)).toThrow(RangeError);
    expect(() => F.between(1, 0.5)).toThrow('between 1 and 0.5');
    for (const digits of [0, 1, 1.5, -3, Number.NaN, 1e9]) expect(() => interval(digits)).toThrow(RangeError);
  });

  test('one algebra for each number of digits', () => {
    expect(interval(33)).toBe(interval(33));
    expect(interval(33)).not.toBe(interval(34));
  });

  test('settings of the Decimal class at large do not reach the intervals', () => {
    const before = { precision: Decimal.precision, rounding: Decimal.rounding };
    try {
      Decimal.set({ precision: 3, rounding: Decimal.ROUND_HALF_UP });
      const G = interval(21);
      const third = G.div(G.sub(G.of(5), G.of(4)), G.abs(G.neg(G.of(3))));
      expect(G.enclosure(third)).toEqual(['0.333333333333333333333', '0.333333333333333333334']);
    } finally {
      Decimal.set(before);
    }
  });

  test('1e30 + 1e-5 − 1e30 is not lost, as it is in Decimal.sum', () => {
    const [large, small] = [fromDouble(1e30), rational(1n, 100_000n)];
    const total = F.sum([F.of(large), F.of(small), F.neg(F.of(large))]);
    expect(encloses(total, small)).toBe(true);
    const wide = interval(40);
    const exact = wide.sum([wide.of(large), wide.of(small), wide.neg(wide.of(large))]);
    expect(wide.enclosure(exact)).toEqual(['0.00001', '0.00001']);
  });
});

describe('order', () => {
  const F = interval(20);

  test('a decided minimum or maximum is the operand itself', () => {
    const [a, b] = [F.of(1), F.sqrt(F.of(2))];
    expect(F.min(a, b)).toBe(a);
    expect(F.min(b, a)).toBe(a);
    expect(F.max(a, b)).toBe(b);
    expect(F.max(b, a)).toBe(b);
    expect(F.clamp(F.zero, b, a)).toBe(a);
  });

  test('a tie that the root bound decides is the first operand', () => {
    const [a, b] = [F.sqrt(F.of(8)), F.mul(F.of(2), F.sqrt(F.of(2)))];
    expect(F.min(a, b)).toBe(a);
    expect(F.max(b, a)).toBe(b);
  });

  test('an undecided one is the hull', () => {
    const [a, b] = [F.between(0, 2), F.between(1, 3)];
    expect(ends(F.min(a, b))).toEqual(['0', '2']);
    expect(ends(F.max(a, b))).toEqual(['1', '3']);
    expect(F.sign(F.sub(a, b))).toBeUndefined();
    expect(() => F.compare(a, b)).toThrow('not decided at 20 digits');
  });

  test('a − a is zero even for a measured value', () => {
    const a = F.exp(F.between(0, 1));
    expect(F.sign(F.sub(a, a))).toBe(0);
  });
});

describe('domains', () => {
  const F = interval(20);
  const around = F.between(-1, 1);

  test('dividing by zero is an error, by an interval around zero leaves nothing known', () => {
    expect(() => F.div(F.one, F.zero)).toThrow(RangeError);
    const root = F.sqrt(F.of(2));
    expect(() => F.div(F.one, F.sub(F.mul(root, root), F.of(2)))).toThrow('by zero');
    for (const divisor of [around, F.between(0, 1), F.between(-1, 0)]) {
      expect(F.enclosure(F.div(F.one, divisor))).toEqual(['-Infinity', 'Infinity']);
      expect(F.sign(F.div(F.one, divisor))).toBeUndefined();
    }
    const unknown = F.div(F.one, around);
    for (const x of [F.sub(unknown, F.div(F.of(2), around)), F.sub(unknown, unknown), F.mul(F.zero, unknown)]) {
      expect(F.enclosure(x)).toEqual(['-Infinity', 'Infinity']);
    }
  });

  test('roots of enclosures that reach below zero leave nothing known', () => {
    expect(ends(F.sqrt(around))).toEqual(['-Infinity', 'Infinity']);
    expect(ends(F.sqrt(F.between(0, 4)))).toEqual(['0', '2']);
    expect(() => F.sqrt(F.between(-2, -1))).toThrow('[-2, -1]');
    expect(F.sign(F.sqrt(F.zero))).toBe(0);
  });

  test('logarithms of enclosures that reach zero leave nothing known', () => {
    for (const a of [around, F.between(0, 1)]) expect(ends(F.log(a))).toEqual(['-Infinity', 'Infinity']);
    expect(() => F.log(F.between(-1, 0))).toThrow(RangeError);
    const root = F.sqrt(F.of(2));
    expect(() => F.log(F.sub(F.mul(root, root), F.of(2)))).toThrow(RangeError);
    expect(F.sign(F.log(F.one))).toBe(0);
    expect(F.exp(F.zero)).toBe(F.one);
  });

  test('a root or logarithm that a bound decides says at how many digits', () => {
    const root = F.sqrt(F.of(2));
    const small = F.sub(F.sub(F.mul(root, root), F.of(2)), F.of(2 ** -1000));
    for (const name of ['sqrt', 'log'] as const) {
      const digits = digitsOf(() => F[name](small));
      const G = interval(digits);
      const again = G.sub(G.sub(G.square(G.sqrt(G.of(2))), G.of(2)), G.of(2 ** -1000));
      expect(() => G[name](again)).toThrow(/is not real/);
    }

    function digitsOf(open: () => unknown): number {
      try {
        open();
      } catch (error) {
        if (error instanceof Undecided && error.digits !== undefined) return error.digits;
      }
      throw new Error('It is not left open.');
    }
  });

  test('what is not negative stays so: a norm of next to nothing has a root', () => {
    const third = F.sub(F.mul(F.of(rational(1n, 3n)), F.exp(F.of(1e-30))), F.of(rational(1n, 3n)));
    expect(third.lo.isNegative() && third.hi.gt(0)).toBe(true);
    for (const square of [F.square(third), F.mul(third, third), F.dot([third], [third])]) {
      expect(ends(F.sqrt(square))[0]).toBe('0');
      expect(ends(F.sqrt(F.div(F.add(square, square), F.of(3))))[0]).toBe('0');
    }
    expect(ends(F.norm([third, third]))[0]).toBe('0');
  });

  test('norms of undecided vectors are not negative', () => {
    expect(ends(F.squaredNorm([around, around]))).toEqual(['0', '2']);
    expect(F.sign(F.norm([F.one, around]))).toBe(1);
    expect(F.enclosure(F.norm([F.of(3), F.of(4)]))).toEqual(['5', '5']);
  });
});

describe('far beyond doubles', () => {
  const F = interval(20);
  const half = F.exp(F.of(-1e15));

  test('a positive number too small for decimal.js is not taken for zero', () => {
    let tiny = half;
    for (let i = 0; i < 8; i++) {
      tiny = F.square(tiny);
      expect(tiny.hi.isZero()).toBe(false);
    }
    expect(F.sign(tiny)).toBeUndefined();
    expect(F.enclosure(F.neg(tiny))).toEqual(['-1e-4000000000000000', '0']);
    expect(F.sign(F.div(F.one, F.add(F.one, tiny)))).toBe(1);
  });

  test('a number too large for decimal.js stays finite from below', () => {
    let vast = F.div(F.one, half);
    for (let i = 0; i < 8; i++) vast = F.square(vast);
    expect(F.enclosure(vast)).toEqual(['1e+4000000000000000', 'Infinity']);
    expect(F.sign(vast)).toBe(1);
    expect(F.sign(F.sub(vast, F.add(vast, F.one)))).toBeUndefined();
    expect(ends(F.mul(vast, F.sub(F.exp(F.one), F.exp(F.one))))).toEqual(['-Infinity', 'Infinity']);
  });

  test('exp of an enormous number has only a lower bound, of its negative only an upper one', () => {
    const [lower, upper] = ends(F.exp(F.of(1e300)));
    expect([lower.endsWith('e+488972116717136'), upper]).toEqual([true, 'Infinity']);
    expect(ends(F.exp(F.of(-1e300)))[0]).toBe('0');
    expect(F.exp(F.of(-1e300)).hi.gt(0)).toBe(true);
    expect(ends(F.exp(F.neg(F.exp(F.of(1e300)))))[0]).toBe('0');
  });

  test('infinite ends times zero ends leave a half-line', () => {
    const vast = F.exp(F.of(1e300));
    const fromZero = F.sub(F.between(1, 2), F.one);
    expect(ends(F.mul(vast, fromZero))).toEqual(['0', 'Infinity']);
    expect(ends(F.mul(fromZero, F.neg(vast)))).toEqual(['-Infinity', '0']);
  });
});

test('sums in a different order enclose the same value', () => {
  const F = interval(20);
  fc.assert(
    fc.property(fc.array(operands, { minLength: 1, maxLength: 8 }), (terms) => {
      const exact = terms.reduce(add);
      expect(encloses(F.sum(terms.map(F.of)), exact)).toBe(true);
      expect(encloses(F.sum(terms.toReversed().map(F.of)), exact)).toBe(true);
    }),
    { seed: 5, numRuns: runs(300, 10_000) },
  );
});

test('0 · ∞ leaves nothing known, so that no sign is made of it', () => {
  const F = interval(40);
  const tiny = F.sub(F.add(F.of(1e-60), F.one), F.one);
  const huge = F.mul(F.abs(F.div(F.one, tiny)), F.exp(F.zero));
  const small = F.min(F.zero, F.sub(F.of(1e-59), F.mul(F.of(11), tiny)));
  const one = F.max(F.add(F.mul(huge, small), F.of(2)), F.of(-1)); // 1, as exact arithmetic says
  expect(F.sign(F.div(F.one, one))).not.toBe(-1);
});
