import type { Algebra } from '../scalar/algebra.ts';
import { pi, rootOfTwoPi } from '../scalar/constants.ts';
import { digitsWanted } from '../scalar/enclosed.ts';
import { integral, type LogConcave } from '../scalar/quadrature.ts';

/** σ'(x) = e^(−|x|) / (1 + e^(−|x|))², the density of the logistic law. */
export function logisticDensity<S>(F: Algebra<S>, x: S): S {
  const decay = F.exp(F.neg(F.abs(x)));
  return F.div(decay, F.square(F.add(F.one, decay)));
}

/**
 * E σ'(m + deviation · u) for standard normal u: what softening the indicator at temperature 1 makes of the
 * zeroth-order gradient in a two-class margin m. The middle of the three expressions of B-(22) and B-(23).
 *
 * In the strip |cosh(x + iy)|² = cosh² x − sin² y ≥ cosh² x cos² y, so |σ'(x + iy)| ≤ σ'(x) / cos²(y/2), and
 * cos(y/2) ≥ 1 − y/π for 0 ≤ y ≤ π, where the cosine is concave. With |φ(s + ib)| = φ(s) e^(b²/2) the integrand grows
 * by e^(a²/2) / (1 − a deviation/π)² at most.
 *
 * @param margin m.
 * @param deviation the standard deviation of the noise in the margin, at least 0.
 * @throws RangeError when the deviation is negative; Unavailable in the exact readings; Undecided when the reading is
 *   too coarse for the values met.
 */
export function smoothedLogistic<S>(F: Algebra<S>, margin: S, deviation: S): S {
  const { one, of, add, sub, mul, div, neg, exp, log, square } = F;
  if (F.compare(deviation, F.zero) < 0) {
    throw new RangeError(`deviation is ${F.approximate(deviation)}; give a number that is at least 0.`);
  }
  const [m, spread] = [F.approximate(margin), F.approximate(deviation)];
  // Short of the poles at distance π, and no wider than the growth of the Gaussian makes worthwhile.
  const strip = Math.fround(Math.min(2.5 / spread, Math.sqrt(2 * digitsWanted(F) * Math.LN10)));
  const distance = sub(one, div(mul(of(strip), deviation), pi(F)));
  F.compare(distance, F.zero); // Undecided where the deviation is too vague to stay clear of the poles
  const half = of(0.5);
  const integrand: LogConcave<S> = {
    value: (s) => mul(logisticDensity(F, add(margin, mul(deviation, s))), exp(neg(mul(half, square(s))))),
    center: mode(m, spread),
    strip,
    logGrowth: sub(mul(half, square(of(strip))), mul(of(2), log(distance))),
  };
  return div(integral(F, integrand), rootOfTwoPi(F));
}

/** About where σ'(m + spread · s) φ(s) is largest: s moves toward −m/spread, but no farther than spread. */
const mode = (m: number, spread: number): number =>
  -Math.sign(m) * Math.min(Math.abs(m) * (spread / (1 + spread * spread)), spread);
