import type { InnerProductSpace, Scalars } from '../scalar/algebra.ts';
import { step } from './sgd.ts';

/** The two sides of an equality of scalars. */
export interface Sides<S> {
  readonly left: S;
  readonly right: S;
}

/**
 * D²/(2Tη) + G²η/2 − DG/√T = (D − Gη√T)² / (2Tη), by how much a constant rate η misses the best bound. A-(5).
 * It takes √T, so that exact readings need no root; T and η are nonzero.
 */
export function constantRateGap<S>(
  F: Scalars<S>,
  { D, G, eta, rootT }: { readonly D: S; readonly G: S; readonly eta: S; readonly rootT: S },
): Sides<S> {
  const { of, add, sub, mul, div, square } = F;
  const twice = mul(of(2), mul(square(rootT), eta));
  const bound = add(div(square(D), twice), div(mul(square(G), eta), of(2)));
  return {
    left: sub(bound, div(mul(D, G), rootT)),
    right: div(square(sub(D, mul(mul(G, eta), rootT))), twice),
  };
}

const unprojected = <V>(x: V): V => x;

/** ‖(θ − η g) − c‖² = ‖θ − c‖² − 2 η (θ − c)·g + η² ‖g‖². A-(10). */
export function distanceExpansion<S, V>(F: InnerProductSpace<S, V>, theta: V, eta: S, g: V, target: V): Sides<S> {
  const { of, add, sub, mul, square, dot, minus, squaredNorm } = F;
  const next = step(F, unprojected, theta, eta, g);
  const offset = minus(theta, target);
  return {
    left: squaredNorm(minus(next, target)),
    right: add(sub(squaredNorm(offset), mul(mul(of(2), eta), dot(offset, g))), mul(square(eta), squaredNorm(g))),
  };
}

/** (θ − c)·g = ‖θ − c‖²/(2η) − ‖(θ − η g) − c‖²/(2η) + η ‖g‖²/2, for η ≠ 0. A-(11). */
export function solvedInnerProduct<S, V>(F: InnerProductSpace<S, V>, theta: V, eta: S, g: V, target: V): Sides<S> {
  const { of, add, sub, mul, div, dot, minus, squaredNorm } = F;
  const next = step(F, unprojected, theta, eta, g);
  const twice = mul(of(2), eta);
  const before = div(squaredNorm(minus(theta, target)), twice);
  const after = div(squaredNorm(minus(next, target)), twice);
  return {
    left: dot(minus(theta, target), g),
    right: add(sub(before, after), div(mul(eta, squaredNorm(g)), of(2))),
  };
}

/** 1/(2η_t) − 1/(2η_{t−1}) for t = 2, …, T. */
function rateIncrements<S>({ of, sub, mul, div, one }: Scalars<S>, eta: readonly S[]): readonly S[] {
  const half = eta.map((rate) => div(one, mul(of(2), rate)));
  return half.slice(1).map((each, i) => sub(each, half[i]!));
}

/**
 * Σ_{t=1}^T (a_t − a_{t+1})/(2η_t) = a_1/(2η_1) − a_{T+1}/(2η_T) + Σ_{t=2}^T (1/(2η_t) − 1/(2η_{t−1})) a_t,
 * summation by parts, for any a and nonzero η. A-(14), line 1.
 * @param a the T + 1 values a_1, …, a_{T+1}
 * @param eta the T ≥ 1 rates η_1, …, η_T
 * @throws RangeError when the lengths are not T + 1 and T ≥ 1.
 */
export function abelSummation<S>(F: Scalars<S>, a: readonly S[], eta: readonly S[]): Sides<S> {
  const T = eta.length;
  atLeastOneRate(eta);
  if (a.length !== T + 1) {
    throw new RangeError(`a has ${a.length} values for ${T} rates eta; give one more value than rates.`);
  }
  const { of, add, sub, mul, div, sum } = F;
  const halved = (value: S, rate: S): S => div(value, mul(of(2), rate));
  const inner = rateIncrements(F, eta).map((increment, i) => mul(increment, a[i + 1]!));
  return {
    left: sum(eta.map((rate, i) => halved(sub(a[i]!, a[i + 1]!), rate))),
    right: add(sub(halved(a[0]!, eta[0]!), halved(a[T]!, eta[T - 1]!)), sum(inner)),
  };
}

/**
 * D²/(2η_1) + Σ_{t=2}^T (1/(2η_t) − 1/(2η_{t−1})) D² = D²/(2η_T), for nonzero η. A-(14), line 3.
 * @param D2 the squared diameter D²
 * @param eta the T ≥ 1 rates η_1, …, η_T
 * @throws RangeError when there is no rate.
 */
export function abelClose<S>(F: Scalars<S>, D2: S, eta: readonly S[]): Sides<S> {
  atLeastOneRate(eta);
  const { of, add, mul, div, sum } = F;
  const inner = rateIncrements(F, eta).map((increment) => mul(increment, D2));
  return {
    left: add(div(D2, mul(of(2), eta[0]!)), sum(inner)),
    right: div(D2, mul(of(2), eta[eta.length - 1]!)),
  };
}

function atLeastOneRate(eta: readonly unknown[]): void {
  if (eta.length === 0) throw new RangeError('eta has no rates; give at least one.');
}
