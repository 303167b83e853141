import { describe, expect, test } from 'vitest';
import {
  ascentKeepsOrder,
  ascentLaws,
  ascentSharp,
  firstStepOrders,
  flowKeepsOrder,
  flowWidens,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/ascent.ts';
import { ascentCases, firstSteps, isSmallRate } from '../../../../properties/instances/policy/ascent-case.ts';
import { decide, observe } from '../../../../src/law/decide.ts';
import { search } from '../../../../src/law/search.ts';
import { encode, statementAbout } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

describe('gradient ascent and the order of the classes', () => {
  testExpectations(ascentLaws);

  test('needs a positive rate, a small one, and equal logits for the first step', () => {
    const two = { weights: [1, 1], rewards: [0, 1], temperature: 1 };
    expect(breaking(ascentKeepsOrder, 'positive-rate')).toEqual({ ...two, rate: -1 });
    expect(breaking(ascentKeepsOrder, 'small-rate')).toEqual({
      ...two,
      weights: [1, 1, 2],
      rewards: [0, 1, 0],
      rate: 12,
    });
    expect(breaking(firstStepOrders, 'positive-rate')).toEqual({ ...two, rate: -1 });
    expect(breaking(firstStepOrders, 'equal-logits')).toEqual({ ...two, weights: [1, 2], rewards: [0, 0], rate: 1 });
  });

  test('shrinks planted mistakes to two or three classes', () => {
    const two = { weights: [1, 1], rewards: [0, 1], temperature: 1, rate: 1 };
    for (const law of [ascentKeepsOrder, firstStepOrders, flowKeepsOrder]) {
      expect(caughtBy(law, 'gradient-sign')).toEqual(two);
    }
    expect(caughtBy(ascentKeepsOrder, 'missing-mean')).toMatchObject({ weights: [2, 1], rewards: [-1, -1] });
    expect(caughtBy(ascentKeepsOrder, 'temperature-multiplied')).toMatchObject({ weights: [1, 1, 2], temperature: 2 });
    expect(caughtBy(ascentSharp, 'half-the-excess')).toEqual({ margin: 0.5, range: 1, temperature: 1 });
  });

  test('keeps the order at 79/10 and exchanges two classes at 81/10', () => {
    const start = { weights: [1, 1.0009765625, 2.0009765625], rewards: [0, 0, 1], temperature: 1 };
    const kept = (rate: number): string => decide(statementAbout(ascentKeepsOrder, { ...start, rate })).outcome;
    expect([7.9, 8, 8.1].map(kept)).toEqual(['holds', 'holds', 'violated']);
    expect([7.9, 8, 8.1].map((rate) => isSmallRate({ ...start, rate }))).toEqual([true, true, false]);
  });

  test('lets two classes of low reward approach each other at 4/49', () => {
    const { seen } = observe(statementAbout(flowWidens, flowWidens.instances.all![0]));
    expect(seen[0]).toMatchObject({ name: 'classes 1 and 2', right: ['-4/49', '-4/49'] });
  });

  test('reads its instances back from JSON, and refuses what has no meaning', () => {
    for (const instances of [ascentCases, firstSteps]) {
      search(
        instances,
        (one) => {
          expect(encode(instances.decode(JSON.parse(JSON.stringify(encode(one)))))).toEqual(encode(one));
          return isSmallRate(one) || instances === firstSteps;
        },
        { seed: 1, from: 0, to: 100 },
      );
    }
    const parts = { weights: [1, 2], rewards: [0, 1], temperature: 1, rate: 1 };
    expect(() => ascentCases.decode({ ...parts, rate: 0 })).toThrow('rate is 0; give η ≠ 0');
    expect(() => ascentCases.decode({ ...parts, weights: [0, 2] })).toThrow('A weight is not positive');
    expect(() => ascentSharp.instances.decode({ margin: 0, range: 1, temperature: 1 })).toThrow('margin is 0');
  });
});
