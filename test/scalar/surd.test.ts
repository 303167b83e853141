import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unavailable } from '../../src/scalar/algebra.ts';
import { type Exact, ratio, toRational } from '../../src/scalar/exact.ts';
import { type Rational, rational, mul as times } from '../../src/scalar/rational.ts';
import { type Surd, surd } from '../../src/scalar/surd.ts';
import { cases, smallFraction } from './exact-numbers.ts';

const F = surd();
const { add, sub, mul, div, neg, sqrt, sign, compare, square, sum } = F;
const of = (x: Exact | bigint): Surd => F.of(typeof x === 'bigint' ? rational(x) : x);
const root = (x: Exact | bigint): Surd => sqrt(of(x));
const same = (a: Surd, b: Surd): boolean => compare(a, b) === 0;

/** Primes far above what trial division reaches, and Mersenne primes nobody would factor a product of. */
const [P, Q, R] = [(1n << 61n) - 1n, (1n << 89n) - 1n, (1n << 107n) - 1n];

// A value two ways: as a surd, and as p + Σ c √n in decimal.js, whose roots and sums are right to the last digit.
const Digits = Decimal.clone({ precision: 400, minE: -9e15, maxE: 9e15 });
interface Written {
  readonly rationalPart: Rational;
  readonly roots: readonly { readonly coefficient: Rational; readonly radicand: Rational }[];
}
const toDigits = (x: Rational): Decimal => new Digits(`${x.numerator}`).div(`${x.denominator}`);
const asDecimal = ({ rationalPart, roots }: Written): Decimal =>
  roots.reduce(
    (total, { coefficient, radicand }) => total.plus(toDigits(coefficient).times(toDigits(radicand).sqrt())),
    toDigits(rationalPart),
  );
const asSurd = ({ rationalPart, roots }: Written): Surd =>
  roots.reduce(
    (total, { coefficient, radicand }) => add(total, mul(of(coefficient), root(radicand))),
    of(rationalPart),
  );

// Few radicands, so that classes meet; squares, fractions, and products of large primes among them.
const radicand: fc.Arbitrary<Rational> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 24 }).map((n) => rational(BigInt(n))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .map(([p, q]) => rational(BigInt(p), BigInt(q))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(P, 4n * P, P * Q, Q * R, 6n * P, 1031n, 1033n * 1031n, 1031n ** 3n)
      .map((n) => rational(n)),
  },
);
const written = (mostRoots: number): fc.Arbitrary<Written> =>
  fc.record({
    rationalPart: smallFraction,
    roots: fc.array(fc.record({ coefficient: smallFraction, radicand }), { maxLength: mostRoots }),
  });
const value = written(3).map(asSurd);

const holds = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  claim: (...values: T) => boolean,
): void => fc.assert(fc.property(...arbitraries, claim), cases(150));

describe('field laws', () => {
  test('addition is commutative, associative and has inverses', () =>
    holds(
      [value, value, value],
      (a, b, c) =>
        same(add(a, b), add(b, a)) && same(add(add(a, b), c), add(a, add(b, c))) && sign(add(a, neg(a))) === 0,
    ));
  test('multiplication is commutative, associative and distributes', () =>
    holds(
      [value, value, value],
      (a, b, c) =>
        same(mul(a, b), mul(b, a)) &&
        same(mul(mul(a, b), c), mul(a, mul(b, c))) &&
        same(mul(a, add(b, c)), add(mul(a, b), mul(a, c))),
    ));
  test('a value that is not zero has an inverse', () =>
    holds([value, value], (a, b) => sign(b) === 0 || (same(mul(div(a, b), b), a) && same(div(b, b), F.one))));
  test('sum and dot are repeated addition and multiplication', () =>
    holds([fc.array(value, { maxLength: 5 })], (v) => {
      const squares = v.reduce((total, x) => add(total, mul(x, x)), F.zero);
      return same(sum(v), v.reduce(add, F.zero)) && same(F.dot(v, v), squares) && same(F.squaredNorm(v), squares);
    }));
});

describe('order laws', () => {
  test('a total order, decided by the sign of the difference', () =>
    holds([value, value, value], (a, b, c) => {
      const [x, y, z] = [a, b, c].sort(compare) as [Surd, Surd, Surd];
      return (
        compare(a, b) === sign(sub(a, b)) &&
        compare(a, b) + compare(b, a) === 0 &&
        compare(x, y) <= 0 &&
        compare(y, z) <= 0 &&
        compare(x, z) <= 0
      );
    }));
  test('addition keeps the order, and so does a positive factor', () =>
    holds([value, value, value], (a, b, c) => {
      const order = compare(a, b);
      return compare(add(a, c), add(b, c)) === order && compare(mul(a, c), mul(b, c)) === order * sign(c)!;
    }));
  test('min and max are the smaller and the larger', () =>
    holds([value, value], (a, b) => {
      const [low, high] = [F.min(a, b), F.max(a, b)];
      return compare(low, high) <= 0 && same(add(low, high), add(a, b)) && (low === a || low === b);
    }));
  test('signs multiply, and squares are not negative', () =>
    holds([value, value], (a, b) => sign(mul(a, b)) === sign(a)! * sign(b)! && sign(square(a)) === sign(a)! ** 2));
});

describe('roots', () => {
  const nonnegative = radicand.filter((x) => x.numerator >= 0n);
  test('√x squared is x', () => holds([nonnegative], (x) => same(square(root(x)), of(x)) && sign(root(x))! >= 0));
  test('√x √y = √(xy)', () =>
    holds([nonnegative, nonnegative], (x, y) => same(mul(root(x), root(y)), sqrt(mul(of(x), of(y))))));
  test('√(a²) = |a| for p + q√n', () => holds([written(1).map(asSurd)], (a) => same(sqrt(square(a)), F.abs(a))));
  test('nested roots that come apart do', () => {
    expect(`${sqrt(add(of(3), mul(of(2), root(2))))}`).toBe('1 + sqrt(2)');
    expect(`${sqrt(sub(of(5), mul(of(2), root(6))))}`).toBe('-sqrt(2) + sqrt(3)');
    expect(`${sqrt(add(of(2), root(3)))}`).toBe('1/2*sqrt(2) + 1/2*sqrt(6)');
  });
  test('others are not available', () => {
    expect(() => sqrt(add(of(1), root(2)))).toThrow(Unavailable);
    expect(() => sqrt(root(2))).toThrow(Unavailable);
    expect(() => sqrt(sum([of(10), root(2), root(3)]))).toThrow(Unavailable);
  });
  test('nothing negative has one', () => {
    expect(() => root(-2)).toThrow('The square root of -2 is not real');
    expect(() => sqrt(sub(of(1), root(2)))).toThrow('The square root of 1 - sqrt(2) is not real');
  });
});

describe('square classes of integers too long to factor', () => {
  test('the same class is recognized whatever it is written as', () => {
    expect(sign(sub(root(4n * P * Q), mul(of(2), root(P * Q))))).toBe(0);
    expect(sign(sub(mul(root(P), root(P * Q)), mul(of(P), root(Q))))).toBe(0);
    expect(sign(sub(root(P * P * P), mul(of(P), root(P))))).toBe(0);
    expect(sign(sub(root(P * P * Q * Q * Q * R), mul(of(P * Q), root(Q * R))))).toBe(0);
    expect(`${mul(root(P * Q), mul(root(Q * R), root(R * P)))}`).toBe(`${P * Q * R}`);
    expect(sign(sub(div(of(1), root(ratio(3, 7))), root(ratio(7, 3))))).toBe(0);
  });
  test('primes on both sides of the trial division bound', () => {
    expect(`${mul(root(1021 * 1031), root(1031 * 1033))}`).toBe(`1031*sqrt(${1021 * 1033})`);
    expect(sign(sub(root(1021 * 1031), mul(root(1021), root(1031))))).toBe(0);
    expect(sign(sub(root(1031 * 1033), mul(root(1031), root(1033))))).toBe(0);
  });
  test('conjugation eliminates them without their factors', () => {
    const divisor = sum([of(1), root(P * Q), root(Q * R), root(P * P * P * R), root(6n * P)]);
    const inverse = div(of(1), divisor);
    expect(`${mul(inverse, divisor)}`).toBe('1');
    expect(`${mul(div(root(2n * R), divisor), divisor)}`).toBe(`${root(2n * R)}`);
  });
});

describe('signs', () => {
  /** The same value in other words: c √n = (c/k) √(k²n), in the opposite order. */
  const rewritten = ({ rationalPart, roots }: Written, k: bigint): Written => ({
    rationalPart,
    roots: roots
      .map(({ coefficient, radicand }) => ({
        coefficient: times(coefficient, rational(1n, k)),
        radicand: times(radicand, rational(k * k)),
      }))
      .reverse(),
  });

  test('as decimal.js at 400 digits has them; zero where 300 of the digits are zeros', () => {
    const pair = fc.oneof(
      fc.tuple(written(4), written(4)),
      fc.tuple(written(4), fc.bigInt({ min: 1n, max: 5000n })).map(([a, k]) => [a, rewritten(a, k)] as const),
    );
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const decimal = asDecimal(a).minus(asDecimal(b));
        expect(sign(sub(asSurd(a), asSurd(b)))).toBe(decimal.abs().lt('1e-300') ? 0 : decimal.s);
      }),
      cases(200),
    );
  });

  const million = (n: number): number => 10 ** 6 + n;
  test.each<[string, readonly number[], readonly number[]]>([
    ['√10 + √11 > √5 + √18, by 2e-4', [10, 11], [5, 18]],
    ['√5 + √6 + √18 < √4 + √12 + √12, by 5e-6', [5, 6, 18], [4, 12, 12]],
    // Equal sums of powers up to the fifth (Prouhet, Tarry, Escott): all but the sixth term of the series cancel.
    ['6 against 6 roots near 1000', [0, 5, 6, 16, 17, 22].map(million), [1, 2, 10, 12, 20, 21].map(million)],
  ])('%s', (_, left, right) => {
    const decimal = left
      .reduce((total, n) => total.plus(new Digits(n).sqrt()), new Digits(0))
      .minus(right.reduce((total, n) => total.plus(new Digits(n).sqrt()), new Digits(0)));
    const difference = sub(sum(left.map(root)), sum(right.map(root)));
    expect(sign(difference)).toBe(decimal.s);
    expect(F.approximate(difference)).toBe(decimal.toNumber());
  });

  test('the k-th difference of √n has sign (−1)^(k−1), however small it is', () => {
    for (let n = 10 ** 9; n < 10 ** 9 + 20; n++) {
      for (let k = 1; k <= 9; k++) {
        let binomial = 1;
        const terms: Surd[] = [];
        for (let i = 0; i <= k; i++) {
          terms.push(mul(of((k - i) % 2 === 0 ? binomial : -binomial), root(n + i)));
          binomial = (binomial * (k - i)) / (i + 1);
        }
        expect(sign(sum(terms))).toBe(k % 2 === 1 ? 1 : -1);
      }
    }
  });

  test('(1 − √2)ᵏ alternates, and its double is right to the last bit', () => {
    const base = sub(of(1), root(2));
    const decimalBase = new Digits(1).minus(new Digits(2).sqrt());
    let power = F.one;
    let decimal = new Digits(1);
    for (let k = 1; k <= 200; k++) {
      power = mul(power, base);
      decimal = decimal.times(decimalBase);
      expect(sign(power)).toBe(k % 2 === 0 ? 1 : -1);
      expect(F.approximate(power)).toBe(decimal.toNumber());
    }
  });

  test('doubles nearby are right under cancellation', () => {
    fc.assert(
      fc.property(written(4), (a) => {
        const x = asSurd(a);
        if (sign(x) === 0) expect(F.approximate(x)).toBe(0);
        else expect(F.approximate(x)).toBe(asDecimal(a).toNumber());
      }),
      cases(300),
    );
  });
});

describe('rates α/√t', () => {
  test('Σ (√t − √(t−1)) over t ≤ 128 is √128, a tie of 78 square classes', () => {
    const steps = Array.from({ length: 128 }, (_, i) => sub(root(i + 1), root(i)));
    expect(sum(steps).roots).toHaveLength(1);
    expect(compare(sum(steps), mul(of(8), root(2)))).toBe(0);
  });
  test('Σ 1/√t ≤ 2√T − 1, with equality at T = 1 only', () => {
    let total = F.zero;
    for (let t = 1; t <= 128; t++) {
      total = add(total, div(of(1), root(t)));
      expect(compare(total, sub(mul(of(2), root(t)), of(1)))).toBe(t === 1 ? 0 : -1);
    }
  });
});

describe('text and limits', () => {
  test('a value is written in full, and known exactly', () => {
    const x = add(of(ratio(1, 2)), sub(mul(of(3), root(5)), root(ratio(1, 3))));
    expect(F.enclosure(x)).toEqual(['1/2 - 1/3*sqrt(3) + 3*sqrt(5)', '1/2 - 1/3*sqrt(3) + 3*sqrt(5)']);
    expect([F.zero, of(-0.75), neg(root(2)), sub(root(8), root(2))].map(String)).toEqual([
      '0',
      '-3/4',
      '-sqrt(2)',
      'sqrt(2)',
    ]);
  });
  test('no ranges, and of exp and log only e⁰ = 1 and ln 1 = 0', () => {
    expect(() => F.between(0, 1)).toThrow(Unavailable);
    expect(`${F.exp(sub(root(8), mul(of(2), root(2))))}`).toBe('1');
    expect(`${F.log(div(root(8), mul(of(2), root(2))))}`).toBe('0');
    expect(() => F.exp(F.one)).toThrow('exp is not a sum of square roots.');
    expect(() => F.log(of(2))).toThrow(Unavailable);
    expect(() => F.log(F.zero)).toThrow(Unavailable);
  });
  test('division: six independent roots are possible, ten are not, zero has no inverse', () => {
    const roots = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29].map(root);
    const six = sum(roots.slice(0, 6));
    expect(same(mul(div(F.one, six), six), F.one)).toBe(true);
    expect(() => div(F.one, sum(roots))).toThrow(Unavailable);
    expect(() => div(F.one, sub(root(8), mul(of(2), root(2))))).toThrow('Division by zero');
  });
  test('rational values stay rational', () =>
    holds([smallFraction, smallFraction], (a, b) => {
      const [x, y] = [of(a), of(b)];
      const results = [
        add(x, y),
        sub(x, y),
        mul(x, y),
        F.min(x, y),
        square(root(toRational(F.approximate(square(x))))),
      ];
      return results.every(({ roots }) => roots.length === 0);
    }));
});
