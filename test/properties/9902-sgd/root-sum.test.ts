import { describe, expect, it } from 'vitest';
import { rootSumLaws, sumSqrt } from '../../../properties/9902-sgd/root-sum.ts';
import { checkLaw } from '../../../src/law/check.ts';
import { decide } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { caughtOn, itComesOutAsExpected } from './example-laws.ts';

describe('the laws about Σ 1/√t', () => {
  itComesOutAsExpected(rootSumLaws);

  it('is decided exactly, in sums of roots, at every T', () => {
    const { decidedBy, cases } = checkLaw(sumSqrt, { runs: 1, seed: 1 });
    expect(decidedBy).toEqual({ filter: 1, surd: cases - 1 });
    expect(decide(statementAbout(sumSqrt, { horizon: 100 })).by).toBe('surd');
  });

  it('shows planted mistakes at the first T where they differ', () => {
    expect(caughtOn(sumSqrt, 'strict-everywhere')).toEqual({ horizon: 1 });
    expect(caughtOn(sumSqrt, 'next-root')).toEqual({ horizon: 2 });
    expect(caughtOn(sumSqrt, 'last-term-dropped')).toEqual({ horizon: 2 });
  });
});
