import { describe, expect, test } from 'vitest';
import { atBoundary, boundaryLaws } from '../../../../properties/7737-policy-and-zeroth-order/bridge/boundary.ts';
import {
  decay,
  locallyConstant,
  locallyConstantLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/locally-constant.ts';
import { orderLaws, orders } from '../../../../properties/7737-policy-and-zeroth-order/bridge/orders.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const all = [...locallyConstantLaws, ...boundaryLaws, ...orderLaws];
const step = { slopes: [0, 1], offsets: [0, 0], rewards: [0, 1], theta: 0, smoothing: 1, densities: [1, 1] };
const onLine = { theta: [0], smoothing: 1, ties: 'lowest' };

describe('away from boundaries, on them, and in which order to take the limits', () => {
  testExpectations(all);

  test('a gradient of 0 needs directions of mean 0 and winners that stay', () => {
    const flat = { features: [[0], [0]], rewards: [1, 0] };
    expect(breaking(locallyConstant, 'centered-directions')).toMatchObject({ ...onLine, examples: [flat] });
    expect(breaking(locallyConstant, 'no-step-changes-a-winner')).toEqual({
      ...onLine,
      examples: [{ features: [[0], [1]], rewards: [1, 0] }],
      directions: { kind: 'rademacher', dimension: 1 },
    });
  });

  test('growth like 1/ε needs a tie', () => {
    expect(breaking(atBoundary, 'on-the-boundary')).toEqual({ ...step, rewards: [1, 0], theta: 1 });
  });

  test('planted mistakes shrink to one step', () => {
    expect(caughtBy(decay, 'half-the-range')).toEqual(step);
    expect(caughtBy(decay, 'grows-with-distance')).toEqual({ ...step, theta: 1 });
    expect(caughtBy(decay, 'smoothing-multiplied')).toMatchObject({ smoothing: 0.5 });
    expect(caughtBy(orders, 'one-order')).toEqual({ margin: 1, deviation: 1, more: 1 });
    expect(caughtBy(orders, 'half-the-curvature')).toEqual({ margin: 1, deviation: 1, more: 1 });
  });

  test('instances come back from JSON, and those without meaning are refused', () => {
    expectRoundTrips(all);
    expect(() => orders.instances.decode({ margin: 0, deviation: 0, more: 1 })).toThrow('deviation');
    expect(() => atBoundary.instances.decode({ ...step, slopes: [1, 0] })).toThrow('the second with the larger slope');
    const third = { slopes: [0, 1, 2], offsets: [0, 0, -1], rewards: [0, 1, 5], densities: [1, 1, 1] };
    expect(() => atBoundary.instances.decode({ ...step, ...third })).toThrow('has two classes');
  });
});
