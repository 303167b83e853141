import { type Algebra, algebra, type Sign, sameLength, type Vector } from './algebra.ts';
import { type Exact, type ExactVector, fromDouble, toDouble } from './exact.ts';
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
import { compare } from './rational.ts';

export { Enclosure, type Filtered, lowerEnd, upperEnd };

/** The tightest range of doubles around an exact number. */
function of(x: Exact): Filtered {
  if (typeof x === 'number') {
    if (!Number.isFinite(x)) throw new RangeError(`${x} is not a real number; give finite doubles only.`);
    return x;
  }
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

function squaredNorm(v: Vector<Filtered>): Filtered {
  let total: Filtered = 0;
  for (let i = 0; i < v.length; i++) total = add(total, square(v[i]!));
  return total;
}

function dot(u: Vector<Filtered>, v: Vector<Filtered>): Filtered {
  sameLength(u, v);
  let total: Filtered = 0;
  for (let i = 0; i < u.length; i++) total = add(total, mul(u[i]!, v[i]!));
  return total;
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
  norm: (v) => sqrt(squaredNorm(v)),
  dot,
  plus: (u, v) => zip(add, u, v),
  minus: (u, v) => zip(sub, u, v),
  scale: (a, v) => {
    const out = new Array<Filtered>(v.length);
    for (let i = 0; i < v.length; i++) out[i] = mul(a, v[i]!);
    return out;
  },
  axpy: (a, x, y) => {
    sameLength(x, y);
    const out = new Array<Filtered>(x.length);
    for (let i = 0; i < x.length; i++) out[i] = add(mul(a, x[i]!), y[i]!);
    return out;
  },
  // Finite doubles already are filter values, so a vector of them is used as it stands.
  vector: (coordinates) => (areFiniteDoubles(coordinates) ? coordinates : coordinates.map(of)),
};

function areFiniteDoubles(v: ExactVector): v is readonly number[] {
  for (let i = 0; i < v.length; i++) {
    const x = v[i]!;
    if (typeof x !== 'number' || x - x !== 0) return false;
  }
  return true;
}

function zip(
  combine: (a: Filtered, b: Filtered) => Filtered,
  u: Vector<Filtered>,
  v: Vector<Filtered>,
): Vector<Filtered> {
  sameLength(u, v);
  const out = new Array<Filtered>(u.length);
  for (let i = 0; i < u.length; i++) out[i] = combine(u[i]!, v[i]!);
  return out;
}
