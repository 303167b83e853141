import { type Algebra, Undecided } from './algebra.ts';
import { rootOfTwoPi } from './constants.ts';
import { digitsWanted, fraction } from './enclosed.ts';

/**
 * φ(x) = e^(−x²/2) / √(2π), the density of the standard normal law.
 *
 * @throws Unavailable in the exact readings.
 */
export const normalDensity = <S>(F: Algebra<S>, x: S): S =>
  F.div(F.exp(F.mul(F.of(-0.5), F.square(x))), rootOfTwoPi(F));

/**
 * Φ(x) = ∫ φ over (−∞, x], the distribution function of the standard normal law, accurate relative to its size far
 * into the lower tail: a series of positive terms about 0, Laplace's continued fraction beyond.
 *
 * An argument known to a range gives a range that holds Φ at each of its points. Which formula is used, and how far it
 * is carried, is chosen at a double near x; each is true of every x it is applied to.
 *
 * @throws Unavailable in the exact readings; Undecided when the range of x is too wide for either formula.
 */
export function normalDistribution<S>(F: Algebra<S>, x: S): S {
  const digits = digitsWanted(F);
  // Cancellation in 1/2 − φ(x) S(−x) costs x²/4.6 digits at most: a twentieth of them.
  if (Math.abs(F.approximate(x)) <= Math.sqrt(digits) / 2) {
    return F.add(F.of(0.5), F.mul(normalDensity(F, x), oddSeries(F, x, digits)));
  }
  return F.compare(x, F.zero) < 0 ? upperTail(F, F.neg(x), digits) : F.sub(F.one, upperTail(F, x, digits));
}

/** 1 − Φ(t) = φ(t) M(t) for t > 0. */
const upperTail = <S>(F: Algebra<S>, t: S, digits: number): S => F.mul(normalDensity(F, t), millsRatio(F, t, digits));

/**
 * (Φ(x) − 1/2) / φ(x) = x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …, nested as x R₁ with Rₖ = 1 + x² Rₖ₊₁ / (2k + 1).
 *
 * Every ratio after the n-th is at most q = x²/(2n + 3), so Rₙ₊₁ lies between 1 and 1 + q/(1 − q).
 */
function oddSeries<S>(F: Algebra<S>, x: S, digits: number): S {
  const { one, of, add, sub, mul, div } = F;
  const square = F.square(x);
  let k = seriesLength(F.approximate(x) ** 2, digits);
  const q = div(square, of(2 * k + 3));
  if (F.compare(q, one) >= 0) throw new Undecided('The range of x is too wide for the terms to fall.');
  let rest = add(one, mul(fraction(F), div(q, sub(one, q))));
  for (; k >= 1; k--) rest = add(one, div(mul(square, rest), of(2 * k + 1)));
  return mul(x, rest);
}

/** n from which on the terms of the odd series at least halve, and are below 10^−digits. */
function seriesLength(square: number, digits: number): number {
  const small = 10 ** -digits;
  let n = 1;
  for (let term = 1; term > small || n < square; n++) term *= square / (2 * n + 1);
  return n;
}

/**
 * Mills' ratio M(t) = (1 − Φ(t)) / φ(t) = 1/(t + 1/(t + 2/(t + 3/(t + …)))) for t > 0: Laplace's continued fraction.
 *
 * With Iₖ = ∫₀^∞ uᵏ/k! e^(−tu − u²/2) du > 0, parts give M = I₀, t I₀ + I₁ = 1 and t Iₖ + (k + 1) Iₖ₊₁ = Iₖ₋₁. So the
 * rests Tₖ = k Iₖ / Iₖ₋₁ are positive, M = 1/(t + T₁) and Tₖ = k/(t + Tₖ₊₁), which is at most k/t: where the fraction
 * is broken off, the whole range from 0 to k/t goes in, and every step narrows it.
 */
function millsRatio<S>(F: Algebra<S>, t: S, digits: number): S {
  const { one, of, add, mul, div } = F;
  let k = fractionLength(F.approximate(t), digits);
  let rest = mul(fraction(F), div(of(k), t));
  for (k -= 1; k >= 1; k--) rest = div(of(k), add(t, rest));
  return div(one, add(t, rest));
}

/** How many levels of the fraction bring a relative change of its rest below 10^−digits, about. */
function fractionLength(t: number, digits: number): number {
  const small = 10 ** -digits;
  let n = 1;
  for (let change = 1; change > small; n++) {
    const rest = (Math.sqrt(t * t + 4 * n) - t) / 2; // the rest that would repeat itself
    change *= rest / (t + rest);
  }
  return n;
}
