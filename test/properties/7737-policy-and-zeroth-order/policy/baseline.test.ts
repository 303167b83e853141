import { describe, expect, test } from 'vitest';
import { baselineLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/baseline.ts';
import { meanBaselineLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/mean-baseline.ts';
import { optimalBaselineLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/optimal-baseline.ts';
import { ignoresAction, isOnPolicy, sampledCases } from '../../../../properties/instances/policy/sampled-case.ts';
import { observe } from '../../../../src/law/decide.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { search } from '../../../../src/law/search.ts';
import { decodeInstance, encode, statementAbout } from '../../../../src/law/witness.ts';
import { ratio } from '../../../../src/scalar/exact.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

const laws: readonly AnyLaw[] = [...baselineLaws, ...optimalBaselineLaws, ...meanBaselineLaws];
const lawOf = (id: string): AnyLaw => laws.find((law) => law.id === id)!;

/** Two equally likely classes with these parts. */
const even = (parts: object) => ({
  weights: [1, 1],
  rewards: [0, 0],
  temperature: 1,
  samples: 1,
  baseline: 0,
  ...parts,
});

describe('the laws of baselines', () => {
  testExpectations(laws);
});

describe('what breaks without a hypothesis', () => {
  test.each([
    ['pg.score0', 'on-policy', even({ sampler: [2, 1] })],
    ['pg.score0', 'sums-to-one', even({ unnormalized: true })],
    ['pg.baseline', 'baseline-ignores-action', even({ perAction: [0, 1] })],
    ['pg.baseline', 'on-policy', even({ baseline: 1, sampler: [2, 1] })],
    ['pg.baseline', 'sums-to-one', even({ baseline: 1, unnormalized: true })],
    ['pg.bernoulli', 'interior-parameter', { theta: 0, rewards: [0, 1] }],
    ['pg.var-m2', 'baseline-ignores-action', even({ perAction: [0, 1] })],
    ['pg.bopt-unique', 'scores-vary', even({ features: [[1], [1]], other: 1 })],
    ['pg.bopt-unique', 'different-baselines', even({ baseline: 1, other: 1 })],
    ['pg.bopt-uniform', 'uniform-policy', even({ weights: [1, 2], rewards: [0, 1] })],
  ])('%s without %s', (id, name, witness) => {
    expect(breaking(lawOf(id), name)).toEqual(witness);
  });
});

describe('what a person reads', () => {
  test.each([
    ['pg.score0', 'missing-mean', even({})],
    ['pg.baseline', 'score-sign', even({ rewards: [0, 1] })],
    ['pg.baseline', 'missing-mean', even({ baseline: 1 })],
    ['pg.baseline', 'temperature-multiplied', even({ rewards: [0, 1], temperature: 2 })],
    ['pg.baseline', 'baseline-of-the-action', even({ rewards: [0, 1] })],
    ['pg.bopt', 'unweighted-optimum', even({ weights: [1, 2], rewards: [0, 1] })],
    ['pg.bmean-ratio', 'at-most-64-times', even({ weights: [10, 1], rewards: [1, 0] })],
  ])('%s catches %s', (id, tooth, expected) => {
    expect(encode(caughtBy(lawOf(id), tooth))).toEqual(expected);
  });

  test('the expected reward is four times worse than nothing at p = (3/4, 1/4)', () => {
    const [witness] = lawOf('pg.bmean-reduces').instances.all!;
    expect(observe(statementAbout(lawOf('pg.bmean-reduces'), witness)).seen).toMatchObject([
      { left: ['3/32', '3/32'], right: ['3/128', '3/128'] },
    ]);
    const nineTenths = even({ weights: [9, 1], rewards: [1, 0] });
    const { seen } = observe(statementAbout(lawOf('pg.bmean-reduces'), nineTenths));
    expect(Number(toFraction(seen[0]!.left[0])) / Number(toFraction(seen[0]!.right[0]))).toBeCloseTo(64, 10);
  });

  test('a baseline equal to the reward leaves nothing of the gradient (3/16, −3/16)', () => {
    const ownReward = even({ weights: [3, 1], rewards: [1, 0], perAction: [1, 0] });
    const { seen } = observe(statementAbout(lawOf('pg.baseline'), ownReward));
    expect(seen.map(({ left, right }) => [left[0], right[0]])).toEqual([
      ['0', '3/16'],
      ['0', '-3/16'],
    ]);
  });

  test('samples from (1/2, 1/2) see a mean score of (−1/4, 1/4) at p = (3/4, 1/4)', () => {
    const { seen } = observe(statementAbout(lawOf('pg.score0'), even({ weights: [3, 1], sampler: [1, 1] })));
    expect(seen.map(({ left }) => left[0])).toEqual(['-1/4', '1/4']);
  });
});

const toFraction = (text: string): number => {
  const [p, q = '1'] = text.split('/');
  return Number(p) / Number(q);
};

describe('sampled cases', () => {
  test('come back from JSON as they were, with at most 27 outcomes', () => {
    const instances = sampledCases({ least: 2 });
    search(
      instances,
      (instance) => {
        const text = JSON.stringify(encode(instance));
        expect(JSON.stringify(encode(instances.decode(JSON.parse(text))))).toBe(text);
        expect(instance.weights.length ** instance.samples).toBeLessThanOrEqual(27);
        return true;
      },
      { seed: 2, from: 0, to: 200 },
    );
  });

  test('know whether their baseline looks at the action, and where their actions come from', () => {
    const plain = { weights: [1, ratio(1, 3)], rewards: [0, 1], temperature: 1, samples: 1, baseline: 0 };
    expect(ignoresAction(plain)).toBe(true);
    expect(ignoresAction({ ...plain, perAction: [2, 2] })).toBe(true);
    expect(ignoresAction({ ...plain, perAction: [2, 1] })).toBe(false);
    expect(isOnPolicy(plain)).toBe(true);
    expect(isOnPolicy({ ...plain, sampler: [3, 1] })).toBe(true);
    expect(isOnPolicy({ ...plain, sampler: [3, 2] })).toBe(false);
  });

  test('refuse what has no meaning', () => {
    const { decode } = sampledCases();
    expect(() => decode(even({ perAction: [1] }))).toThrow('perAction has 1 entries for 2 classes');
    expect(() => decode(even({ sampler: [1, 0] }))).toThrow('A weight of sampler is not positive');
    expect(() => decode(even({ weights: Array(9).fill(1), rewards: Array(9).fill(0), samples: 4 }))).toThrow(
      '9^4 outcomes are too many',
    );
    expect(() => decode(even({ samples: 0 }))).toThrow();
  });

  test.each([
    ['pg.bopt-two', even({ weights: [1, 1, 1], rewards: [0, 0, 0] }), 'give one that has two classes'],
    ['pg.bopt-uniform', even({ features: [[1], [0]] }), 'tables of logits; give no features'],
    ['pg.bmean-ratio', even({ rewards: [2, 1] }), 'two classes of rewards 1 and 0'],
    ['pg.bopt', even({ sampler: [1, 2] }), 'does not speak of sampler'],
    ['pg.bmean', even({ unnormalized: true }), 'does not speak of unnormalized'],
    ['pg.sign', even({ perAction: [1, 0] }), 'does not speak of perAction'],
    ['pg.baseline', even({ other: 1 }), 'does not speak of other'],
    ['pg.score0', even({ samples: 2 }), 'samples is 2; this law takes 1'],
  ])('%s refuses what it does not speak of', (id, instance, message) => {
    expect(() => decodeInstance(lawOf(id), instance)).toThrow(message);
  });

  test('have a second baseline of 0 where none is given', () => {
    const [different] = lawOf('pg.bopt-unique').hypotheses.filter(({ name }) => name === 'different-baselines');
    expect([0, 1].map((baseline) => different!.holds(even({ baseline })))).toEqual([false, true]);
  });
});
