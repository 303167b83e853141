import { describe, expect, test } from 'vitest';
import { constantRateLaw, strongerLaws, weightedLaw } from '../../../properties/9902-sgd/stronger.ts';
import { adagradLaw, adagradLaws } from '../../../properties/9902-sgd/stronger-adagrad.ts';
import { averageLaws } from '../../../properties/9902-sgd/stronger-average.ts';
import { curvatureLaws, harmonicLaw } from '../../../properties/9902-sgd/stronger-curvature.ts';
import { checkLaw } from '../../../src/law/check.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { breaking, searchedHypotheses, testExpectations } from '../law-checks.ts';
import { sizeOf } from './run-size.ts';

const laws: readonly AnyLaw[] = [...strongerLaws, ...averageLaws, ...curvatureLaws, ...adagradLaws];
testExpectations(laws);

/** Steps and dimension of the simplest instance that shows each hypothesis necessary. */
const SIZES: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  'sgd.any-rates': {
    'positive-rates': [1, 1],
    'convex-losses': [1, 1],
    'convex-set': [2, 1],
    'comparator-inside': [2, 1],
    'distance-bound': [1, 1],
  },
  'sgd.weighted': {
    'positive-rates': [1, 1],
    'convex-losses': [1, 1],
    'convex-set': [1, 1],
    'comparator-inside': [1, 1],
  },
  'sgd.constant-rate-unbounded': {
    'constant-rates': [2, 1],
    'positive-rates': [1, 1],
    'convex-losses': [1, 1],
    'convex-set': [2, 1],
    'comparator-inside': [2, 1],
  },
  'sgd.last-distance': {
    'nonincreasing-rates': [2, 1],
    'positive-rates': [1, 1],
    'convex-losses': [1, 1],
    'convex-set': [1, 1],
    'comparator-inside': [1, 1],
    'distance-bound': [1, 1],
  },
  'sgd.trivial-bound': { 'convex-losses': [1, 1], 'distance-bound': [1, 1], 'gradient-bound': [1, 1] },
  'sgd.averaged-iterate': {
    'one-loss': [2, 1],
    'nonincreasing-rates': [2, 1],
    'positive-rates': [1, 1],
    'convex-losses': [1, 1],
    'convex-set': [2, 1],
    'comparator-inside': [2, 1],
    'distance-bound': [1, 1],
    'gradient-bound': [1, 1],
  },
  'sgd.strongly-convex': {
    'harmonic-rates': [2, 1],
    'strongly-convex': [1, 1],
    'positive-rates': [1, 1],
    'convex-set': [1, 1],
    'comparator-inside': [1, 1],
  },
  'sgd.strongly-convex-equality': { 'harmonic-rates': [2, 1], 'exact-curvature': [1, 1], 'no-projection': [1, 1] },
  // On the line the first step leaves a point of two, or five steps are needed; in the plane three will do.
  'sgd.adagrad-norm': {
    'convex-losses': [1, 1],
    'convex-set': [3, 2],
    'comparator-inside': [1, 1],
    'start-inside': [1, 1],
  },
};

describe('every hypothesis is needed', () => {
  const cases = laws.flatMap((law) => searchedHypotheses(law).map((name) => [law.id, name, law] as const));
  test.each(cases)('%s: %s', (id, name, law) => {
    expect(sizeOf(breaking(law, name))).toEqual(SIZES[id]![name]);
  });
});

test('with falling rates D = ‖θ₁ − c‖ is not enough: the run leaves c and pays on the way back', () => {
  expect(breaking(constantRateLaw, 'constant-rates')).toMatchObject({
    start: [0],
    comparator: [0],
    losses: [{ slope: [1] }, { slope: [-1] }],
    schedule: { rates: [2, 1] },
  });
});

test('negative rates break the weighted bound only where a loss has a kink', () => {
  expect(breaking(weightedLaw, 'positive-rates')).toMatchObject({ losses: [{ kind: 'absolute' }] });
});

test('rates of AdaGrad need a start in Θ, because D is its diameter', () => {
  expect(breaking(adagradLaw, 'start-inside')).toMatchObject({ losses: [{ slope: [1] }] });
});

test('the harmonic sum is decided for every listed horizon', () => {
  const { cases, exhaustive, undecided } = checkLaw(harmonicLaw, { runs: 10, seed: 1 });
  expect({ cases, exhaustive, undecided }).toEqual({ cases: 68, exhaustive: true, undecided: 0 });
});
