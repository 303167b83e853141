import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfspace, project, squaredDiameter, support, vertices } from '../../src/convex/index.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare, rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  double,
  errorInUlps,
  nearestOf,
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
const sets = fc.tuple(normals, smallRational).map(([normal, offset]) => halfspace(normal, offset));

describe('the halfspace', () => {
  testProjectionLaws(sets);

  test('is projected on as on its boundary, or not at all', () => {
    fc.assert(
      fc.property(withPoint(sets), ([set, x]) => {
        const [normal, offset] = [Q.vector(set.normal), toRational(set.offset)];
        const onBoundary = nearestWithEqualities([normal], [offset], x)!;
        const expected = nearestOf(x, [x, onBoundary], (p) => compare(Q.dot(normal, p), offset) <= 0);
        expect(shown(projectExactly(set, x))).toEqual(shown(expected));
      }),
      runs(300),
    );
  });

  test('does not depend on the length of the normal', () => {
    fc.assert(
      fc.property(withPoint(sets), positiveRational, ([set, x], k) => {
        const longer = halfspace(Q.scale(k, Q.vector(set.normal)), Q.mul(k, toRational(set.offset)));
        expect(shown(projectExactly(longer, x))).toEqual(shown(projectExactly(set, x)));
      }),
      runs(150),
    );
  });

  test('moves with a translation', () => {
    const cases = withPoint(sets).chain(([set, x]) => smallPoint(x.length).map((v) => [set, x, v] as const));
    fc.assert(
      fc.property(cases, ([set, x, v]) => {
        const moved = halfspace(set.normal, Q.add(toRational(set.offset), Q.dot(Q.vector(set.normal), v)));
        expect(shown(projectExactly(moved, Q.plus(x, v)))).toEqual(shown(Q.plus(projectExactly(set, x), v)));
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
        expect(errorInUlps(halfspace(normal!, offset), x!, [offset / largest])).toBeLessThan(16);
      }),
      runs(300),
    );
  });

  test('float64 keeps tiny and huge normals, whose squared length is no double', () => {
    for (const scale of [2 ** -1060, 2 ** -600, 1, 2 ** 600, 2 ** 1020]) {
      const p = project(float64, halfspace([3 * scale, 4 * scale], 5 * scale), [3, 4]);
      expect(Math.abs(p[0]! - 0.6)).toBeLessThan(2 ** -51);
      expect(Math.abs(p[1]! - 0.8)).toBeLessThan(2 ** -51);
    }
    const huge = rational(10n ** 500n);
    expect(project(float64, halfspace([huge, 0], huge), [3, 4])).toEqual([1, 4]);
  });

  test('keeps a condition as it was given otherwise', () => {
    const normal = [ratio(1, 3), 1e100, 0];
    expect(halfspace(normal, 7)).toEqual({ kind: 'halfspace', normal, offset: 7 });
  });

  test('is unbounded', () => {
    expect(squaredDiameter(Q, halfspace([1], 0))).toBeUndefined();
    expect(support(Q, halfspace([1], 0), [Q.one])).toBeUndefined();
    expect(vertices(halfspace([1], 0))).toBeUndefined();
  });

  test('refuses bad input', () => {
    expect(() => halfspace([0, 0], 1)).toThrow(
      'normal is the zero vector, which has no direction; give a nonzero vector.',
    );
    expect(() => halfspace([], 1)).toThrow('normal is empty; give at least one coordinate.');
    expect(() => halfspace([1, Number.NaN], 1)).toThrow('normal[1] is NaN; give a finite number.');
    expect(() => halfspace([1], Number.POSITIVE_INFINITY)).toThrow('offset is Infinity; give a finite number.');
  });
});
