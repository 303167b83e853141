import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bound,
  box,
  project,
  squaredDiameter,
  squaredFarthest,
  support,
  vertices,
} from '../../src/convex/index.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { double, projectExactly, runs, shown, smallRational, testProjectionLaws, withPoint } from './support.ts';

const side = fc
  .tuple(smallRational, smallRational, fc.integer({ min: 0, max: 5 }))
  .map(([a, b, open]): readonly [Bound, Bound] => [open === 1 ? null : Q.min(a, b), open === 2 ? null : Q.max(a, b)]);
const sets = fc.array(side, { minLength: 1, maxLength: 4 }).map((sides) =>
  box(
    sides.map(([lo]) => lo),
    sides.map(([, hi]) => hi),
  ),
);

describe('the box', () => {
  testProjectionLaws(sets);

  test('moves each coordinate to its nearest bound, or not at all', () => {
    fc.assert(
      fc.property(withPoint(sets), ([{ lower, upper, ...set }, x]) => {
        const expected = x.map((xi, i) => {
          const [lo, hi] = [lower[i]!, upper[i]!];
          if (lo !== null && compare(xi, toRational(lo)) < 0) return lo;
          return hi !== null && compare(xi, toRational(hi)) > 0 ? hi : xi;
        });
        expect(shown(projectExactly({ lower, upper, ...set }, x))).toEqual(shown(expected));
      }),
      runs(200),
    );
  });

  test('float64 is exact when the bounds are doubles', () => {
    const cases = fc.array(fc.tuple(double, double, double), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cases, (rows) => {
        const set = box(
          rows.map(([a, b]) => Math.min(a, b)),
          rows.map(([a, b]) => Math.max(a, b)),
        );
        const x = rows.map(([, , c]) => c);
        expect(shown(project(float64, set, x))).toEqual(shown(projectExactly(set, x)));
      }),
      runs(200),
    );
  });

  test('lists its vertices up to 64, each once', () => {
    expect(vertices(box([0, 1], [2, 1]))).toEqual([
      [0, 1],
      [2, 1],
    ]);
    expect(vertices(box(Array(6).fill(0), Array(6).fill(1)))).toHaveLength(64);
    expect(vertices(box(Array(7).fill(0), Array(7).fill(1)))).toBeUndefined();
    expect(vertices(box([0, null], [1, 1]))).toBeUndefined();
    expect(squaredDiameter(Q, box([0, null], [1, 1]))).toBeUndefined();
    expect(squaredFarthest(Q, box([0, null], [1, 1]), Q.vector([0, 0]))).toBeUndefined();
    expect(support(Q, box([0, null], [1, 1]), Q.vector([1, 1]))).toBeUndefined();
  });

  test('refuses bad input', () => {
    expect(() => box([], [])).toThrow('lower is empty; give at least one bound.');
    expect(() => box([0], [1, 2])).toThrow('lower has 1 bounds and upper 2; give as many to both.');
    expect(() => box([0, ratio(1, 2)], [1, ratio(1, 3)])).toThrow(
      'lower[1] = 0.5 exceeds upper[1] = 1/3; the box is empty.',
    );
    expect(() => box([0], [Number.POSITIVE_INFINITY])).toThrow('upper[0] is Infinity; give a finite number.');
  });
});
