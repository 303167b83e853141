import type { InnerProductSpace } from '../scalar/algebra.ts';

/** θ ← Π(θ − η g). A-(17); without a projection, A-(3). */
export const step = <S, V>(F: InnerProductSpace<S, V>, project: (x: V) => V, theta: V, eta: S, g: V): V =>
  project(F.axpy(F.neg(eta), g, theta));

/** What one run of SGD went through: θ₁ … θ_{T+1}, g₁ … g_T, η₁ … η_T. */
export interface Run<S, V> {
  readonly iterates: readonly V[];
  readonly gradients: readonly V[];
  readonly rates: readonly S[];
}

/** What SGD needs to know of a problem; t counts from 1. */
export interface Descent<S, V> {
  readonly start: V;
  readonly horizon: number;
  /** Π, or the identity. */
  project(x: V): V;
  /** g(x_t, θ). */
  gradient(t: number, theta: V): V;
  /** η_t. */
  rate(t: number): S;
}

/**
 * Projected SGD, θ_{t+1} = Π(θ_t − η_t g(x_t, θ_t)) for t = 1 … T. A-(3), A-(17).
 * @throws RangeError when the horizon is not a positive whole number.
 */
export function descend<S, V>(F: InnerProductSpace<S, V>, problem: Descent<S, V>, oneStep = step<S, V>): Run<S, V> {
  const { start, horizon, project, gradient, rate } = problem;
  if (!Number.isSafeInteger(horizon) || horizon < 1) {
    throw new RangeError(`horizon is ${horizon}; give the number of steps, at least 1.`);
  }
  const iterates = new Array<V>(horizon + 1);
  const gradients = new Array<V>(horizon);
  const rates = new Array<S>(horizon);
  let theta = start;
  iterates[0] = theta;
  for (let t = 1; t <= horizon; t++) {
    const g = gradient(t, theta);
    const eta = rate(t);
    theta = oneStep(F, project, theta, eta, g);
    gradients[t - 1] = g;
    rates[t - 1] = eta;
    iterates[t] = theta;
  }
  return { iterates, gradients, rates };
}
