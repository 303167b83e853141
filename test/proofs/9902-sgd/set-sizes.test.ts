import { expect, test } from 'vitest';
import { ballTheorem } from '../../../proofs/9902-sgd/ball.ts';
import { boxTheorem } from '../../../proofs/9902-sgd/box.ts';
import { l1BallTheorem } from '../../../proofs/9902-sgd/l1-ball.ts';
import { segmentTheorem } from '../../../proofs/9902-sgd/segment-set.ts';
import { simplexTheorem } from '../../../proofs/9902-sgd/simplex.ts';
import type { Theorem } from '../../../proofs/theorem/theorem.ts';
import type * as Ball from '../../../src/convex/ball.ts';
import type * as Box from '../../../src/convex/box.ts';
import type * as L1Ball from '../../../src/convex/l1-ball.ts';
import type * as Segment from '../../../src/convex/segment.ts';
import type * as Simplex from '../../../src/convex/simplex.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

/** The theorem about a set, of its text with one change. */
const changed: Readonly<Record<string, (from: string, to: string) => Promise<Theorem>>> = {
  box: async (from, to) =>
    boxTheorem({ geometry: (await mutated<typeof Box>(`src/convex/box.ts`, from, to)).boxGeometry }),
  ball: async (from, to) =>
    ballTheorem({ geometry: (await mutated<typeof Ball>('src/convex/ball.ts', from, to)).ballGeometry }),
  segment: async (from, to) => {
    const texts = await mutated<typeof Segment>('src/convex/segment.ts', from, to);
    return segmentTheorem({ project: texts.projectOntoSegment, geometry: texts.segmentGeometry });
  },
  simplex: async (from, to) =>
    simplexTheorem({ geometry: (await mutated<typeof Simplex>('src/convex/simplex.ts', from, to)).simplexGeometry }),
  'ℓ₁ ball': async (from, to) =>
    l1BallTheorem({ geometryThrough: (await mutated<typeof L1Ball>('src/convex/l1-ball.ts', from, to)).l1BallThrough }),
};

test.each([
  ['box', 'the sum of the bounds', 'of(upper[i]!), of(lo))', 'of(upper[i]!), sub(of(0), of(lo)))', 'D²'],
  ['box', 'the lowest corner', '({ of, mul, max, sum }', '({ of, mul, min: max, sum }', 'no less than at'],
  ['box', 'one bound twice', 'mul(wi, of(upper[i]!))', 'mul(wi, of(lower[i]!))', 'no less than at'],
  ['ball', 'three radii', 'F.mul(F.of(2), F.of(radius))', 'F.mul(F.of(3), F.of(radius))', 'D²'],
  ['ball', 'the other side', 'F.add(F.dot(w, F.vector(center))', 'F.sub(F.dot(w, F.vector(center))', 'beyond'],
  ['ball', 'about 0', 'F.dot(w, F.vector(center)), F.mul', 'F.zero, F.mul', 'r² ‖w‖²'],
  ['box', 'about 0 on one side', 'sub(of(upper[i]!), xi))))', 'sub(xi, of(0)))))', 'no less than at'],
  [
    'box',
    'the nearest corner',
    '({ of, sub, square, max, sum }',
    '({ of, sub, square, min: max, sum }',
    'no less than at',
  ],
  ['ball', 'its nearest point', 'F.square(F.add(F.of(radius)', 'F.square(F.sub(F.of(radius)', '\\(r \\+'],
  ['ball', 'from the other side', 'F.minus(F.vector(center), x)))', 'F.plus(F.vector(center), x)))', '‖x − center‖'],
  ['segment', 'the nearer end', 'F.max(F.squaredDistance(', 'F.min(F.squaredDistance(', 'no less than at'],
  ['segment', 'twice its middle', 'F.minus(F.vector(to), F', 'F.plus(F.vector(to), F', 'D²'],
  ['segment', 'the lower end', 'F.max(F.dot(w', 'F.min(F.dot(w', 'no less than at'],
  ['segment', 'along a + b', 'F.minus(F.vector(set.to), a)', 'F.plus(F.vector(set.to), a)', 'member'],
  ['segment', 'seen from −a', 'step = F.minus(x, a)', 'step = F.plus(x, a)', 'member'],
  ['segment', 'not before the end', 'atMost(along, squaredLength', 'atMost(squaredLength, along', 'member'],
  ['simplex', 'one side', 'mul(of(2), square(of(sum)))', 'square(of(sum))', 'D²'],
  ['simplex', 'all of w', 'F.mul(F.of(sum), largest(F, w))', 'F.mul(F.of(sum), F.sum(w))', 'at one of them'],
  ['simplex', 'the nearest vertex', 'largest(F, x.map(F.neg))', 'F.neg(largest(F, x))', 'no less than at'],
  ['ℓ₁ ball', 'its end on one side', 'largest(F, away.map(F.abs))', 'largest(F, away)', 'no less than at'],
  ['ℓ₁ ball', 'one radius', 'square(mul(of(2), of(radius)))', 'square(of(radius))', 'D²'],
  ['ℓ₁ ball', 'w with its sign', 'largest(F, w.map(F.abs))', 'largest(F, w)', 'no less than at'],
])('%s: %s', async (set, _, from, to, step) => {
  expect(failure(await changed[set]!(from, to))).toMatch(new RegExp(`"${step}`));
});
