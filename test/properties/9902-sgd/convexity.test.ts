import { describe, expect, test } from 'vitest';
import { convexityLaw, convexityLaws, equivalenceLaw } from '../../../properties/9902-sgd/convexity.ts';
import type { OnlineRun } from '../../../properties/instances/descent/online-run.ts';
import { decide } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../law-checks.ts';

testExpectations(convexityLaws);

const onePair = (loss: OnlineRun['losses'][number], start: number, comparator: number): OnlineRun => ({
  set: { kind: 'space', dimension: 1 },
  start: [start],
  comparator: [comparator],
  losses: [loss],
  schedule: { kind: 'constant', rate: 1 },
});
const outcome = (instance: OnlineRun): string => decide(statementAbout(convexityLaw, instance)).outcome;

describe('A-(9)', () => {
  test('fails for −θ²/2 at the smallest pair there is', () => {
    expect(breaking(convexityLaw, 'convex-losses')).toMatchObject({
      start: [1],
      comparator: [0],
      losses: [{ kind: 'negated', loss: { kind: 'quadratic', curvature: 1, center: [0] } }],
    });
    expect(breaking(equivalenceLaw, 'convex-losses')).toMatchObject({ losses: [{ kind: 'negated' }] });
  });

  test('is an equality for a constant loss, so it is not strict', () => {
    expect(caughtBy(convexityLaw, 'strict')).toMatchObject({ start: [0], comparator: [0] });
  });

  test('is decided for a logistic loss at equal margins, which no interval could see', () => {
    expect(outcome(onePair({ kind: 'logistic', feature: [0] }, 0, 1))).toBe('holds');
    expect(outcome(onePair({ kind: 'logistic', feature: [3] }, -1, 1))).toBe('holds');
    expect(outcome(onePair({ kind: 'negated', loss: { kind: 'logistic', feature: [3] } }, -1, 1))).toBe('violated');
  });

  test('the negative of an affine loss is convex, and counted so', () => {
    const [hypothesis] = convexityLaw.hypotheses;
    const affine = { kind: 'max-affine', slopes: [[1], [1]], offsets: [0, 2] } as const;
    expect(hypothesis!.holds(onePair({ kind: 'negated', loss: affine }, 0, 1))).toBe(true);
    expect(hypothesis!.holds(onePair({ kind: 'negated', loss: { ...affine, slopes: [[1], [2]] } }, 0, 1))).toBe(false);
    expect(hypothesis!.holds(onePair({ kind: 'quadratic', curvature: -1, center: [0] }, 0, 1))).toBe(false);
  });
});
