import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pythagoreanExpansion, segmentGap, segmentRegrouping } from '../../../src/convex/segment-identities.ts';
import {
  abelClose,
  abelSummation,
  constantRateGap,
  distanceExpansion,
  type Sides,
  solvedInnerProduct,
} from '../../../src/descent/step-identities.ts';
import type { Vector } from '../../../src/scalar/algebra.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import type { Rational } from '../../../src/scalar/rational.ts';
import { rationalReading as F } from '../../../src/scalar/rational-reading.ts';
import { RUNS, smallRational, vectors } from '../kernel/expressions.ts';

const options = { seed: 20231219, numRuns: RUNS };
const nonzero = smallRational.filter(({ numerator }) => numerator !== 0n);
const same = ({ left, right }: Sides<Rational>) => F.compare(left, right) === 0;

describe('what the theorems prove over symbols also holds where the same texts are read over fractions', () => {
  const holds = (
    name: string,
    claim: (u: Vector<Rational>, v: Vector<Rational>, w: Vector<Rational>, a: Rational) => boolean,
  ) =>
    test(name, () =>
      fc.assert(
        fc.property(vectors, nonzero, (drawn, a) => {
          const [u, v, w] = [...drawn.values()];
          return claim(u!, v!, w!, a);
        }),
        options,
      ),
    );

  holds('A-(10)', (u, v, w, a) => same(distanceExpansion(F, u, a, v, w)));
  holds('A-(11)', (u, v, w, a) => same(solvedInnerProduct(F, u, a, v, w)));
  holds('A-(20)', (u, v, w, a) => {
    const { left, right } = segmentRegrouping(F, u, v, w, a);
    return left.every((x, i) => F.compare(x, right[i]!) === 0);
  });
  holds('A-(21)', (u, v, w, a) => same(segmentGap(F, u, v, w, a)));
  holds('A-(24)', (u, v, w) => same(pythagoreanExpansion(F, u, v, w)));

  test('A-(5)', () =>
    fc.assert(
      fc.property(smallRational, smallRational, nonzero, nonzero, (D, G, eta, rootT) =>
        same(constantRateGap(F, { D, G, eta, rootT })),
      ),
      options,
    ));
  test('A-(14), for any horizon', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(nonzero, smallRational), { minLength: 1, maxLength: 20 }),
        smallRational,
        (steps, a) => {
          const eta = steps.map(([rate]) => rate);
          return same(abelSummation(F, [...steps.map(([, value]) => value), a], eta)) && same(abelClose(F, a, eta));
        },
      ),
      options,
    ));
});

describe('the texts say what the article says', () => {
  // By hand, from numbers for which no two terms agree.
  test('A-(5) at D = 3, G = 2, η = 1/4, T = 4', () => {
    expect(constantRateGap(float64, { D: 3, G: 2, eta: 0.25, rootT: 2 })).toEqual({ left: 2, right: 2 });
  });
  test('A-(10) and A-(11) at θ = (1, 2), g = (4, −2), η = 1/2, c = (0, 1)', () => {
    expect(distanceExpansion(float64, [1, 2], 0.5, [4, -2], [0, 1])).toEqual({ left: 5, right: 5 });
    expect(solvedInnerProduct(float64, [1, 2], 0.5, [4, -2], [0, 1])).toEqual({ left: 2, right: 2 });
  });
  test('A-(14) at a = (1, 2, 4), η = (1/2, 1/4)', () => {
    expect(abelSummation(float64, [1, 2, 4], [0.5, 0.25])).toEqual({ left: -5, right: -5 });
    expect(abelClose(float64, 9, [0.5, 0.25])).toEqual({ left: 18, right: 18 });
  });
  test('A-(20), A-(21) and A-(24) at φ = (3, 4), P = (1, 1), θ = (−1, 2), λ = 1/2', () => {
    const [phi, projection, theta] = [
      [3, 4],
      [1, 1],
      [-1, 2],
    ] as const;
    expect(segmentRegrouping(float64, phi, projection, theta, 0.5)).toEqual({ left: [3, 2.5], right: [3, 2.5] });
    expect(segmentGap(float64, phi, projection, theta, 0.5)).toEqual({ left: 2.25, right: 2.25 });
    expect(pythagoreanExpansion(float64, phi, projection, theta)).toEqual({ left: 20, right: 20 });
  });
});

describe('sequences of the wrong length', () => {
  test('are refused with both lengths', () => {
    expect(() => abelSummation(float64, [1, 2], [1, 1])).toThrow('a has 2 values for 2 rates eta; give one more');
    expect(() => abelSummation(float64, [1], [])).toThrow('eta has no rates');
    expect(() => abelClose(float64, 1, [])).toThrow('eta has no rates');
  });
});
