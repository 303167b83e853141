import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ball, membership, project, squaredDiameter, support, vertices } from '../../src/convex/index.ts';
import { toRational } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import {
  double,
  ends,
  isMember,
  type Point,
  point,
  positiveRational,
  projectExactly,
  runs,
  shown,
  smallPoint,
} from './support.ts';

/** Directions of rational length: Pythagorean triples and quadruples. */
const direction = fc.constantFrom<readonly [readonly number[], number]>(
  [[1], 1],
  [[-3, 4], 5],
  [[5, 12], 13],
  [[1, -2, 2], 3],
  [[2, 3, -6], 7],
);
const cases = direction.chain(([v, length]) =>
  fc.tuple(fc.constant(point(...v)), fc.constant(length), smallPoint(v.length), positiveRational, positiveRational),
);

describe('the ball', () => {
  test('is projected on along the ray from its center, where the distance is rational', () => {
    fc.assert(
      fc.property(cases, ([v, length, center, radius, k]) => {
        const set = ball(center, radius);
        const unit = Q.scale(Q.div(Q.one, Q.of(length)), v);
        const at = (distance: typeof k): Point => Q.axpy(distance, unit, center);
        expect(shown(projectExactly(set, at(k)))).toEqual(shown(at(Q.min(k, radius))));
        expect(isMember(set, at(k))).toBe(compare(k, radius) <= 0);
        expect(shown(projectExactly(set, center))).toEqual(shown(center));
      }),
      runs(300),
    );
  });

  test('has diameter 2r, and is widest in the direction w at center + r w / |w|', () => {
    fc.assert(
      fc.property(cases, ([w, length, center, radius]) => {
        const set = ball(center, radius);
        expect(squaredDiameter(Q, set)!.toString()).toBe(Q.mul(Q.of(4), Q.square(radius)).toString());
        const widest = Q.axpy(Q.div(radius, Q.of(length)), w, center);
        expect(support(Q, set, w)!.toString()).toBe(Q.dot(w, widest).toString());
      }),
      runs(100),
    );
  });

  test('the filter encloses a point that is a member, and obtuse, as far as it can tell', () => {
    fc.assert(
      fc.property(smallPoint(3), smallPoint(3), smallPoint(3), positiveRational, (center, x, y, radius) => {
        const set = ball(center, radius);
        const p = project(filter, set, filter.vector(x));
        for (const { left, right } of comparisons(membership(filter, set, p))) {
          expect(filter.sign(filter.sub(left, right))).not.toBe(1);
        }
        if (!isMember(set, y)) return;
        const other = filter.vector(y);
        expect(filter.sign(filter.dot(filter.minus(filter.vector(x), p), filter.minus(other, p)))).not.toBe(1);
      }),
      runs(300),
    );
  });

  test('float64 is within 4 units of 2⁻⁵² of the enclosure of the filter, also where squares leave the doubles', () => {
    const point3 = fc.array(double, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(point3, fc.constantFrom(2 ** -600, 2 ** -300, 1, 2 ** 300, 2 ** 600), (z, scale) => {
        const x = z.map((c) => c * scale);
        const set = ball([0, 0, 0], scale);
        const unit = projectFiltered(z);
        project(float64, set, x).forEach((c, i) => {
          expect(c).toBeGreaterThanOrEqual((ends(unit[i]!)[0] - 4 * 2 ** -52) * scale);
          expect(c).toBeLessThanOrEqual((ends(unit[i]!)[1] + 4 * 2 ** -52) * scale);
        });
      }),
      runs(200),
    );
  });

  test('has finitely many vertices only on the line', () => {
    expect(vertices(ball([1], 0.5))).toEqual([[0.5], [1.5]]);
    expect(vertices(ball([1, 0], 0.5))).toBeUndefined();
  });

  test('refuses bad input', () => {
    expect(() => ball([0, 0], 0)).toThrow('radius is 0; give a positive number.');
    expect(() => ball([0, Number.NaN], 1)).toThrow('center[1] is NaN; give a finite number.');
    expect(() => projectExactly(ball([0, 0], 1), [toRational(1)])).toThrow(
      'x has 1 coordinates and the ball 2; give as many.',
    );
  });

  test('a difference that is too large for a double is refused, not called NaN', () => {
    const set = ball([-1e308, 0], 1);
    expect(() => project(float64, set, [1e308, 0])).toThrow(
      'The projection onto the ball leaves the range of doubles on the way to [NaN, 0]; give numbers of magnitude below 1e300.',
    );
    expect(project(float64, set, [1e307, 0])).toEqual([-1e308, 0]);
    expect(project(float64, ball([-1e300, 0], 1e300), [1e300, 0])).toEqual([0, 0]);
  });
});

const projectFiltered = (x: readonly number[]) => project(filter, ball([0, 0, 0], 1), filter.vector(x));
