import { describe, expect, test } from 'vitest';
import {
  actionPath,
  commentLaws,
  decreasing,
  logIsNegative,
} from '../../../../properties/7737-policy-and-zeroth-order/comments/comments.ts';
import {
  constantDifference,
  slopeOne,
  stopGradientLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/comments/stop-gradient.ts';
import { discreteOutcomes } from '../../../../properties/instances/comments/histograms.ts';
import { polynomial } from '../../../../properties/instances/zeroth-order/objectives.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

describe('the comments on J and log p', () => {
  testExpectations(commentLaws);

  test('J falls only for a reward that grows, of an action that is not certain', () => {
    const { rewards: _, ...certain } = breaking(decreasing, 'probability-below-one') as Record<string, unknown>;
    expect(certain).toEqual({ weights: [1], temperature: 1, actions: [0], raise: 1 });
    expect(breaking(decreasing, 'positive-raise')).toMatchObject({ weights: [1, 1], raise: 0 });
    expect(caughtBy(decreasing, 'loss-sign')).toMatchObject({ weights: [1, 1], actions: [0], raise: 1 });
  });

  test('log p is positive for a density of 2 and zero for a certain class', () => {
    expect(breaking(logIsNegative, 'discrete')).toEqual({ weights: [1], widths: [1 / 2] });
    expect(caughtBy(logIsNegative, 'never-zero')).toEqual({ weights: [1] });
  });

  test('an action moves where the noise sits at a jump', () => {
    expect(breaking(actionPath, 'noise-off-jumps')).toEqual({ weights: [1, 1], direction: [1, 0], noise: 1 / 2 });
    expect(caughtBy(actionPath, 'not-summed')).toEqual({ weights: [1, 1], direction: [0, 0], noise: 3 / 4 });
  });
});

describe('stopped gradients', () => {
  testExpectations(stopGradientLaws);

  test('make a difference at −1 and at 0', () => {
    expect(caughtBy(slopeOne, 'missing-stop-gradient')).toEqual({ x: -1 });
    expect(caughtBy(slopeOne, 'only-the-relu-stopped')).toEqual({ x: 0 });
  });

  test('say nothing of the function: the simplest has the value 0 and the gradient 1', () => {
    expect(breaking(constantDifference, 'true-gradient')).toEqual({
      objective: polynomial([0, [0]]),
      from: [0],
      to: [1],
      through: [1],
    });
  });
});

describe('instances of the comment laws', () => {
  test('are refused when their parts do not go together', () => {
    const raised = { weights: [1, 1], rewards: [0, 0], temperature: 1, actions: [0], raise: 1 };
    expect(decreasing.instances.decode(raised)).toEqual(raised);
    expect(() => decreasing.instances.decode({ ...raised, actions: [2] })).toThrow('give indices from 0 to 1');
    expect(discreteOutcomes.decode({ weights: [1] })).toEqual({ weights: [1] });
    expect(() => discreteOutcomes.decode({ weights: [0] })).toThrow('give positive ones');
    expect(() => discreteOutcomes.decode({ weights: [1], widths: [1, 2] })).toThrow('widths has 2 coordinates');
    const action = { weights: [1, 1], direction: [1, 0], noise: 0.75 };
    expect(actionPath.instances.decode(action)).toEqual(action);
    expect(() => actionPath.instances.decode({ ...action, noise: 1 })).toThrow('give 0 < ω < 1');
    const segment = { objective: polynomial([1, [5]]), from: [0], to: [1] };
    expect(() => constantDifference.instances.decode(segment)).toThrow('objective has degree 5; give at most 4.');
  });
});
