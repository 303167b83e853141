import { describe, expect, test } from 'vitest';
import { assumptionLaws, bestStepLaw, finalLaw } from '../../../properties/9902-sgd/assumptions.ts';
import { strictDiameter, strictnessLaws } from '../../../properties/9902-sgd/strictness.ts';
import { float64Reference, type SgdParts } from '../../../properties/9902-sgd/subject.ts';
import type { OnlineRun } from '../../../properties/instances/descent/online-run.ts';
import { checkLaw } from '../../../src/law/check.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { breaking, caughtBy, searchedHypotheses, testExpectations } from '../law-checks.ts';

testExpectations([...assumptionLaws, ...strictnessLaws]);

const point = { kind: 'box', lower: [0], upper: [0] };
const interval = { kind: 'box', lower: [0], upper: [1] };
const size = (law: AnyLaw, name: string): readonly number[] => {
  const { losses, start } = breaking(law, name) as OnlineRun;
  return [losses.length, start.length];
};

describe('every hypothesis of sgd.final is needed', () => {
  test.each([
    ['convex-set', 2],
    ['start-inside', 1],
    ['comparator-inside', 1],
    ['convex-losses', 2],
    ['gradient-bound', 1],
    ['diameter-bound', 2],
    ['nonincreasing-rates', 2],
    ['positive-rates', 1],
  ])('%s: without it the claim fails after %i steps on the line', (name, steps) => {
    expect(size(finalLaw, name)).toEqual([steps, 1]);
  });

  test('and no other is searched', () => {
    expect(searchedHypotheses(finalLaw)).toHaveLength(9);
    expect(finalLaw.hypotheses.filter(({ necessity }) => necessity.kind === 'not-shown')).toEqual([]);
  });

  test('the maximum norm in the plane, where the run lags behind what the distance of the ends allows', () => {
    expect(breaking(finalLaw, 'euclidean-norm', 4)).toMatchObject({
      set: { kind: 'max-norm-segment', from: [0, 0] },
      start: [0, 0],
    });
    expect(size(finalLaw, 'euclidean-norm')).toEqual([3, 2]);
  });

  test('a start outside Θ = {0}', () => {
    expect(breaking(finalLaw, 'start-inside')).toMatchObject({ set: point, start: [1], comparator: [0] });
  });

  test('a loss −max(0, θ) that keeps the run at 0, and then −θ', () => {
    const ramp = { kind: 'negated', loss: { kind: 'max-affine', slopes: [[0], [1]], offsets: [0, 0] } };
    expect(breaking(finalLaw, 'convex-losses')).toMatchObject({
      start: [0],
      comparator: [1],
      losses: [ramp, { kind: 'linear', slope: [-1] }],
    });
  });

  test('two points, pushed toward the other with a rate too small to leave', () => {
    expect(breaking(finalLaw, 'convex-set')).toMatchObject({
      set: { kind: 'finite', points: [[1], [-1]] },
      start: [1],
      comparator: [-1],
      schedule: { kind: 'constant', rate: 1 },
    });
  });

  test('D = ‖θ₁ − c‖ = 0 for a run that leaves c and pays on the way back', () => {
    expect(breaking(finalLaw, 'diameter-bound')).toMatchObject({
      set: interval,
      start: [0],
      comparator: [0],
      losses: [{ slope: [-1] }, { slope: [1] }],
      bounds: { squaredDistance: 0, squaredGradient: 1 },
    });
  });
});

describe.each([bestStepLaw, strictDiameter] as const)('$id', (law) => {
  test.each(searchedHypotheses(law))('needs %s', (name) => {
    const [steps, dimension] = size(law, name);
    expect(dimension).toBe(name === 'euclidean-norm' ? 2 : 1);
    expect(steps).toBeLessThanOrEqual(4);
  });
});

test('equality with D = diam Θ takes two equal rates', () => {
  expect(breaking(strictDiameter, 'last-rate-smaller')).toMatchObject({
    set: interval,
    start: [1],
    comparator: [0],
    losses: [{ slope: [1] }, { slope: [1] }],
    schedule: { kind: 'constant', rate: 0.5 },
  });
});

describe('planted mistakes shrink to runs one can follow by hand', () => {
  test('a missing projection', () => {
    expect(caughtBy(finalLaw, 'no-projection', 2)).toMatchObject({ set: point, losses: [{}, {}] });
  });

  test('half the diameter', () => {
    expect(caughtBy(finalLaw, 'diameter-halved')).toMatchObject({ losses: [{ kind: 'linear' }] });
  });

  test('a G² of quadratic losses that is halved: 3/2 against 2/3 + 3/4', () => {
    expect(caughtBy(finalLaw, 'quadratics-too-flat', 3)).toEqual({
      set: interval,
      start: [1],
      comparator: [0],
      losses: [{ kind: 'quadratic', curvature: 1, center: [-1] }],
      schedule: { kind: 'constant', rate: 0.75 },
    });
  });

  test('a step that ascends, judged by its best step', () => {
    expect(caughtBy(bestStepLaw, 'gradient-sign', 4)).toEqual({
      set: interval,
      start: [1],
      comparator: [0],
      losses: [
        { kind: 'linear', slope: [1] },
        { kind: 'linear', slope: [1] },
      ],
      schedule: { kind: 'sequence', rates: [1, 1] },
    });
  });
});

describe('the best step of a run whose projection is in doubles', () => {
  test('obeys the bound, and a quarter of the cases are judged so', () => {
    const { verdict, float64 } = checkLaw(bestStepLaw, { runs: 200, seed: 1 });
    expect({ verdict, cases: float64?.cases, violated: float64?.violated }).toEqual({
      verdict: 'holds',
      cases: 50,
      violated: 0,
    });
    expect(float64!.consistent).toBeLessThan(10);
  });

  test('and breaks it where the projection goes to a point beyond the set', () => {
    const beyond: SgdParts = {
      ...float64Reference,
      project: (F, set, x) => F.plus(float64Reference.project(F, set, x), F.scale(F.of(4), x)),
    };
    const { verdict, counterexamples } = checkLaw({ ...bestStepLaw, float64: beyond }, { runs: 200, seed: 1 });
    expect({ verdict, implementation: counterexamples[0]?.implementation }).toEqual({
      verdict: 'violated',
      implementation: 'float64',
    });
  });
});
