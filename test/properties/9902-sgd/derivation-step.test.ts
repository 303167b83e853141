import { describe, expect, test } from 'vitest';
import { expandLaw, solveLaw, stepLaw, stepLaws, sumLaw } from '../../../properties/9902-sgd/derivation-step.ts';
import { float64Reference } from '../../../properties/9902-sgd/subject.ts';
import { checkLaw } from '../../../src/law/check.ts';
import { law } from '../../../src/law/law.ts';
import { breaking, caughtBy, searchedHypotheses, testExpectations } from '../law-checks.ts';
import { sizeOf } from './run-size.ts';

testExpectations(stepLaws);

describe('one step on the line shows that each hypothesis is needed', () => {
  const cases = [solveLaw, stepLaw, sumLaw].flatMap((each) =>
    searchedHypotheses(each).map((name) => [each.id, name, each] as const),
  );
  test.each(cases)('%s: %s', (_id, name, each) => {
    expect(sizeOf(breaking(each, name))).toEqual([1, 1]);
  });

  test('a negative rate turns the projection against the step', () => {
    expect(breaking(stepLaw, 'positive-rates')).toMatchObject({
      set: { kind: 'box', lower: [0], upper: [0] },
      losses: [{ slope: [1] }],
      schedule: { rate: -1 },
    });
  });
});

describe('planted mistakes', () => {
  test('an ascending step is seen by A-(10) at once', () => {
    expect(caughtBy(expandLaw, 'gradient-sign')).toMatchObject({
      losses: [{}],
      schedule: { kind: 'constant', rate: 1 },
    });
  });

  test('an index off by one takes two rates to show', () => {
    expect(sizeOf(caughtBy(sumLaw, 'rate-index-off-by-one'))).toEqual([2, 1]);
  });

  test('a missing ½ is seen at a single step', () => {
    expect(sizeOf(caughtBy(solveLaw, 'missing-half'))).toEqual([1, 1]);
  });

  test('a projection in doubles that is off by 1e-9 is beyond its declared accuracy', () => {
    const off = law({
      ...stepLaw,
      float64: {
        ...float64Reference,
        project: (F, set, x) =>
          F.plus(
            float64Reference.project(F, set, x),
            x.map(() => F.of(1e-9)),
          ),
      },
    });
    const { verdict, counterexamples } = checkLaw(off, { runs: 400, seed: 1 });
    expect({ verdict, implementation: counterexamples[0]?.implementation }).toEqual({
      verdict: 'violated',
      implementation: 'float64',
    });
  });
});
