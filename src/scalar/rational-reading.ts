import { type Algebra, algebra, Unavailable } from './algebra.ts';
import { fromDouble, toDouble, toRational } from './exact.ts';
import { add, compare, div, mul, neg, type Rational, rationalSquareRoot, signOf, sub } from './rational.ts';

/** Exact fractions. Roots only of perfect squares, exp only of 0, log only of 1: the ladder then goes on to another reading. */
export const rationalReading: Algebra<Rational> = algebra<Rational>({
  reading: 'rational',
  of: toRational,
  between: () => {
    throw new Unavailable('rational holds one value, not a range.');
  },
  add,
  sub,
  mul,
  div,
  neg,
  min: (a, b) => (compare(a, b) <= 0 ? a : b),
  max: (a, b) => (compare(a, b) >= 0 ? a : b),
  sqrt: (a) => {
    const root = rationalSquareRoot(a);
    if (root === undefined) throw new Unavailable('This root is not rational.');
    return root;
  },
  exp: (a) => {
    if (signOf(a) === 0) return fromDouble(1);
    throw new Unavailable('exp is rational at 0 only.');
  },
  log: (a) => {
    if (signOf(sub(a, fromDouble(1))) === 0) return fromDouble(0);
    throw new Unavailable('log is rational at 1 only.');
  },
  sign: signOf,
  approximate: toDouble,
  enclosure: (a) => [a.toString(), a.toString()],
});
