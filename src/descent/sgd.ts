import type { InnerProductSpace } from '../scalar/algebra.ts';

/** θ ← Π(θ − η g). A-(17); without a projection, A-(3). */
export const step = <S, V>(F: InnerProductSpace<S, V>, project: (x: V) => V, theta: V, eta: S, g: V): V =>
  project(F.axpy(F.neg(eta), g, theta));

/** What one run of SGD went through: θ₁ … θ_{T+1}, g₁ … g_T, η₁ … η_T, and L(x₁, θ₁) … L(x_T, θ_T) where they are known. */
export interface Run<S, V> {
  readonly iterates: readonly V[];
  readonly gradients: readonly V[];
  readonly rates: readonly S[];
  /** Empty where the problem does not tell its losses. */
  readonly losses: readonly S[];
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
  /** L(x_t, θ), to be recorded at θ_t; SGD itself has no use for it. */
  loss?(t: number, theta: V): S;
}

/** L(x_t, θ_t) for t = 1 … T. In a loop of its own: the one that descends stays as fast as it is without losses. */
function lossesAlong<S, V>(loss: (t: number, theta: V) => S, iterates: readonly V[], horizon: number): readonly S[] {
  const losses = new Array<S>(horizon);
  for (let t = 1; t <= horizon; t++) losses[t - 1] = loss(t, iterates[t - 1]!);
  return losses;
}

/**
 * Projected SGD, θ_{t+1} = Π(θ_t − η_t g(x_t, θ_t)) for t = 1 … T. A-(3), A-(17).
 * @throws RangeError when the horizon is not a positive whole number.
 */
export function descend<S, V>(F: InnerProductSpace<S, V>, problem: Descent<S, V>, oneStep = step<S, V>): Run<S, V> {
  const { start, horizon, project, gradient, rate, loss } = problem;
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
  const losses = loss === undefined ? [] : lossesAlong(loss, iterates, horizon);
  return { iterates, gradients, rates, losses };
}
