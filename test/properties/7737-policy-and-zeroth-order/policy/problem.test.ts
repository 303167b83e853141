import { describe, expect, test } from 'vitest';
import {
  argmaxInvariant,
  hardObjectiveFlat,
  problemLaws,
  softObjectiveSmooth,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/problem.ts';
import { directedCases } from '../../../../properties/instances/policy/directed-case.ts';
import { leadOf, movedLogits } from '../../../../properties/instances/policy/moved-logits.ts';
import { parametersOf } from '../../../../properties/instances/policy/policy-case.ts';
import { shiftedTemperatureCases } from '../../../../properties/instances/policy/shifted-temperature-case.ts';
import type { Instances } from '../../../../src/law/instances.ts';
import { search } from '../../../../src/law/search.ts';
import { encode } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

function drawn<I>(instances: Instances<I>): I[] {
  const cases: I[] = [];
  search(instances, (one) => cases.push(one) > 0, { seed: 9902, from: 0, to: 200 });
  return cases;
}

describe('the laws of objectives (1) and (2)', () => {
  testExpectations(problemLaws);

  test('need a positive temperature, and moves within half the lead', () => {
    const negative = breaking(argmaxInvariant, 'positive-temperature');
    expect(negative).toEqual({ weights: [1, 2], inverseTemperature: -1, factor: 1 });
    const large = breaking(hardObjectiveFlat, 'moves-within-half-the-lead');
    expect(large).toEqual({ logits: [0, 1], moves: [0, -1] });
  });

  test('shrink planted mistakes to two classes', () => {
    const tie = { weights: [1, 1], inverseTemperature: 1, factor: 1 };
    expect(caughtBy(argmaxInvariant, 'last-of-a-tie')).toEqual(tie);
    expect(caughtBy(argmaxInvariant, 'least-likely')).toEqual({ ...tie, weights: [1, 2] });
    expect(caughtBy(hardObjectiveFlat, 'first-skipped')).toEqual({ logits: [0, -1], moves: [0, 0] });
    const direction = { weights: [1, 1], temperature: 1, direction: [0, 1] };
    expect(caughtBy(softObjectiveSmooth, 'missing-mean')).toEqual({ ...direction, rewards: [1, 0] });
  });

  test('read their instances back from JSON', () => {
    for (const instances of [shiftedTemperatureCases, movedLogits, directedCases] as Instances<unknown>[]) {
      for (const one of drawn(instances)) {
        expect(encode(instances.decode(JSON.parse(JSON.stringify(encode(one)))))).toEqual(encode(one));
      }
    }
  });

  test('simplify directed cases to directed cases', () => {
    for (const one of drawn(directedCases).slice(0, 12)) {
      const simpler = [...directedCases.simplify(one)].filter(directedCases.accepts);
      expect(simpler.some(({ weights }) => weights.length < one.weights.length)).toBe(one.weights.length > 2);
      for (const { direction, ...policy } of simpler) expect(direction).toHaveLength(parametersOf(policy));
    }
  });

  test('measure the lead, and refuse what has no meaning', () => {
    expect(leadOf({ logits: [1, 4, 2.5], moves: [] })).toBe(1.5);
    expect(leadOf({ logits: [4, 4], moves: [] })).toBe(0);
    expect(() => movedLogits.decode({ logits: [1], moves: [0] })).toThrow('give at least two classes');
    const parts = { weights: [1, 2], inverseTemperature: 1 };
    expect(() => shiftedTemperatureCases.decode({ ...parts, factor: 0 })).toThrow('factor is not positive');
    expect(() => directedCases.decode({ weights: [1, 2], rewards: [0, 1], temperature: 1, direction: [1] })).toThrow(
      'direction has 1 coordinates',
    );
  });
});
