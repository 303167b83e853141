import { describe, expect, it } from 'vitest';
import { decayBound, horizonBound, inverseRoots, zinkevichBound } from '../../../properties/9902-sgd/bounds.ts';
import { bestAlpha, boundsComparedLaws, constLarger } from '../../../properties/9902-sgd/bounds-compared.ts';
import { boundCases } from '../../../properties/instances/descent/bound-case.ts';
import { observe } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { rational } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { caughtOn, itComesOutAsExpected, itNeedsItsHypotheses } from './example-laws.ts';

describe('the laws that compare A-(6) with A-(8)', () => {
  itComesOutAsExpected(boundsComparedLaws);
  itNeedsItsHypotheses(boundsComparedLaws, {
    'sgd.const-larger': { 'positive-rate': [1, 1] },
    'sgd.untuned-cost': { 'positive-rate': [1, 1] },
    'sgd.anytime-decrease': { 'positive-rate': [1, 1], 'not-both-zero': [1, 1] },
  });

  it('computes the bounds at D = 2, G = 3, α = 1/2, T = 16', () => {
    const { of } = rationalReading;
    const numbers = { squaredDistance: of(4), squaredGradient: of(9), alpha: of(0.5), horizon: 16 };
    expect(`${horizonBound(rationalReading, { D: of(2), G: of(3), horizon: 16 })}`).toBe('3/2');
    // 4/(2 · ½ · 4) + 9 · ½/4, and 4 · 4/(2 · ½) + (4 − ½) · ½ · 9.
    expect(`${decayBound(rationalReading, numbers)}`).toBe(`${rational(17n, 8n)}`);
    expect(`${zinkevichBound(rationalReading, numbers)}`).toBe(`${rational(127n, 4n)}`);
  });

  it('has √2 at α = D/(√2 G) and more beside it', () => {
    const tie = { squaredDistance: 2, squaredGradient: 1, rate: 1, horizon: 3 };
    const price = (squaredDistance: number) => {
      const { seen } = observe(statementAbout(constLarger, { ...tie, squaredDistance }));
      return seen[1]!.left[0];
    };
    expect(price(2)).toBe('0');
    expect(price(2.0000001)).toBe('1');
    expect(price(1.9999999)).toBe('1');
  });

  it('pins the factor that the best α costs: 1.0987, 1.1484, 1.1799 at T = 2, 3, 4', () => {
    const squaredFactor = (T: number): number => float64.sum(inverseRoots(float64, T)) / Math.sqrt(T);
    expect([1, 2, 3, 4, 100].map((T) => Math.sqrt(squaredFactor(T)).toFixed(4))).toEqual([
      '1.0000',
      '1.0987',
      '1.1484',
      '1.1799',
      '1.3634',
    ]);
    expect(caughtOn(bestAlpha, 'always-one')).toMatchObject({ horizon: 2 });
  });

  it('refuses numbers without meaning', () => {
    const { decode } = boundCases({ most: 4, zeros: 'any' });
    const parts = { squaredDistance: 1, squaredGradient: 1, rate: 1, horizon: 1 };
    expect(decode({ ...parts, rate: '1/3' })).toEqual({ ...parts, rate: rational(1n, 3n) });
    expect(() => decode({ ...parts, rate: 0 })).toThrow('rate is 0');
    expect(() => decode({ ...parts, squaredGradient: -1 })).toThrow('squaredGradient is negative');
    expect(() => decode({ ...parts, horizon: 0 })).toThrow();
  });
});
