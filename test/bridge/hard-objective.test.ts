import { describe, expect, test } from 'vitest';
import { argmaxRegion, gradientByRegions, integralOfDirection, wins } from '../../src/bridge/argmax-regions.ts';
import { type Example, hardObjective, linearLogits, meanOverData } from '../../src/bridge/hard-objective.ts';
import { gradientByIndicators, gradientByShares, indicator } from '../../src/bridge/indicator.ts';
import { taylorStep } from '../../src/bridge/taylor-step.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { atoms } from '../../src/zeroth-order/directions.ts';

const step: Example = { features: [[0], [1]], rewards: [0, 3] };
const away: Example = { features: [[1], [-1]], rewards: [1, 2] };
const signs = atoms(Q, { kind: 'rademacher', dimension: 1 });

describe('the hard objective', () => {
  test('is the mean reward of the winners, the lowest index among ties', () => {
    const at = (theta: number): string => String(hardObjective([step, away])(Q, [Q.of(theta)]));
    expect([-1, 0, 1].map(at)).toEqual(['1', '1/2', '2']);
    expect(linearLogits(Q, away, [Q.of(2)]).join(' ')).toBe('2 -2');
  });

  test('takes another decision, and needs an example', () => {
    expect(String(hardObjective([step], () => 1)(Q, [Q.zero]))).toBe('3');
    expect(() => meanOverData(Q, [], () => [])).toThrow(RangeError);
  });
});

describe('argmax regions', () => {
  test('settle ties by the rule', () => {
    const tied = Q.vector([1, 1, 0]);
    const winners = (ties: 'lowest' | 'every' | 'none') => [0, 1, 2].filter((y) => wins(Q, tied, y, ties));
    expect([winners('lowest'), winners('every'), winners('none')]).toEqual([[0], [0, 1], []]);
  });

  test('split the directions of a step between its two classes', () => {
    const regions = [0, 1].map((y) => argmaxRegion(Q, step, [Q.zero], Q.one, signs, y));
    expect(regions.map((region) => region.map(({ direction }) => String(direction[0])))).toEqual([['-1'], ['1']]);
    expect(String(integralOfDirection(Q, regions[1]!, 1)[0])).toBe('1/2');
    expect(integralOfDirection(Q, [], 2).join(' ')).toBe('0 0');
  });

  test('give the same gradient as their indicators', () => {
    for (const gradient of [gradientByRegions, gradientByIndicators]) {
      expect(gradient(Q, [step, away], [Q.zero], Q.of(2), signs).join(' ')).toBe('1/4');
    }
  });
});

describe('shares of the classes', () => {
  test('are 1 for the winner', () => {
    expect(indicator(Q, Q.vector([0, 2, 1])).join(' ')).toBe('0 1 0');
  });

  test('that do not depend on u leave nothing', () => {
    const half = Q.div(Q.one, Q.of(2));
    expect(gradientByShares(Q, signs, Q.vector([1, 5]), Q.one, () => [half, half]).join(' ')).toBe('0');
  });

  test('after a Taylor step still sum to 1', () => {
    const policy = { probabilities: Q.vector([0.25, 0.75]), logitGradients: [[Q.one], [Q.zero]], temperature: Q.one };
    const shares = taylorStep(Q, policy, [Q.of(8)]);
    expect(shares.join(' ')).toBe('7/4 -3/4');
  });
});
