import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affine, hyperplane, project, squaredDiameter, support, vertices } from '../../src/convex/index.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  determinant,
  errorInUlps,
  nearestWithEqualities,
  projectExactly,
  runs,
  shown,
  smallPoint,
  testProjectionLaws,
  withPoint,
} from './support.ts';

const systems = fc
  .integer({ min: 1, max: 3 })
  .chain((d) => fc.tuple(fc.constant(d), fc.integer({ min: 1, max: d })))
  .chain(([d, m]) => fc.tuple(fc.array(smallPoint(d), { minLength: m, maxLength: m }), smallPoint(m)));
const isIndependent = (rows: readonly ReturnType<typeof Q.vector>[]): boolean =>
  Q.sign(determinant(rows.map((u) => rows.map((v) => Q.dot(u, v))))) !== 0;
const sets = systems.filter(([rows]) => isIndependent(rows)).map(([rows, offsets]) => affine(rows, offsets));

describe('the affine subspace', () => {
  testProjectionLaws(sets, 150);

  test('is projected on by the solution of the linear system of its multipliers', () => {
    fc.assert(
      fc.property(withPoint(sets), ([set, x]) => {
        const expected = nearestWithEqualities(set.rows.map(Q.vector), Q.vector(set.offsets), x)!;
        expect(shown(projectExactly(set, x))).toEqual(shown(expected));
      }),
      runs(200),
    );
  });

  test('with one row is the hyperplane', () => {
    fc.assert(
      fc.property(withPoint(sets.filter(({ rows }) => rows.length === 1)), ([set, x]) => {
        const plane = hyperplane(set.rows[0]!, set.offsets[0]!);
        expect(shown(projectExactly(set, x))).toEqual(shown(projectExactly(plane, x)));
      }),
      runs(100),
    );
  });

  test('finds dependent rows exactly', () => {
    fc.assert(
      fc.property(
        systems.filter(([rows]) => rows.every((row) => row.some((c) => Q.sign(c) !== 0))),
        ([rows, offsets]) => {
          if (isIndependent(rows)) expect(affine(rows, offsets).rows).toHaveLength(rows.length);
          else expect(() => affine(rows, offsets)).toThrow(/linearly dependent/);
        },
      ),
      runs(300),
    );
    // Dependent up to one unit in the last place only.
    expect(
      affine(
        [
          [1, 1],
          [1, 1 + 2 ** -52],
        ],
        [0, 0],
      ).rows,
    ).toHaveLength(2);
  });

  test('float64 is within 64 units of 2⁻⁵² for rows of small integers', () => {
    const rows = [
      [1, 2, 0, -1],
      [0, 1, 3, 1],
    ];
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 4, maxLength: 4 }), (x) => {
        expect(errorInUlps(affine(rows, [1, 2]), x, [2])).toBeLessThan(64);
      }),
      runs(200),
    );
  });

  test('float64 keeps tiny and huge rows', () => {
    const p = project(
      float64,
      affine(
        [
          [2 ** -800, 0, 0],
          [0, 2 ** 800, 0],
        ],
        [3 * 2 ** -800, 2 ** 801],
      ),
      [7, 8, 9],
    );
    expect(p).toEqual([3, 2, 9]);
  });

  test('is a point when there are as many rows as coordinates', () => {
    const point = affine(
      [
        [1, 1],
        [1, -1],
      ],
      [1, ratio(1, 3)],
    );
    expect(vertices(point)?.map(shown)).toEqual([['2/3', '1/3']]);
    expect(squaredDiameter(Q, point)?.toString()).toBe('0');
    expect(support(Q, point, Q.vector([3, 3]))?.toString()).toBe('3');
    expect(support(Q, affine([[1, 1]], [1]), [toRational(1), toRational(1)])).toBeUndefined();
    expect(squaredDiameter(Q, affine([[1, 1]], [1]))).toBeUndefined();
  });

  test('refuses bad input', () => {
    expect(() => affine([], [])).toThrow('rows is empty; give at least one row.');
    expect(() => affine([[1, 2]], [1, 2])).toThrow('rows has 1 rows and offsets 2 numbers; give as many to both.');
    expect(() => affine([[1, 2], [1]], [1, 2])).toThrow(
      'rows[1] has 1 coordinates and rows[0] 2; give as many to both.',
    );
    expect(() =>
      affine(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toThrow('The 2 rows are linearly dependent; leave out those that follow from the others.');
    expect(() => affine([[0, 0]], [0])).toThrow(
      'rows[0] is the zero vector, which has no direction; give a nonzero vector.',
    );
  });
});
