import { expect, test } from 'vitest';
import { centerLaws, meanAbsoluteWalk, minimaxLine } from '../../../properties/9902-sgd/center-start.ts';
import { minimaxAxes, minimaxLaws, minimaxPlane, planeAdversary } from '../../../properties/9902-sgd/minimax.ts';
import { decide } from '../../../src/law/decide.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { showExact } from '../../../src/scalar/exact.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { caughtBy, testExpectations } from '../law-checks.ts';

testExpectations([...minimaxLaws, ...centerLaws]);

test('a walk of T steps ends 1, 1, 3/2, 3/2, 15/8, 15/8, 35/16 away on average', () => {
  const means = [1, 2, 3, 4, 5, 6, 7].map((T) => showExact(meanAbsoluteWalk(T)));
  expect(means).toEqual(['1', '1', '1.5', '1.5', '1.875', '1.875', '2.1875']);
});

test('staying at the center costs exactly R G √T', () => {
  const resting = { radius: 2, gradient: 3, points: Array.from({ length: 4 }, () => [0, 0, 0, 0]) };
  const { outcome, ratio } = decide(statementAbout(minimaxAxes, resting));
  expect({ outcome, ratio }).toEqual({ outcome: 'holds', ratio: 1 });
});

test('the adversary of the plane turns by a right angle toward the point', () => {
  const of = (x: number) => rationalReading.of(x);
  const g = planeAdversary(rationalReading, of(1), 2, [of(0), of(-1)], [of(1), of(0)]);
  expect(g.map(rationalReading.approximate)).toEqual([0, -1]);
});

test('planted mistakes shrink to one or two steps', () => {
  expect(caughtBy(minimaxAxes, 'gradient-sign')).toEqual({ radius: 1, gradient: 1, points: [[1]] });
  expect(caughtBy(minimaxPlane, 'one-axis')).toMatchObject({ points: [{}, {}] });
  expect(caughtBy(minimaxLine, 'half-forgotten')).toMatchObject({ horizon: 1, length: 1, gradient: 1 });
});
