import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { search } from '../../src/law/search.ts';
import { simplerNumbers } from '../../src/law/simplify.ts';
import { encode } from '../../src/law/witness.ts';
import { type Exact, fromDouble, toDouble, toRational } from '../../src/scalar/exact.ts';
import { asExact } from '../../src/scalar/exact-arithmetic.ts';
import { add, compare, type Rational, rational, ZERO } from '../../src/scalar/rational.ts';
import { type Numbers, numbersFrom } from './toy.ts';

const total = ({ numbers }: Numbers): Rational => numbers.reduce<Rational>((sum, x) => add(sum, toRational(x)), ZERO);

const atLeast = (x: Rational, bound: Exact): boolean => compare(x, toRational(bound)) >= 0;

/** The simplest list from 1 to 5 numbers on which the predicate fails, for a style of numbers. */
const simplest = (passes: (instance: Numbers) => boolean, style: Parameters<typeof numbersOf>[0], seed = 1): unknown =>
  (encode(search(numbersOf(style), passes, { seed, from: 0, to: 2000 }).failure?.simplest) as Numbers).numbers;

const numbersOf = (style: 'integer' | 'dyadic' | 'fraction' | 'log-scale' | 'full-mantissa') =>
  numbersFrom((draw) => draw.list(draw.integer(1, 5), () => draw.real(style)));

const STYLES = ['integer', 'dyadic', 'fraction', 'log-scale', 'full-mantissa'] as const;

describe('what a failure shrinks to', () => {
  test.each(STYLES)('a sum of at least 1, from %s numbers, is [1]', (style) => {
    expect(simplest((instance) => !atLeast(total(instance), 1), style)).toEqual([1]);
  });

  test.each(STYLES)('any nonzero number, from %s numbers, is [1]', (style) => {
    expect(simplest(({ numbers }) => numbers.every((x) => toDouble(x) === 0), style)).toEqual([1]);
  });

  test.each(['dyadic', 'fraction', 'log-scale', 'full-mantissa'] as const)(
    'a number strictly between 0 and 1/2, from %s',
    (style) => {
      const half = rational(1n, 2n);
      const passes = ({ numbers }: Numbers): boolean =>
        !numbers.some((x) => compare(toRational(x), ZERO) > 0 && compare(toRational(x), half) < 0);
      const found = simplest(passes, style) as readonly (number | string)[];
      expect(found).toHaveLength(1);
      expect(`${found[0]}`.length).toBeLessThanOrEqual(6);
    },
  );

  test('two numbers that differ, from integers, are 0 and 1', () => {
    const pair = simplest(({ numbers }) => new Set(numbers.map(toDouble)).size < 2, 'integer');
    expect([
      [0, 1],
      [1, 0],
    ]).toContainEqual(pair);
  });

  test('a negative number is −1', () => {
    for (const style of STYLES)
      expect(simplest(({ numbers }) => numbers.every((x) => toDouble(x) >= 0), style)).toEqual([-1]);
  });
});

describe('simpler numbers', () => {
  const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
  const moderate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const fractions = fc
    .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }))
    .map(([p, q]) => asExact(rational(p, q)));

  test('zero is as simple as it gets; nothing simplifies to itself, so that shrinking ends', () => {
    expect([...simplerNumbers(0)]).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(doubles, fractions), (x) => {
        for (const simpler of simplerNumbers(x)) {
          expect(compare(toRational(simpler), toRational(x)) === 0).toBe(false);
        }
      }),
      { seed: 1 },
    );
  });

  test('never leads back to where it started', () => {
    const settled = new Set<string>();
    const visit = (x: Exact, path: readonly string[]): void => {
      const name = toRational(x).toString();
      expect(path).not.toContain(name);
      if (settled.has(name)) return;
      for (const simpler of simplerNumbers(x)) visit(simpler, [...path, name]);
      settled.add(name);
    };
    for (let q = 1n; q <= 24n; q++) for (let p = -30n; p <= 30n; p++) visit(asExact(rational(p, q)), []);
    expect(settled.size).toBeGreaterThan(500);
  });

  test('repeated simplification reaches 0 within a few hundred steps, whichever candidate is taken', () => {
    fc.assert(
      fc.property(fc.oneof(moderate, fractions), fc.infiniteStream(fc.nat(50)), (x, choices) => {
        let current: Exact = x;
        let steps = 0;
        for (const choice of choices) {
          const candidates = [...simplerNumbers(current)];
          if (candidates.length === 0) break;
          current = candidates[choice % candidates.length]!;
          if (++steps > 3000) break;
        }
        expect(compare(toRational(current), fromDouble(0))).toBe(0);
      }),
      { seed: 2, numRuns: 30 },
    );
  });
});
