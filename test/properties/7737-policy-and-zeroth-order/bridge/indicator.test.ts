import { describe, expect, test } from 'vitest';
import {
  argminLimit,
  indicatorLaws,
  indicatorLimit,
  indicatorSums,
  tieLimit,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/indicator.ts';
import {
  probabilitiesAt,
  temperatureCases,
  tiedClasses,
  wholePower,
} from '../../../../properties/instances/policy/temperature-case.ts';
import { ratio } from '../../../../src/scalar/exact.ts';
import { timesExact } from '../../../../src/scalar/exact-arithmetic.ts';
import { rationalReading as Q } from '../../../../src/scalar/rational-reading.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

describe('the indicator and its softening', () => {
  testExpectations(indicatorLaws);

  test('needs one argmax and a positive temperature', () => {
    expect(breaking(indicatorLimit, 'one-argmax')).toEqual({ weights: [1, 1], inverseTemperature: 1 });
    expect(breaking(indicatorLimit, 'positive-temperature')).toMatchObject({ inverseTemperature: -1 });
  });

  test('shrinks planted mistakes to two or three classes', () => {
    expect(caughtBy(indicatorLimit, 'rate-squared')).toEqual({ weights: [1, 2], inverseTemperature: 1 });
    expect(caughtBy(indicatorLimit, 'one-rival-counted')).toEqual({ weights: [1, 1, 2], inverseTemperature: 1 });
    expect(caughtBy(indicatorLimit, 'temperature-multiplied')).toEqual({ weights: [1, 2], inverseTemperature: 2 });
    expect(caughtBy(tieLimit, 'winner-takes-all')).toEqual({ weights: [1, 1], inverseTemperature: 1 });
    expect(caughtBy(argminLimit, 'positive-temperature')).toEqual({ weights: [1, 2], inverseTemperature: 1 });
    expect(caughtBy(indicatorSums, 'first-better-than-next')).toMatchObject({
      examples: [{ features: [[0], [0], [1]] }],
    });
  });

  test('counts the classes at the top exactly, beyond the precision of doubles', () => {
    const more = ratio(10 ** 15 + 1, 10 ** 15);
    const square = timesExact(more, more);
    const justAbove = timesExact(square, ratio(10 ** 15, 10 ** 15 + 2)); // 1 + 1/(10³⁰ + 2 · 10¹⁵)
    expect(tiedClasses({ weights: [1, justAbove, justAbove], inverseTemperature: 1 })).toBe(2);
    expect(tiedClasses({ weights: [1, 1, justAbove], inverseTemperature: 1 })).toBe(1);
  });

  test('has rational probabilities at τ = 1/n, also below 0', () => {
    const weights = Q.vector([2, 1]);
    expect(probabilitiesAt(Q, weights, 3).join(' ')).toBe('8/9 1/9');
    expect(probabilitiesAt(Q, weights, -3).join(' ')).toBe('1/9 8/9');
    expect([0, 1, 5, -2].map((n) => String(wholePower(Q, Q.of(2), n)))).toEqual(['1', '2', '32', '1/4']);
  });

  test('reads its instances back from JSON, and refuses what has no meaning', () => {
    expectRoundTrips(indicatorLaws);
    const { decode } = temperatureCases('any');
    expect(() => decode({ weights: [1], inverseTemperature: 1 })).toThrow('two classes');
    expect(() => decode({ weights: [1, -1], inverseTemperature: 1 })).toThrow('positive');
    expect(() => decode({ weights: [1, 1], inverseTemperature: 0 })).toThrow('other than 0');
  });
});
