import { expect, test } from 'vitest';
import { gradientBoundLaw, gradientBoundLaws } from '../../../properties/9902-sgd/gradient-bounds.ts';
import { caughtBy, testExpectations } from '../law-checks.ts';

testExpectations(gradientBoundLaws);

test.each([
  ['factor-one', { loss: { kind: 'quadratic', curvature: 1, center: [0] }, from: [1], to: [2] }],
  ['point-forgotten', { loss: { kind: 'quadratic', curvature: 1, center: [0] }, from: [0], to: [1] }],
  ['first-piece', { loss: { kind: 'max-affine', slopes: [[0], [1]], offsets: [0, 0] }, from: [0], to: [1] }],
])('%s is caught by a loss and two points that are read at a glance', (tooth, found) => {
  expect(caughtBy(gradientBoundLaw, tooth)).toEqual(found);
});
