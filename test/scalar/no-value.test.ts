import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { truth } from '../../src/law/decide.ts';
import { type Algebra, Unavailable, Undecided } from '../../src/scalar/algebra.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { interval } from '../../src/scalar/interval.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { atMost, below, equal } from '../../src/scalar/relation.ts';
import { surd } from '../../src/scalar/surd.ts';
import { twin } from '../../src/scalar/twin.ts';
import { runs, shortDyadic } from './containment.ts';

type Zero = <S>(F: Algebra<S>) => S;

/** Numbers that are zero, which a reading that rounds cannot tell. */
const zeros = {
  thirds: (F) => F.sub(F.mul(F.of(3), F.of(ratio(1, 3))), F.one),
  exponentials: (F) => F.sub(F.exp(F.one), F.square(F.exp(F.of(0.5)))),
  measured: (F) => F.between(-(2 ** -40), 2 ** -40),
} as const satisfies Record<string, Zero>;

/** Values that do not exist, made of a zero that is not known as one. */
const undefinedValues = {
  quotient: (F, zero) => F.div(F.one, zero),
  root: (F, zero) => F.sqrt(F.sub(zero, F.of(2 ** -1000))),
  logarithm: (F, zero) => F.log(zero),
} as const satisfies Record<string, <S>(F: Algebra<S>, zero: S) => S>;

/** What can be made of a value u that does not exist, and a number x. */
const operations = {
  neg: (F, u) => F.neg(u),
  abs: (F, u) => F.abs(u),
  square: (F, u) => F.square(u),
  productWithItself: (F, u) => F.mul(u, u),
  sqrt: (F, u) => F.sqrt(u),
  exp: (F, u) => F.exp(u),
  log: (F, u) => F.log(u),
  add: (F, u, x) => F.add(x, u),
  sub: (F, u, x) => F.sub(u, x),
  differenceFromItself: (F, u) => F.sub(u, u),
  mul: (F, u, x) => F.mul(x, u),
  timesZero: (F, u) => F.mul(u, F.zero),
  div: (F, u, x) => F.div(u, F.add(F.one, F.square(x))),
  divisor: (F, u, x) => F.div(x, u),
  min: (F, u, x) => F.min(u, x),
  max: (F, u, x) => F.max(x, u),
  clamp: (F, u, x) => F.clamp(F.zero, u, F.add(F.one, F.abs(x))),
  clampedBy: (F, u, x) => F.clamp(u, x, F.one),
  sum: (F, u, x) => F.sum([x, u, F.one]),
  dot: (F, u, x) => F.dot([F.one, x], [x, u]),
  dotWithItself: (F, u, x) => F.dot([x, u], [x, u]),
  squaredNorm: (F, u, x) => F.squaredNorm([x, u]),
  norm: (F, u, x) => F.norm([u, x]),
  squaredDistance: (F, u, x) => F.squaredDistance([x, u], [F.one, F.zero]),
  plus: (F, u, x) => F.norm(F.plus([u], [x])),
  minus: (F, u, x) => F.squaredNorm(F.minus([x], [u])),
  scale: (F, u, x) => F.squaredNorm(F.scale(u, [x])),
  scaledByZero: (F, u) => F.squaredNorm(F.scale(F.zero, [u])),
  axpy: (F, u, x) => F.squaredNorm(F.axpy(x, [u], [x])),
  descending: (F, u, x) => F.descending([x, u, F.one])[0]!,
} as const satisfies Record<string, <S>(F: Algebra<S>, u: S, x: S) => S>;

interface Expression {
  readonly from: keyof typeof undefinedValues;
  readonly steps: readonly (readonly [operation: keyof typeof operations, x: number])[];
}

const names = <T extends object>(record: T): fc.Arbitrary<keyof T> =>
  fc.constantFrom(...(Object.keys(record) as (keyof T)[]));
const expressions: fc.Arbitrary<Expression> = fc.record({
  from: names(undefinedValues),
  steps: fc.array(fc.tuple(names(operations), shortDyadic), { maxLength: 5 }),
});

function evaluate<S>(F: Algebra<S>, { from, steps }: Expression, zero: Zero): S {
  const start: (F: Algebra<S>, zero: S) => S = undefinedValues[from];
  return steps.reduce(
    (u, [operation, x]) => {
      const apply: (F: Algebra<S>, u: S, x: S) => S = operations[operation];
      return apply(F, u, F.of(x));
    },
    start(F, zero(F)),
  );
}

/** Whether the reading says that a comparison of what has no value, with 0 or itself, is true or false. */
function isDecided<S>(F: Algebra<S>, expression: Expression, zero: Zero): boolean {
  try {
    const value = evaluate(F, expression, zero);
    return [atMost, below, equal].some((relation) =>
      [relation(F.zero, value), relation(value, F.zero), relation(value, value)].some(
        (comparison) => truth(F, comparison) !== undefined,
      ),
    );
  } catch (error) {
    if (error instanceof RangeError || error instanceof Undecided || error instanceof Unavailable) return false;
    throw error;
  }
}

const readings: readonly (readonly [name: string, F: Algebra<unknown>, zeros: readonly (keyof typeof zeros)[]])[] = [
  ['filter', filter as Algebra<unknown>, ['thirds', 'exponentials', 'measured']],
  ['interval at 7 digits', interval(7) as Algebra<unknown>, ['thirds', 'exponentials', 'measured']],
  ['interval at 40 digits', interval(40) as Algebra<unknown>, ['thirds', 'exponentials', 'measured']],
  ['filter beside interval', twin(filter, interval(50), () => false) as Algebra<unknown>, ['thirds', 'measured']],
];

describe('what has no value is never decided', () => {
  test.each([
    ['fractions', rationalReading as Algebra<unknown>, ['quotient']],
    ['surds', surd() as Algebra<unknown>, ['quotient', 'root']],
  ] as const)('exact %s show that there is none', (_name, F, known) => {
    fc.assert(
      fc.property(expressions, fc.constantFrom(...known), ({ steps }, from) => {
        expect(() => evaluate(F, { from, steps }, zeros.thirds)).toThrow(RangeError);
      }),
      { seed: 1, numRuns: runs(50, 10_000) },
    );
  });

  test.each(readings)('by the %s', (_name, F, known) => {
    fc.assert(
      fc.property(expressions, fc.constantFrom(...known), (expression, zero) => {
        expect(isDecided(F, expression, zeros[zero])).toBe(false);
      }),
      { seed: 2, numRuns: runs(150, 50_000) },
    );
  });

  test('after any one operation', () => {
    for (const [, F, known] of readings) {
      for (const zero of known) {
        for (const from of Object.keys(undefinedValues) as (keyof typeof undefinedValues)[]) {
          for (const operation of Object.keys(operations) as (keyof typeof operations)[]) {
            expect([operation, isDecided(F, { from, steps: [[operation, 2]] }, zeros[zero])]).toEqual([
              operation,
              false,
            ]);
          }
        }
      }
    }
  });
});
