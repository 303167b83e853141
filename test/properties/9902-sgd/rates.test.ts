import { describe, expect, it } from 'vitest';
import { constantIsBest, rateLaws, rhsLimit } from '../../../properties/9902-sgd/rates.ts';
import { scheduleCases } from '../../../properties/instances/descent/schedule-case.ts';
import { decide } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { caughtOn, itComesOutAsExpected, itNeedsItsHypotheses } from './example-laws.ts';

describe('the laws about the right side of A-(4)', () => {
  itComesOutAsExpected(rateLaws);
  itNeedsItsHypotheses(rateLaws, {
    'sgd.rhs-limit': { 'positive-rates': [1, 1] },
    'sgd.amgm': { 'positive-rate': [1, 1] },
    'sgd.constant-is-best': {
      'nonincreasing-rates': [2, 1],
      'positive-rates': [1, 1],
      'not-both-zero': [2, 1],
    },
  });

  it('shrinks planted mistakes to one or two rates', () => {
    expect(caughtOn(rhsLimit, 'first-rate')).toEqual({ squaredDistance: 1, squaredGradient: 0, rates: [1, 2] });
    expect(caughtOn(constantIsBest, 'root-missing')).toEqual({
      squaredDistance: 1,
      squaredGradient: 1,
      rates: [1, 1],
    });
  });

  it('has the equality of A-(5) at D/(G√T) with irrational √T and D, and strictness beside it', () => {
    const outcome = (squaredDistance: number, rates: number[]) =>
      decide((F) =>
        constantIsBest.teeth['strict-always']!.claim!(F, { squaredDistance, squaredGradient: 1, rates }, undefined),
      ).outcome;
    expect(outcome(3, [1, 1, 1])).toBe('violated');
    expect(outcome(3.0000001, [1, 1, 1])).toBe('holds');
    expect(
      decide(statementAbout(constantIsBest, { squaredDistance: 3, squaredGradient: 1, rates: [1, 1, 1] })).by,
    ).toBe('surd');
  });

  it('refuses schedules without meaning', () => {
    const parts = { squaredDistance: 1, squaredGradient: 1 };
    expect(() => scheduleCases.decode({ ...parts, rates: [1, 0] })).toThrow('A rate is 0');
    expect(() => scheduleCases.decode({ ...parts, squaredDistance: -1, rates: [1] })).toThrow(
      'squaredDistance is negative',
    );
    expect(() => scheduleCases.decode({ ...parts, rates: [] })).toThrow();
  });
});
