import { describe, expect, test } from 'vitest';
import { BettingTest, type MeanHypothesis, samplesNeeded, Wager } from '../../src/law/e-process.ts';
import { stream } from '../../src/random/index.ts';
import { type Exact, fromDouble, ratio, showExact, toRational } from '../../src/scalar/exact.ts';
import { add, compare, dyadic, mul, neg, ONE, type Rational, rational, sub } from '../../src/scalar/rational.ts';

/** Whether P(X > k) < confidence for a binomial X. */
function binomialTailBelow(n: number, p: number, k: number, confidence: number): boolean {
  let log = n * Math.log1p(-p);
  let tail = 1;
  for (let i = 0; i <= k; i++) {
    tail -= Math.exp(log);
    log += Math.log(((n - i) / (i + 1)) * (p / (1 - p)));
  }
  return tail < confidence;
}

/** The most false alarms in n tests at level α that chance explains with probability 10⁻⁴. */
function mostAlarms(n: number, alpha: number): number {
  let k = Math.floor(n * alpha);
  while (!binomialTailBelow(n, alpha, k, 1e-4)) k++;
  return k;
}

const fairCoin: MeanHypothesis = { range: [0, 1], mean: 0.5 };

const RUNS = 2000;
const DRAWS = 300;

/** Largest wealths of many runs of 300 draws under the hypothesis, each of its own seed: optional stopping at its best. */
const suprema = (hypotheses: readonly MeanHypothesis[], observe: (uniform: number) => readonly number[]): number[] =>
  Array.from({ length: RUNS }, (_, run) => {
    const draws = stream(`calibration ${run}`);
    const betting = new BettingTest(hypotheses);
    for (let n = 0; n < DRAWS; n++) betting.observe(observe(draws.uniform()));
    return betting.largest;
  });

describe('under the hypothesis', () => {
  test.each<[string, readonly MeanHypothesis[], (u: number) => readonly number[]]>([
    ['a fair coin', [fairCoin], (u) => [u < 0.5 ? 1 : 0]],
    ['a rare event', [{ range: [0, 1], mean: ratio(1, 16) }], (u) => [u < 1 / 16 ? 1 : 0]],
    [
      'three classes and a uniform number',
      [
        ...[1, 2, 5].map((k) => ({ range: [0, 1], mean: k / 8 }) as const),
        { range: [-1, 3], mean: [1 - 2 ** -50, 1 + 2 ** -50] },
      ],
      (u) => [u < 1 / 8 ? 1 : 0, u >= 1 / 8 && u < 3 / 8 ? 1 : 0, u >= 3 / 8 ? 1 : 0, 4 * u - 1],
    ],
  ])('false alarms are as rare as promised, at any time: %s', (_name, hypotheses, observe) => {
    const largest = suprema(hypotheses, observe);
    for (const alpha of [0.05, 0.01]) {
      const alarms = largest.filter((wealth) => wealth >= 1 / alpha).length;
      expect(alarms).toBeLessThanOrEqual(mostAlarms(RUNS, alpha));
    }
  });

  test('the calibration can fail: a hypothesis off by one part in ten is seen', () => {
    const largest = suprema([fairCoin], (u) => [u < 0.55 ? 1 : 0]);
    for (const alpha of [0.05, 0.01]) {
      expect(largest.filter((wealth) => wealth >= 1 / alpha).length).toBeGreaterThan(mostAlarms(RUNS, alpha));
    }
  });
});

test('a bias of 3 % is found at α = 10⁻¹⁰ in about the draws that the formula asks for', () => {
  const needed = samplesNeeded({ bias: 0.03, variance: 0.25, alpha: 1e-10 });
  expect(needed).toBe(13225);
  const draws = Array.from({ length: 10 }, (_, run) => {
    const coin = stream(`biased coin ${run}`);
    const betting = new BettingTest([fairCoin]);
    while (betting.largest < 1e10 && betting.observations < 4 * needed)
      betting.observe([coin.uniform() < 0.53 ? 1 : 0]);
    return betting.observations;
  });
  expect(Math.max(...draws)).toBeLessThan(2 * needed);
  expect(draws.reduce((a, b) => a + b) / draws.length).toBeLessThan(1.25 * needed);
});

test('a bias the other way, or of one coordinate of five, is found as well', () => {
  const needed = samplesNeeded({ bias: 0.03, variance: 0.25, alpha: 1e-10, tests: 5 });
  const coins = stream('one of five');
  const betting = new BettingTest(Array.from({ length: 5 }, () => ({ range: [0, 1], mean: ratio(1, 2) })));
  for (let n = 0; n < 2 * needed && betting.largest < 1e10; n++) {
    betting.observe([0.5, 0.5, 0.47, 0.5, 0.5].map((p) => (coins.uniform() < p ? 1 : 0)));
  }
  expect(betting.largest).toBeGreaterThan(1e10);
});

/** The wealth of one bettor, exactly. */
class ExactWager {
  wealth: Rational = ONE;
  readonly #mean: Rational;
  constructor(mean: Rational) {
    this.#mean = mean;
  }
  observe(stake: number, x: number): void {
    this.wealth = mul(this.wealth, add(ONE, mul(fromDouble(stake), sub(fromDouble(x), this.#mean))));
  }
}

/** Means in [a, a + 1]. Far from zero, the rounding of a mean that is no double is the largest there is. */
const means: readonly (readonly [mean: Exact, a: number])[] = [
  ...[0.5, 0.1, ratio(1, 3), ratio(99, 100), rational(1n, 3n ** 40n), 2 ** -40].map((mean) => [mean, 0] as const),
  ...[4, 5].map((k) => [ratio(3 * 2 ** 30 + k - 3, 3), 2 ** 30] as const),
];

test.each(means.map(([mean, a]) => [showExact(mean), a, mean] as const))(
  'the recorded wealth is at most the exact one: mean %s in [a, a + 1] for a = %d',
  (name, a, mean) => {
    const draws = stream(`rounding ${name}`);
    const mu = toRational(mean);
    for (let sequence = 0; sequence < 15; sequence++) {
      const betting = new BettingTest([{ range: [a, a + 1], mean }]);
      // The same bettors, to see their stakes: their centers are the nearest doubles on the safe side.
      const [lower, upper] = doublesAround(mu);
      const bettors = [new Wager(upper, [a, a + 1]), new Wager(-lower, [-a - 1, -a])] as const;
      const exact = [new ExactWager(mu), new ExactWager(neg(mu))] as const;
      const lean = draws.uniform();
      for (let n = 0; n < 12; n++) {
        const x = a + [draws.uniform(), draws.uniform() < lean ? 1 : 0, lean][sequence % 3]!;
        for (const [i, seen] of [x, -x].entries()) {
          exact[i]!.observe(bettors[i]!.stake, seen);
          bettors[i]!.observe(seen);
          expect(bettors[i]!.stake).toBeGreaterThanOrEqual(0);
          expect(isAtMost(bettors[i]!, exact[i]!.wealth)).toBe(true);
        }
        betting.observe([x]);
        const average = mul(dyadic(1n, 1), add(exact[0].wealth, exact[1].wealth));
        expect(compare(fromDouble(betting.wealth), average)).toBeLessThanOrEqual(0);
        // Not by much: a thousandth part would be a mistake of another kind.
        expect(compare(mul(fromDouble(betting.wealth), rational(1001n, 1000n)), average)).toBe(1);
      }
    }
  },
);

/** The two doubles nearest to a fraction on either side. */
function doublesAround(x: Rational): readonly [number, number] {
  const near = Number(x.numerator) / Number(x.denominator);
  const unit = 2 ** (Math.floor(Math.log2(near)) - 52);
  const candidates = [near - 2 * unit, near - unit, near, near + unit, near + 2 * unit];
  const [below, above] = [
    candidates.filter((y) => compare(fromDouble(y), x) <= 0).at(-1)!,
    candidates.find((y) => compare(fromDouble(y), x) >= 0)!,
  ];
  return [below, above];
}

const isAtMost = (wager: Wager, exact: Rational): boolean => {
  const recorded = fromDouble(wager.wealthIn(wager.limbs));
  return compare(mul(recorded, powerOfTwo(256 * wager.limbs)), exact) <= 0;
};

const powerOfTwo = (k: number): Rational => (k >= 0 ? rational(1n << BigInt(k)) : rational(1n, 1n << BigInt(-k)));

test('a wealth won and lost again, beyond the range of doubles, stays a lower bound', () => {
  const center = 2 ** -7;
  const wager = new Wager(center, [0, 1]);
  const exact = new ExactWager(fromDouble(center));
  const observe = (x: number, times: number): void => {
    for (let n = 0; n < times; n++) {
      exact.observe(wager.stake, x);
      wager.observe(x);
    }
    expect(isAtMost(wager, exact.wealth)).toBe(true);
  };
  observe(1.5 * center, 4096);
  const won = wager.limbs;
  observe(0, 2048);
  expect([won, wager.limbs]).toEqual([2, 0]);
  expect(wager.wealthIn(0)).toBeGreaterThan(0);
  expect(wager.wealthIn(0)).toBeLessThan(1);
  expect(wager.wealthIn(3)).toBe(0);
});

test('a wealth too large for a double is given as the largest double, and nothing lost meanwhile', () => {
  const betting = new BettingTest([fairCoin]);
  for (let n = 0; n < 3000; n++) betting.observe([1]);
  expect(betting.wealth).toBe(Number.MAX_VALUE);
  for (let n = 0; n < 3000; n++) betting.observe([0]);
  expect(betting.wealth).toBeLessThan(1);
  expect(betting.largest).toBe(Number.MAX_VALUE);
  expect(betting.observations).toBe(6000);
});

test('on the way to the largest double, no draw makes the wealth grow by more than it can', () => {
  const betting = new BettingTest([fairCoin, fairCoin, fairCoin, fairCoin]);
  let last = 1;
  for (let n = 0; n < 2000; n++) {
    betting.observe([1, n % 2, n % 2, n % 2]);
    expect(betting.wealth).toBeLessThanOrEqual(1.5 * last);
    last = betting.wealth;
  }
  expect(last).toBe(Number.MAX_VALUE);
});

test('an enclosed mean is tested as the whole range: what lies inside is no evidence, what lies outside is', () => {
  const largest = (observe: (n: number) => number): number => {
    const betting = new BettingTest([{ range: [0, 1], mean: [0.4, ratio(3, 5)] }]);
    for (let n = 0; n < 2000; n++) betting.observe([observe(n)]);
    return betting.largest;
  };
  expect(largest((n) => n % 2)).toBe(1);
  expect(largest((n) => (n % 4 === 0 ? 0 : 1))).toBeGreaterThan(1e10);
  expect(largest((n) => (n % 4 === 0 ? 1 : 0))).toBeGreaterThan(1e10);
});

test.each<[string, readonly MeanHypothesis[], RegExp]>([
  ['none', [], /hypotheses is empty; give/],
  ['an empty range', [{ range: [1, 1], mean: 1 }], /range 0 is \[1, 1\]; give a < b/],
  ['a range too large', [{ range: [0, 1e200], mean: 1 }], /range 0 is \[0, 1e\+200\]; give a < b/],
  ['a range of no numbers', [{ range: [0, Number.NaN], mean: 1 }], /range 0 is \[0, NaN\]; give a < b/],
  ['a mean at the end', [{ range: [0, 1], mean: 0 }], /mean 0 is 0 to 0; give a mean strictly between 0 and 1/],
  ['a mean between nothing', [{ range: [0, 1], mean: [0.6, 0.4] }], /mean 0 is 0.6 to 0.4; give/],
  ['a mean outside', [fairCoin, { range: [0, 1], mean: ratio(4, 3) }], /mean 1 is 4\/3 to 4\/3; give/],
])('hypotheses are refused: %s', (_name, hypotheses, message) => {
  expect(() => new BettingTest(hypotheses)).toThrow(RangeError);
  expect(() => new BettingTest(hypotheses)).toThrow(message);
});

test('observations outside the range are refused, and none of them counts', () => {
  const betting = new BettingTest([fairCoin, fairCoin]);
  expect(() => betting.observe([1])).toThrow(/There are 1 values and 2 coordinates; give as many/);
  expect(() => betting.observe([1, 1.5])).toThrow(/values\[1\] is 1.5; give a number in \[0, 1\]/);
  expect(() => betting.observe([1, Number.NaN])).toThrow(/values\[1\] is NaN/);
  expect([betting.observations, betting.largest]).toEqual([0, 1]);
});

test('planning refuses what is not positive', () => {
  expect(() => samplesNeeded({ bias: 0, variance: 1, alpha: 0.1 })).toThrow(/bias is 0; give a positive number/);
  expect(() => samplesNeeded({ bias: 1, variance: 1, alpha: -1 })).toThrow(/alpha is -1; give a positive number/);
});
