import { describe, expect, test } from 'vitest';
import { edgeSlope, edgeSlopeLaws } from '../../../../properties/7737-policy-and-zeroth-order/bridge/edge-slope.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

describe('the weight of a pair as a slope', () => {
  testExpectations(edgeSlopeLaws);

  test('a weight that is not divided by ε shows at two equal logits', () => {
    expect(caughtBy(edgeSlope, 'not-divided')).toMatchObject({ logits: [0, 0] });
  });

  test('instances that mean nothing are refused by name', () => {
    expect(() => edgeSlope.instances.decode({ logits: [1], smoothing: 1, step: 1 })).toThrow('There are 1 logits');
    expect(() => edgeSlope.instances.decode({ logits: [1, 2], smoothing: 0, step: 1 })).toThrow('smoothing is 0');
    expect(() => edgeSlope.instances.decode({ logits: [1, 2], smoothing: 1, step: -1 })).toThrow('step is -1');
  });
});
