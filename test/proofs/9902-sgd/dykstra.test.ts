import { describe, expect, test } from 'vitest';
import { dykstraGapTheorem, dykstraNormalsTheorem, dykstraPotentialTheorem } from '../../../proofs/9902-sgd/dykstra.ts';
import { dykstraTexts } from '../../../proofs/9902-sgd/dykstra-texts.ts';
import type * as Dykstra from '../../../src/convex/dykstra.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

describe('one changed place in the text of Dykstra’s iteration is a failed step', () => {
  test.each([
    ['the normals subtracted', 'F.plus(point, state.normals[k]!)', 'F.minus(point, state.normals[k]!)', '"e1"'],
    ['the normals forgotten', 'F.plus(point, state.normals[k]!)', 'point', '"e1"'],
    ['one normal for all sets', 'F.plus(point, state.normals[k]!)', 'F.plus(point, state.normals[0]!)', '2 sets.*"e2"'],
    ['inward normals', 'return F.minus(moved, point)', 'return F.minus(point, moved)', '"e1"'],
    [
      'another point projected',
      'project(F, set, moved)',
      'project(F, set, point)',
      '"P1 is the projection of p \\+ e1"',
    ],
    ['every projection from the start', 'F.plus(point, state', 'F.plus(state.point, state', '2 sets.*"e2"'],
  ])('sweep: %s', async (_, from, to, sentence) => {
    const { dykstraSweep: sweep } = await mutated<typeof Dykstra>('src/convex/dykstra.ts', from, to);
    const texts = { ...dykstraTexts, sweep };
    for (const theorem of [dykstraNormalsTheorem(texts), dykstraPotentialTheorem(texts)]) {
      expect(failure(theorem)).toMatch(new RegExp(`^the text of a sweep, .*${sentence}`));
    }
  });

  test.each([
    ['the factor 2', 'F.mul(F.of(2), F.sum', 'F.mul(F.of(1), F.sum', '"the potential"'],
    ['the sign of c', 'F.minus(projections[k]!, c)', 'F.plus(projections[k]!, c)', '"the potential"'],
    ['normals at the start', 'F.scale(F.zero, x)', 'F.scale(F.one, x)', '"the first potential"'],
  ])('potential: %s', async (_, from, to, sentence) => {
    const { dykstraPotential: potential, dykstraStart: start } = await mutated<typeof Dykstra>(
      'src/convex/dykstra.ts',
      from,
      to,
    );
    expect(failure(dykstraPotentialTheorem({ ...dykstraTexts, potential, start }))).toMatch(
      new RegExp(`^the text of the potential, 1 sets: .*${sentence}`),
    );
  });

  test('gap: the sign', async () => {
    const { dykstraGap: gap } = await mutated<typeof Dykstra>(
      'src/convex/dykstra.ts',
      'F.dot(normal, F.minus(projections[k]!, point))',
      'F.dot(normal, F.minus(point, projections[k]!))',
    );
    expect(failure(dykstraGapTheorem({ ...dykstraTexts, gap }))).toMatch(/^the text of the gap, 1 sets/);
  });
});
