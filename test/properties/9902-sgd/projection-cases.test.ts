import { describe, expect, test } from 'vitest';
import { inDoubles } from '../../../properties/9902-sgd/projection-float64.ts';
import { outwardNormal } from '../../../properties/9902-sgd/projection-normal-cone.ts';
import { isMoved } from '../../../properties/9902-sgd/projection-reading.ts';
import { intersectionCases, isCommon } from '../../../properties/instances/descent/intersection-case.ts';
import {
  type ProjectionCase,
  projectionCases,
  type ScaledCase,
  scaledCases,
} from '../../../properties/instances/descent/projection-case.ts';
import { scaledSet, translatedSet } from '../../../properties/instances/descent/set-motions.ts';
import { ALL_SETS, RATIONAL_SETS, type SetKind } from '../../../properties/instances/descent/sets.ts';
import { memberOfModel, projectModel } from '../../../properties/model.ts';
import type { ConvexSet } from '../../../src/convex/index.ts';
import { isTrue } from '../../../src/law/decide.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { search } from '../../../src/law/search.ts';
import { encode } from '../../../src/law/witness.ts';
import { type ExactVector, ratio, toDouble } from '../../../src/scalar/exact.ts';
import { asExact } from '../../../src/scalar/exact-arithmetic.ts';
import { filter, lowerEnd, upperEnd } from '../../../src/scalar/filter.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { compare, type Rational } from '../../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../../src/scalar/rational-reading.ts';

/** The first cases of a seed. */
function drawn<I>(instances: Instances<I>, count: number, seed = 9902): I[] {
  const cases: I[] = [];
  search(instances, (instance) => cases.push(instance) > 0, { seed, from: 0, to: count });
  return cases;
}

const exactly = (set: ProjectionCase['set'], x: ExactVector): readonly Rational[] => projectModel(Q, set, Q.vector(x));
const isMember = (set: ProjectionCase['set'], x: ExactVector): boolean =>
  isTrue((F) => memberOfModel(F, set, F.vector(x)));
const isSame = (x: ExactVector, y: ExactVector): boolean =>
  compare(Q.squaredNorm(Q.minus(Q.vector(x), Q.vector(y))), Q.zero) === 0;

describe('projection cases', () => {
  const cases = drawn(projectionCases(ALL_SETS), 3000);
  const share = (holds: (instance: ProjectionCase) => boolean): number => cases.filter(holds).length / cases.length;

  test('have a member of the set, and 0 < λ ≤ 1', () => {
    for (const { set, member, lambda } of cases.slice(0, 1000)) {
      expect(isMember(set, member)).toBe(true);
      expect(toDouble(lambda)).toBeGreaterThan(0);
      expect(toDouble(lambda)).toBeLessThanOrEqual(1);
    }
  });

  test('are of every kind, small and large, inside and outside, tied, constant and far away', () => {
    for (const kind of ALL_SETS) expect(share(({ set }) => set.kind === kind)).toBeGreaterThan(0.05);
    expect(share(({ point }) => point.length === 1)).toBeGreaterThan(0.1);
    expect(share(({ point }) => point.length > 20)).toBeGreaterThan(0.15);
    expect(share(isMoved)).toBeGreaterThan(0.6);
    expect(share((instance) => !isMoved(instance))).toBeGreaterThan(0.15);
    expect(share(({ point }) => new Set(point.map(String)).size < point.length)).toBeGreaterThan(0.2);
    expect(share(({ point }) => point.length > 1 && new Set(point.map(String)).size === 1)).toBeGreaterThan(0.01);
    expect(share(({ point }) => Math.max(...point.map((x) => Math.abs(toDouble(x)))) > 500)).toBeGreaterThan(0.05);
    expect(share(({ set }) => set.kind === 'box' && set.lower.includes(null))).toBeGreaterThan(0.005);
    expect(share(({ point, member }) => isSame(point, member))).toBeGreaterThan(0.02);
  });

  test('come to the boundary of balls exactly, and close to it', () => {
    const balls = drawn(projectionCases(['ball']), 2000).map(({ set, point }) => {
      if (set.kind !== 'ball') throw new Error('not a ball');
      const size = Q.squaredNorm(Q.minus(Q.vector(point), Q.vector(set.center)));
      return Q.approximate(Q.div(size, Q.square(Q.of(set.radius))));
    });
    expect(balls.filter((quotient) => quotient === 1).length).toBeGreaterThan(60);
    expect(balls.filter((quotient) => quotient !== 1 && Math.abs(quotient - 1) < 0.01).length).toBeGreaterThan(20);
  });

  test('come back from JSON as they were', () => {
    const instances = projectionCases(ALL_SETS);
    for (const instance of cases.slice(0, 300)) {
      const text = JSON.stringify(encode(instance));
      expect(JSON.stringify(encode(instances.decode(JSON.parse(text))))).toBe(text);
    }
  });

  test('refuse what does not fit together', () => {
    const instances = projectionCases(ALL_SETS);
    const good = { set: { kind: 'ball', center: [0], radius: 1 }, point: [2], other: [0], member: [0], lambda: 1 };
    expect(instances.decode(good)).toEqual(good);
    expect(() => instances.decode({ ...good, point: [2, 3] })).toThrow('point has 2 coordinates where the set has 1');
    expect(() => instances.decode({ ...good, set: { ...good.set, radius: -1 } })).toThrow('radius');
    expect(() => instances.decode({ ...good, set: { kind: 'max-norm-segment', from: [0, 0], to: [1, 0] } })).toThrow(
      'from and to share a coordinate',
    );
    expect(() => instances.decode({ ...good, set: { kind: 'max-norm-line', direction: [1, 0] } })).toThrow(
      'direction has a coordinate 0',
    );
    const scaled = scaledCases(ALL_SETS);
    expect(() => scaled.decode({ ...good, factor: 0 })).toThrow('factor');
  });

  test('become simpler by every simplification that is offered, in finitely many steps', () => {
    const instances = projectionCases(ALL_SETS);
    for (const start of cases.slice(0, 40)) {
      let current: ProjectionCase = start;
      let steps = 0;
      for (;;) {
        const next = [...take(instances.simplify(current), 400)].find(
          (candidate) => instances.accepts(candidate) && isMember(candidate.set, candidate.member),
        );
        if (next === undefined) break;
        current = next;
        expect(++steps).toBeLessThan(1000);
      }
      expect(current.point).toEqual([0]);
    }
  });
});

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

describe('outward normals', () => {
  test.each(RATIONAL_SETS)('of a %s: φ − θ is one at a member θ exactly when θ is the projection', (kind: SetKind) => {
    const outcomes = drawn(projectionCases([kind], 6), 150).flatMap(({ set, point, member }) => {
      const projection = exactly(set, point).map(asExact);
      return [member, projection].map((p) => {
        const expected = isSame(p, projection);
        const found = isTrue((F) => outwardNormal(F, set, F.vector(p), F.minus(F.vector(point), F.vector(p))));
        expect(found).toBe(expected);
        return found;
      });
    });
    expect(outcomes).toContain(true);
    expect(outcomes).toContain(false);
  });

  test('of a ball', () => {
    const ball = { kind: 'ball', center: [1, 0], radius: 5 } as const;
    const at = (p: ExactVector, w: ExactVector): boolean =>
      isTrue((F) => outwardNormal(F, ball, F.vector(p), F.vector(w)));
    expect(at([4, 4], [3, 4])).toBe(true);
    expect(at([4, 4], [3, 5])).toBe(false);
    expect(at([4, 4], [-3, -4])).toBe(false);
    expect(at([1, 1], [0, 1])).toBe(false);
    expect(at([1, 1], [0, 0])).toBe(true);
  });

  test('of an unbounded polytope are not known', () => {
    const quadrant = {
      kind: 'polytope',
      normals: [
        [1, 0],
        [0, 1],
      ],
      offsets: [0, 0],
    } as const;
    expect(() => outwardNormal(Q, quadrant, Q.vector([0, 0]), Q.vector([1, 1]))).toThrow(
      'The polytope is unbounded; give one with vertices.',
    );
  });
});

describe('moved and scaled sets', () => {
  const movable = ALL_SETS.filter((kind) => kind !== 'simplex' && kind !== 'product');

  test('contain exactly the moved and scaled points', () => {
    for (const { set, point, other, member } of drawn(projectionCases(movable, 5), 300)) {
      const convex = set as ConvexSet;
      for (const x of [member, point]) {
        const moved = Q.plus(Q.vector(x), Q.vector(other)).map(asExact);
        expect(isMember(translatedSet(convex, other)!, moved)).toBe(isMember(set, x));
        const scaled = Q.scale(Q.of(ratio(2, 3)), Q.vector(x)).map(asExact);
        expect(isMember(scaledSet(convex, ratio(2, 3)), scaled)).toBe(isMember(set, x));
      }
    }
  });

  test('are not offered where a simplex would have to leave its plane', () => {
    const simplex = { kind: 'simplex', dimension: 2, sum: 1 } as const;
    expect(translatedSet(simplex, [1, 1])).toBeUndefined();
    const product = { kind: 'product', factors: [{ kind: 'ball', center: [0], radius: 1 }, simplex] } as const;
    expect(translatedSet(product, [1, 1, 1])).toBeUndefined();
    expect(scaledSet(product, 2)).toEqual({
      kind: 'product',
      factors: [
        { kind: 'ball', center: [0], radius: 2 },
        { kind: 'simplex', dimension: 2, sum: 2 },
      ],
    });
  });
});

describe('the nearest point in the maximum norm', () => {
  test('of a segment is that of its line, or the end beyond which it lies', () => {
    const segment = { kind: 'max-norm-segment', from: [1, 1], to: [2, -1] } as const;
    const nearest = (point: number[]) => exactly(segment, point).map(String);
    expect(nearest([2, 1])).toEqual(['4/3', '1/3']);
    expect(nearest([0, 3])).toEqual(['1', '1']);
    expect(nearest([3, -4])).toEqual(['2', '-1']);
    expect(isMember(segment, [ratio(4, 3), ratio(1, 3)])).toBe(true);
    expect(isMember(segment, [3, -3])).toBe(false);
  });

  test('is (1/3, 2/3) for (1, 0) on the line {(s, 2s)}', () => {
    const line = { kind: 'max-norm-line', direction: [1, 2] } as const;
    expect(exactly(line, [1, 0]).map(String)).toEqual(['1/3', '2/3']);
  });

  test('is at least as near as any other point of the line', () => {
    const distance = (x: readonly Rational[], y: readonly Rational[]): Rational =>
      Q.minus(x, y).map(Q.abs).reduce(Q.max);
    for (const direction of [
      [1, 2],
      [-3, 1],
      [2, -2],
      [-1, -4],
    ]) {
      const line = { kind: 'max-norm-line', direction } as const;
      for (const point of [
        [1, 0],
        [-2, 3],
        [4, 4],
        [0, 0],
        [5, -1],
      ]) {
        const x = Q.vector(point);
        const nearest = exactly(line, point);
        expect(isMember(line, nearest.map(asExact))).toBe(true);
        for (let s = -40; s <= 40; s++) {
          const other = Q.scale(Q.of(ratio(s, 8)), Q.vector(direction));
          expect(compare(distance(x, nearest), distance(x, other))).toBeLessThanOrEqual(0);
        }
      }
    }
  });
});

describe('a projection in doubles', () => {
  const widened = inDoubles(projectModel);

  test('encloses the exact projection', () => {
    for (const { set, point } of drawn(projectionCases(RATIONAL_SETS), 500)) {
      const exact = exactly(set, point);
      widened(filter, set, filter.vector(point)).forEach((enclosure, i) => {
        expect(compare(Q.of(lowerEnd(enclosure)), exact[i]!)).toBeLessThanOrEqual(0);
        expect(compare(exact[i]!, Q.of(upperEnd(enclosure)))).toBeLessThanOrEqual(0);
      });
    }
  });

  test('is allowed no more on a simplex when x is far away', () => {
    const simplex = { kind: 'simplex', dimension: 2, sum: 1 } as const;
    const width = (x: ExactVector): number => {
      const [first] = widened(filter, simplex, filter.vector(x));
      return upperEnd(first!) - lowerEnd(first!);
    };
    expect(width([2 ** 40, 2 ** 40 + 0.25])).toBe(width([0, 0.25]));
    expect(width([ratio(1, 3), 0])).toBeGreaterThan(width([0.25, 0]));
  });

  test('is the plain double on a box', () => {
    const box = { kind: 'box', lower: [0], upper: [1] } as const;
    const [x] = widened(filter, box, filter.vector([0.1]));
    expect((lowerEnd(x!) + upperEnd(x!)) / 2).toBeCloseTo(projectModel(float64, box, [0.1])[0]!, 15);
  });
});

describe('scaled cases', () => {
  test('have positive factors, at extreme scales too', () => {
    const factors = drawn<ScaledCase>(scaledCases(ALL_SETS), 500).map(({ factor }) => toDouble(factor));
    expect(factors.every((factor) => factor > 0)).toBe(true);
    expect(factors.filter((factor) => factor > 1e100).length).toBeGreaterThan(10);
    expect(factors.filter((factor) => factor < 1e-100).length).toBeGreaterThan(10);
  });
});

describe('intersection cases', () => {
  const cases = drawn(intersectionCases, 300);

  test('have a point in common', () => {
    for (const instance of cases) expect(isCommon(instance)).toBe(true);
    expect(isCommon({ ...cases[0]!, common: cases[0]!.common.map(() => 1e6) })).toBe(false);
  });

  test('come back from JSON as they were, and refuse what does not fit together', () => {
    for (const instance of cases) {
      const text = JSON.stringify(encode(instance));
      expect(JSON.stringify(encode(intersectionCases.decode(JSON.parse(text))))).toBe(text);
    }
    const good = { sets: [{ kind: 'simplex', dimension: 1, sum: 1 }], point: [0], common: [1], sweeps: 1 };
    expect(intersectionCases.decode(good)).toEqual(good);
    expect(() => intersectionCases.decode({ ...good, common: [1, 0] })).toThrow('common has 2 coordinates');
    expect(() => intersectionCases.decode({ ...good, sweeps: -1 })).toThrow();
  });
});
