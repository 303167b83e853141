import { describe, expect, test } from 'vitest';
import {
  closedClass,
  modelClassLaws,
  softImpliesHard,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/model-class.ts';
import {
  sameOrderFixed,
  sameOrderLaws,
  simplexMaximizer,
  softmaxSupremum,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/same-order.ts';
import { sameOrderAtTheBest } from '../../../../properties/7737-policy-and-zeroth-order/policy/same-order-refuted.ts';
import {
  isClosedUnderPermutations,
  modelClasses,
  rearrangements,
} from '../../../../properties/instances/policy/model-class.ts';
import { isOnTheBest, rankedCases } from '../../../../properties/instances/policy/ranked-case.ts';
import { decide, observe } from '../../../../src/law/decide.ts';
import { search } from '../../../../src/law/search.ts';
import { encode, statementAbout } from '../../../../src/law/witness.ts';
import { expectedReward } from '../../../../src/policy/gradient.ts';
import { normalize } from '../../../../src/policy/softmax.ts';
import { ratio } from '../../../../src/scalar/exact.ts';
import { rationalReading as Q } from '../../../../src/scalar/rational-reading.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

describe('the order that objective (2) asks for', () => {
  testExpectations(sameOrderLaws);
  testExpectations(modelClassLaws);

  test('is wrong at every listed policy, however near the best', () => {
    const { all } = sameOrderAtTheBest.instances;
    expect(all).toHaveLength(3);
    for (const instance of all!) {
      const { seen } = observe(statementAbout(sameOrderAtTheBest, instance));
      expect(decide(statementAbout(sameOrderAtTheBest, instance)).outcome).toBe('violated');
      expect(seen.map(({ name, right }) => [name, right[0].startsWith('-')])).toEqual([
        ['classes 1 and 2', false],
        ['classes 1 and 3', false],
        ['classes 2 and 3', true],
      ]);
    }
  });

  test('comes near its best there: 0.5, 0.909, 0.990 for k = 1, 10, 100', () => {
    const objective = (k: number): number => {
      const p = normalize(Q, Q.vector([k, ratio(1, 100), 1]));
      return Q.approximate(expectedReward(Q, p, Q.vector([1, 0.5, 0])));
    };
    expect([1, 10, 100].map((k) => objective(k).toFixed(3))).toEqual(['0.500', '0.909', '0.990']);
  });

  test('prefers a model that predicts worse: 21/10 against 17/10, rewards 2 against 3', () => {
    const [instance] = softImpliesHard.instances.all!;
    const [one, other] = instance!.models.map((weights) =>
      expectedReward(Q, normalize(Q, Q.vector(weights)), Q.vector(instance!.rewards)),
    );
    expect([one, other].map(String)).toEqual(['21/10', '17/10']);
    const { seen } = observe(statementAbout(softImpliesHard, instance));
    expect(seen.map(({ left, right }) => [left[0], right[0]])).toEqual([['3', '2']]);
  });

  test('needs a class closed under permutations, without ties', () => {
    expect(breaking(closedClass, 'closed-under-permutations')).toMatchObject({
      models: [{ length: 3 }, { length: 3 }],
    });
    expect(breaking(closedClass, 'no-ties')).toMatchObject({ rewards: [0, 1, 0] });
  });

  test('is not attained by a softmax unless all rewards are equal', () => {
    expect(breaking(softmaxSupremum, 'positive-probabilities')).toEqual({ weights: [1, 0], rewards: [0, 1] });
    expect(breaking(softmaxSupremum, 'rewards-not-all-equal')).toEqual({ weights: [1], rewards: [0] });
  });

  test('shrinks planted mistakes to two or three classes', () => {
    expect(caughtBy(sameOrderFixed, 'reversed-order')).toEqual({ weights: [0, 1], rewards: [0, 1] });
    expect(caughtBy(sameOrderFixed, 'rank-off-by-one')).toEqual({ weights: [0, 1], rewards: [0, 1] });
    expect(caughtBy(sameOrderFixed, 'inverse-permutation')).toEqual({ weights: [0, 0, 1], rewards: [0, 0, 1] });
    expect(caughtBy(simplexMaximizer, 'most-probable-only')).toEqual({ weights: [1, 2], rewards: [-1, 0] });
    expect(caughtBy(softmaxSupremum, 'attained')).toEqual({ weights: [1, 1], rewards: [0, 1] });
  });
});

describe('model classes and ranked cases', () => {
  test('are closed when every rearrangement is there, up to a factor of the weights', () => {
    const rewards = [0, 0, 0];
    expect(isClosedUnderPermutations({ models: rearrangements([1, 2, 4]), rewards })).toBe(true);
    expect(isClosedUnderPermutations({ models: rearrangements([1, 2, 4]).slice(1), rewards })).toBe(false);
    expect(
      isClosedUnderPermutations({
        models: [
          [1, 2],
          [4, 2],
        ],
        rewards: [0, 0],
      }),
    ).toBe(true);
    expect(isClosedUnderPermutations({ models: [[3, 3]], rewards: [0, 0] })).toBe(true);
  });

  test('know where only the highest reward has a probability', () => {
    expect(isOnTheBest({ weights: [0, 1, 2], rewards: [1, 5, 5] })).toBe(true);
    expect(isOnTheBest({ weights: [0, 1, 2], rewards: [6, 5, 5] })).toBe(false);
  });

  test('come back from JSON, and refuse what has no meaning', () => {
    for (const instances of [modelClasses, rankedCases({ most: 6, degenerate: true })]) {
      search<unknown>(
        instances as typeof modelClasses,
        (one) => {
          expect(encode(instances.decode(JSON.parse(JSON.stringify(encode(one)))))).toEqual(encode(one));
          return true;
        },
        { seed: 1, from: 0, to: 100 },
      );
    }
    const { decode } = rankedCases({ most: 3, degenerate: true });
    expect(() => decode({ weights: [0, 0], rewards: [1, 2] })).toThrow('All weights are 0; give at least one a > 0.');
    expect(() => decode({ weights: [1, -1], rewards: [1, 2] })).toThrow('A weight is negative; give a ≥ 0.');
    expect(() => decode({ weights: [1, 1], rewards: [1] })).toThrow('There are 1 rewards for 2 classes');
    expect(() => modelClasses.decode({ models: [], rewards: [1] })).toThrow();
  });
});
