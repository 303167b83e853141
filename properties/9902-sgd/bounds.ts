import { rate } from '../../src/descent/schedule.ts';
import type { Scalars } from '../../src/scalar/algebra.ts';

/** D G / √T, the right side of A-(6). */
export const horizonBound = <S>(
  { div, mul, of, sqrt }: Scalars<S>,
  { D, G, horizon }: { readonly D: S; readonly G: S; readonly horizon: number },
): S => div(mul(D, G), sqrt(of(horizon)));

/** D², G², α and T: what A-(8) depends on. */
export interface DecayNumbers<S> {
  readonly squaredDistance: S;
  readonly squaredGradient: S;
  readonly alpha: S;
  readonly horizon: number;
}

/** D² / (2 α √T) + G² α / √T, the right side of A-(8). */
export function decayBound<S>({ add, div, mul, of, sqrt }: Scalars<S>, numbers: DecayNumbers<S>): S {
  const { squaredDistance, squaredGradient, alpha, horizon } = numbers;
  const root = sqrt(of(horizon));
  return add(div(squaredDistance, mul(mul(of(2), alpha), root)), div(mul(squaredGradient, alpha), root));
}

/** D² √T / (2 α) + (√T − 1/2) α G²: what A-(4) and A-(7) give for the sum. Zinkevich 2003, Theorem 1, has α = 1. */
export function zinkevichBound<S>({ add, div, mul, of, sqrt, sub }: Scalars<S>, numbers: DecayNumbers<S>): S {
  const { squaredDistance, squaredGradient, alpha, horizon } = numbers;
  const root = sqrt(of(horizon));
  const distance = div(mul(squaredDistance, root), mul(of(2), alpha));
  return add(distance, mul(mul(sub(root, of(0.5)), alpha), squaredGradient));
}

/** 1/√1, …, 1/√T: the rates of A-(7) with α = 1. */
export const inverseRoots = <S>(F: Scalars<S>, horizon: number): S[] =>
  Array.from({ length: horizon }, (_, i) => rate(F, { kind: 'decay', alpha: 1 }, i + 1));
