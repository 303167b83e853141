import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hyperplane, squaredDiameter, support, vertices } from '../../src/convex/index.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  double,
  errorInUlps,
  nearestWithEqualities,
  positiveRational,
  projectExactly,
  runs,
  shown,
  smallPoint,
  smallRational,
  testProjectionLaws,
  withPoint,
} from './support.ts';

const normals = fc
  .integer({ min: 1, max: 4 })
  .chain(smallPoint)
  .filter((a) => a.some((c) => Q.sign(c) !== 0));
const sets = fc.tuple(normals, smallRational).map(([normal, offset]) => hyperplane(normal, offset));

describe('the hyperplane', () => {
  testProjectionLaws(sets);

  test('is projected on by the solution of the linear system of its multiplier', () => {
    fc.assert(
      fc.property(withPoint(sets), ([set, x]) => {
        const expected = nearestWithEqualities([Q.vector(set.normal)], [toRational(set.offset)], x)!;
        expect(shown(projectExactly(set, x))).toEqual(shown(expected));
      }),
      runs(300),
    );
  });

  test('does not depend on the length or the sign of the normal', () => {
    fc.assert(
      fc.property(withPoint(sets), positiveRational, ([set, x], k) => {
        const other = hyperplane(Q.scale(Q.neg(k), Q.vector(set.normal)), Q.mul(Q.neg(k), toRational(set.offset)));
        expect(shown(projectExactly(other, x))).toEqual(shown(projectExactly(set, x)));
      }),
      runs(150),
    );
  });

  test('float64 is within 16 units of 2⁻⁵² at the scale of x and of offset / normal', () => {
    const cases = fc
      .integer({ min: 1, max: 5 })
      .chain((d) => fc.tuple(...[0, 1].map(() => fc.array(double, { minLength: d, maxLength: d }))));
    fc.assert(
      fc.property(cases, double, ([x, normal], offset) => {
        const largest = Math.max(...normal!.map(Math.abs));
        if (largest === 0) return;
        expect(errorInUlps(hyperplane(normal!, offset), x!, [offset / largest])).toBeLessThan(16);
      }),
      runs(300),
    );
  });

  test('is a point on the line, and unbounded otherwise', () => {
    expect(vertices(hyperplane([3], 2))).toEqual([[ratio(2, 3)]]);
    expect(squaredDiameter(Q, hyperplane([3], 2))?.toString()).toBe('0');
    expect(support(Q, hyperplane([3], 2), [toRational(6)])?.toString()).toBe('4');
    expect(vertices(hyperplane([3, 0], 2))).toBeUndefined();
    expect(squaredDiameter(Q, hyperplane([3, 0], 2))).toBeUndefined();
  });

  test('refuses bad input', () => {
    expect(() => hyperplane([0], 1)).toThrow(
      'normal is the zero vector, which has no direction; give a nonzero vector.',
    );
    expect(() => hyperplane([1], Number.NaN)).toThrow('offset is NaN; give a finite number.');
  });
});
