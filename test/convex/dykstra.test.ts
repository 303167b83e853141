import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DykstraState,
  dykstra,
  dykstraFloat64,
  dykstraGap,
  dykstraPotential,
  dykstraStart,
  dykstraSweep,
} from '../../src/convex/dykstra.ts';
import {
  affine,
  box,
  type ConvexSet,
  halfspace,
  hyperplane,
  polytope,
  project,
  simplex,
} from '../../src/convex/index.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare, type Rational, signOf } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  isMember,
  nearestWithEqualities,
  type Point,
  point,
  projectExactly,
  runs,
  shown,
  smallPoint,
} from './support.ts';

const normal = fc
  .array(fc.integer({ min: -2, max: 2 }), { minLength: 2, maxLength: 2 })
  .filter((a) => a.some((c) => c !== 0));
/** Two or three sets of the plane that all contain the origin, and the polytope they make. */
const intersections = fc
  .array(fc.tuple(normal, fc.integer({ min: 0, max: 2 })), { minLength: 2, maxLength: 3 })
  .map((conditions) => ({
    sets: conditions.map(([a, b]) => halfspace(a, b)),
    whole: polytope(
      conditions.map(([a]) => a),
      conditions.map(([, b]) => b),
    ),
  }));
const cases = fc.tuple(intersections, smallPoint(2), smallPoint(2), fc.integer({ min: 1, max: 4 }));

function afterSweeps(sets: readonly ConvexSet[], x: Point, sweeps: number): DykstraState<Rational> {
  let state = dykstraStart(Q, sets, x);
  for (let n = 0; n < sweeps; n++) state = dykstraSweep(Q, sets, state);
  return state;
}

describe('dykstra', () => {
  test('keeps x − p = Σ eₖ, normals of the sets at members of the sets, and p in the last', () => {
    fc.assert(
      fc.property(cases, ([{ sets, whole }, x, y, sweeps]) => {
        const { point: p, projections, normals } = afterSweeps(sets, x, sweeps);
        expect(shown(normals.reduce((total, e) => Q.plus(total, e)))).toEqual(shown(Q.minus(x, p)));
        expect(shown(projections.at(-1)!)).toEqual(shown(p));
        const c = projectExactly(whole, y);
        sets.forEach((set, k) => {
          expect(isMember(set, projections[k]!)).toBe(true);
          expect(signOf(Q.dot(normals[k]!, Q.minus(c, projections[k]!)))).toBeLessThanOrEqual(0);
        });
      }),
      runs(200),
    );
  });

  test('no sweep increases the potential, so p is no farther than x from any common point', () => {
    fc.assert(
      fc.property(cases, ([{ sets, whole }, x, y, sweeps]) => {
        const c = projectExactly(whole, y);
        const state = afterSweeps(sets, x, sweeps);
        const next = dykstraSweep(Q, sets, state);
        expect(compare(dykstraPotential(Q, next, c), dykstraPotential(Q, state, c))).toBeLessThanOrEqual(0);
        const distance = (p: Point): Rational => Q.squaredNorm(Q.minus(p, c));
        expect(compare(distance(state.point), dykstraPotential(Q, state, c))).toBeLessThanOrEqual(0);
        expect(compare(distance(next.point), distance(x))).toBeLessThanOrEqual(0);
      }),
      runs(200),
    );
  });

  test('a sweep may lead away from a common point', () => {
    const sets = [halfspace([0, -2], 1), halfspace([-1, -2], 0)];
    const c = point(ratio(-2, 5), ratio(1, 5));
    const states = [0, 1, 2].map((sweeps) => afterSweeps(sets, point(0, -1), sweeps));
    expect(sets.every((set) => isMember(set, c))).toBe(true);
    expect(states.map((state) => `${Q.squaredNorm(Q.minus(state.point, c))}`)).toEqual(['8/5', '9/20', '361/500']);
    expect(states.map((state) => `${dykstraPotential(Q, state, c)}`)).toEqual(['8/5', '23/20', '431/500']);
  });

  test('the gap bounds (x − p) · (c − p), and the squared error of a common point', () => {
    let certified = 0;
    fc.assert(
      fc.property(cases, ([{ sets, whole }, x, y, sweeps]) => {
        const state = afterSweeps(sets, x, sweeps);
        const gap = dykstraGap(Q, state);
        const c = projectExactly(whole, y);
        expect(compare(Q.dot(Q.minus(x, state.point), Q.minus(c, state.point)), gap)).toBeLessThanOrEqual(0);
        if (!isMember(whole, state.point)) return;
        certified++;
        const error = Q.squaredNorm(Q.minus(state.point, projectExactly(whole, x)));
        expect(compare(error, gap)).toBeLessThanOrEqual(0);
      }),
      runs(200),
    );
    expect(certified).toBeGreaterThan(20);
  });

  test('is exact on one set, and on perpendicular ones after a sweep', () => {
    expect(shown(dykstra(Q, [simplex(2, 1)], Q.vector([3, 0]), 1))).toEqual(['1', '0']);
    const quadrant = [halfspace([1, 0], 0), halfspace([0, 1], 0)];
    expect(shown(dykstra(Q, quadrant, Q.vector([3, 4]), 1))).toEqual(['0', '0']);
    expect(shown(dykstra(Q, quadrant, Q.vector([3, 4]), 0))).toEqual(['3', '4']);
  });

  test('is not the projection after finitely many sweeps, and comes closer', () => {
    const sets = [hyperplane([1, 0], 0), hyperplane([1, 1], 0)];
    const squared = [1, 2, 3, 4].map((n) => Q.squaredNorm(dykstra(Q, sets, Q.vector([4, 1]), n)));
    expect(squared.map(String)).toEqual(['1/2', '1/8', '1/32', '1/128']);
  });

  test('tends to the nearest common point, where alternating projections do not', () => {
    const sets = [halfspace([0, 1], 0), halfspace([1, 2], 0)];
    const x = [2, 3];
    const exact = projectExactly(
      polytope(
        [
          [0, 1],
          [1, 2],
        ],
        [0, 0],
      ),
      x,
    ).map(Q.approximate);
    const { point: p, settled } = dykstraFloat64(sets, x, { change: 2 ** -50, sweeps: 1000 });
    expect(settled).toBe(true);
    expect(Math.max(...p.map((c, i) => Math.abs(c - exact[i]!)))).toBeLessThan(2 ** -40);
    let alternating: readonly number[] = x;
    for (let n = 0; n < 1000; n++) for (const set of sets) alternating = project(float64, set, alternating);
    expect(Math.max(...alternating.map((c, i) => Math.abs(c - exact[i]!)))).toBeGreaterThan(1 / 4);
  });

  test('tends to the affine intersection', () => {
    const sets = [affine([[1, 1, 0]], [1]), affine([[0, 1, 1]], [2]), box([-9, -9, -9], [9, 9, 9])];
    const exact = nearestWithEqualities(
      [Q.vector([1, 1, 0]), Q.vector([0, 1, 1])],
      Q.vector([1, 2]),
      Q.vector([3, 1, 2]),
    )!;
    const { point: p, settled } = dykstraFloat64(sets, [3, 1, 2], { change: 2 ** -50, sweeps: 1000 });
    expect(settled).toBe(true);
    exact.forEach((c, i) => {
      expect(Math.abs(p[i]! - Q.approximate(c))).toBeLessThan(2 ** -40);
    });
  });

  test('says when the sweeps ran out', () => {
    const sets = [hyperplane([1, 0], 0), hyperplane([1, 1], 0)];
    const result = dykstraFloat64(sets, [4, 1], { change: 0, sweeps: 3 });
    expect(result).toMatchObject({ sweeps: 3, settled: false });
    expect(result.point).toEqual(dykstra(float64, sets, [4, 1], 3));
  });

  test('refuses bad input', () => {
    expect(() => dykstra(float64, [], [1], 3)).toThrow('sets is empty; give at least one set.');
    expect(() => dykstra(float64, [simplex(1, 1)], [1], -1)).toThrow('sweeps is -1; give a whole number, at least 0.');
    const set = [simplex(1, 1)];
    expect(() => dykstraFloat64([], [1], { change: 0, sweeps: 1 })).toThrow('sets is empty; give at least one set.');
    expect(() => dykstraFloat64(set, [1], { change: Number.NaN, sweeps: 1 })).toThrow(
      'change is NaN; give a distance, at least 0.',
    );
    expect(() => dykstraFloat64(set, [1], { change: 0, sweeps: 0 })).toThrow(
      'sweeps is 0; give a whole number, at least 1.',
    );
  });
});
