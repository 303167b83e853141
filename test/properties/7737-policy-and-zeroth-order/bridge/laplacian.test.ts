import { describe, expect, test } from 'vitest';
import {
  angleLaws,
  threeClassAngle,
  twoValuedAngle,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/angles.ts';
import { edgeLaws, oneHotAngle, trueEdges } from '../../../../properties/7737-policy-and-zeroth-order/bridge/edges.ts';
import {
  equalEdges,
  laplacianAscent,
  laplacianLaws,
  policyLaplacian,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/laplacian.ts';
import { laplacianCases } from '../../../../properties/instances/bridge/laplacian-case.ts';
import { gradientsOf, logitCases } from '../../../../properties/instances/bridge/logit-case.ts';
import { isTrue } from '../../../../src/law/decide.ts';
import { ratio } from '../../../../src/scalar/exact.ts';
import { plusExact, timesExact } from '../../../../src/scalar/exact-arithmetic.ts';
import { filter } from '../../../../src/scalar/filter.ts';
import { below } from '../../../../src/scalar/relation.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const flat = { weights: [1, 1], rewards: [0, 1], edges: [1] };

describe('the two gradients in the logits of one example', () => {
  testExpectations([...laplacianLaws, ...angleLaws, ...edgeLaws]);

  test('need positive weights of the pairs, and rewards that differ, to ascend', () => {
    expect(breaking(laplacianAscent, 'positive-edges')).toEqual({ ...flat, edges: [0] });
    expect(breaking(laplacianAscent, 'mixed-rewards')).toEqual({ ...flat, rewards: [0, 0] });
    expect(breaking(policyLaplacian, 'table-of-logits')).toMatchObject({ weights: [1, 1], temperature: 1 });
    expect(breaking(equalEdges, 'equal-logits')).toMatchObject({ weights: [1, 1, 1] });
  });

  test('need two rewards for an acute angle, and three classes for one below 120°', () => {
    expect(breaking(twoValuedAngle, 'two-rewards')).toMatchObject({ rewards: [0, 1, -1] });
    expect(breaking(threeClassAngle, 'three-classes')).toMatchObject({
      rewards: [0, 1, expect.any(Number), expect.any(Number)],
    });
    expect(breaking(threeClassAngle, 'positive-edges')).toMatchObject({ weights: [1, 1, 1] });
  });

  test('need one rewarded class, with rivals in one order, for an angle below 45°', () => {
    expect(breaking(oneHotAngle, 'one-hot-reward')).toMatchObject({ rewards: [1, 1, 0] });
    expect(breaking(oneHotAngle, 'same-order')).toEqual({ weights: [1, 1, 2], rewards: [1, 0, 0], edges: [4, 1, 1] });
    expect(breaking(oneHotAngle, 'positive-edges')).toEqual({ ...flat, rewards: [1, 0], edges: [0] });
  });

  test('compare edges and weights exactly, beyond the precision of doubles', () => {
    const tiny = timesExact(ratio(1, 10 ** 15), ratio(1, 10 ** 15));
    const above = plusExact(1, tiny);
    const sameOrder = oneHotAngle.hypotheses.find(({ name }) => name === 'same-order')!;
    expect(sameOrder.holds({ weights: [5, 1, above], rewards: [1, 0, 0], edges: [1, 2, 1] })).toBe(true);
    expect(sameOrder.holds({ weights: [5, above, 1], rewards: [1, 0, 0], edges: [1, 2, 1] })).toBe(false);
  });

  test('show planted mistakes on two or three classes', () => {
    expect(caughtBy(laplacianAscent, 'sign-of-the-laplacian')).toEqual(flat);
    expect(caughtBy(twoValuedAngle, 'parallel')).toEqual({ weights: [1, 1, 1], rewards: [0, 0, 1], edges: [1, 1, 2] });
    expect(caughtBy(oneHotAngle, 'larger-bound')).toEqual({ ...flat, rewards: [1, 0] });
    expect(caughtBy(trueEdges, 'reversed-order')).toMatchObject({ smoothing: 1, temperature: 1 });
  });

  test('of four classes can be more than 120° apart', () => {
    const instance = { logits: [0, -4, -6, -6], rewards: [0, 1, -1000, -1000], smoothing: 0.5, temperature: 1 };
    const { policy, zerothOrder } = gradientsOf(filter, instance);
    const { dot, mul, of, square, squaredNorm } = filter;
    expect(filter.sign(dot(policy, zerothOrder))).toBe(-1);
    const product = mul(squaredNorm(policy), squaredNorm(zerothOrder));
    expect(filter.compare(product, mul(of(4), square(dot(policy, zerothOrder))))).toBe(-1);
  });

  test('of mild rewards make an obtuse angle, too', () => {
    const instance = { logits: [0, -4, -4.1], rewards: [0, 1, -3], smoothing: 0.2, temperature: 1 };
    expect(
      isTrue((F) => {
        const { policy, zerothOrder } = gradientsOf(F, instance);
        return below(F.dot(policy, zerothOrder), F.zero);
      }),
    ).toBe(true);
  });

  test('read back from JSON, and refuse what has no meaning', () => {
    expectRoundTrips([...laplacianLaws, ...angleLaws, ...edgeLaws]);
    const { decode } = laplacianCases(() => flat);
    expect(() => decode({ ...flat, edges: [1, 1] })).toThrow('one a pair');
    expect(() => decode({ ...flat, weights: [0, 1] })).toThrow('positive');
    expect(() => decode({ ...flat, rewards: [1] })).toThrow('one a class');
    const logits = { logits: [0, 1], rewards: [0, 1], smoothing: 1, temperature: 1 };
    expect(() => logitCases(() => logits).decode({ ...logits, temperature: 0 })).toThrow('temperature');
    expect(() => logitCases(() => logits).decode({ ...logits, rewards: [1] })).toThrow('1 rewards');
  });
});
