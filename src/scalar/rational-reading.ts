import { type Algebra, algebra, Unavailable } from './algebra.ts';
import { toDouble, toRational } from './exact.ts';
import { add, compare, div, mul, neg, type Rational, rationalSquareRoot, signOf, sub } from './rational.ts';

/** Exact fractions. Roots only of perfect squares; no exp or log: the ladder then goes on to another reading. */
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
  exp: () => {
    throw new Unavailable('exp is not rational.');
  },
  log: () => {
    throw new Unavailable('log is not rational.');
  },
  sign: signOf,
  approximate: toDouble,
  enclosure: (a) => [a.toString(), a.toString()],
});
