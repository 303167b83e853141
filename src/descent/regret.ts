import type { Scalars } from '../scalar/algebra.ts';

/**
 * (1/T) Σ (L_t(θ_t) − L_t(c)), the average regret against c. The left side of A-(4).
 * Comparator losses beyond the last loss are left out, so that a run's first steps can be judged as they are.
 * @throws RangeError when there is no loss, or one without its comparator loss: in doubles both would come out as NaN.
 */
export function averageRegret<S>(
  { add, div, of, sub, zero }: Scalars<S>,
  losses: readonly S[],
  comparatorLosses: readonly S[],
): S {
  if (losses.length === 0 || comparatorLosses.length < losses.length) {
    throw new RangeError(
      `There are ${losses.length} losses and ${comparatorLosses.length} comparatorLosses; give at least one loss, and a comparator loss for each.`,
    );
  }
  let regret = zero;
  for (let t = 0; t < losses.length; t++) regret = add(regret, sub(losses[t]!, comparatorLosses[t]!));
  return div(regret, of(losses.length));
}

/** D² / (2 T η_T) + G² / (2 T) Σ η_t, the right side of A-(4). Throws a RangeError when there is no rate. */
export function regretBound<S>({ add, div, mul, of, sum }: Scalars<S>, bounds: Bounds<S>): S {
  const { squaredDistance, squaredGradient, rates } = bounds;
  if (rates.length === 0) throw new RangeError('rates is empty; give one rate a step.');
  const twiceT = of(2 * rates.length);
  return add(div(squaredDistance, mul(twiceT, rates.at(-1)!)), mul(div(squaredGradient, twiceT), sum(rates)));
}

/** D², G² and the rates η₁ … η_T. */
export interface Bounds<S> {
  readonly squaredDistance: S;
  readonly squaredGradient: S;
  readonly rates: readonly S[];
}

/**
 * D² / (2 η_T) + Σ η_t ‖g_t‖² / 2: a bound of T times the average regret, sharper than A-(4). The middle of A-(15).
 * @throws RangeError when there are not as many squared gradients as rates, at least one.
 */
export function gradientRegretBound<S>(
  { add, div, mul, of, sum }: Scalars<S>,
  squaredDistance: S,
  squaredGradients: readonly S[],
  rates: readonly S[],
): S {
  if (rates.length === 0 || squaredGradients.length !== rates.length) {
    throw new RangeError(
      `There are ${squaredGradients.length} squaredGradients and ${rates.length} rates; give one of each a step, at least one.`,
    );
  }
  return add(
    div(squaredDistance, mul(of(2), rates.at(-1)!)),
    div(sum(rates.map((eta, t) => mul(eta, squaredGradients[t]!))), of(2)),
  );
}
