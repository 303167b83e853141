import type { Algebra } from './algebra.ts';
import type { Exact } from './exact.ts';

/**
 * A real number known to lie between two exact ones. A reading that encloses takes the whole range; float64, which
 * holds no range, takes the middle of it.
 *
 * @throws Unavailable in the exact readings: a number known by its bounds only has no place there.
 */
export function enclosed<S>(F: Algebra<S>, lower: Exact, upper: Exact): S {
  if (F.reading !== 'float64') return F.between(lower, upper);
  return F.div(F.add(F.of(lower), F.of(upper)), F.of(2));
}

/**
 * Some number from 0 to 1, about which nothing else is known. Another one each time: readings take one object for one
 * value, and two remainders do not cancel.
 */
export const fraction = <S>(F: Algebra<S>): S => enclosed(F, 0, 1);

const signedFraction = <S>(F: Algebra<S>): S => enclosed(F, -1, 1);

/** Everything within `bound` of a value: what a truncated series or sum stands for. float64 takes the value itself. */
export const withRemainder = <S>(F: Algebra<S>, value: S, bound: S): S => F.add(value, F.mul(bound, signedFraction(F)));

/** Doubles have nearly 16 significant digits. */
const DIGITS_OF_DOUBLES = 16;
/** Remainders are pushed this many digits below the rounding of the reading. */
const GUARD_DIGITS = 3;

/** How many digits of a value a remainder should leave alone. It decides how long to sum, never what is true. */
export const digitsWanted = <S>(F: Algebra<S>): number => (F.digits ?? DIGITS_OF_DOUBLES) + GUARD_DIGITS;
