import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkLaw } from '../../src/law/check.ts';
import type { Statement } from '../../src/law/decide.ts';
import { opinionOnDoubles } from '../../src/law/second-opinion.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { Enclosure, type Filtered, filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { below, equal } from '../../src/scalar/relation.ts';
import { Disagreement } from '../../src/scalar/twin.ts';
import { type Numbers, numbersFrom, toyLaw } from './toy.ts';

afterEach(() => vi.restoreAllMocks());

const noneBelow = (a: Filtered): Filtered => new Enclosure(filter.approximate(a), upperEnd(a));

/** Some number about 0, as a widened answer is. */
const aboutZero = <S>(F: Algebra<S>): S => F.between(-1, 1);

describe('what the filter encloses', () => {
  /** A comparison that stays open, whatever the value in it is. */
  const open =
    (value: <S>(F: Algebra<S>) => S): Statement =>
    (F) =>
      equal(F.mul(value(F), aboutZero(F)), F.zero);
  const rounded = (a: Filtered): Filtered => filter.approximate(a);
  const noneAbove = (a: Filtered): Filtered => new Enclosure(lowerEnd(a), filter.approximate(a));

  test.each<[string, Partial<Algebra<Filtered>>, Statement]>([
    [
      'a sum taken for exact',
      { add: (a, b) => rounded(filter.add(a, b)) },
      open((F) => F.add(F.of(0.1), F.of(0.2))), // 0.1 + 0.2 is rounded up
    ],
    [
      'a sum whose lower end is not rounded down',
      { add: (a, b) => noneBelow(filter.add(a, b)) },
      open((F) => F.add(F.of(0.1), F.of(0.2))),
    ],
    ['a difference with its sign flipped', { sub: (a, b) => filter.sub(b, a) }, open((F) => F.sub(F.of(3), F.of(2)))],
    [
      'a negative product without its sign',
      { mul: (a, b) => filter.abs(filter.mul(a, b)) },
      open((F) => F.mul(F.of(0.1), F.of(-0.1))),
    ],
    [
      'a quotient whose upper end is not rounded up',
      { div: (a, b) => noneAbove(filter.div(a, b)) },
      open((F) => F.div(F.of(1), F.of(3))), // 1/3 is rounded down
    ],
    [
      'a root whose lower end is not rounded down',
      { sqrt: (a) => noneBelow(filter.sqrt(a)) },
      open((F) => F.sqrt(F.of(2))), // √2 is rounded up
    ],
    ['an exponential taken for exact', { exp: (a) => rounded(filter.exp(a)) }, open((F) => F.exp(F.one))],
    ['a logarithm taken for exact', { log: (a) => rounded(filter.log(a)) }, open((F) => F.log(F.of(2)))],
    ['the larger for the smaller', { min: filter.max }, open((F) => F.min(F.of(2), F.of(3)))],
    [
      'an inner product without its last term',
      { dot: (u, v) => filter.dot(u.slice(1), v.slice(1)) },
      open((F) => F.dot(F.vector([1, 2]), F.vector([3, 4]))),
    ],
    ['a sign that is not that of the value', { sign: () => 1 }, (F) => below(F.zero, F.neg(F.one))],
  ])('is judged: %s', (_says, wrong, statement) => {
    expect(opinionOnDoubles(statement)?.outcome).not.toBe('holds');
    expect(() => opinionOnDoubles(statement, { ...filter, ...wrong })).toThrow(Disagreement);
  });
});

describe('answers in doubles that the filter leaves open', () => {
  const OPTIONS = { runs: 200, seed: 9902 };
  const instances = numbersFrom((draw) => draw.list(3, () => draw.integer(1, 9) / 10));
  type Claim = ReturnType<typeof toyLaw>['claim'];
  /** A law of exact numbers and of doubles, with a claim about the latter of their own. */
  const about = (inDoubles: Claim) =>
    ({
      ...toyLaw({
        instances,
        claim: (F, instance, use) => (use === 'in doubles' ? inDoubles(F, instance, use) : equal(F.zero, F.zero)),
        teeth: {},
      }),
      subject: 'toy',
      float64: 'in doubles',
      ladder: ['rational', 'surd'],
    }) satisfies ReturnType<typeof toyLaw>;
  /** Widened by 1, the sum of the numbers may be their sum. */
  const sums: Claim = (F, instance) => {
    const sum = F.vector((instance as Numbers).numbers).reduce(F.add);
    return equal(F.add(sum, aboutZero(F)), sum);
  };

  test('every fifth of them is confirmed, whole or in shards', () => {
    const expected = { cases: 50, violated: 0, consistent: 50, confirmed: 10 };
    expect(checkLaw(about(sums), OPTIONS)).toMatchObject({ verdict: 'holds', errors: [], float64: expected });
    const parts = [1, 2, 3].map((index) => checkLaw(about(sums), { ...OPTIONS, shard: { index, of: 3 } }));
    expect(parts.reduce((total, { float64 }) => total + float64!.confirmed, 0)).toBe(10);
  });

  test('fewer, where the law cannot afford it', () => {
    expect(checkLaw({ ...about(sums), secondOpinions: 3 }, OPTIONS).float64!.confirmed).toBe(3);
  });

  test('an end of the filter that is too narrow by less than a unit is an error, with the input that shows it', () => {
    const add = filter.add;
    vi.spyOn(filter, 'add').mockImplementation((a, b) =>
      typeof a === 'number' && typeof b === 'number' ? noneBelow(add(a, b)) : add(a, b),
    );
    const { verdict, errors, crash, float64 } = checkLaw(about(sums), OPTIONS);
    expect(verdict).toBe('errored');
    expect(errors).toEqual([
      expect.stringMatching(
        /^Readings are in conflict: one value is from .* to .* in the filter reading, but .* in the interval reading\.$/,
      ),
    ]);
    expect(crash).toMatchObject({ implementation: 'float64', because: errors[0], input: { numbers: [0.8, 0.9] } });
    expect(float64!.confirmed).toBeLessThan(10);
  });

  test('a violation that the filter is too coarse to see is one', () => {
    const claim: Claim = (F) => below(F.of(2), F.square(F.sqrt(F.of(2))));
    const { verdict, errors, float64, counterexamples } = checkLaw(about(claim), OPTIONS);
    expect({ verdict, errors, float64 }).toEqual({
      verdict: 'violated',
      errors: [],
      float64: { cases: 1, answered: 1, violated: 1, consistent: 0, confirmed: 0 },
    });
    expect(counterexamples[0]).toMatchObject({ implementation: 'float64', kept: 'simplest' });
  });

  test('nothing is confirmed where nothing is compared, because a branch is open', () => {
    const claim: Claim = (F) => (F.compare(aboutZero(F), F.zero) > 0 ? below(F.zero, F.one) : below(F.one, F.zero));
    expect(checkLaw(about(claim), OPTIONS).float64).toMatchObject({ consistent: 50, confirmed: 0 });
  });

  test('a branch that the decimal intervals can tell is followed', () => {
    const claim: Claim = (F) => {
      const two = F.square(F.sqrt(F.of(2)));
      return F.compare(two, F.of(2)) === 0 ? equal(F.add(two, aboutZero(F)), F.of(2)) : below(F.one, F.zero);
    };
    expect(checkLaw(about(claim), OPTIONS).float64).toMatchObject({ consistent: 50, confirmed: 10 });
  });
});
