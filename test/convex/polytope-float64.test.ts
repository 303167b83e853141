import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { polytope, project, projectOntoPolytopeFloat64 } from '../../src/convex/index.ts';
import { toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { double, projectExactly, runs } from './support.ts';

const integers = (d: number) => fc.array(fc.integer({ min: -3, max: 3 }), { minLength: d, maxLength: d });

/** Conditions that the origin satisfies. */
const conditions = (d: number) =>
  fc.array(
    fc.tuple(
      integers(d).filter((a) => a.some((c) => c !== 0)),
      fc.integer({ min: 0, max: 6 }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  );

describe('projectOntoPolytopeFloat64', () => {
  test('agrees with the exact projection within its stated accuracy, 2⁻⁴⁴', () => {
    const cases = fc.integer({ min: 1, max: 3 }).chain((d) => {
      const coordinate = fc.oneof(fc.integer({ min: -9, max: 9 }), double);
      return fc.tuple(conditions(d), fc.array(coordinate, { minLength: d, maxLength: d }));
    });
    let [asked, refused] = [0, 0];
    fc.assert(
      fc.property(cases, ([rows, x]) => {
        asked++;
        const set = polytope(
          rows.map(([a]) => a),
          rows.map(([, b]) => b),
        );
        const exact = projectExactly(set, x);
        let found: number[];
        try {
          found = projectOntoPolytopeFloat64(set, x);
        } catch (error) {
          expect(`${error}`).toMatch(/a corner that doubles do not resolve/);
          refused++;
          return;
        }
        const scale = Math.max(1, ...x.map(Math.abs), ...rows.map(([, b]) => b), ...found.map(Math.abs));
        for (const [i, c] of found.entries()) {
          expect(Math.abs(Q.approximate(Q.sub(toRational(c), exact[i]!)))).toBeLessThanOrEqual(2 ** -44 * scale);
        }
      }),
      runs(400),
    );
    expect(refused).toBeLessThan(asked / 100);
  });

  test('may refuse a degenerate polytope, which the exact projection does not', () => {
    const set = polytope(
      [
        [3, -1],
        [-3, 1],
      ],
      [0, 0],
    );
    const x = [-142270.8151840875, 0.000030123770954348656];
    expect(() => projectOntoPolytopeFloat64(set, x)).toThrow(/a corner that doubles do not resolve/);
    expect(project(float64, set, x).every(Number.isFinite)).toBe(true);
  });

  test('goes beyond the size of the exact projection', () => {
    const d = 20;
    const axis = (i: number, c: number) => Array.from({ length: d }, (_, j) => (i === j ? c : 0));
    const normals = [1, -1].flatMap((c) => Array.from({ length: d }, (_, i) => axis(i, c)));
    const x = Array.from({ length: d }, (_, i) => i - 10);
    expect(projectOntoPolytopeFloat64({ normals, offsets: normals.map(() => 3) }, x)).toEqual(
      x.map((c) => Math.max(-3, Math.min(3, c))),
    );
  });

  test('does not change its arguments', () => {
    const x = [5, 5];
    const set = polytope([[1, 1]], [1]);
    projectOntoPolytopeFloat64(set, x);
    expect([x, set.normals, set.offsets]).toEqual([[5, 5], [[1, 1]], [1]]);
  });

  test('refuses empty polytopes and points of another dimension', () => {
    expect(() => projectOntoPolytopeFloat64({ normals: [[1], [-1]], offsets: [0, -1] }, [0])).toThrow(
      'quadprog finds no nearest point (constraints are inconsistent, no solution!); the polytope is empty',
    );
    expect(() => projectOntoPolytopeFloat64({ normals: [[1]], offsets: [0] }, [0, 1])).toThrow(
      'x has 2 coordinates and the polytope 1; give as many.',
    );
  });
});
