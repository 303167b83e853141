import { describe, expect, test } from 'vitest';
import {
  estimationExample,
  estimationExampleLaws,
  exampleIsNoShift,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/estimation-example.ts';
import {
  rewardShift,
  rewardShiftLaws,
  shiftedVariance,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/reward-shift.ts';
import { shiftedRewards } from '../../../../properties/instances/policy/shifted-rewards.ts';
import { observe } from '../../../../src/law/decide.ts';
import { search } from '../../../../src/law/search.ts';
import { encode, statementAbout } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

describe('a constant added to the rewards', () => {
  testExpectations(rewardShiftLaws);

  const example = { weights: [1, 1], features: [[0], [0]], rewards: [0, 0] };

  test('must be the same for all classes: three show it of the gradient, two of the variance', () => {
    const unseen = { weights: [1, 1, 1], features: [[0], [1], [0]], rewards: [0, 0, 0], shifts: [0, 1, -1] };
    const witness = { examples: [unseen], temperature: 1 };
    expect(breaking(rewardShift, 'same-for-all-classes')).toEqual(witness);
    const [objective, gradient] = observe(statementAbout(rewardShift, witness)).seen;
    expect([objective!.left, gradient!.left].map(([value]) => value)).toEqual(['0', '1/3']);
    expect([objective!.right, gradient!.right].map(([value]) => value)).toEqual(['0', '0']);
    expect(breaking(shiftedVariance, 'same-for-all-classes')).toEqual({
      examples: [{ ...example, shifts: [0, 1] }],
      temperature: 1,
    });
  });

  test('shrinks planted mistakes to one example of two classes', () => {
    expect(caughtBy(rewardShift, 'objective-unchanged')).toEqual({
      examples: [{ ...example, shifts: [1, 1] }],
      temperature: 1,
    });
    const tilted = { ...example, features: [[0], [1]], shifts: [1, 1] };
    expect(caughtBy(rewardShift, 'missing-mean')).toEqual({ examples: [tilted], temperature: 1 });
    expect(caughtBy(shiftedVariance, 'mixed-term-dropped')).toEqual({
      examples: [{ ...tilted, rewards: [0, 1] }],
      temperature: 1,
    });
  });

  test('reads its instances back from JSON, and refuses what does not go together', () => {
    search(
      shiftedRewards,
      (one) => {
        expect(encode(shiftedRewards.decode(JSON.parse(JSON.stringify(encode(one)))))).toEqual(encode(one));
        return true;
      },
      { seed: 1, from: 0, to: 100 },
    );
    const { decode } = shiftedRewards;
    expect(() => decode({ examples: [{ ...example, shifts: [1] }], temperature: 1 })).toThrow(
      'examples[0] has 1 shifts for 2 classes.',
    );
    expect(() => decode({ examples: [], temperature: 1 })).toThrow();
  });
});

describe('the example of two lists', () => {
  testExpectations(estimationExampleLaws);

  test('has the variances 2/3 and 350/3, errors up to 1 and 15', () => {
    const { seen } = observe(statementAbout(estimationExample, estimationExample.instances.all![0]));
    expect(seen.map(({ left }) => left[0])).toEqual(['5', '5', '2/3', '350/3', '1', '15', '0', '5']);
  });

  test('is no shift: the differences are −14, 5 and 9', () => {
    const { seen } = observe(statementAbout(exampleIsNoShift, exampleIsNoShift.instances.all![0]));
    expect(seen.map(({ left, right }) => [left[0], right[0]])).toEqual([
      ['5', '-14'],
      ['9', '-14'],
    ]);
  });
});
