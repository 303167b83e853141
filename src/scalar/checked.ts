import { checked, requireNumber } from './arguments.ts';
import * as exact from './exact.ts';
import * as normal from './normal.ts';
import { rational as fraction, type Rational } from './rational.ts';
import { real, shown } from './validate.ts';

/* Numbers as users make them. Exact arithmetic, which makes them all the time, trusts its own. */

/**
 * The exact value of a finite double, as a fraction.
 * @throws RangeError when it is no number, NaN or infinite.
 */
export const fromDouble = checked(exact.fromDouble, (x) => {
  if (typeof x !== 'number') throw new RangeError(`x is ${shown(x)}; give a finite double.`);
  real('x', x);
});

/** An exact number as a fraction. Throws a RangeError when it is none. */
export const toRational = checked(exact.toRational, (x) => {
  real('x', x);
});

/** The double nearest to an exact number, ties to even; ±Infinity beyond the largest double. Throws as {@link toRational}. */
export const toDouble = checked(exact.toDouble, (x) => {
  real('x', x);
});

/** The fraction p/q in lowest terms. Throws a RangeError when q is zero, or one of them is no bigint. */
export function rational(p: bigint, q = 1n): Rational {
  for (const [name, n] of Object.entries({ p, q })) {
    if (typeof n !== 'bigint') throw new RangeError(`${name} is ${shown(n)}; give a big integer, such as 3n.`);
  }
  return fraction(p, q);
}

/** φ(x) = e^(−x²/2) / √(2π), the density of the standard normal law. Throws a RangeError when x is not finite. */
export const normalDensity = checked(normal.normalDensity, (F, x) => requireNumber(F, 'x', x));

/**
 * Φ(x) = ∫ φ over (−∞, x], the distribution function of the standard normal law, accurate relative to its size far
 * into the lower tail.
 * @throws RangeError when x is not finite; Unavailable in the exact readings; Undecided when the range of x is too wide.
 */
export const normalDistribution = checked(normal.normalDistribution, (F, x) => requireNumber(F, 'x', x));
