import { describe, expect, test } from 'vitest';
import {
  frozenGradient,
  hessian,
  scoreTerm,
  surrogateLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/comments/surrogate.ts';
import {
  diceEveryOrder,
  diceRight,
  offPolicy,
  unbiasedSurrogateLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/comments/surrogate-unbiased.ts';
import { logCases } from '../../../../properties/instances/comments/log-case.ts';
import { offPolicyCases } from '../../../../properties/instances/comments/off-policy-case.ts';
import { surrogateCases } from '../../../../properties/instances/comments/surrogate-case.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

/** Two equally likely classes, of which the second is rewarded. */
const coin = { weights: [1, 1], rewards: [0, 1], temperature: 1 };

describe('the surrogate objective of the comments', () => {
  testExpectations(surrogateLaws);

  test('shrinks planted mistakes to a coin and two actions', () => {
    const { temperature, ...example } = coin;
    const found = { examples: [example], temperature, actions: [[1, 0]] };
    expect(caughtBy(frozenGradient, 'loss-sign')).toEqual(found);
    expect(caughtBy(frozenGradient, 'sum-of-samples')).toEqual(found);
  });

  test('loses its score term where log p matters', () => {
    expect(caughtBy(scoreTerm, 'missing-score-term')).toEqual({ ...coin, logs: [0, 1] });
    expect(caughtBy(scoreTerm, 'score-term-twice')).toEqual({ ...coin, logs: [0, 1] });
  });

  test('misses the outer product of the scores already at a coin', () => {
    expect(caughtBy(hessian, 'outer-product-missing')).toEqual({ ...coin, logs: [0, 0] });
    expect(caughtBy(hessian, 'dice-for-log')).toEqual({ ...coin, logs: [0, 0] });
  });
});

describe('surrogates with the right derivatives', () => {
  testExpectations(unbiasedSurrogateLaws);

  test('are constant when no gradient is stopped, and wrong from the second order on without the exponential', () => {
    expect(caughtBy(diceRight, 'no-stop')).toEqual({ ...coin, logs: [0, 0] });
    expect(caughtBy(diceEveryOrder, 'first-order-only')).toEqual({ ...coin, rewards: [1, 0], direction: [0, 1] });
  });

  test('for actions drawn elsewhere need every class to be drawn', () => {
    expect(breaking(offPolicy, 'sampler-covers')).toEqual({ ...coin, rewards: [1, 0], sampler: [0, 1] });
    expect(caughtBy(offPolicy, 'weights-dropped')).toEqual({ ...coin, rewards: [1, 0], sampler: [1, 2] });
  });
});

describe('instances of the surrogate laws', () => {
  const dataset = { examples: [{ weights: [1, 2], rewards: [0, 1] }], temperature: 1 };

  test('are read back from JSON', () => {
    expect(surrogateCases.decode({ ...dataset, actions: [[1, 0]] })).toEqual({ ...dataset, actions: [[1, 0]] });
    expect(logCases.decode({ ...coin, logs: [0, -1] })).toEqual({ ...coin, logs: [0, -1] });
    expect(offPolicyCases.decode({ ...coin, sampler: [0, 1] })).toEqual({ ...coin, sampler: [0, 1] });
  });

  test('are refused when their parts do not go together', () => {
    const decode = (actions: readonly (readonly number[])[]) => () => surrogateCases.decode({ ...dataset, actions });
    expect(decode([[0], [1]])).toThrow('actions has 2 lists for 1 examples');
    expect(decode([[2]])).toThrow('actions[0] has the class 2; give indices from 0 to 1.');
    expect(() => logCases.decode({ ...coin, logs: [0] })).toThrow('logs has 1 coordinates');
    expect(() => offPolicyCases.decode({ ...coin, sampler: [0, 0] })).toThrow('Every weight of sampler is 0');
    expect(() => offPolicyCases.decode({ ...coin, sampler: [-1, 1] })).toThrow('give q ≥ 0');
  });
});
