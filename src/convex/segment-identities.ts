import type { InnerProductSpace } from '../scalar/algebra.ts';

/**
 * The identities behind "the projection is the nearest point, so the angle is obtuse". φ is any point, P stands for
 * Π(φ), θ for a point of the set, λ for a position on the segment from P to θ; as identities they hold for all of them.
 */

/** λ θ + (1 − λ) P, the point of the segment from P (λ = 0) to θ (λ = 1). */
export const segmentPoint = <S, V>(F: InnerProductSpace<S, V>, projection: V, theta: V, lambda: S): V =>
  F.axpy(lambda, theta, F.scale(F.sub(F.one, lambda), projection));

/** φ − (λ θ + (1 − λ) P) = (φ − P) + λ (P − θ), an equality of vectors. A-(20). */
export const segmentRegrouping = <S, V>(
  F: InnerProductSpace<S, V>,
  phi: V,
  projection: V,
  theta: V,
  lambda: S,
): { readonly left: V; readonly right: V } => ({
  left: F.minus(phi, segmentPoint(F, projection, theta, lambda)),
  right: F.plus(F.minus(phi, projection), F.scale(lambda, F.minus(projection, theta))),
});

/** ‖φ − (λ θ + (1 − λ) P)‖² − ‖φ − P‖² = λ² ‖P − θ‖² + 2 λ (P − θ)·(φ − P). A-(21). */
export function segmentGap<S, V>(
  F: InnerProductSpace<S, V>,
  phi: V,
  projection: V,
  theta: V,
  lambda: S,
): { readonly left: S; readonly right: S } {
  const { of, add, sub, mul, square, dot, minus, squaredNorm } = F;
  const point = segmentPoint(F, projection, theta, lambda);
  const inward = minus(projection, theta);
  const outward = minus(phi, projection);
  return {
    left: sub(squaredNorm(minus(phi, point)), squaredNorm(minus(phi, projection))),
    right: add(mul(square(lambda), squaredNorm(inward)), mul(mul(of(2), lambda), dot(inward, outward))),
  };
}

/** ‖φ − θ‖² = ‖P − θ‖² + ‖φ − P‖² + 2 (P − θ)·(φ − P). A-(24), the equality it starts from. */
export function pythagoreanExpansion<S, V>(
  F: InnerProductSpace<S, V>,
  phi: V,
  projection: V,
  theta: V,
): { readonly left: S; readonly right: S } {
  const { of, add, mul, dot, minus, squaredNorm } = F;
  const inward = minus(projection, theta);
  const outward = minus(phi, projection);
  return {
    left: squaredNorm(minus(phi, theta)),
    right: add(add(squaredNorm(inward), squaredNorm(outward)), mul(of(2), dot(inward, outward))),
  };
}
