import { describe, expect, test } from 'vitest';
import {
  naturalFlow,
  reinforcedLogit,
  reinforcedProbability,
  reinforcementLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/reinforcement.ts';
import { observe } from '../../../../src/law/decide.ts';
import { statementAbout } from '../../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

describe('what is reinforced', () => {
  testExpectations(reinforcementLaws);

  test('is a logit, while its probability falls at 13/5000', () => {
    const [instance] = reinforcedProbability.instances.all!;
    const { seen } = observe(statementAbout(reinforcedProbability, instance));
    expect(seen.map(({ name, right }) => [name, right[0]])).toEqual([
      ['probability of class 1', '297/1000'],
      ['probability of class 2', '-13/5000'],
    ]);
    const signs = observe(statementAbout(reinforcedLogit, instance)).seen.map(({ left }) => left[0]);
    expect(signs).toEqual(['1', '1', '-1']);
  });

  test('is the probability under the natural gradient: 3/100 instead', () => {
    const { seen } = observe(statementAbout(naturalFlow, reinforcedProbability.instances.all![0]));
    expect(seen.map(({ left }) => left[0])).toEqual(['13/20', '3/100', '-17/25']);
  });

  test('shrinks planted mistakes to two classes', () => {
    const two = { weights: [1, 1], rewards: [0, 1], temperature: 1 };
    expect(caughtBy(reinforcedLogit, 'score-sign')).toEqual(two);
    expect(caughtBy(naturalFlow, 'plain-gradient')).toEqual(two);
    expect(caughtBy(naturalFlow, 'temperature-forgotten')).toEqual({ ...two, temperature: 2 });
  });
});
