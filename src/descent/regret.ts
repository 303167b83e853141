import type { Scalars } from '../scalar/algebra.ts';

/** (1/T) Σ (L_t(θ_t) − L_t(c)), the average regret against c. The left side of A-(4). */
export const averageRegret = <S>(
  { div, of, sub, sum }: Scalars<S>,
  losses: readonly S[],
  comparatorLosses: readonly S[],
): S => div(sum(losses.map((loss, t) => sub(loss, comparatorLosses[t]!))), of(losses.length));

/** D² / (2 T η_T) + G² / (2 T) Σ η_t, the right side of A-(4). */
export function regretBound<S>({ add, div, mul, of, sum }: Scalars<S>, bounds: Bounds<S>): S {
  const { squaredDistance, squaredGradient, rates } = bounds;
  const twiceT = of(2 * rates.length);
  return add(div(squaredDistance, mul(twiceT, rates.at(-1)!)), mul(div(squaredGradient, twiceT), sum(rates)));
}

/** D², G² and the rates η₁ … η_T. */
export interface Bounds<S> {
  readonly squaredDistance: S;
  readonly squaredGradient: S;
  readonly rates: readonly S[];
}

/** D² / (2 η_T) + Σ η_t ‖g_t‖² / 2: a bound of T times the average regret, sharper than A-(4). The middle of A-(15). */
export const gradientRegretBound = <S>(
  { add, div, mul, of, sum }: Scalars<S>,
  squaredDistance: S,
  squaredGradients: readonly S[],
  rates: readonly S[],
): S =>
  add(
    div(squaredDistance, mul(of(2), rates.at(-1)!)),
    div(sum(rates.map((eta, t) => mul(eta, squaredGradients[t]!))), of(2)),
  );
