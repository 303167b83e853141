import { describe, expect, test } from 'vitest';
import { lineOptimum, lineRatioLaws } from '../../../properties/9902-sgd/line-ratios.ts';
import { bestIterateTight, hazan, publishedLaws } from '../../../properties/9902-sgd/published.ts';
import { decreasingRun, tightDecreasing, tightLine, tightnessLaws } from '../../../properties/9902-sgd/tightness.ts';
import { lineRun, orthogonalRun } from '../../../properties/instances/descent/tight-runs.ts';
import { decide } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../law-checks.ts';

testExpectations([...tightnessLaws, ...lineRatioLaws, ...publishedLaws]);

describe('the families that attain A-(6)', () => {
  test('walk one edge of the cube a step', () => {
    const { start, losses, schedule } = orthogonalRun({ size: 2, unit: 3, gradient: 2 });
    expect({ start, schedule }).toEqual({ start: [3, 3], schedule: { kind: 'constant', rate: 1.5 } });
    expect(losses).toEqual([
      { kind: 'linear', slope: [2, 0] },
      { kind: 'linear', slope: [0, 2] },
    ]);
  });

  test('go back and forth on the line before they march', () => {
    const { losses } = lineRun({ size: 2, unit: 1, gradient: 1 });
    expect(losses.map((loss) => (loss.kind === 'linear' ? loss.slope[0] : undefined))).toEqual([1, -1, 1, 1]);
  });

  test('are broken by a missing factor 1/2 at once', () => {
    expect(caughtBy(tightLine, 'missing-half')).toEqual({ size: 1, unit: 1, gradient: 1 });
    expect(caughtBy(tightLine, 'gradient-sign')).toEqual({ size: 1, unit: 1, gradient: 1 });
  });
});

test('a rate index off by one breaks the equality with decreasing rates', () => {
  expect(caughtBy(tightDecreasing, 'rate-index')).toBe(decreasingRun);
});

test('a lower record on the line is beaten', () => {
  expect(caughtBy(lineOptimum, 'record-lowered')).toMatchObject({ start: 1, comparator: 0 });
});

test('two published values: 2/√7 for the best of seven iterates, and less than 3/2 in the limit', () => {
  const seven = { horizon: 7, distance: 1, gradient: 2 };
  expect(decide(statementAbout(bestIterateTight, seven)).outcome).toBe('holds');
  expect(decide(statementAbout(hazan, { horizon: 100, distance: 1, gradient: 1 })).ratio).toBeCloseTo(0.953, 3);
  expect(caughtBy(hazan, 'half-dropped')).toEqual({ horizon: 1, distance: 1, gradient: 1 });
});
