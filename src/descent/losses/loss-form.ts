import type { Algebra, Vector } from '../../scalar/algebra.ts';

/** What a bound of the gradients on a set Θ depends on. */
export interface Region<S> {
  /** Max over θ in Θ of ‖θ − x‖². */
  squaredFarthest(x: Vector<S>): S;
  /** h(w) = max over θ in Θ of w · θ. */
  support(w: Vector<S>): S;
}

/** All θ with ‖θ − center‖² ≤ squaredRadius. */
export const ballRegion = <S>(
  { add, dot, mul, of, sqrt, squaredDistance, squaredNorm }: Algebra<S>,
  center: Vector<S>,
  squaredRadius: S,
): Region<S> => ({
  /** (R + ‖center − x‖)². */
  squaredFarthest: (x) => {
    const squared = squaredDistance(center, x);
    return add(add(squaredRadius, squared), mul(of(2), sqrt(mul(squaredRadius, squared))));
  },
  /** w · center + R ‖w‖. */
  support: (w) => add(dot(w, center), sqrt(mul(squaredRadius, squaredNorm(w)))),
});

/** What the laws need to know of a convex loss L(x, ·): its value and a subgradient, in every arithmetic. */
export interface LossForm<Data> {
  /** The number of coordinates of θ. */
  dimension(loss: Data): number;
  /** L(x, θ). */
  value<S>(F: Algebra<S>, loss: Data, theta: Vector<S>): S;
  /** g with L(x, φ) ≥ L(x, θ) + g · (φ − θ) for all φ; the gradient where there is one. A-(9). */
  subgradient<S>(F: Algebra<S>, loss: Data, theta: Vector<S>): Vector<S>;
  /** G² = max over θ in Θ of ‖g(x, θ)‖², or a bound of it where the loss says so. */
  squaredGradientBound<S>(F: Algebra<S>, loss: Data, region: Region<S>): S;
}
