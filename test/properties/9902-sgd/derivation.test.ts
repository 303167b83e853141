import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineLaw, DERIVATION, derivationLaws, posthocLaw } from '../../../properties/9902-sgd/derivation.ts';
import { regretBoundLaw } from '../../../properties/9902-sgd/first-look.ts';
import type { OnlineRun } from '../../../properties/instances/descent/online-run.ts';
import { decide } from '../../../src/law/decide.ts';
import { InstanceArbitrary, type Instances } from '../../../src/law/instances.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { breaking, caughtBy, searchedHypotheses, testExpectations } from '../law-checks.ts';
import { sizeOf } from './run-size.ts';

testExpectations([regretBoundLaw, combineLaw, posthocLaw]);

describe.each([
  ['sgd.regret-bound', regretBoundLaw],
  ['sgd.combine', combineLaw],
])('every hypothesis of %s is needed', (_id, each) => {
  test.each([
    ['nonincreasing-rates', 2],
    ['positive-rates', 1],
    ['convex-losses', 1],
    ['convex-set', 2],
    ['comparator-inside', 2],
    ['distance-bound', 1],
    ['gradient-bound', 1],
  ])('%s: %i steps on the line show it', (name, steps) => {
    expect(sizeOf(breaking(each, name))).toEqual([steps, 1]);
  });

  test('and no other is searched', () => {
    expect(searchedHypotheses(each)).toHaveLength(7);
  });
});

test('without a projection A-(4) needs three hypotheses', () => {
  const sizes = searchedHypotheses(posthocLaw).map((name) => [name, ...sizeOf(breaking(posthocLaw, name))]);
  expect(sizes).toEqual([
    ['nonincreasing-rates', 2, 1],
    ['positive-rates', 1, 1],
    ['convex-losses', 1, 1],
  ]);
});

describe('planted mistakes', () => {
  test('D halved: one step from 1 against 0, at the rate D/G', () => {
    expect(sizeOf(caughtBy(regretBoundLaw, 'D-halved'))).toEqual([1, 1]);
    expect(sizeOf(caughtBy(combineLaw, 'D-halved'))).toEqual([1, 1]);
  });

  test('an ascending step takes two steps to show in the regret', () => {
    expect(sizeOf(caughtBy(regretBoundLaw, 'gradient-sign'))).toEqual([2, 1]);
  });

  test('so do increasing rates', () => {
    expect(sizeOf(caughtBy(regretBoundLaw, 'increasing-rates'))).toEqual([2, 1]);
  });
});

describe('the size of the runs', () => {
  const named = (id: string): AnyLaw => derivationLaws.find((law) => law.id === id)!;
  const drawn = (id: string): readonly OnlineRun[] =>
    fc.sample(new InstanceArbitrary(named(id).instances as Instances<OnlineRun>), { numRuns: 2000, seed: 9902 });

  test.each([
    'sgd.expand',
    'sgd.solve',
    'sgd.step',
    'sgd.sum',
    'sgd.abel',
    'sgd.abel-bound',
    'sgd.combine',
    'sgd.posthoc',
  ])('%s: some have more than 16 coordinates, some more than 32 steps', (id) => {
    const runs = drawn(id);
    expect(runs.filter(({ start }) => start.length > 16).length).toBeGreaterThanOrEqual(3);
    expect(runs.filter(({ losses }) => losses.length > 32).length).toBeGreaterThanOrEqual(3);
  });

  test.each(['sgd.step', 'sgd.sum', 'sgd.combine', 'sgd.posthoc'])('%s: every loss comes up', (id) => {
    const kinds = new Set(drawn(id).flatMap(({ losses }) => losses.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['absolute', 'hinge', 'linear', 'logistic', 'max-affine', 'quadratic']);
  });
});

describe('the derivation of A-(4)', () => {
  const named = (id: string): AnyLaw => derivationLaws.find((each) => each.id === id)!;

  test('names laws in the order of the article', () => {
    expect(regretBoundLaw.derivation).toEqual([...DERIVATION, 'sgd.combine']);
    const equations = regretBoundLaw.derivation!.map((id) => named(id).cites[0]!.equations[0]!);
    expect(equations).toEqual([...equations].sort((a, b) => a - b));
  });

  test('a regret above the bound with increasing rates is traced to the line of A-(14) that uses their order', () => {
    const instance = breaking(regretBoundLaw, 'nonincreasing-rates');
    const failing = regretBoundLaw.derivation!.filter(
      (id) => decide(statementAbout(named(id), instance)).outcome === 'violated',
    );
    expect(failing[0]).toBe('sgd.abel-bound');
  });

  test.each([
    ['convex-losses', 'sgd.cvx'],
    ['convex-set', 'sgd.solve'],
    ['comparator-inside', 'sgd.solve'],
    ['distance-bound', 'sgd.abel-bound'],
    ['gradient-bound', 'sgd.combine'],
  ])('without %s the first step that fails is %s', (name, first) => {
    const instance = breaking(regretBoundLaw, name);
    const failing = regretBoundLaw.derivation!.filter(
      (id) => decide(statementAbout(named(id), instance)).outcome === 'violated',
    );
    expect(failing[0]).toBe(first);
  });
});
