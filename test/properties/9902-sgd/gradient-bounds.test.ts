import { expect, test } from 'vitest';
import { gradientBoundLaw, gradientBoundLaws } from '../../../properties/9902-sgd/gradient-bounds.ts';
import { caughtBy, testExpectations } from '../law-checks.ts';

testExpectations(gradientBoundLaws);

const unit = { kind: 'segment', from: [0], to: [1] };
const point = (at: number) => ({ kind: 'box', lower: [at], upper: [at] });

test.each([
  ['mirrored-center', 4, { set: unit, loss: { kind: 'quadratic', curvature: 1, center: [1] }, point: [0] }],
  ['least-of-the-slopes', 3, { set: unit, loss: { kind: 'logistic', feature: [-1] }, point: [0.5] }],
  ['factor-two', 2, { set: point(0), loss: { kind: 'quadratic', curvature: 1, center: [1] }, point: [0] }],
  [
    'first-piece',
    2,
    {
      set: { kind: 'segment', from: [0], to: [0] },
      loss: { kind: 'max-affine', slopes: [[0], [1]], offsets: [0, 1] },
      point: [0],
    },
  ],
])('%s is caught by a set, a loss and a point that are read at a glance', (tooth, seed, found) => {
  expect(caughtBy(gradientBoundLaw, tooth, seed)).toEqual(found);
});
