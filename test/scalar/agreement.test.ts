import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Algebra, Unavailable } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { type Surd, surd } from '../../src/scalar/surd.ts';
import { decimalValue } from './containment.ts';
import { cases, dyadicDouble, smallFraction } from './exact-numbers.ts';

/**
 * One straight-line text, read in every arithmetic: the inputs, the roots of some of their absolute values, and
 * operations on what came before. The divisor is 1 + y², so that no program divides by zero.
 */
interface Program {
  readonly inputs: readonly Exact[];
  readonly rooted: number;
  readonly steps: readonly (readonly [operation: keyof typeof operations, left: number, right: number])[];
}

const operations = {
  add: (F, x, y) => F.add(x, y),
  sub: (F, x, y) => F.sub(x, y),
  mul: (F, x, y) => F.mul(x, y),
  div: (F, x, y) => F.div(x, F.add(F.one, F.mul(y, y))),
  min: (F, x, y) => F.min(x, y),
  max: (F, x, y) => F.max(x, y),
  abs: (F, x) => F.abs(x),
  neg: (F, x) => F.neg(x),
  square: (F, x) => F.square(x),
  rootOfSquare: (F, x) => F.abs(F.sqrt(F.mul(x, x))),
  dot: (F, x, y) => F.dot([x, y, F.one], [y, y, x]),
  squaredDistance: (F, x, y) => F.squaredDistance([x, y, F.one], [y, y, x]),
  clamp: (F, x, y) => F.clamp(F.neg(F.one), x, F.add(F.one, F.abs(y))),
} satisfies Record<string, <S>(F: Algebra<S>, x: S, y: S) => S>;

function run<S>(F: Algebra<S>, { inputs, rooted, steps }: Program): readonly S[] {
  const values = inputs.map(F.of);
  for (let i = 0; i < rooted; i++) values.push(F.sqrt(F.abs(values[i]!)));
  for (const [operation, left, right] of steps) {
    const apply: (F: Algebra<S>, x: S, y: S) => S = operations[operation];
    values.push(apply(F, values[left % values.length]!, values[right % values.length]!));
  }
  return values;
}

const input: fc.Arbitrary<Exact> = fc.oneof(
  dyadicDouble,
  smallFraction,
  fc.maxSafeInteger().map((n) => n / 2 ** 52),
);

const programs = (mostRoots: number, mostSteps: number): fc.Arbitrary<Program> =>
  fc.record({
    inputs: fc.array(input, { minLength: 3, maxLength: 4 }),
    rooted: fc.integer({ min: 0, max: mostRoots }),
    steps: fc.array(
      fc.tuple(fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[])), fc.nat(12), fc.nat(12)),
      { minLength: 1, maxLength: mostSteps },
    ),
  });

const F = surd();

/** Runs a program exactly; programs with roots that do not come apart have no exact reading. */
function exactly(program: Program): readonly Surd[] | undefined {
  try {
    return run(F, program);
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}

const within = (lower: Exact, x: Surd, upper: Exact): boolean =>
  (lower === Number.NEGATIVE_INFINITY || F.compare(F.of(lower), x) <= 0) &&
  (upper === Number.POSITIVE_INFINITY || F.compare(x, F.of(upper)) <= 0);

/** Checks every value of the program against its exact one. Some programs must have exact values, or nothing is shown. */
function forEachValue<S>(
  reading: Algebra<S>,
  arbitrary: fc.Arbitrary<Program>,
  numRuns: number,
  check: (read: S, exact: Surd) => void,
): void {
  let irrational = 0;
  fc.assert(
    fc.property(arbitrary, (program) => {
      const exact = exactly(program);
      if (exact === undefined) return;
      run(reading, program).forEach((read, i) => {
        if (exact[i]!.roots.length > 0) irrational++;
        check(read, exact[i]!);
      });
    }),
    cases(numRuns),
  );
  expect(irrational).toBeGreaterThan(numRuns / 2);
}

describe('all readings of one text agree', () => {
  test('rational and surd are equal where no root is taken', () => {
    fc.assert(
      fc.property(programs(0, 6), (program) => {
        const exact = run(F, program);
        run(rationalReading, program).forEach((read, i) => {
          expect(exact[i]!.roots).toHaveLength(0);
          expect(`${exact[i]!.rational}`).toBe(`${read}`);
        });
      }),
      cases(500),
    );
  });

  test('filter encloses the exact value, and a sign it gives is the exact sign', () => {
    forEachValue(filter, programs(2, 5), 400, (read, exact) => {
      expect(within(lowerEnd(read), exact, upperEnd(read))).toBe(true);
      const sign = filter.sign(read);
      if (sign !== undefined) expect(sign).toBe(F.sign(exact));
    });
  });

  test.each([12, 40])('interval at %d digits does as well', (digits) => {
    const reading = interval(digits);
    forEachValue(reading, programs(2, 4), 150, (read, exact) => {
      const [lower, upper] = reading.enclosure(read);
      expect(within(decimalValue(lower), exact, decimalValue(upper))).toBe(true);
      const sign = reading.sign(read);
      if (sign !== undefined) expect(sign).toBe(F.sign(exact));
    });
  });

  test('float64 stays inside filter: both round the same operations', () => {
    fc.assert(
      fc.property(programs(4, 12), (program) => {
        const enclosures = run(filter, program);
        run(float64, program).forEach((x, i) => {
          const enclosure = enclosures[i]!;
          if (!Number.isNaN(x)) expect(lowerEnd(enclosure) <= x && x <= upperEnd(enclosure)).toBe(true);
        });
      }),
      cases(2000),
    );
  });

  test('a double near the value is the same double, where the value is rational', () => {
    fc.assert(
      fc.property(programs(0, 6), (program) => {
        const doubles = run(rationalReading, program).map(rationalReading.approximate);
        expect(run(F, program).map(F.approximate)).toEqual(doubles);
      }),
      cases(300),
    );
  });
});
