import { type Algebra, Undecided } from './algebra.ts';
import { pi } from './constants.ts';
import { digitsWanted, fraction, withRemainder } from './enclosed.ts';

/**
 * A positive function on the real line whose logarithm is concave there, and which is analytic and small at infinity in
 * the strip |Im s| ≤ a. Products of such functions are such functions again, so densities and distribution functions
 * of normal and logistic laws combine freely.
 */
export interface LogConcave<S> {
  /** f(s) for real s. */
  value(s: S): S;
  /** A double near the highest point: a poor choice costs time, not truth. */
  readonly center: number;
  /** a, half the width of the strip. */
  readonly strip: number;
  /** ln c, where ∫ |f(s + ib)| ds ≤ c ∫ f(s) ds whenever |b| ≤ a. */
  readonly logGrowth: S;
}

/**
 * ∫ f(s) ds over the real line, by the trapezoidal rule T = h Σₖ f(kh) with a step fine enough for the reading, and
 * with everything it leaves out enclosed: the ends of the sum, and the error of the rule, which is at most
 * {@link trapezoidalError} times the integral itself. So tiny integrals are known as accurately as large ones.
 *
 * @throws Undecided when the values of f are too small or too vague for the reading; Unavailable in exact readings.
 */
export function integral<S>(F: Algebra<S>, f: LogConcave<S>): S {
  const step = fineStep(F, f);
  return F.div(trapezoidalSum(F, f, step), withRemainder(F, F.one, trapezoidalError(F, f, step)));
}

/**
 * δ with |T − ∫ f| ≤ δ ∫ f for the step h: δ = 2c / (e^(2πa/h) − 1).
 *
 * Source: Trefethen, Weideman, "The Exponentially Convergent Trapezoidal Rule", SIAM Review 56 (2014), theorem 5.1,
 * with M = c ∫ f.
 */
export function trapezoidalError<S>(F: Algebra<S>, { strip, logGrowth }: LogConcave<S>, step: number): S {
  const { of, one, mul, div, sub, exp } = F;
  const decay = exp(div(mul(mul(of(2), pi(F)), of(strip)), of(step)));
  return div(mul(of(2), exp(logGrowth)), sub(decay, one));
}

/** A double of ten bits, so that its multiples are exact, for which the error of the rule is below the digits wanted. */
function fineStep<S>(F: Algebra<S>, { strip, logGrowth }: LogConcave<S>): number {
  const wanted = (2 * Math.PI * strip) / (F.approximate(logGrowth) + digitsWanted(F) * Math.LN10);
  const unit = 2 ** (Math.floor(Math.log2(wanted)) - 9);
  return Math.floor(wanted / unit) * unit;
}

/** Nodes on one side of the center before the sum is given up. */
const MOST_NODES = 100_000;

/**
 * h Σₖ f(kh) over all whole k, the sum broken off on both sides where the rest does not matter and the rest enclosed.
 *
 * By concavity the ratios f((k + 1)h) / f(kh) fall with k: where the last one is q < 1, the terms still to come are
 * together at most the last term times q/(1 − q). The same holds to the left.
 *
 * @throws Undecided when f is too small or too vague for the reading to see it fall.
 */
export function trapezoidalSum<S>(F: Algebra<S>, { value, center }: LogConcave<S>, step: number): S {
  const { one, zero, of, add, sub, mul, div } = F;
  const middle = Math.round(center / step);
  const at = (k: number): S => value(mul(of(k), of(step)));
  const peak = at(middle);
  if (F.compare(peak, zero) === 0) return zero; // float64 only: a positive value that underflows

  const side = (direction: 1 | -1): S => {
    const negligible = 10 ** -digitsWanted(F);
    let total = zero;
    let last = peak;
    for (let k = 1; k <= MOST_NODES; k++) {
      const next = at(middle + direction * k);
      total = add(total, next);
      const ratio = div(next, last);
      const fall = sub(one, ratio);
      if (F.sign(fall) === 1) {
        const rest = div(mul(next, ratio), fall);
        if (F.approximate(div(rest, peak)) <= negligible) return add(total, mul(fraction(F), rest));
      }
      last = next;
    }
    throw new Undecided('The integrand is not seen to fall at this precision.');
  };
  return mul(of(step), F.sum([peak, side(1), side(-1)]));
}
