import { affineMultipliers } from '../../src/convex/affine.ts';
import { inverseGram } from '../../src/convex/exact-matrix.ts';
import { type ConvexSet, dimension, support, vertices } from '../../src/convex/index.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import { atMost, equal, equalVectors, type Relation } from '../../src/scalar/relation.ts';
import type { ModelSet } from '../model.ts';

/**
 * w · (θ − p) ≤ 0 for every θ of Θ: w is an outward normal of Θ at p. With w = φ − p and p in Θ, this makes p the
 * projection of φ. Decided for all θ at once: at the vertices, by the support function, or by multipliers.
 * @throws RangeError for an unbounded polytope, which has neither.
 */
export function outwardNormal<S>(F: Algebra<S>, set: ModelSet, p: Vector<S>, w: Vector<S>): Relation<S> {
  switch (set.kind) {
    case 'space':
      return equalVectors(w, F.scale(F.zero, w), 'normal: coordinate');
    case 'finite':
      return atPoints(F, set.points, p, w);
    case 'max-norm-line':
      return equal(F.dot(w, F.vector(set.direction)), F.zero, 'normal · direction');
    case 'max-norm-segment':
      return atPoints(F, [set.from, set.to], p, w);
    default:
      return normalOfConvexSet(F, set, p, w);
  }
}

function normalOfConvexSet<S>(F: Algebra<S>, set: ConvexSet, p: Vector<S>, w: Vector<S>): Relation<S> {
  const { of, dot, max, minus, mul, neg, square, squaredNorm, sub, zero } = F;
  switch (set.kind) {
    case 'box':
      // One coordinate at a time, so that sides may be missing: where one is, w must not point to it.
      return [
        w.map((wi, i) => [
          outward(F, max(zero, wi), set.upper[i]!, (hi) => sub(hi, p[i]!), `upper bound ${i + 1}`),
          outward(F, max(zero, neg(wi)), set.lower[i]!, (lo) => sub(p[i]!, lo), `lower bound ${i + 1}`),
        ]),
        supported(F, set, p, w) ?? [],
      ];
    case 'ball': {
      // h(w) = w · c + r ‖w‖ ≤ w · p, squared.
      const along = dot(w, minus(p, F.vector(set.center)));
      return [
        atMost(zero, along, 'normal · radius'),
        atMost(mul(square(of(set.radius)), squaredNorm(w)), square(along), 'squared support'),
      ];
    }
    case 'halfspace': {
      // w = t a with t ≥ 0, and t = 0 unless a · p = b.
      const a = F.vector(set.normal);
      const t = dot(w, a);
      return [
        parallel(F, w, a),
        atMost(zero, t, 'normal · a'),
        atMost(mul(t, sub(of(set.offset), dot(a, p))), zero, 'complementary slackness'),
      ];
    }
    case 'hyperplane':
      return parallel(F, w, F.vector(set.normal));
    case 'affine': {
      const rows = set.rows.map(F.vector);
      const inverse = inverseGram(set.rows)!.map(F.vector);
      const lambda = affineMultipliers(
        F,
        rows,
        rows.map(() => zero),
        inverse,
        w,
      );
      const combination = lambda.reduce((v, multiplier, i) => F.axpy(multiplier, rows[i]!, v), F.scale(zero, w));
      return equalVectors(w, combination, 'combination of the rows: coordinate');
    }
    case 'product': {
      let start = 0;
      return set.factors.map((factor) => {
        const [from, to] = [start, start + dimension(factor)];
        start = to;
        return normalOfConvexSet(F, factor, p.slice(from, to), w.slice(from, to));
      });
    }
    default: {
      const corners = set.kind === 'segment' || set.kind === 'polytope' ? vertices(set) : undefined;
      if (corners !== undefined) return atPoints(F, corners, p, w);
      const relation = supported(F, set, p, w);
      if (relation === undefined) throw new RangeError('The polytope is unbounded; give one with vertices.');
      return relation;
    }
  }
}

/** w · p = h(w): no point of Θ lies farther out along w than p, which lies in Θ. Nothing where h(w) is not known. */
function supported<S>(F: Algebra<S>, set: ConvexSet, p: Vector<S>, w: Vector<S>): Relation<S> | undefined {
  const largest = support(F, set, w);
  return largest === undefined ? undefined : equal(F.dot(w, p), largest, 'support of the normal');
}

/** t (bound − p) ≤ 0 on the one side, and t ≤ 0 where there is no bound, for t ≥ 0. */
const outward = <S>(
  F: Algebra<S>,
  t: S,
  bound: ExactVector[number] | null,
  room: (bound: S) => S,
  name: string,
): Relation<S> => atMost(bound === null ? t : F.mul(t, room(F.of(bound))), F.zero, name);

/** ‖a‖² w = (w · a) a. */
const parallel = <S>(F: Algebra<S>, w: Vector<S>, a: Vector<S>): Relation<S> =>
  equalVectors(F.scale(F.squaredNorm(a), w), F.scale(F.dot(w, a), a), 'multiple of a: coordinate');

const atPoints = <S>(F: Algebra<S>, points: readonly ExactVector[], p: Vector<S>, w: Vector<S>): Relation<S> =>
  points.map((point, i) => atMost(F.dot(w, F.minus(F.vector(point), p)), F.zero, `vertex ${i + 1}`));
