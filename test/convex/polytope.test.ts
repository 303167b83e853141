import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  box,
  type ConvexSet,
  l1Ball,
  type Polytope,
  polytope,
  project,
  simplex,
  squaredDiameter,
  support,
  vertices,
} from '../../src/convex/index.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { compare, type Rational, signOf } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import {
  ends,
  errorInUlps,
  nearestOf,
  nearestWithEqualities,
  type Point,
  positiveRational,
  projectExactly,
  runs,
  shown,
  smallPoint,
  smallRational,
  solve,
  testProjectionLaws,
  withPoint,
} from './support.ts';

const integers = (d: number) => fc.array(fc.integer({ min: -3, max: 3 }), { minLength: d, maxLength: d });
const nonzero = (d: number) => integers(d).filter((a) => a.some((c) => c !== 0));

/** Conditions that a drawn point satisfies, many of them as equalities; bounded about half of the time. */
const around = (d: number, most: number): fc.Arbitrary<Polytope> =>
  fc
    .tuple(
      integers(d),
      fc.array(fc.tuple(nonzero(d), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: most }),
      fc.boolean(),
    )
    .map(([inside, conditions, boxed]) => {
      const sides = boxed ? inside.flatMap((_, i) => [1, -1].map((c) => inside.map((__, j) => (i === j ? c : 0)))) : [];
      const rows = [...conditions, ...sides.map((a) => [a, 4] as const)];
      const value = (a: readonly number[]): number => a.reduce((total, c, i) => total + c * inside[i]!, 0);
      return polytope(
        rows.map(([a]) => [...a]),
        rows.map(([a, slack]) => value(a) + slack),
      );
    });
const sets = fc.oneof(around(1, 4), around(2, 6), around(2, 6), around(3, 4));

const satisfies =
  ({ normals, offsets }: Polytope) =>
  (p: Point): boolean =>
    normals.every((a, i) => compare(Q.dot(Q.vector(a), p), toRational(offsets[i]!)) <= 0);

/** In the plane: the point itself, or the nearest point of an edge, which is a line clipped by all other conditions. */
function planarOracle(set: Polytope, x: Point): Point {
  const edges = set.normals.map((a, i): Point | undefined => {
    const [normal, offset] = [Q.vector(a), toRational(set.offsets[i]!)];
    const foot = nearestWithEqualities([normal], [offset], x)!;
    const along = [Q.neg(normal[1]!), normal[0]!] as const;
    let [low, high]: [Rational | undefined, Rational | undefined] = [undefined, undefined];
    for (const [j, other] of set.normals.entries()) {
      const rate = Q.dot(Q.vector(other), along);
      const room = Q.sub(toRational(set.offsets[j]!), Q.dot(Q.vector(other), foot));
      if (signOf(rate) === 0) {
        if (signOf(room) < 0) return undefined;
        continue;
      }
      const t = Q.div(room, rate);
      if (signOf(rate) > 0) high = high === undefined ? t : Q.min(high, t);
      else low = low === undefined ? t : Q.max(low, t);
    }
    if (low !== undefined && high !== undefined && compare(low, high) > 0) return undefined;
    const raised = low === undefined ? Q.zero : Q.max(low, Q.zero);
    return Q.axpy(high === undefined ? raised : Q.min(raised, high), along, foot);
  });
  return nearestOf(x, [x, ...edges.filter((p) => p !== undefined)], satisfies(set));
}

/** The box as conditions ±xᵢ ≤ …. */
const axes = (d: number, sign: 1 | -1) =>
  Array.from({ length: d }, (_, i) => Array.from({ length: d }, (__, j) => (i === j ? sign : 0)));

describe('the polytope', () => {
  testProjectionLaws(sets, 120);

  test('is projected on in the plane as on its nearest edge', () => {
    fc.assert(
      fc.property(withPoint(around(2, 8)), ([set, x]) => {
        expect(shown(projectExactly(set, x))).toEqual(shown(planarOracle(set, x)));
      }),
      runs(400),
    );
  });

  test('has as vertices the feasible crossings of d conditions, when it is bounded', () => {
    fc.assert(
      fc.property(fc.oneof(around(2, 6), around(3, 4)), (set) => {
        const crossings = (chosen: readonly number[], from: number): Point[] => {
          if (chosen.length === set.normals[0]!.length) {
            const matrix = chosen.map((i) => Q.vector(set.normals[i]!));
            const crossing = solve(matrix, Q.vector(chosen.map((i) => set.offsets[i]!)));
            return crossing && satisfies(set)(crossing) ? [crossing] : [];
          }
          return set.normals.flatMap((_, i) => (i < from ? [] : crossings([...chosen, i], i + 1)));
        };
        const expected = new Set(crossings([], 0).map((p) => shown(p).join()));
        const list = vertices(set);
        // Unbounded sets, and only those, reach far out in the direction of some axis.
        const far = [...axes(set.normals[0]!.length, 1), ...axes(set.normals[0]!.length, -1)];
        const reached = far.flatMap((axis) => projectExactly(set, Q.vector(axis.map((c) => c * 2 ** 40))));
        expect(Math.max(...reached.map((c) => Math.abs(Q.approximate(c)))) > 2 ** 20).toBe(list === undefined);
        if (list !== undefined) expect(new Set(list.map((p) => shown(p).join()))).toEqual(expected);
      }),
      runs(100),
    );
  });

  const known: readonly [string, Polytope, ConvexSet][] = [
    [
      'box',
      polytope([...axes(3, 1), ...axes(3, -1)], [1, 2, 3, 1, ratio(-1, 3), 0]),
      box([-1, ratio(1, 3), 0], [1, 2, 3]),
    ],
    ['point', polytope([...axes(2, 1), ...axes(2, -1)], [1, 2, -1, -2]), box([1, 2], [1, 2])],
    ['simplex in 3 dimensions', polytope([...axes(3, -1), [1, 1, 1], [-1, -1, -1]], [0, 0, 0, 2, -2]), simplex(3, 2)],
    [
      'simplex in 4 dimensions',
      polytope([...axes(4, -1), [1, 1, 1, 1], [-1, -1, -1, -1]], [0, 0, 0, 0, 1, -1]),
      simplex(4, 1),
    ],
    [
      'l1 ball',
      polytope(
        [
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ],
        [2, 2, 2, 2],
      ),
      l1Ball([0, 0], 2),
    ],
    [
      'octahedron',
      polytope(
        [-1, 1].flatMap((a) => [-1, 1].flatMap((b) => [-1, 1].map((c) => [a, b, c]))),
        Array(8).fill(1),
      ),
      l1Ball([0, 0, 0], 1),
    ],
    ['quadrant', polytope(axes(2, -1), [0, 0]), box([0, 0], [null, null])],
  ];

  test.each(known)('is the %s where that is what its conditions say', (_name, set, same) => {
    fc.assert(
      fc.property(smallPoint(set.normals[0]!.length), (x) => {
        expect(shown(projectExactly(set, x))).toEqual(shown(projectExactly(same, x)));
        expect(squaredDiameter(Q, set)?.toString()).toBe(squaredDiameter(Q, same)?.toString());
        expect(support(Q, set, x)?.toString()).toBe(support(Q, same, x)?.toString());
      }),
      runs(30),
    );
    const names = (s: ConvexSet) =>
      vertices(s)
        ?.map((v) => shown(v).join())
        .sort();
    expect(names(set)).toEqual(names(same));
  });

  test('moves and scales with its conditions', () => {
    const cases = withPoint(sets).chain(([set, x]) => fc.tuple(fc.constant(set), fc.constant(x), smallPoint(x.length)));
    fc.assert(
      fc.property(cases, positiveRational, ([set, x, v], k) => {
        const offsets = set.normals.map((a, i) => Q.add(Q.mul(k, toRational(set.offsets[i]!)), Q.dot(Q.vector(a), v)));
        const moved = Q.axpy(k, projectExactly(set, x), v);
        expect(shown(projectExactly(polytope(set.normals, offsets), Q.axpy(k, x, v)))).toEqual(shown(moved));
      }),
      runs(100),
    );
  });

  test('takes 4 dimensions and 12 conditions', () => {
    const cross = polytope(
      [...axes(4, 1), ...axes(4, -1), [1, 1, 1, 1], [-1, -1, -1, -1], [1, -1, 1, -1], [-1, 1, -1, 1]],
      [...Array<number>(8).fill(2), 3, 3, 3, 3],
    );
    const x = Q.vector([5, 1, ratio(-1, 3), 4]);
    const p = projectExactly(cross, x);
    const list = vertices(cross)!;
    expect(list.length).toBeGreaterThan(16);
    for (const v of list) expect(signOf(Q.dot(Q.minus(x, p), Q.minus(Q.vector(v), p)))).toBeLessThanOrEqual(0);
    expect(satisfies(cross)(p)).toBe(true);
  });

  test('is refused exactly when it is empty', () => {
    expect(() => polytope([[1], [-1]], [0, -(2 ** -1074)])).toThrow(
      'No point satisfies all 2 conditions; give conditions that go together.',
    );
    expect(polytope([[1], [-1]], [0, 0]).normals).toHaveLength(2);
    fc.assert(
      fc.property(fc.array(fc.tuple(nonzero(2), smallRational), { minLength: 1, maxLength: 5 }), (conditions) => {
        const set: Polytope = {
          kind: 'polytope',
          normals: conditions.map(([a]) => a),
          offsets: conditions.map(([, b]) => b),
        };
        const build = () => polytope(set.normals, set.offsets);
        let nearest: Point | undefined;
        try {
          nearest = planarOracle(set, Q.vector([0, 0]));
        } catch {
          nearest = undefined;
        }
        if (nearest === undefined) expect(build).toThrow(/No point satisfies/);
        else expect(build().kind).toBe('polytope');
      }),
      runs(300),
    );
  });

  test('float64 is within 256 units of 2⁻⁵² on well-shaped polytopes, degenerate corners included', () => {
    const octahedron = known[5]![1];
    const coordinate = fc.double({ min: -8, max: 8, noNaN: true });
    const cases = fc.oneof(
      fc.tuple(coordinate, coordinate, coordinate),
      fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(-3, -1, -0.5, 0, 0.1, 1, 2.5))),
    );
    fc.assert(
      fc.property(fc.constantFrom(octahedron, known[0]![1], known[2]![1]), cases, (set, x) => {
        expect(errorInUlps(set, x, [1])).toBeLessThan(256);
      }),
      runs(200),
    );
  });

  test('the filter decides points that are clearly inside and clearly outside', () => {
    const octahedron = known[5]![1];
    expect(project(filter, octahedron, filter.vector([0.125, 0, 0])).map(ends)).toEqual([
      [0.125, 0.125],
      [0, 0],
      [0, 0],
    ]);
    const outside = project(filter, octahedron, filter.vector([0.7, 0.6, 0.5]));
    expect(outside.map(ends).every(([lo, hi]) => hi - lo < 1e-14)).toBe(true);
  });

  test('float64 works on a polytope whose conditions have no double corner', () => {
    const set = polytope(
      [
        [1, ratio(1, 3)],
        [ratio(1, 7), 1],
        [-1, -1],
      ],
      [ratio(1, 3), ratio(1, 7), 4],
    );
    const p = project(float64, set, [10, 10]);
    expect(errorInUlps(set, [10, 10], [])).toBeLessThan(16);
    expect(p.every(Number.isFinite)).toBe(true);
  });

  test('refuses bad input', () => {
    expect(() => polytope([], [])).toThrow('normals is empty; give at least one row.');
    expect(() => polytope([[1]], [1, 2])).toThrow('normals has 1 rows and offsets 2 numbers; give as many to both.');
    expect(() =>
      polytope(
        [
          [1, 0],
          [0, 0],
        ],
        [1, 1],
      ),
    ).toThrow('normals[1] is the zero vector, which has no direction; give a nonzero vector.');
    expect(() => polytope([[1, 0], [1]], [1, 1])).toThrow(
      'normals[1] has 1 coordinates and normals[0] 2; give as many to both.',
    );
    expect(() => polytope([[1]], [Number.NaN])).toThrow('offsets[0] is NaN; give a finite number.');
    expect(() => polytope([[1, 0, 0, 0, 0]], [1])).toThrow(
      'The polytope has 5 dimensions and 1 conditions; give at most 4 dimensions and 12 conditions, ' +
        'or iterate over the halfspaces with dykstra.',
    );
    expect(() => polytope(Array(13).fill([1]), Array(13).fill(1))).toThrow(/1 dimensions and 13 conditions/);
  });

  test('float64 ends on the right face, from however far away', () => {
    const axes = [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ];
    const square = polytope(axes, [1, 1, 1, 1]);
    for (const far of [1e16, 1e100, 1e300]) {
      expect(project(float64, square, [far, 0])).toEqual([1, 0]);
      expect(project(float64, square, [-far, 0.3])).toEqual([-1, 0.3]);
      expect(project(float64, square, [far, -far])).toEqual([1, -1]);
      const cut = polytope([...axes, [1, 1]], [1, 1, 1, 1, 1]);
      expect(project(float64, cut, [far, 0.5])).toEqual([1, 0]);
    }
  });
});
