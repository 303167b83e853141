import { describe, expect, test } from 'vitest';
import {
  parallel,
  parallelLaws,
  twoClassAscent,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/parallel.ts';
import { comparedCases } from '../../../../properties/instances/bridge/compared-gradients.ts';
import { halfTurn, marginCases } from '../../../../properties/instances/bridge/margin-case.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const SIGNS = { kind: 'rademacher', dimension: 2 } as const;

describe('two classes', () => {
  testExpectations(parallelLaws);

  test('independent signs see a slanted margin along one axis', () => {
    expect(breaking(parallel, 'turn-invariant')).toEqual({
      examples: [
        {
          features: [
            [1, 2],
            [0, 0],
          ],
          rewards: [1, 0],
        },
      ],
      curvature: [0, 0],
      theta: [0, 0],
      smoothing: 1,
      directions: SIGNS,
    });
  });

  test('need a linear margin, one example and no third class to be parallel', () => {
    expect(breaking(parallel, 'linear-margin')).toMatchObject({ examples: [{ rewards: [1, 0] }], smoothing: 1 });
    expect(breaking(parallel, 'single-example')).toMatchObject({
      examples: [
        {
          features: [
            [1, 0],
            [0, 0],
          ],
          rewards: [1, 0],
        },
        {
          features: [
            [0, 1],
            [0, 0],
          ],
          rewards: [1, 0],
        },
      ],
      directions: SIGNS,
    });
    expect(breaking(parallel, 'two-classes')).toMatchObject({ examples: [{ rewards: [1, 0, 0] }] });
  });

  test('need a mean of 0, a linear margin and one example to agree', () => {
    const onLine = { curvature: [0], smoothing: 1, directions: { kind: 'rademacher', dimension: 1 } };
    expect(breaking(twoClassAscent, 'single-example')).toMatchObject(onLine);
    expect(breaking(twoClassAscent, 'linear-margin')).toMatchObject({ directions: { kind: 'skewed' } });
    expect(breaking(twoClassAscent, 'centered-directions')).toMatchObject({
      directions: { atoms: [{ direction: [1], probability: 1 }] },
    });
  });

  test('show a score with the wrong sign at equal probabilities', () => {
    const simplest = { temperature: 1, weights: [[1, 1]], smoothing: 1 };
    expect(caughtBy(parallel, 'score-sign')).toMatchObject({ ...simplest, examples: [{ rewards: [0, 1] }] });
  });

  test('show a swapped class on one parameter', () => {
    expect(caughtBy(twoClassAscent, 'classes-swapped')).toMatchObject({
      examples: [{ features: [[0], [1]], rewards: [0, 1] }],
    });
  });

  test('turn half-way about a line', () => {
    expect(halfTurn([2, 0], [3, 5]).join(' ')).toBe('3 -5');
    expect(halfTurn([1, 2], [1, 0]).join(' ')).toBe('-3/5 4/5');
  });

  test('read back from JSON, and refuse what has no meaning', () => {
    expectRoundTrips(parallelLaws);
    const instance = {
      examples: [{ features: [[1], [0]], rewards: [1, 0] }],
      curvature: [0],
      theta: [0],
      smoothing: 1,
      directions: { kind: 'rademacher', dimension: 1 },
    };
    expect(() => marginCases.decode({ ...instance, directions: SIGNS })).toThrow('as many');
    expect(() => marginCases.decode({ ...instance, directions: { kind: 'normal', dimension: 1 } })).toThrow('rational');
    const third = { features: [[1], [0], [2]], rewards: [1, 0, 5] };
    expect(() => twoClassAscent.instances.decode({ ...instance, examples: [third] })).toThrow('has two classes');
    const compared = (more: object) => () => comparedCases.decode({ ...instance, ...more });
    expect(compared({ temperature: 2, weights: [[1, 3]] })()).toMatchObject({ temperature: 2, weights: [[1, 3]] });
    expect(compared({ temperature: 0 })).toThrow('temperature');
    expect(compared({ weights: [[1, 3, 5]] })).toThrow('one of each');
    expect(compared({ weights: [[1, 0]] })).toThrow('positive');
    expect(() => marginCases.decode({ ...instance, curvature: [0, 0] })).toThrow('curvature');
    expect(() => marginCases.decode({ ...instance, examples: [{ features: [[1], [0]], rewards: [1] }] })).toThrow(
      '1 rewards',
    );
  });
});
