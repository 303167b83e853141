import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { l1Ball, project, vertices } from '../../src/convex/index.ts';
import { toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare, type Rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  double,
  errorInUlps,
  nearestOf,
  type Point,
  positiveRational,
  projectExactly,
  runs,
  shown,
  smallPoint,
  testProjectionLaws,
  withPoint,
} from './support.ts';

const sets = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }).chain((d) => fc.oneof(fc.constant(Array<number>(d).fill(0)), smallPoint(d))),
    positiveRational,
  )
  .map(([center, radius]) => l1Ball(center, radius));

/** Each face has a sign for every coordinate, 0 for those that are 0; on its plane |x| moves by one amount. About 0. */
function oracle(x: Point, radius: Rational): Point {
  const length = (p: Point): Rational => Q.sum(p.map(Q.abs));
  if (compare(length(x), radius) <= 0) return x;
  let patterns: number[][] = [[]];
  for (const _ of x) patterns = patterns.flatMap((signs) => [-1, 0, 1].map((sign) => [...signs, sign]));
  const candidates = patterns
    .filter((signs) => signs.some((sign) => sign !== 0))
    .map((signs) => {
      const normal = Q.vector(signs);
      const move = Q.div(Q.sub(Q.dot(normal, x), radius), Q.squaredNorm(normal));
      return x.map((xi, i) => (signs[i] === 0 ? Q.zero : Q.sub(xi, Q.mul(move, normal[i]!))));
    });
  return nearestOf(x, candidates, (p) => compare(length(p), radius) === 0);
}

describe('the l1 ball', () => {
  testProjectionLaws(sets);

  test('is projected on as on its nearest face', () => {
    fc.assert(
      fc.property(withPoint(sets), ([set, x]) => {
        const center = Q.vector(set.center);
        const expected = Q.plus(center, oracle(Q.minus(x, center), toRational(set.radius)));
        expect(shown(projectExactly(set, x))).toEqual(shown(expected));
      }),
      runs(300),
    );
  });

  test('scales about its center', () => {
    fc.assert(
      fc.property(withPoint(sets), positiveRational, ([set, x], k) => {
        const scaled = l1Ball(Q.scale(k, Q.vector(set.center)), Q.mul(k, toRational(set.radius)));
        expect(shown(projectExactly(scaled, Q.scale(k, x)))).toEqual(shown(Q.scale(k, projectExactly(set, x))));
      }),
      runs(150),
    );
  });

  test('examples', () => {
    expect(shown(projectExactly(l1Ball([0, 0], 1), [2, -2]))).toEqual(['1/2', '-1/2']);
    expect(shown(projectExactly(l1Ball([0, 0], 1), [-5, 1]))).toEqual(['-1', '0']);
    expect(shown(projectExactly(l1Ball([1, 1], 2), [1, 2]))).toEqual(['1', '2']);
  });

  test('float64 leaves interior points bit for bit', () => {
    fc.assert(
      fc.property(fc.array(double, { minLength: 1, maxLength: 8 }), (x) => {
        const radius = 2 * x.reduce((total, c) => total + Math.abs(c), 2 ** -1000);
        expect(project(float64, l1Ball(Array<number>(x.length).fill(0), radius), x)).toEqual(x.map((c) => c + 0));
      }),
      runs(200),
    );
  });

  test('float64 keeps the digits of a small radius far away', () => {
    fc.assert(
      fc.property(fc.array(double, { minLength: 2, maxLength: 6 }), fc.constantFrom(1e6, -1e9), (z, offset) => {
        const x = z.map((c) => c / 2 ** 20 + offset);
        const set = l1Ball(Array<number>(x.length).fill(0), 1);
        const exact = projectExactly(set, x);
        project(float64, set, x).forEach((c, i) => {
          expect(Math.abs(Q.approximate(Q.sub(toRational(c), exact[i]!)))).toBeLessThanOrEqual(x.length * 2 ** -52);
        });
      }),
      runs(200),
    );
  });

  test('float64 is within 8 units of 2⁻⁵² at the scale of x, center and radius', () => {
    const cases = fc
      .integer({ min: 1, max: 8 })
      .chain((d) => fc.tuple(...[0, 1].map(() => fc.array(double, { minLength: d, maxLength: d }))));
    fc.assert(
      fc.property(cases, positiveRational, ([x, center], radius) => {
        expect(errorInUlps(l1Ball(center!, radius), x!, [...center!, radius])).toBeLessThan(8);
      }),
      runs(300),
    );
  });

  test('lists its vertices up to 64', () => {
    expect(vertices(l1Ball([1, 0], 2))).toEqual([
      [3, 0],
      [-1, 0],
      [1, 2],
      [1, -2],
    ]);
    expect(vertices(l1Ball(Array<number>(33).fill(0), 1))).toBeUndefined();
  });

  test('refuses bad input', () => {
    expect(() => l1Ball([], 1)).toThrow('center is empty; give at least one coordinate.');
    expect(() => l1Ball([0, Number.POSITIVE_INFINITY], 1)).toThrow('center[1] is Infinity; give a finite number.');
    expect(() => l1Ball([0], -2)).toThrow('radius is -2; give a positive number.');
  });
});
