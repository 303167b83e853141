import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Exact } from '../scalar/exact.ts';
import { sameExact, showExact, toRational } from '../scalar/exact.ts';
import { compare } from '../scalar/rational.ts';
import { atMost, type Relation } from '../scalar/relation.ts';
import { filledList, real } from '../scalar/validate.ts';
import { choices, type Geometry } from './set.ts';

/** A bound of one coordinate; `null` where the box is unbounded on that side. */
export type Bound = Exact | null;

/** {x : lowerᵢ ≤ xᵢ ≤ upperᵢ}. */
export interface Box {
  readonly kind: 'box';
  readonly lower: readonly Bound[];
  readonly upper: readonly Bound[];
}

/**
 * The box {x : lowerᵢ ≤ xᵢ ≤ upperᵢ}; `null` leaves a side open.
 * @throws RangeError when the lengths differ, a bound is not finite, or lowerᵢ > upperᵢ.
 */
export function box(lower: readonly Bound[], upper: readonly Bound[]): Box {
  filledList('lower', lower, 'bound');
  filledList('upper', upper, 'bound');
  if (lower.length !== upper.length) {
    throw new RangeError(`lower has ${lower.length} bounds and upper ${upper.length}; give as many to both.`);
  }
  lower.forEach((lo, i) => {
    const hi = upper[i]!;
    if (lo !== null) real(`lower[${i}]`, lo);
    if (hi !== null) real(`upper[${i}]`, hi);
    if (lo !== null && hi !== null && compare(toRational(lo), toRational(hi)) > 0) {
      throw new RangeError(`lower[${i}] = ${showExact(lo)} exceeds upper[${i}] = ${showExact(hi)}; the box is empty.`);
    }
  });
  return { kind: 'box', lower, upper };
}

/** What a box is, in every arithmetic. */
export const boxGeometry: Geometry<Box> = {
  dimension: ({ lower }) => lower.length,

  /** Π(x)ᵢ = max(lowerᵢ, min(upperᵢ, xᵢ)). */
  project: <S>({ of, max, min }: Algebra<S>, { lower, upper }: Box, x: Vector<S>): Vector<S> => {
    // A loop that makes its own list: lists of doubles from here stay unboxed, and a run projects at every step.
    const nearest = new Array<S>(x.length);
    for (let i = 0; i < x.length; i++) {
      const lo = lower[i]!;
      const hi = upper[i]!;
      const capped = hi === null ? x[i]! : min(of(hi), x[i]!);
      nearest[i] = lo === null ? capped : max(of(lo), capped);
    }
    return nearest;
  },

  membership: <S>({ of }: { of(x: Exact): S }, { lower, upper }: Box, x: readonly S[]): Relation<S> =>
    x.map((xi, i) => {
      const lo = lower[i]!;
      const hi = upper[i]!;
      return [
        ...(lo === null ? [] : [atMost(of(lo), xi, `lower bound ${i + 1}`)]),
        ...(hi === null ? [] : [atMost(xi, of(hi), `upper bound ${i + 1}`)]),
      ];
    }),

  squaredDiameter: ({ of, sub, square, sum }, { lower, upper }) => {
    const sides = lower.map((lo, i) => (lo === null || upper[i] === null ? undefined : sub(of(upper[i]!), of(lo))));
    return sides.every((side) => side !== undefined) ? sum(sides.map(square)) : undefined;
  },

  /** Σ max((lowerᵢ − xᵢ)², (upperᵢ − xᵢ)²). */
  squaredFarthest: ({ of, sub, square, max, sum }, { lower, upper }, x) => {
    if (lower.includes(null) || upper.includes(null)) return undefined;
    return sum(x.map((xi, i) => max(square(sub(of(lower[i]!), xi)), square(sub(of(upper[i]!), xi)))));
  },

  /** h(w) = Σ max(wᵢ lowerᵢ, wᵢ upperᵢ). */
  support: ({ of, mul, max, sum }, { lower, upper }, w) => {
    if (lower.includes(null) || upper.includes(null)) return undefined;
    return sum(w.map((wi, i) => max(mul(wi, of(lower[i]!)), mul(wi, of(upper[i]!)))));
  },

  vertices: ({ lower, upper }) => {
    const sides = lower.map((lo, i) => {
      const hi = upper[i]!;
      if (lo === null || hi === null) return undefined;
      return sameExact(lo, hi) ? [lo] : [lo, hi];
    });
    return sides.every((side) => side !== undefined) ? choices(sides) : undefined;
  },
};
