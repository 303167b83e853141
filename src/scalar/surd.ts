import { type Algebra, algebra, sameLength, Unavailable } from './algebra.ts';
import { toDouble, toRational } from './exact.ts';
import { compare } from './rational.ts';
import { nearbyRational, signOfSurd } from './surd-order.ts';
import { minus, negate, plus, quotient, Surd, squareRoot, times, total } from './surd-value.ts';

export { Surd };

const unavailable = (message: string) => (): never => {
  throw new Unavailable(message);
};

const zero = new Surd(toRational(0));
const one = new Surd(toRational(1));

const isRational = (a: Surd): boolean => a.roots.length === 0;
const order = (a: Surd, b: Surd): -1 | 0 | 1 =>
  isRational(a) && isRational(b) ? compare(a.rational, b.rational) : signOfSurd(minus(a, b));

const dot = (u: readonly Surd[], v: readonly Surd[]): Surd => {
  sameLength(u, v);
  return total(u.map((a, i) => times(a, v[i]!)));
};

const reading: Algebra<Surd> = {
  ...algebra<Surd>({
    reading: 'surd',
    of: (x) => new Surd(toRational(x)),
    between: unavailable('surd holds one value, not a range.'),
    add: plus,
    sub: minus,
    mul: times,
    div: quotient,
    neg: negate,
    min: (a, b) => (order(a, b) <= 0 ? a : b),
    max: (a, b) => (order(a, b) >= 0 ? a : b),
    sqrt: (a) => {
      if (signOfSurd(a) < 0)
        throw new RangeError(`The square root of ${a} is not real; give a value that is at least 0.`);
      return squareRoot(a);
    },
    exp: (a) => (signOfSurd(a) === 0 ? one : unavailable('exp is not a sum of square roots.')()),
    log: (a) => (order(a, one) === 0 ? zero : unavailable('log is not a sum of square roots.')()),
    sign: signOfSurd,
    approximate: (a) => toDouble(nearbyRational(a)),
    enclosure: (a) => [`${a}`, `${a}`],
  }),
  compare: order,
  sum: total,
  dot,
  squaredNorm: (v) => dot(v, v),
  norm: (v) => reading.sqrt(dot(v, v)),
};

/**
 * Exact arithmetic on sums p + Σ cᵢ √nᵢ of square roots of positive rationals: field operations, order and equality.
 *
 * Roots of rationals are always available, nested roots only when they come apart: √(3 + 2√2) = 1 + √2. Division
 * needs a divisor with at most about six independent roots. Other roots, between, and exp and log but for e⁰ and ln 1
 * throw Unavailable.
 */
export const surd = (): Algebra<Surd> => reading;
