import fc from 'fast-check';
import { init } from 'gmp-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { decide, isTrue, type Statement } from '../../src/law/decide.ts';
import { type Algebra, type ScalarPrimitives, Undecided } from '../../src/scalar/algebra.ts';
import { below, equal } from '../../src/scalar/relation.ts';
import { runs } from '../scalar/containment.ts';

type Roots<S> = Pick<ScalarPrimitives<S>, 'add' | 'mul' | 'sqrt'> & { of(x: number): S };
type Sides = <S>(F: Roots<S>, xs: readonly number[]) => readonly [S, S];

const LEAST = Number.MIN_VALUE; // 2⁻¹⁰⁷⁴: next to a number near 1 it takes 324 digits to be seen

/** x₀, x₁ + √x₀, x₂ + √(x₁ + √x₀), …: one root deeper with each number, and 0 of none. */
function tower<S>({ add, of, sqrt }: Roots<S>, xs: readonly number[]): S {
  let value = of(0);
  for (const x of xs) value = add(of(x), sqrt(value));
  return value;
}

/** √(x² + 2 x √y + y) = x + √y, in which every y is computed anew: as deep as there are numbers. */
const squareOfSum: Sides = (F, xs) => {
  const { add, mul, of, sqrt } = F;
  const [x, y] = [of(xs.at(-1)!), xs.slice(0, -1)];
  const square = add(add(mul(x, x), mul(mul(of(2), x), sqrt(tower(F, y)))), tower(F, y));
  return [sqrt(square), add(x, sqrt(tower(F, y)))];
};

/** √y √(1 + y) = √(y + y²): as deep as there are numbers. */
const productOfRoots: Sides = (F, xs) => {
  const { add, mul, of, sqrt } = F;
  const y = tower(F, xs);
  return [mul(sqrt(y), sqrt(add(of(1), y))), sqrt(add(y, mul(y, y)))];
};
const ties = { squareOfSum, productOfRoots };

/** The sides of a tie, the right one moved by a little. */
const near =
  (sides: Sides, xs: readonly number[], by: number): Sides =>
  (F) => {
    const [left, right] = sides(F, xs);
    return by === 0 ? [left, right] : [left, F.add(right, F.of(by))];
  };

/** All 53 bits, sizes around one. */
const fullMantissa = fc
  .tuple(fc.integer({ min: 2 ** 31, max: 2 ** 32 - 1 }), fc.nat(2 ** 20 - 1), fc.integer({ min: -8, max: 8 }))
  .map(([high, low, exponent]) => (high * 2 ** 21 + 2 * low + 1) * 2 ** (exponent - 53));

/** The sign of right − left as the ladder has it; it must have it in each relation. */
function signOf(sides: Sides, xs: readonly number[]): number | undefined {
  const on = (relation: typeof equal): string => decide((F) => relation(...sides(F, xs))).outcome;
  const seen = `${on(equal)} ${on(below)}`;
  return { 'holds violated': 0, 'violated holds': 1, 'violated violated': -1 }[seen];
}

/** As much of a GNU MPFR number as is used here. */
interface Mpfr {
  add(x: Mpfr): Mpfr;
  sub(x: Mpfr): Mpfr;
  mul(x: Mpfr): Mpfr;
  sqrt(): Mpfr;
  abs(): Mpfr;
  pow(x: number): Mpfr;
  lessThan(x: Mpfr): boolean;
  sign(): number;
}

describe('GNU MPFR, 4000 bits, sees the same', () => {
  let signByMpfr: (sides: Sides, xs: readonly number[]) => number;
  beforeAll(async () => {
    const { getContext } = await init();
    const of = getContext({ precisionBits: 4000 }).Float as unknown as (x: number) => Mpfr;
    const reading: Roots<Mpfr> = {
      of,
      add: (x, y) => x.add(y),
      mul: (x, y) => x.mul(y),
      sqrt: (x) => x.sqrt(),
    };
    const threshold = of(2).pow(-3900); // a dozen roundings of numbers below 2¹² are far below that
    signByMpfr = (sides, xs) => {
      const [left, right] = sides(reading, xs);
      const difference = right.sub(left);
      return difference.abs().lessThan(threshold) ? 0 : difference.sign();
    };
  });

  const depths = [1, 2, 3, 4].flatMap((depth) =>
    Object.keys(ties).map((tie) => [depth, tie as keyof typeof ties] as const),
  );
  test.each(depths)('roots %i deep of full mantissas: %s, and next to it', (depth, tie) => {
    fc.assert(
      fc.property(fc.array(fullMantissa, { minLength: depth, maxLength: depth }), (xs) => {
        for (const by of [0, LEAST, -LEAST, 2 ** -500]) {
          const sides = near(ties[tie], xs, by);
          expect(signOf(sides, xs)).toBe(Math.sign(by));
          expect(signByMpfr(sides, xs)).toBe(Math.sign(by));
        }
        // The last bit of the innermost number: both towers grow with it.
        const grown = [xs[0]! * (1 + 2 ** -52), ...xs.slice(1)];
        const lastBit: Sides = (F) => [ties[tie](F, xs)[0], ties[tie](F, grown)[1]];
        expect(signOf(lastBit, xs)).toBe(1);
        expect(signByMpfr(lastBit, xs)).toBe(1);
      }),
      { seed: depth, numRuns: runs(depth < 3 ? 3 : 1, 50) },
    );
  });
});

describe('four deep', () => {
  const doubles = [Math.PI, Math.E, Math.SQRT2, Math.LN2];
  const { MAX_VALUE: largest } = Number;

  test.each([
    [2, 5, 3, 7],
    [1e-200, 1e200, 0.1, 3],
    [largest, LEAST, largest, LEAST],
    [LEAST, largest, LEAST, largest],
  ])('roots of %d, %d, %d and %d tie', (...xs) => {
    expect(decide((F) => equal(...squareOfSum(F, xs)))).toMatchObject({ by: 'interval', outcome: 'holds' });
  });

  test('a branch that depends on a tie is taken, and so is the one behind it', () => {
    const branches: Statement = (F) => {
      const first = F.compare(...squareOfSum(F, doubles));
      const second = F.compare(...productOfRoots(F, doubles.slice(first, 3)));
      return equal(F.of(second), F.zero);
    };
    expect(decide(branches)).toMatchObject({ by: 'interval', outcome: 'holds' });
  });

  test('a tie and what is next to one are decided together', () => {
    const apart = near(productOfRoots, doubles, LEAST);
    const together =
      (other: Sides): Statement =>
      (F) => [equal(...squareOfSum(F, doubles)), below(...other(F, doubles))];
    expect(decide(together(apart)).outcome).toBe('holds');
    expect(decide(together(squareOfSum)).outcome).toBe('violated');
  });
});

describe('undecided remain', () => {
  const undecided = (statement: Statement): void => {
    expect(decide(statement).outcome).toBe('undecided');
    expect(() => isTrue(statement)).toThrow(Undecided);
  };
  const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31];
  /** √(1 + Σ √p) squared, less what was under it. */
  const sumOfRoots =
    (count: number): Statement =>
    (F) => {
      const sum = F.add(F.one, F.sum(primes.slice(0, count).map((p) => F.sqrt(F.of(p)))));
      return equal(F.square(F.sqrt(sum)), sum);
    };

  test('ties of more than ten different roots', () => {
    expect(decide(sumOfRoots(9)).outcome).toBe('holds');
    undecided(sumOfRoots(10));
  });

  test('ties for which the bound asks for more than 81 920 digits, but not what is next to them', () => {
    const extremes = [Number.MAX_VALUE, LEAST, Number.MAX_VALUE, LEAST];
    undecided((F) => equal(...productOfRoots(F, extremes)));
    expect(decide((F) => equal(...near(productOfRoots, extremes, LEAST)(F, extremes))).outcome).toBe('violated');
  });

  const root = <S>(F: Algebra<S>): S => F.exp(F.of(0.5));
  const e = <S>(F: Algebra<S>): S => F.exp(F.one);

  test('what rests on exp, beside a tie of roots', () => {
    const tie: Statement = (F) => equal(...squareOfSum(F, [2, 3, 5, 7]));
    expect(decide((F) => [tie(F), below(root(F), e(F))]).outcome).toBe('holds');
    undecided((F) => [tie(F), equal(F.square(root(F)), e(F))]);
  });

  test('ties that ask for more than 5120 digits, beside an exp', () => {
    const tie: Statement = (F) => equal(...productOfRoots(F, [0.1, 0.2, 0.3]));
    expect(decide((F) => [tie(F), below(F.one, F.of(2))]).outcome).toBe('holds');
    undecided((F) => [tie(F), below(root(F), e(F))]);
  });

  test('what is divided by a number that 320 digits do not tell from zero', () => {
    undecided((F) => {
      const [left, right] = near(squareOfSum, [2, 3, 5], LEAST)(F, [2, 3, 5]);
      const divisor = F.sub(right, left);
      return equal(F.mul(F.div(F.one, divisor), divisor), F.one);
    });
  });
});
