import { type ConvexSet, dimension } from '../../../src/convex/index.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { plusExact as plus, timesExact as times } from '../../../src/scalar/exact-arithmetic.ts';
import { dotExact } from '../exact-vectors.ts';

/** s Θ = {s θ : θ ∈ Θ}, exactly, for s > 0. */
export function scaledSet(set: ConvexSet, s: Exact): ConvexSet {
  const grown = (x: ExactVector): ExactVector => x.map((xi) => times(s, xi));
  const side = (bound: Exact | null): Exact | null => (bound === null ? null : times(s, bound));
  switch (set.kind) {
    case 'box':
      return { ...set, lower: set.lower.map(side), upper: set.upper.map(side) };
    case 'ball':
    case 'l1-ball':
      return { ...set, center: grown(set.center), radius: times(s, set.radius) };
    case 'simplex':
      return { ...set, sum: times(s, set.sum) };
    case 'segment':
      return { ...set, from: grown(set.from), to: grown(set.to) };
    case 'halfspace':
    case 'hyperplane':
      return { ...set, offset: times(s, set.offset) };
    case 'affine':
    case 'polytope':
      return { ...set, offsets: grown(set.offsets) };
    case 'product':
      return { ...set, factors: set.factors.map((factor) => scaledSet(factor, s)) };
  }
}

/** Θ + t = {θ + t : θ ∈ Θ}, exactly; undefined when it is not of the kind, as with a simplex. */
export function translatedSet(set: ConvexSet, t: ExactVector): ConvexSet | undefined {
  const moved = (x: ExactVector): ExactVector => x.map((xi, i) => plus(xi, t[i]!));
  const sides = (bounds: readonly (Exact | null)[]): readonly (Exact | null)[] =>
    bounds.map((bound, i) => (bound === null ? null : plus(bound, t[i]!)));
  const along = (normal: ExactVector, offset: Exact): Exact => plus(offset, dotExact(normal, t));
  switch (set.kind) {
    case 'box':
      return { ...set, lower: sides(set.lower), upper: sides(set.upper) };
    case 'ball':
    case 'l1-ball':
      return { ...set, center: moved(set.center) };
    case 'segment':
      return { ...set, from: moved(set.from), to: moved(set.to) };
    case 'halfspace':
    case 'hyperplane':
      return { ...set, offset: along(set.normal, set.offset) };
    case 'affine':
      return { ...set, offsets: set.offsets.map((offset, i) => along(set.rows[i]!, offset)) };
    case 'polytope':
      return { ...set, offsets: set.offsets.map((offset, i) => along(set.normals[i]!, offset)) };
    case 'product': {
      let start = 0;
      const factors = set.factors.map((factor) => {
        const from = start;
        start += dimension(factor);
        return translatedSet(factor, t.slice(from, start));
      });
      return factors.every((factor) => factor !== undefined) ? { ...set, factors } : undefined;
    }
    case 'simplex':
      return undefined;
  }
}
