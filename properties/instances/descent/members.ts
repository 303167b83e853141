import { type ConvexSet, dimension, project } from '../../../src/convex/index.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import { type Exact, type ExactVector, ratio } from '../../../src/scalar/exact.ts';
import { asExact, plusExact as plus, timesExact as times } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { axpyExact, negated } from '../exact-vectors.ts';
import { drawPoint } from './sets.ts';

/** A point of the set: inside it, on its boundary or at a corner. */
export function drawMember(draw: Draw, set: ConvexSet, style: NumberStyle): ExactVector {
  switch (set.kind) {
    case 'box':
      return set.lower.map((lo, i) => drawBetween(draw, lo ?? -8, set.upper[i] ?? 8));
    case 'ball':
      return drawInBall(draw, set.center, set.radius, style);
    case 'simplex':
      return drawWeights(draw, set.dimension).map((weight) => times(set.sum, weight));
    case 'l1-ball': {
      const size = times(set.radius, draw.chance(0.4) ? 1 : draw.integer(0, 16) / 16);
      const weights = drawWeights(draw, set.center.length);
      return set.center.map((c, i) => plus(c, times(size, draw.chance(0.5) ? weights[i]! : -weights[i]!)));
    }
    case 'segment': {
      const part = draw.pick([0, 1, draw.integer(0, 16) / 16]);
      return axpyExact(part, axpyExact(-1, set.from, set.to), set.from);
    }
    case 'product':
      return set.factors.flatMap((factor) => drawMember(draw, factor, style));
    default:
      return project(rationalReading, set, rationalReading.vector(drawPoint(draw, dimension(set), style))).map(asExact);
  }
}

/** An endpoint in two cases of five, otherwise a point on a grid of 16 between them. */
function drawBetween(draw: Draw, lo: Exact, hi: Exact): Exact {
  const position = draw.integer(-3, 19);
  if (position <= 0) return lo;
  if (position >= 16) return hi;
  return plus(lo, times(plus(hi, negated(lo)), position / 16));
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

/** The center, a point on an axis of the boundary, or a direction scaled to a rational part of the radius. */
function drawInBall(draw: Draw, center: ExactVector, radius: Exact, style: NumberStyle): ExactVector {
  const d = center.length;
  if (draw.chance(0.1)) return center;
  if (draw.chance(0.2)) {
    const axis = draw.integer(0, d - 1);
    const shift = draw.chance(0.5) ? radius : negated(radius);
    return center.map((c, i) => (i === axis ? plus(c, shift) : c));
  }
  const direction = draw.list(d, () => draw.integer(-4, 4));
  const squared = direction.reduce((sum, x) => sum + x * x, 0);
  if (squared === 0) return center;
  // The norm is rounded up, to 1/16 or a power of two, so that the point stays inside; whole norms reach the boundary.
  const norm = Math.ceil(Math.sqrt(squared) * 16) / 16;
  const dyadic = style === 'dyadic' || style === 'log-scale' || style === 'full-mantissa';
  const size = dyadic ? 2 ** -Math.ceil(Math.log2(norm)) : ratio(16, norm * 16);
  const factor = times(radius, times(size, draw.chance(0.3) ? 1 : draw.integer(1, 16) / 16));
  return center.map((c, i) => plus(c, times(factor, direction[i]!)));
}
