import type { Algebra, Vector } from '../../scalar/algebra.ts';

/** What the laws need to know of a convex loss L(x, ·): its value and a subgradient, in every arithmetic. */
export interface LossForm<Data> {
  /** The number of coordinates of θ. */
  dimension(loss: Data): number;
  /** L(x, θ). */
  value<S>(F: Algebra<S>, loss: Data, theta: Vector<S>): S;
  /** g with L(x, φ) ≥ L(x, θ) + g · (φ − θ) for all φ; the gradient where there is one. A-(9). */
  subgradient<S>(F: Algebra<S>, loss: Data, theta: Vector<S>): Vector<S>;
  /** A bound of ‖g‖² over all θ with ‖θ − center‖² ≤ squaredRadius. */
  squaredGradientBound<S>(F: Algebra<S>, loss: Data, center: Vector<S>, squaredRadius: S): S;
}
