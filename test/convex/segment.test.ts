import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project, projectOntoSegment, type Segment, segment, vertices } from '../../src/convex/index.ts';
import { toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare, type Rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  double,
  errorInUlps,
  isMember,
  nearestOf,
  type Point,
  point,
  projectExactly,
  runs,
  shown,
  smallPoint,
  smallRational,
  testProjectionLaws,
  withPoint,
} from './support.ts';

const sets = fc
  .integer({ min: 1, max: 4 })
  .chain((d) => fc.tuple(smallPoint(d), smallPoint(d), fc.integer({ min: 0, max: 9 })))
  .map(([from, to, k]) => segment(from, k === 0 ? from : to));

const at = ({ from, to }: Segment, t: Rational): Point =>
  Q.plus(Q.vector(from), Q.scale(t, Q.minus(Q.vector(to), Q.vector(from))));

/** The squared distance is a parabola in t; three of its values give the lowest point. */
function oracle(set: Segment, x: Point): Point {
  const [f0, f1, f2] = [0, 1, 2].map((t) => Q.squaredNorm(Q.minus(at(set, Q.of(t)), x))) as [
    Rational,
    Rational,
    Rational,
  ];
  const bend = Q.add(Q.sub(f2, Q.mul(Q.of(2), f1)), f0);
  const slope = Q.sub(Q.sub(f1, f0), Q.div(bend, Q.of(2)));
  const inner = Q.sign(bend) === 0 ? [] : [Q.neg(Q.div(slope, bend))];
  const positions = [Q.zero, Q.one, ...inner].filter((t) => compare(t, Q.zero) >= 0 && compare(t, Q.one) <= 0);
  return nearestOf(
    x,
    positions.map((t) => at(set, t)),
    () => true,
  );
}

describe('the segment', () => {
  testProjectionLaws(sets);

  test('is projected on at the lowest point of a parabola, or at an end', () => {
    fc.assert(
      fc.property(withPoint(sets), ([set, x]) => {
        expect(shown(projectExactly(set, x))).toEqual(shown(oracle(set, x)));
      }),
      runs(300),
    );
  });

  test('has the points between its ends as members, and none beyond them', () => {
    fc.assert(
      fc.property(withPoint(sets), smallRational, ([set, x], t) => {
        const inside = compare(t, Q.zero) >= 0 && compare(t, Q.one) <= 0;
        const single = vertices(set)!.length === 1;
        expect(isMember(set, at(set, t))).toBe(inside || single);
        expect(isMember(set, x)).toBe(shown(oracle(set, x)).join() === shown(x).join());
      }),
      runs(200),
    );
  });

  test('does not depend on the order of its ends', () => {
    fc.assert(
      fc.property(withPoint(sets), ([set, x]) => {
        expect(shown(projectExactly(segment(set.to, set.from), x))).toEqual(shown(projectExactly(set, x)));
      }),
      runs(150),
    );
  });

  test('may be a single point, however it is written', () => {
    const single = segment([0.5, 1], point(toRational(0.5), 1));
    expect(shown(projectExactly(single, [7, 7]))).toEqual(['1/2', '1']);
    expect(project(float64, single, [7, 7])).toEqual([0.5, 1]);
    expect(vertices(single)).toHaveLength(1);
  });

  test('float64 ends exactly at the ends', () => {
    const set = segment([1e16, 0.1], [1, 0.3]);
    expect(project(float64, set, [-1e20, 0])).toEqual([1, 0.3]);
    expect(project(float64, set, [1e20, 0])).toEqual([1e16, 0.1]);
  });

  test('float64 is within 16 units of 2⁻⁵² when x, the ends and their distance have one scale', () => {
    const unit = double.map((c) => (c % 1) + 1);
    const cases = fc
      .integer({ min: 1, max: 5 })
      .chain((d) => fc.tuple(...[0, 1, 2].map(() => fc.array(unit, { minLength: d, maxLength: d }))));
    fc.assert(
      fc.property(cases, ([x, from, to]) => {
        const set = segment(
          from!,
          to!.map((c) => c + 4),
        );
        expect(errorInUlps(set, x!, [...set.from, ...set.to])).toBeLessThan(16);
      }),
      runs(300),
    );
  });

  test('float64 measures very long and very short segments in a unit of their own', () => {
    for (const scale of [2 ** 700, 2 ** -700, 2 ** 1020, 2 ** -1060]) {
      const set = segment([-scale, 0], [scale, 0]);
      expect(project(float64, set, [3 * scale, scale])).toEqual([scale, 0]);
      expect(project(float64, set, [scale / 2, scale])).toEqual([scale / 2, 0]);
    }
    expect(project(float64, segment([-1e200, 0], [1e200, 0]), [3, 1])[1]).toBe(0);
    expect(project(float64, segment([0, 0], [2 ** -700, 0]), [3, 2 ** 700])).toEqual([2 ** -700, 0]);
    const whole = segment([-Number.MAX_VALUE, 2 ** -400], [Number.MAX_VALUE, 1]);
    expect(project(float64, whole, [-Number.MAX_VALUE, 1])).toEqual([-Number.MAX_VALUE, 2 ** -400]);
    expect(project(float64, whole, [Number.MAX_VALUE, 1])).toEqual([Number.MAX_VALUE, 1]);
  });

  test('the formula gives the same point in any unit', () => {
    fc.assert(
      fc.property(withPoint(sets), fc.integer({ min: -9, max: 9 }), ([set, x], exponent) => {
        const [a, b] = [Q.vector(set.from), Q.vector(set.to)];
        fc.pre(vertices(set)!.length === 2);
        const inUnit = projectOntoSegment(Q, a, b, x, Q.of(2 ** exponent));
        expect(shown(inUnit)).toEqual(shown(oracle(set, x)));
      }),
      runs(100),
    );
  });

  test('refuses bad input', () => {
    expect(() => segment([1, 2], [1])).toThrow('to has 1 coordinates and from 2; give as many to both.');
    expect(() => segment([], [])).toThrow('to is empty; give at least one coordinate.');
    expect(() => segment([Number.NaN], [1])).toThrow('from[0] is NaN; give a finite number.');
  });
});
