import { describe, expect, test } from 'vitest';
import {
  rearrangement,
  rearrangementGaps,
  rearrangementLaws,
  rearrangementSteps,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/rearrangement.ts';
import { rearrangementCases } from '../../../../properties/instances/policy/rearrangement-case.ts';
import { isTrue } from '../../../../src/law/decide.ts';
import { search } from '../../../../src/law/search.ts';
import { statementAbout } from '../../../../src/law/witness.ts';
import { permutations } from '../../../../src/policy/rearrangement.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

describe('the rearrangement inequality', () => {
  testExpectations(rearrangementLaws);

  test('needs both lists to be sorted: two numbers show it', () => {
    expect(breaking(rearrangement, 'first-sorted')).toEqual({ a: [0, 1], b: [0, -1], order: [0, 1] });
    expect(breaking(rearrangement, 'second-sorted')).toEqual({ a: [0, -1], b: [0, 1], order: [0, 1] });
  });

  test('shrinks planted mistakes to two numbers', () => {
    expect(caughtBy(rearrangement, 'index-off-by-one')).toEqual({ a: [0, -1], b: [1, 0], order: [0, 1] });
    expect(caughtBy(rearrangement, 'reversed-order')).toEqual({ a: [0, -1], b: [1, 0], order: [0, 1] });
    expect(caughtBy(rearrangement, 'equality-only-where-equal')).toEqual({ a: [0, 0], b: [1, 0], order: [1, 0] });
    expect(caughtBy(rearrangementGaps, 'inverse-permutation')).toEqual({
      a: [0, 0, 1],
      b: [0, 1, 0],
      order: [2, 0, 1],
    });
  });

  test('holds for every permutation of lists of up to five, with ties and negative numbers', () => {
    const lists = [
      [5, 1, 0, -1, -7],
      [2, 2, 1, 1, -3],
      [0, -1, -1, -1, -2],
    ] as const;
    for (const n of [1, 2, 3, 4, 5]) {
      for (const [a, b] of [
        [0, 1],
        [1, 0],
        [1, 1],
        [2, 1],
        [0, 2],
      ] as const) {
        for (const order of permutations(n)) {
          const instance = { a: lists[a].slice(0, n), b: lists[b].slice(0, n), order };
          expect(isTrue(statementAbout(rearrangement, instance))).toBe(true);
        }
      }
    }
  });

  test('knows every permutation of two to six', () => {
    expect(rearrangementSteps.instances.all).toHaveLength(2 + 6 + 24 + 120 + 720);
  });

  test('draws what it asks for, and refuses what is no rearrangement', () => {
    const passes = (instance: unknown): boolean =>
      rearrangement.hypotheses.every(({ holds }) => holds(instance as never)) &&
      rearrangementCases.accepts(instance as never);
    expect(search(rearrangementCases, passes, { seed: 3, from: 0, to: 200 }).failure).toBeUndefined();
    expect(() => rearrangementCases.decode({ a: [1, 0], b: [1, 0], order: [0, 0] })).toThrow(
      'give each index from 0 to 1',
    );
    expect(() => rearrangementCases.decode({ a: [1, 0], b: [1], order: [0, 1] })).toThrow('b has 1 coordinates');
  });
});
