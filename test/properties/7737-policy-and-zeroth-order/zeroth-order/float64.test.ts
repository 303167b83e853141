import { describe, expect, test } from 'vitest';
import { exactForQuadratics } from '../../../../properties/7737-policy-and-zeroth-order/comments/zeroth-order.ts';
import { biasOfCube } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/bias.ts';
import {
  type PlainForwardDifference,
  withZerothOrder,
} from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/float64.ts';
import { forwardOfPolynomials } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/gradient.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../../src/scalar/algebra.ts';
import { interval } from '../../../../src/scalar/interval.ts';

const LAWS = [forwardOfPolynomials, biasOfCube, exactForQuadratics] as const;

const mine = (...[f, x, u, smoothing]: Parameters<PlainForwardDifference>): readonly number[] => {
  const slope = (f(x.map((value, i) => value + smoothing * u[i]!)) - f(x)) / smoothing;
  return u.map((ui) => slope * ui);
};
const judged = (law: (typeof LAWS)[number], estimate: PlainForwardDifference) =>
  checkLaw({ ...law, float64: withZerothOrder(estimate) } as AnyLaw, { runs: 100, seed: 7737 });

describe('an estimate of one’s own', () => {
  test.each(LAWS.map((law) => [law.id, law] as const))('passes %s when it is right', (_id, law) => {
    const { verdict, float64, errors } = judged(law, mine);
    expect({ verdict, errors, violated: float64?.violated }).toEqual({ verdict: 'holds', errors: [], violated: 0 });
  });

  test.each<readonly [string, PlainForwardDifference]>([
    ['divided by 2ε', (f, x, u, smoothing) => mine(f, x, u, smoothing).map((g) => g / 2)],
    ['not divided', (f, x, u, smoothing) => mine(f, x, u, smoothing).map((g) => g * smoothing)],
    ['of the wrong sign', (f, x, u, smoothing) => mine(f, x, u, smoothing).map((g) => -g)],
    ['off by one part in a billion', (f, x, u, smoothing) => mine(f, x, u, smoothing).map((g) => g * (1 + 1e-9))],
    ['with f rounded to single precision', (f, x, u, smoothing) => mine((z) => Math.fround(f(z)), x, u, smoothing)],
  ])('is caught when it is %s', (_name, estimate) => {
    const { verdict, counterexamples } = judged(forwardOfPolynomials, estimate);
    expect(verdict).toBe('violated');
    expect(counterexamples.map(({ implementation }) => implementation)).toContain('float64');
  });

  test('must have a coordinate for each variable', () => {
    const { errors } = judged(forwardOfPolynomials, () => []);
    expect(errors[0]).toContain('The estimate has 0 entries');
  });

  test('is allowed what the values of f lose, divided by ε', () => {
    const F = interval(40);
    const square = <S>({ mul }: Algebra<S>, [x]: Vector<S>): S => mul(x!, x!);
    const width = (smoothing: number): number => {
      const [estimate] = withZerothOrder(mine).forward(F, square, [F.one], [F.one], F.of(smoothing));
      const [low, high] = F.enclosure(estimate!);
      return Number(high) - Number(low);
    };
    // 2 · 64 · 2⁻⁵² · (1 + ε)²/ε
    expect(width(1)).toBeCloseTo(2 ** -43, 15);
    expect(width(2 ** -20)).toBeCloseTo(2 ** -25, 10);
  });
});
