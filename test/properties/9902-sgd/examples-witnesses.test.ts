import { describe, expect, it } from 'vitest';
import {
  exampleWitnessLaws,
  fasterConstant,
  gapKeepsShrinking,
  unboundedRegret,
} from '../../../properties/9902-sgd/examples-witnesses.ts';
import { observe } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { itComesOutAsExpected } from './example-laws.ts';

describe('what the examples do not say', () => {
  itComesOutAsExpected(exampleWitnessLaws);

  it('compares 3/8 with 1/4', () => {
    const { seen } = observe(statementAbout(fasterConstant, fasterConstant.instances.all![0]));
    expect(seen.map(({ left, right }) => [left[0], right[0]])).toEqual([['3/8', '1/4']]);
  });

  it('has the averages 1/10, 1/2 and 19/30 − √2/6', () => {
    const { seen } = observe(statementAbout(gapKeepsShrinking, gapKeepsShrinking.instances.all![0]));
    expect(seen.map(({ left, right }) => [right[0], left[0]])).toEqual([
      ['1/10', '1/2'],
      ['1/2', '19/30 - 1/6*sqrt(2)'],
    ]);
  });

  it('has the average regret 1/2 at T = 2 without a bounded set', () => {
    const { seen } = observe(statementAbout(unboundedRegret, unboundedRegret.instances.all![0]));
    expect(seen[1]).toMatchObject({ relation: '=', left: ['1/2', '1/2'], right: ['1/2', '1/2'] });
  });
});
