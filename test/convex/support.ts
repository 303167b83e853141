import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ConvexSet,
  dimension,
  membership,
  project,
  squaredDiameter,
  squaredFarthest,
  support,
  vertices,
} from '../../src/convex/index.ts';
import { Undecided, type Vector } from '../../src/scalar/algebra.ts';
import { type ExactVector, toRational } from '../../src/scalar/exact.ts';
import { type Filtered, filter, lowerEnd, upperEnd } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { compare, type Rational, rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import { surd } from '../../src/scalar/surd.ts';

/** A point in exact coordinates. */
export type Point = Vector<Rational>;

export const deep = process.env.GRADIENT_LAWS_DEEP === '1';

/** A few fixed cases more than the default, many more on request. */
export const runs = (numRuns: number): { numRuns: number; seed: number } => ({
  numRuns: Math.ceil(deep ? 30 * numRuns : numRuns),
  seed: 7737,
});

export const shown = (v: ExactVector): string[] => v.map((c) => toRational(c).toString());
export const point = (...coordinates: ExactVector): Point => coordinates.map(toRational);
export const projectExactly = (set: ConvexSet, x: ExactVector): Point => project(Q, set, Q.vector(x));

/** Few numerators and denominators, so that ties, zeros and points on the boundary are common. */
export const smallRational = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1, 1, 2, 3, 5))
  .map(([p, q]) => rational(BigInt(p), BigInt(q)));
export const positiveRational = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 1, 2, 3))
  .map(([p, q]) => rational(BigInt(p), BigInt(q)));
export const smallPoint = (d: number): fc.Arbitrary<Point> => fc.array(smallRational, { minLength: d, maxLength: d });

/** Doubles with full mantissas, of one scale from 2⁻²⁰ to 2²⁰ each. */
export const double = fc
  .tuple(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), fc.integer({ min: -20, max: 20 }))
  .map(([m, e]) => m * 2 ** (e - 52));

export const isMember = (set: ConvexSet, x: Point): boolean =>
  [...comparisons(membership(Q, set, x))].every(({ relation, left, right }) =>
    relation === '<='
      ? compare(left, right) <= 0
      : relation === '='
        ? compare(left, right) === 0
        : compare(left, right) < 0,
  );

/** The nearest of the candidates that satisfy the test; the first of equally near ones. */
export function nearestOf(x: Point, candidates: readonly Point[], feasible: (p: Point) => boolean): Point {
  const distance = (p: Point): Rational => Q.squaredNorm(Q.minus(p, x));
  const [first, ...rest] = candidates.filter(feasible);
  if (first === undefined) throw new Error('No candidate is feasible.');
  return rest.reduce((best, p) => (compare(distance(p), distance(best)) < 0 ? p : best), first);
}

/** 1·2⁻⁵² at the scale of the largest number in sight. */
const ulpAt = (numbers: ExactVector): number =>
  2 ** -52 * Math.max(...numbers.map((n) => Math.abs(Q.approximate(toRational(n)))));

/** The largest error of the float64 projection, in units of 2⁻⁵² at the scale of x and of the set's own numbers. */
export function errorInUlps(set: ConvexSet, x: readonly number[], scale: ExactVector): number {
  const exact = projectExactly(set, x);
  const double = project(float64, set, x);
  const worst = Math.max(...exact.map((c, i) => Math.abs(Q.approximate(Q.sub(toRational(double[i]!), c)))));
  return worst / ulpAt([...x, ...scale]);
}

/** A set with a point of its space. */
export const withPoint = <T extends ConvexSet>(set: fc.Arbitrary<T>): fc.Arbitrary<readonly [T, Point]> =>
  set.chain((s) => smallPoint(dimension(s)).map((x) => [s, x] as const));

/** The double ends of a value of the filter. */
export const ends = (c: Filtered): [number, number] => [lowerEnd(c), upperEnd(c)];

/** The laws of every projection, in the rational reading and the filter. */
export function testProjectionLaws(sets: fc.Arbitrary<ConvexSet>, numRuns = 200): void {
  const cases = withPoint(sets);

  test('the projection is a member, and obtuse to every vertex', () => {
    fc.assert(
      fc.property(cases, ([set, x]) => {
        const p = projectExactly(set, x);
        expect(isMember(set, p)).toBe(true);
        for (const vertex of vertices(set) ?? []) {
          expect(Q.sign(Q.dot(Q.minus(x, p), Q.minus(Q.vector(vertex), p)))).toBeLessThanOrEqual(0);
        }
      }),
      runs(numRuns),
    );
  });

  test('the points of the set, and no others, stay where they are', () => {
    fc.assert(
      fc.property(cases, ([set, x]) => {
        const p = projectExactly(set, x);
        expect(shown(projectExactly(set, p))).toEqual(shown(p));
        expect(isMember(set, x)).toBe(shown(p).join() === shown(x).join());
      }),
      runs(numRuns),
    );
  });

  test('projecting is firmly nonexpansive', () => {
    fc.assert(
      fc.property(
        sets.chain((set) => fc.tuple(fc.constant(set), smallPoint(dimension(set)), smallPoint(dimension(set)))),
        ([set, x, y]) => {
          const difference = Q.minus(projectExactly(set, x), projectExactly(set, y));
          expect(compare(Q.squaredNorm(difference), Q.dot(difference, Q.minus(x, y)))).toBeLessThanOrEqual(0);
        },
      ),
      runs(numRuns),
    );
  });

  test('vertices are distinct members, reached by the support function, the diameter and the farthest distance', () => {
    fc.assert(
      fc.property(cases, ([set, w]) => {
        const list = vertices(set);
        if (list === undefined) return;
        const points = list.map(Q.vector);
        expect(points.every((v) => isMember(set, v))).toBe(true);
        expect(new Set(points.map((v) => shown(v).join())).size).toBe(points.length);
        const most = (values: readonly Rational[]): string => values.reduce(Q.max).toString();
        expect(support(Q, set, w)?.toString()).toBe(most(points.map((v) => Q.dot(v, w))));
        expect(squaredFarthest(Q, set, w)?.toString()).toBe(most(points.map((v) => Q.squaredDistance(v, w))));
        expect(squaredDiameter(Q, set)?.toString()).toBe(
          most(points.flatMap((v) => points.map((u) => Q.squaredNorm(Q.minus(u, v))))),
        );
      }),
      runs(numRuns / 2),
    );
  });

  test('surds give the exact projection, and intervals enclose it', () => {
    const digits = interval(40);
    fc.assert(
      fc.property(cases, ([set, x]) => {
        const exact = projectExactly(set, x);
        expect(project(surd(), set, surd().vector(x)).map(String)).toEqual(shown(exact));
        try {
          project(digits, set, digits.vector(x)).forEach((c, i) => {
            expect([0, undefined]).toContain(digits.sign(digits.sub(c, digits.of(exact[i]!))));
          });
        } catch (error) {
          expect(error).toBeInstanceOf(Undecided);
        }
      }),
      runs(numRuns / 5),
    );
  });

  test('the filter encloses the exact projection', () => {
    fc.assert(
      fc.property(cases, ([set, x]) => {
        const exact = projectExactly(set, x);
        try {
          project(filter, set, filter.vector(x)).forEach((c, i) => {
            const [lo, hi] = ends(c);
            expect(lo === Number.NEGATIVE_INFINITY || compare(toRational(lo), exact[i]!) <= 0).toBe(true);
            expect(hi === Number.POSITIVE_INFINITY || compare(exact[i]!, toRational(hi)) <= 0).toBe(true);
          });
        } catch (error) {
          expect(error).toBeInstanceOf(Undecided);
        }
      }),
      runs(numRuns),
    );
  });
}

/** The determinant by expansion along the first row. */
export function determinant(matrix: readonly Point[]): Rational {
  const [first, ...rest] = matrix;
  if (first === undefined) return Q.one;
  return first.reduce((total, entry, j) => {
    if (Q.sign(entry) === 0) return total;
    const minor = determinant(rest.map((row) => row.filter((_, k) => k !== j)));
    return (j % 2 === 0 ? Q.add : Q.sub)(total, Q.mul(entry, minor));
  }, Q.zero);
}

/** The solution of M x = b by Cramer's rule, or undefined when M is singular. */
export function solve(matrix: readonly Point[], b: Point): Point | undefined {
  const whole = determinant(matrix);
  if (Q.sign(whole) === 0) return undefined;
  return b.map((_, j) =>
    Q.div(determinant(matrix.map((row, i) => row.map((entry, k) => (k === j ? b[i]! : entry)))), whole),
  );
}

/** The nearest point with A y = b, from the linear system y + Aᵀ λ = x, A y = b; undefined when A has dependent rows. */
export function nearestWithEqualities(rows: readonly Point[], b: Point, x: Point): Point | undefined {
  const unit = (i: number): Point => x.map((_, j) => (i === j ? Q.one : Q.zero));
  const system = [
    ...x.map((_, i) => [...unit(i), ...rows.map((row) => row[i]!)]),
    ...rows.map((row) => [...row, ...rows.map(() => Q.zero)]),
  ];
  return solve(system, [...x, ...b])?.slice(0, x.length);
}
