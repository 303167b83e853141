import { type Algebra, algebra, type Sign } from './algebra.ts';
import { areFiniteDoubles, type Exact, fromDouble, toDouble } from './exact.ts';
import {
  above,
  abs,
  add,
  below,
  checked,
  div,
  Enclosure,
  type Filtered,
  lowerEnd,
  max,
  min,
  mul,
  neg,
  sqrt,
  square,
  sub,
  upperEnd,
} from './filter-arithmetic.ts';
import { exp, log } from './filter-exp-log.ts';
import { axpy, descending, dot, minus, plus, scale, squaredDistance, squaredNorm, sum } from './filter-vectors.ts';
import { compare } from './rational.ts';

export { Enclosure, type Filtered, lowerEnd, upperEnd };

/** The tightest range of doubles around an exact number: a finite double is its own. */
const of = (x: Exact): Filtered => (typeof x === 'number' && x - x === 0 ? x : enclosed(x));

function enclosed(x: Exact): Filtered {
  if (typeof x === 'number') throw new RangeError(`${x} is not a real number; give finite doubles only.`);
  const nearest = toDouble(x);
  if (nearest === Number.POSITIVE_INFINITY) return new Enclosure(Number.MAX_VALUE, nearest);
  if (nearest === Number.NEGATIVE_INFINITY) return new Enclosure(nearest, -Number.MAX_VALUE);
  const side = compare(x, fromDouble(nearest));
  if (side === 0) return nearest;
  return side < 0 ? new Enclosure(below(nearest), nearest) : new Enclosure(nearest, above(nearest));
}

/**
 * The shortest text of a double is up to half a unit away from it: exact values are written as fractions, and other
 * endpoints give way to the text of their outer neighbors.
 */
function enclosure(a: Filtered): readonly [string, string] {
  if (typeof a === 'number') {
    const text = fromDouble(a).toString();
    return [text, text];
  }
  const { lo, hi } = a;
  return [`${Number.isSafeInteger(lo) ? lo : below(lo)}`, `${Number.isSafeInteger(hi) ? hi : above(hi)}`];
}

function sign(a: Filtered): Sign {
  if (typeof a === 'number') return a > 0 ? 1 : a < 0 ? -1 : 0;
  return a.lo > 0 ? 1 : a.hi < 0 ? -1 : undefined;
}

/**
 * Rigorous double intervals at nearly float speed. A result that is provably exact stays a plain number, so short
 * dyadic inputs cost hardly more than floats and even their equalities are decided here; everything else is widened
 * outward. No libm function is used except the square root, which IEEE 754 rounds correctly: exp and log are series
 * with proved error bounds, a few units wide.
 *
 * Overflow, and dividing by zero or by a range that holds it, leave nothing known.
 * @throws RangeError from `of` when a double is not finite; from `sqrt` and `log` outside their domain.
 */
export const filter: Algebra<Filtered> = {
  ...algebra<Filtered>({
    reading: 'filter',
    of,
    between: (lower, upper) => checked(lowerEnd(of(lower)), upperEnd(of(upper))),
    add,
    sub,
    mul,
    div,
    neg,
    min,
    max,
    sqrt,
    exp,
    log,
    sign,
    approximate: (a) => (typeof a === 'number' ? a : a.lo / 2 + a.hi / 2),
    enclosure,
  }),
  square,
  abs,
  squaredNorm,
  squaredDistance,
  norm: (v) => sqrt(squaredNorm(v)),
  dot,
  sum,
  descending,
  plus,
  minus,
  scale,
  axpy,
  // Finite doubles already are filter values, so a vector of them is used as it stands.
  vector: (coordinates) => (areFiniteDoubles(coordinates) ? coordinates : coordinates.map(of)),
};
