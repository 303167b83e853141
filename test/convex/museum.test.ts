import { describe, expect, test } from 'vitest';
import * as teeth from '../../properties/9902-sgd/teeth/projections.ts';
import {
  affine,
  ball,
  box,
  type ConvexSet,
  halfspace,
  hyperplane,
  l1Ball,
  polytope,
  product,
  project,
  segment,
  simplex,
  vertices,
} from '../../src/convex/index.ts';
import { type ExactVector, ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { isMember, type Point, projectExactly, shown } from './support.ts';

type Name = keyof typeof teeth;
const mistakes: Record<Name, teeth.Projection> = { ...teeth };

const same = (a: Point, b: Point): boolean => shown(a).join() === shown(b).join();

/** The laws that a projection breaks at one point, in exact arithmetic. */
function broken(projection: teeth.Projection, set: ConvexSet, x: ExactVector): string[] {
  const at = (v: ExactVector): Point => projection(Q, set, Q.vector(v));
  const p = at(x);
  const members = [...(vertices(set) ?? []), projectExactly(set, x)].map(Q.vector);
  const obtuse = members.every((c) => compare(Q.dot(Q.minus(Q.vector(x), p), Q.minus(c, p)), Q.zero) <= 0);
  return [
    ...(isMember(set, p) ? [] : ['membership']),
    ...(obtuse ? [] : ['variational inequality']),
    ...(isMember(set, Q.vector(x)) && !same(p, Q.vector(x)) ? ['fixes the set'] : []),
    ...(same(at(p), p) ? [] : ['idempotence']),
  ];
}

const triangle = polytope(
  [
    [-1, 0],
    [0, -1],
    [1, 3],
  ],
  [0, 0, 3],
);
const everySet: readonly ConvexSet[] = [
  affine([[1, 2]], [3]),
  ball([0, 0], 1),
  box([0, 0], [1, 1]),
  halfspace([1, 2], 3),
  hyperplane([1, 2], 3),
  l1Ball([0, 0], 1),
  triangle,
  product([simplex(1, 1), box([0], [1])]),
  segment([0, 0], [1, 1]),
  simplex(2, 1),
];

const exhibits: readonly [Name, ConvexSet, ExactVector, readonly string[]][] = [
  ['simplexThresholdOffByOne', simplex(2, 1), [1, ratio(1, 2)], ['membership']],
  ['simplexClipsNegativesFirst', simplex(2, 1), [-1, -3], ['membership', 'idempotence']],
  ['simplexSumShortcut', simplex(2, 1), [1, -2], ['membership']],
  ['simplexLooseBisection', simplex(3, 1), [1, ratio(1, 3), 0], ['membership']],
  ['ballMovesInteriorPoints', ball([0, 0], 10), [3, 4], ['variational inequality', 'fixes the set']],
  ['ballIgnoresRadius', ball([0, 0], 10), [30, 40], ['variational inequality']],
  ['l1WithoutInsideTest', l1Ball([0, 0], 2), [1, 0], ['variational inequality', 'fixes the set']],
  ['halfspaceNotNormalized', halfspace([2, 0], 2), [2, 5], ['variational inequality']],
  ['noProjection', box([0], [1]), [2], ['membership']],
  ['projectionSign', box([0], [1]), [2], ['membership', 'variational inequality', 'idempotence']],
  ['projectionReflects', box([0], [1]), [2], ['variational inequality']],
  ['unsquaredProx', box([0], [1]), [4], ['membership', 'idempotence']],
  ['halfWay', box([0], [1]), [4], ['membership', 'idempotence']],
  [
    'alternatingProjections',
    polytope(
      [
        [0, 1],
        [1, 2],
      ],
      [0, 0],
    ),
    [2, 3],
    ['variational inequality'],
  ],
  ['alternatingProjections', simplex(3, 1), [1, 1, -4], ['membership', 'idempotence']],
];

describe('the bug museum', () => {
  test.each(exhibits)('%s is caught', (name, set, x, laws) => {
    expect(broken(project, set, x)).toEqual([]);
    expect(broken(mistakes[name], set, x)).toEqual(laws);
  });

  test('every mistake is exhibited', () => {
    const floatOnly = ['simplexWithoutShift', 'ballSquaresOverflow', 'segmentSquaresUnderflow'];
    expect(new Set([...exhibits.map(([name]) => name), ...floatOnly])).toEqual(new Set(Object.keys(teeth)));
  });

  test('a mistake about one kind of set leaves the others alone', () => {
    const concerns: Partial<Record<Name, readonly string[]>> = {
      simplexThresholdOffByOne: ['simplex', 'product'],
      simplexClipsNegativesFirst: ['simplex', 'product'],
      simplexSumShortcut: ['simplex', 'product'],
      simplexWithoutShift: [],
      simplexLooseBisection: ['simplex', 'product'],
      ballMovesInteriorPoints: ['ball'],
      ballIgnoresRadius: ['ball'],
      ballSquaresOverflow: [],
      segmentSquaresUnderflow: [],
      l1WithoutInsideTest: ['l1-ball'],
      halfspaceNotNormalized: ['halfspace'],
    };
    for (const [name, kinds] of Object.entries(concerns)) {
      for (const set of everySet) {
        if (kinds.includes(set.kind)) continue;
        const x = Q.vector([ratio(3, 5), ratio(-4, 5)]);
        const wrong = mistakes[name as Name](Q, set, x);
        expect(shown(wrong), `${name} on ${set.kind}`).toEqual(shown(projectExactly(set, x)));
      }
    }
  });

  test('a factor of a product is projected with the mistake, too', () => {
    const set = product([box([0], [1]), simplex(2, 1)]);
    expect(shown(teeth.simplexSumShortcut(Q, set, Q.vector([2, 1, -2])))).toEqual(['1', '1', '-2']);
  });

  test('simplexWithoutShift is right in fractions and off by 1e8 times the rounding unit in doubles', () => {
    const set = simplex(9, 1);
    const x = Array.from({ length: 9 }, (_, i) => 1e8 + i / 70);
    expect(shown(teeth.simplexWithoutShift(Q, set, Q.vector(x)))).toEqual(shown(projectExactly(set, x)));
    const off = (projection: teeth.Projection): number =>
      Math.abs(Q.approximate(Q.sub(Q.sum(projection(float64, set, x).map(toRational)), Q.one)));
    expect(off(project)).toBeLessThan(9 * 2 ** -52);
    expect(off(teeth.simplexWithoutShift)).toBeGreaterThan(1e-9);
  });

  test('ballSquaresOverflow sends far points to the center, and sees none near tiny balls', () => {
    const set = ball([0, 0], 1);
    expect(project(float64, set, [1e200, 0])).toEqual([1, 0]);
    expect(teeth.ballSquaresOverflow(float64, set, [1e200, 0])).toEqual([0, 0]);
    expect(teeth.ballSquaresOverflow(float64, set, [3, 4])).toEqual(project(float64, set, [3, 4]));
    const tiny = ball([0, 0], 1e-180);
    expect(teeth.ballSquaresOverflow(float64, tiny, [1e-170, 0])).toEqual([1e-170, 0]);
    expect(project(float64, tiny, [1e-170, 0])[0]).toBeLessThan(2e-180);
  });

  test('segmentSquaresUnderflow takes short segments for points', () => {
    const tiny = segment([0, 0], [2 ** -600, 0]);
    expect(project(float64, tiny, [1, 0])).toEqual([2 ** -600, 0]);
    expect(teeth.segmentSquaresUnderflow(float64, tiny, [1, 0])).toEqual([0, 0]);
    const usual = segment([0, 0], [2, 0]);
    expect(teeth.segmentSquaresUnderflow(float64, usual, [1, 1])).toEqual(project(float64, usual, [1, 1]));
  });
});
