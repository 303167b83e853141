import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { case1, case2, exampleLaws } from '../../../properties/9902-sgd/examples.ts';
import { rootRoundedUp } from '../../../properties/instances/descent/horizon-runs.ts';
import { decide } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { filter } from '../../../src/scalar/filter.ts';
import { caughtOn, itComesOutAsExpected, itNeedsItsHypotheses } from './example-laws.ts';

describe('the laws of the two examples', () => {
  itComesOutAsExpected(exampleLaws);
  itNeedsItsHypotheses(exampleLaws, {
    'sgd.case1': {
      'convex-losses': [2, 1],
      'convex-set': [4, 1],
      'comparator-inside': [2, 1],
      'start-distance-bound': [1, 1],
      'gradient-bound': [1, 1],
      'horizon-known': [2, 1],
    },
    'sgd.case2': {
      'positive-rates': [1, 1],
      'convex-losses': [1, 1],
      'convex-set': [3, 1],
      'comparator-inside': [3, 1],
      'distance-bound': [5, 1],
      'gradient-bound': [1, 1],
      'not-both-zero': [1, 1],
    },
    'sgd.zinkevich': {
      'positive-rates': [1, 1],
      'convex-losses': [1, 1],
      'convex-set': [2, 1],
      'comparator-inside': [2, 1],
      'distance-bound': [2, 1],
      'gradient-bound': [1, 1],
    },
  });

  it('shrinks planted mistakes to a run one can follow by hand', () => {
    expect(caughtOn(case2, 'bound-halved')).toEqual({
      set: { kind: 'box', lower: [0], upper: [1] },
      start: [1],
      comparator: [0],
      losses: [{ kind: 'linear', slope: [1] }],
      schedule: { kind: 'decay', alpha: 1 },
    });
    expect(caughtOn(case1, 'rate-inverted')).toMatchObject({ losses: [{}, {}], start: [expect.anything()] });
  });

  it('has equality in A-(6) on the march of T = 4 steps from one end of [0, 2] to the other and back', () => {
    const linear = (slope: number) => ({ kind: 'linear', slope: [slope] });
    const march = {
      set: { kind: 'box', lower: [0], upper: [2] },
      start: [2],
      comparator: [0],
      losses: [linear(1), linear(-1), linear(1), linear(1)],
      schedule: { kind: 'horizon', diameter: 2, gradientBound: 1, horizon: 4 },
    };
    const { outcome, ratio } = decide(statementAbout(case1, march));
    expect({ outcome, ratio }).toEqual({ outcome: 'holds', ratio: 1 });
  });

  it('refuses runs of another schedule', () => {
    const run = {
      set: { kind: 'box', lower: [0], upper: [1] },
      start: [1],
      comparator: [0],
      losses: [{ kind: 'linear', slope: [1] }],
      schedule: { kind: 'constant', rate: 1 },
    };
    expect(() => decide(statementAbout(case1, run))).toThrow('The schedule is constant; give one of kind horizon');
    expect(() => decide(statementAbout(case2, run))).toThrow('The schedule is constant; give one of kind decay');
  });

  it('rounds roots up to 8 bits, and short roots not at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), fc.integer({ min: -40, max: 40 }), (n, exponent) => {
        const root = n * 2 ** exponent;
        expect(rootRoundedUp(filter.of(root ** 2))).toBe(root);
        const above = rootRoundedUp(filter.of(root ** 2 * (1 + 2 ** -20)));
        expect(above).toBeGreaterThan(root);
        expect(above).toBeLessThanOrEqual(root * (1 + 2 ** -6));
      }),
      { seed: 6 },
    );
    expect(rootRoundedUp(filter.of(0))).toBe(1);
  });
});
