import { describe, expect, test } from 'vitest';
import { datasetVarianceLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/dataset-variance.ts';
import { estimatorVarianceLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/estimator-variance.ts';
import { leaveOneOutLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/leave-one-out.ts';
import { observe } from '../../../../src/law/decide.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { decodeInstance, encode, statementAbout } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

const laws: readonly AnyLaw[] = [...leaveOneOutLaws, ...estimatorVarianceLaws, ...datasetVarianceLaws];
const lawOf = (id: string): AnyLaw => laws.find((law) => law.id === id)!;

/** Two samples of two equally likely classes with rewards 0 and 1. */
const two = { weights: [1, 1], rewards: [0, 1], temperature: 1, samples: 2, baseline: 0 };

describe('the laws of baselines from the samples, and of variances', () => {
  testExpectations(laws);
});

describe('what a person reads', () => {
  test.each([
    ['pg.own-mean', 'own-mean-called-unbiased', { ...two, samples: 1 }],
    ['pg.rloo', 'own-sample-mean', two],
    ['pg.rloo-centered', 'others-over-all', two],
    ['pg.rloo-covariance', 'divided-by-n', two],
    ['pg.rloo-variance', 'n-minus-one', two],
    ['pg.rloo-variance', 'next-sample', { ...two, weights: [1, 1, 1], rewards: [0, 0, 1], samples: 3 }],
    ['pg.std-normalized-pair', 'rewards-themselves', { ...two, rewards: [0, 2] }],
    ['pg.bopt-coordinate', 'one-for-all', { ...two, weights: [1, 1, 1], rewards: [0, 0, 1], samples: 1 }],
    [
      'pg.bopt-pointwise',
      'unweighted-optimum',
      { examples: [{ weights: [1, 2], rewards: [0, 1], baseline: 0 }], temperature: 1 },
    ],
  ])('%s catches %s', (id, tooth, expected) => {
    expect(encode(caughtBy(lawOf(id), tooth))).toEqual(expected);
  });

  test('two samples with their own mean see half the gradient', () => {
    const law = lawOf('pg.own-mean-unbiased');
    const { seen } = observe(statementAbout(law, law.instances.all![0]));
    expect(seen.map(({ left, right }) => [left[0], right[0]])).toEqual([
      ['1/8', '1/4'],
      ['-1/8', '-1/4'],
    ]);
  });

  test('samples from another distribution miss the gradient', () => {
    expect(breaking(lawOf('pg.rloo'), 'on-policy')).toEqual({ ...two, sampler: [1, 2] });
  });
});

test.each([
  ['pg.rloo', { samples: 1 }, 'samples is 1; this law takes 2 to 8'],
  ['pg.rloo-centered', { sampler: [1, 2] }, 'does not speak of sampler'],
  ['pg.rloo-price', { unnormalized: true }, 'does not speak of unnormalized'],
  ['pg.std-normalized-pair', { samples: 3 }, 'samples is 3; this law takes 2'],
  ['pg.bopt-coordinate', { samples: 2 }, 'samples is 2; this law takes 1'],
])('%s refuses %o', (id, parts, message) => {
  expect(() => decodeInstance(lawOf(id), { ...two, ...parts })).toThrow(message);
});

test('two standardized samples of p = (1/2, 1/3, 1/6), r = (0, 1, 5) turn the sign of the second logit', () => {
  const law = lawOf('pg.std-normalized-pair');
  const instance = { weights: [3, 2, 1], rewards: [0, 1, 5], temperature: 1, samples: 2, baseline: 0 };
  const seenBy = (implementation: string) => observe(statementAbout(law, instance, implementation)).seen;
  expect(seenBy('reference').map(({ left }) => left[0])).toEqual(['-1/4', '1/9', '5/36']);
  expect(seenBy('rewards-themselves').map(({ right }) => right[0])).toEqual(['-7/12', '-1/18', '23/36']);
});
