import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project, projectOntoSimplex, simplex, vertices } from '../../src/convex/index.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { type Rational, signOf } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  double,
  errorInUlps,
  nearestOf,
  type Point,
  point,
  positiveRational,
  projectExactly,
  runs,
  shown,
  smallPoint,
  testProjectionLaws,
  withPoint,
} from './support.ts';

const sets = fc.tuple(fc.integer({ min: 1, max: 5 }), positiveRational).map(([d, s]) => simplex(d, s));

/** Each face is a set of coordinates that may be positive; on its plane all of them move by the same amount. */
function oracle(x: Point, sum: Rational): Point {
  const candidates = Array.from({ length: 2 ** x.length - 1 }, (_, bits): Point => {
    const inside = x.map((_, i) => (((bits + 1) >> i) & 1) === 1);
    const total = Q.sum(x.filter((_, i) => inside[i]));
    const move = Q.div(Q.sub(sum, total), Q.of(inside.filter(Boolean).length));
    return x.map((xi, i) => (inside[i] ? Q.add(xi, move) : Q.zero));
  });
  return nearestOf(x, candidates, (p) => p.every((c) => signOf(c) >= 0));
}

describe('the simplex', () => {
  testProjectionLaws(sets);

  test('is projected on as on its nearest face', () => {
    fc.assert(
      fc.property(withPoint(sets), ([set, x]) => {
        expect(shown(projectExactly(set, x))).toEqual(shown(oracle(x, toRational(set.sum))));
      }),
      runs(500),
    );
  });

  test('does not see a common offset, and scales with its sum', () => {
    fc.assert(
      fc.property(withPoint(sets), positiveRational, ([set, x], k) => {
        const p = projectExactly(set, x);
        expect(
          shown(
            projectExactly(
              set,
              x.map((c) => Q.add(c, k)),
            ),
          ),
        ).toEqual(shown(p));
        const scaled = simplex(set.dimension, Q.mul(k, toRational(set.sum)));
        expect(shown(projectExactly(scaled, Q.scale(k, x)))).toEqual(shown(Q.scale(k, p)));
      }),
      runs(200),
    );
  });

  test('examples', () => {
    expect(shown(projectExactly(simplex(2, 1), [2, 0]))).toEqual(['1', '0']);
    expect(shown(projectExactly(simplex(3, 1), [0, 0, 0]))).toEqual(['1/3', '1/3', '1/3']);
    expect(shown(projectExactly(simplex(3, 1), point(ratio(1, 2), ratio(1, 2), -1)))).toEqual(['1/2', '1/2', '0']);
    expect(shown(projectExactly(simplex(1, 3), [-7]))).toEqual(['3']);
  });

  test('float64 is within d units of 2⁻⁵² of the exact projection, at the scale of the sum for any offset', () => {
    const cases = fc.integer({ min: 1, max: 12 }).chain((d) => fc.array(double, { minLength: d, maxLength: d }));
    fc.assert(
      fc.property(cases, fc.constantFrom(0, 1, 1e4, -1e8, 1e12), (z, offset) => {
        const x = z.map((c) => c / 2 ** 20 + offset);
        const set = simplex(x.length, 1);
        const exact = projectExactly(set, x);
        project(float64, set, x).forEach((c, i) => {
          expect(Math.abs(Q.approximate(Q.sub(toRational(c), exact[i]!)))).toBeLessThanOrEqual(x.length * 2 ** -52);
        });
      }),
      runs(300),
    );
  });

  test('float64 sums to s within d units of 2⁻⁵² at dimension 300 and offset 1e8', () => {
    const x = Array.from({ length: 300 }, (_, i) => 1e8 + Math.sin(i) / 50);
    const p = project(float64, simplex(300, 1), x);
    const total = Q.sum(p.map(toRational));
    expect(Math.abs(Q.approximate(Q.sub(total, Q.one)))).toBeLessThan(300 * 2 ** -52);
    expect(p.filter((c) => c > 0).length).toBeGreaterThan(50);
  });

  test('float64 in general is within 8 units at the scale of x and s', () => {
    fc.assert(
      fc.property(fc.array(double, { minLength: 1, maxLength: 8 }), positiveRational, (x, s) => {
        expect(errorInUlps(simplex(x.length, s), x, [s])).toBeLessThan(8);
      }),
      runs(300),
    );
  });

  test('lists its vertices up to 64', () => {
    expect(vertices(simplex(2, 5))).toEqual([
      [5, 0],
      [0, 5],
    ]);
    expect(vertices(simplex(64, 1))).toHaveLength(64);
    expect(vertices(simplex(65, 1))).toBeUndefined();
  });

  test('is a point in one dimension', () => {
    fc.assert(
      fc.property(smallPoint(1), positiveRational, (x, s) => {
        expect(shown(projectExactly(simplex(1, s), x))).toEqual(shown([s]));
      }),
      runs(50),
    );
  });

  test('refuses bad input', () => {
    expect(() => simplex(0, 1)).toThrow('dimension is 0; give a whole number, at least 1.');
    expect(() => simplex(2.5, 1)).toThrow('dimension is 2.5; give a whole number, at least 1.');
    expect(() => simplex(2, 0)).toThrow('sum is 0; give a positive number.');
    expect(() => simplex(2, Number.NaN)).toThrow('sum is NaN; give a finite number.');
    expect(() => projectExactly(simplex(2, 1), [1, 2, 3])).toThrow(
      'x has 3 coordinates and the simplex 2; give as many.',
    );
    expect(() => projectOntoSimplex(float64, 1, [])).toThrow('x has no coordinates; give at least one.');
  });
});
