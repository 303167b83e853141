import { type Exact, type ExactVector, toRational } from '../../src/scalar/exact.ts';
import { asExact, plusExact, timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { add, mul, type Rational, ZERO } from '../../src/scalar/rational.ts';

/** u · v, exactly. */
export const dotExact = (u: ExactVector, v: ExactVector): Exact =>
  asExact(u.reduce<Rational>((sum, x, i) => add(sum, mul(toRational(x), toRational(v[i]!))), ZERO));

/** a x + y, exactly. */
export const axpyExact = (a: Exact, x: ExactVector, y: ExactVector): ExactVector =>
  x.map((xi, i) => plusExact(timesExact(a, xi), y[i]!));

/** −x, exactly. */
export const negated = (x: Exact): Exact => timesExact(-1, x);
