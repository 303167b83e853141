import { type ConvexSet, dimension, project, vertices } from '../../../src/convex/index.ts';
import { type ConvexLoss, lossValue, subgradient } from '../../../src/descent/loss.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { asExact } from '../../../src/scalar/exact-arithmetic.ts';
import type { Rational } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';

const { compare, div, mul, of, plus, scale, sum, vector, zero } = rationalReading;

/**
 * argmin over Θ of L = Σ w_x L(x, ·), exactly, for losses that are all quadratic or all linear: the projection of their
 * weighted center, or the cheapest vertex. Undefined where L is linear and the set has no vertices.
 */
export function minimizer(
  set: ConvexSet,
  losses: readonly ConvexLoss[],
  weights: readonly number[],
): ExactVector | undefined {
  const curvature = sum(losses.map((loss, x) => weighted(loss.kind === 'quadratic' ? of(loss.curvature) : zero, x)));
  if (compare(curvature, zero) === 0) {
    const cost = (point: ExactVector): Rational =>
      sum(losses.map((loss, x) => weighted(lossValue(rationalReading, loss, vector(point)), x)));
    return vertices(set)?.reduce((best, next) => (compare(cost(next), cost(best)) < 0 ? next : best));
  }
  // ∇L(0) = −Σ w_x c_x m_x for the losses (c_x / 2) ‖θ − m_x‖².
  const origin = vector(new Array<number>(dimension(set)).fill(0));
  const slope = losses
    .map((loss, x) => scale(of(weights[x]!), subgradient(rationalReading, loss, origin)))
    .reduce(plus, origin);
  return project(rationalReading, set, scale(div(of(-1), curvature), slope)).map(asExact);

  function weighted(value: Rational, x: number): Rational {
    return mul(of(weights[x]!), value);
  }
}
