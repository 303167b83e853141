import type { ConvexSet } from '../../src/convex/index.ts';
import type { Draw, NumberStyle } from '../../src/law/draw.ts';
import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { plusExact as plus, timesExact as times } from '../../src/scalar/exact-arithmetic.ts';

/** The convex sets a law can be asked to run on. */
export type SetKind = ConvexSet['kind'];

/** A convex set of the kind, in d dimensions. */
export function drawSet(draw: Draw, kind: SetKind, d: number, style: NumberStyle): ConvexSet {
  switch (kind) {
    case 'box': {
      const lower = draw.list(d, () => draw.real(style));
      return { kind, lower, upper: lower.map((lo) => (draw.chance(0.1) ? lo : plus(lo, draw.positive(style)))) };
    }
    case 'ball':
      return { kind, center: drawCenter(draw, d, style), radius: draw.positive(style) };
    case 'simplex':
      return { kind, dimension: d, sum: draw.chance(0.5) ? 1 : draw.positive(style) };
    default:
      throw new RangeError(`No arbitrary for sets of kind ${kind}.`);
  }
}

const drawCenter = (draw: Draw, d: number, style: NumberStyle): ExactVector =>
  draw.chance(0.5) ? draw.list(d, () => 0) : draw.list(d, () => draw.real(style));

/** A point of the set: inside it, on its boundary or at a corner. */
export function drawMember(draw: Draw, set: ConvexSet, style: NumberStyle): ExactVector {
  switch (set.kind) {
    case 'box':
      return set.lower.map((lo, i) => drawBetween(draw, lo ?? -8, set.upper[i] ?? 8));
    case 'ball':
      return drawInBall(draw, set.center, set.radius, style);
    case 'simplex':
      return drawWeights(draw, set.dimension).map((weight) => times(set.sum, weight));
    default:
      throw new RangeError(`No arbitrary for points of sets of kind ${set.kind}.`);
  }
}

/** An endpoint in two cases of five, otherwise a point on a grid of 16 between them. */
function drawBetween(draw: Draw, lo: Exact, hi: Exact): Exact {
  const position = draw.integer(-3, 19);
  if (position <= 0) return lo;
  if (position >= 16) return hi;
  return plus(lo, times(plus(hi, times(-1, lo)), position / 16));
}

/** d weights, multiples of 1/16, that sum to 1; one of them alone in one case of five. */
function drawWeights(draw: Draw, d: number): number[] {
  const weights = new Array<number>(d).fill(0);
  if (draw.chance(0.2)) {
    weights[draw.integer(0, d - 1)] = 1;
    return weights;
  }
  for (let k = 0; k < 16; k++) weights[draw.integer(0, d - 1)]! += 1 / 16;
  return weights;
}

/** The center, a point along one axis on the boundary, or a direction scaled to a rational fraction of the radius. */
function drawInBall(draw: Draw, center: ExactVector, radius: Exact, style: NumberStyle): ExactVector {
  const d = center.length;
  if (draw.chance(0.1)) return center;
  if (draw.chance(0.2)) {
    const axis = draw.integer(0, d - 1);
    return center.map((c, i) => (i === axis ? plus(c, draw.chance(0.5) ? radius : times(-1, radius)) : c));
  }
  const direction = draw.list(d, () => draw.integer(-4, 4));
  const squared = direction.reduce((sum, x) => sum + x * x, 0);
  if (squared === 0) return center;
  // 1/⌈‖v‖·16⌉·16 ≤ 1/‖v‖ keeps the point inside; a whole norm puts it on the boundary.
  const norm = Math.ceil(Math.sqrt(squared) * 16) / 16;
  const size = style === 'dyadic' || style === 'log-scale' ? 2 ** -Math.ceil(Math.log2(norm)) : ratio(16, norm * 16);
  const factor = times(radius, times(size, draw.chance(0.3) ? 1 : draw.integer(1, 16) / 16));
  return center.map((c, i) => plus(c, times(factor, direction[i]!)));
}

/** A point near the set: within a few times its size, with ties and repeated coordinates on purpose. */
export function drawPoint(draw: Draw, d: number, style: NumberStyle, scale = 8): ExactVector {
  const repeated = draw.chance(0.1) ? draw.real(style, scale) : undefined;
  const offset = draw.chance(0.05) ? draw.integer(-(2 ** 20), 2 ** 20) : 0;
  return draw.list(d, () => {
    const x = repeated !== undefined && draw.chance(0.7) ? repeated : draw.real(style, scale);
    return offset === 0 ? x : plus(x, offset);
  });
}
