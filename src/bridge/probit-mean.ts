import type { Algebra, Vector } from '../scalar/algebra.ts';
import { rootOfTwoPi } from '../scalar/constants.ts';
import { digitsWanted } from '../scalar/enclosed.ts';
import { normalDistribution } from '../scalar/normal.ts';
import { integral, type LogConcave } from '../scalar/quadrature.ts';

/**
 * E Πₖ Φ(X − cₖ) for X normal with mean 0 and variance 1/precision: the chance that X exceeds independent standard
 * normals moved by c₁, …, cₙ. None gives 1, and one is Φ(−c / √(1 + 1/precision)), because X less a standard normal is
 * normal too; more are integrated.
 *
 * @throws Unavailable in the exact readings; Undecided when the reading is too coarse for the values met.
 */
export function probitMean<S>(F: Algebra<S>, thresholds: Vector<S>, precision: 1 | 2): S {
  const [first, ...others] = thresholds;
  if (first === undefined) return F.one;
  if (others.length > 0) return probitIntegral(F, thresholds, precision);
  const variance = F.add(F.one, F.div(F.one, F.of(precision)));
  return normalDistribution(F, F.neg(F.div(first, F.sqrt(variance))));
}

/**
 * √(precision/2π) ∫ e^(−precision s²/2) Πₖ Φ(s − cₖ) ds, which is {@link probitMean} for any number of thresholds.
 *
 * Off the real line |φ(s + ib)| = φ(s) e^(b²/2), and so |Φ(s + ib)| ≤ ∫ |φ(s + ib − u)| du over u ≥ 0 is at most
 * Φ(s) e^(b²/2): for n thresholds the integrand grows by e^((precision + n) a²/2) at most in the strip of half-width a.
 */
export function probitIntegral<S>(F: Algebra<S>, thresholds: Vector<S>, precision: 1 | 2): S {
  const { of, mul, neg, sub, exp, square } = F;
  const factors = precision + thresholds.length;
  // The widest step the error bound allows is at the half-width where growth uses up half of the decay.
  const strip = Math.fround(Math.sqrt((2 * digitsWanted(F) * Math.LN10) / factors));
  const half = of(precision / 2);
  const integrand: LogConcave<S> = {
    value: (s) =>
      thresholds.reduce((product, c) => mul(product, normalDistribution(F, sub(s, c))), exp(neg(mul(half, square(s))))),
    center: mode(thresholds.map(F.approximate), precision),
    strip,
    logGrowth: mul(of(factors / 2), square(of(strip))),
  };
  return mul(F.div(F.sqrt(of(precision)), rootOfTwoPi(F)), integral(F, integrand));
}

/**
 * About where the integrand is largest: where precision · s = Σₖ φ(s − cₖ)/Φ(s − cₖ), with Birnbaum's estimate
 * (√(x² + 4) − x)/2 for φ(x)/Φ(x).
 */
function mode(thresholds: readonly number[], precision: number): number {
  const slope = (s: number): number =>
    thresholds.reduce((total, c) => total + (Math.sqrt((s - c) ** 2 + 4) - (s - c)) / 2, -precision * s);
  let [low, high] = [0, 1];
  while (slope(high) > 0) [low, high] = [high, 2 * high];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}
