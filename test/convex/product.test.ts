import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  box,
  type ConvexSet,
  dimension,
  halfspace,
  hyperplane,
  l1Ball,
  membership,
  polytope,
  product,
  segment,
  simplex,
  squaredDiameter,
  support,
  vertices,
} from '../../src/convex/index.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import { positiveRational, projectExactly, runs, shown, smallPoint, testProjectionLaws, withPoint } from './support.ts';

const factor: fc.Arbitrary<ConvexSet> = fc.oneof(
  fc.constant(box([0, null], [1, 2])),
  fc.constant(box([-1], [1])),
  fc.constant(halfspace([1, 2], 1)),
  fc.constant(hyperplane([1, -1], 0)),
  fc.constant(
    polytope(
      [
        [1, 1],
        [-1, 0],
        [0, -1],
      ],
      [1, 0, 0],
    ),
  ),
  positiveRational.map((s) => simplex(3, s)),
  fc.tuple(smallPoint(2), positiveRational).map(([c, r]) => l1Ball(c, r)),
  fc.tuple(smallPoint(2), smallPoint(2)).map(([a, b]) => segment(a, b)),
);
const sets = fc.oneof(
  fc.array(factor, { minLength: 1, maxLength: 3 }).map(product),
  fc.tuple(factor, factor, factor).map(([a, b, c]) => product([product([a, b]), c])),
);

describe('the product', () => {
  testProjectionLaws(sets, 100);

  test('of intervals is the box', () => {
    const interval = fc
      .tuple(smallPoint(1), positiveRational)
      .map(([[lo], width]) => [lo!, Q.add(lo!, width)] as const);
    fc.assert(
      fc.property(
        fc
          .array(interval, { minLength: 1, maxLength: 4 })
          .chain((sides) => fc.tuple(fc.constant(sides), smallPoint(sides.length))),
        ([sides, x]) => {
          const set = product(sides.map(([lo, hi]) => box([lo], [hi])));
          const same = box(
            sides.map(([lo]) => lo),
            sides.map(([, hi]) => hi),
          );
          expect(shown(projectExactly(set, x))).toEqual(shown(projectExactly(same, x)));
          expect(vertices(set)?.map(shown)).toEqual(vertices(same)?.map(shown));
          expect(squaredDiameter(Q, set)?.toString()).toBe(squaredDiameter(Q, same)?.toString());
          expect(support(Q, set, x)?.toString()).toBe(support(Q, same, x)?.toString());
        },
      ),
      runs(100),
    );
  });

  test('is projected on block by block, nested or not', () => {
    fc.assert(
      fc.property(withPoint(fc.tuple(factor, factor).map(product)), ([set, x]) => {
        const [a, b] = set.factors as [ConvexSet, ConvexSet];
        const blocks = [...projectExactly(a, x.slice(0, dimension(a))), ...projectExactly(b, x.slice(dimension(a)))];
        expect(shown(projectExactly(set, x))).toEqual(shown(blocks));
        expect(shown(projectExactly(product([product([a]), b]), x))).toEqual(shown(blocks));
      }),
      runs(150),
    );
  });

  test('is unbounded when a factor is', () => {
    const set = product([simplex(2, 1), halfspace([1], 0)]);
    expect(squaredDiameter(Q, set)).toBeUndefined();
    expect(support(Q, set, Q.vector([1, 1, 1]))).toBeUndefined();
    expect(vertices(set)).toBeUndefined();
  });

  test('lists its vertices up to 64', () => {
    expect(vertices(product([simplex(8, 1), simplex(8, 1)]))).toHaveLength(64);
    expect(vertices(product([simplex(8, 1), simplex(9, 1)]))).toBeUndefined();
  });

  test('names the factor of a comparison', () => {
    const relation = membership(Q, product([box([0], [1]), product([simplex(1, 1)])]), Q.vector([0, 1]));
    expect([...comparisons(relation)].map(({ name }) => name)).toEqual([
      'factor 1: lower bound 1',
      'factor 1: upper bound 1',
      'factor 2: factor 1: coordinate 1',
      'factor 2: factor 1: sum of the coordinates',
    ]);
  });

  test('refuses bad input', () => {
    expect(() => product([])).toThrow('factors is empty; give at least one set.');
    expect(() => projectExactly(product([simplex(2, 1), box([0], [1])]), [1, 2])).toThrow(
      'x has 2 coordinates and the product 3; give as many.',
    );
  });
});
