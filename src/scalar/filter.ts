import { type Algebra, algebra, type Sign, sameLength, Unavailable, type Vector } from './algebra.ts';
import { type Exact, fromDouble, toDouble, toRational } from './exact.ts';
import { compare } from './rational.ts';

/** A real number known to lie in [lo, hi], with double endpoints; a point when they are equal. */
export class Enclosure {
  readonly lo: number;
  readonly hi: number;
  constructor(lo: number, hi: number) {
    this.lo = lo;
    this.hi = hi;
  }
}

// Rump, Ogita, Morikura, Oishi 2009: c − (φ|c| + η) is at most the exact result that rounds to c.
const PHI = 2 ** -53 * (1 + 2 ** -52);
const ETA = 2 ** -1074;
const below = (c: number): number => c - (PHI * Math.abs(c) + ETA);
const above = (c: number): number => c + (PHI * Math.abs(c) + ETA);

// At most 24 bits: the product of two such numbers is exact, and stays far from underflow.
const short = (x: number): boolean => Math.fround(x) === x;
const point = (x: number): Enclosure => new Enclosure(x, x);
const EVERYTHING = new Enclosure(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** NaN endpoints (∞ − ∞, 0 · ∞) mean that nothing is known. */
const checked = (lo: number, hi: number): Enclosure => (lo <= hi ? new Enclosure(lo, hi) : EVERYTHING);

function add(a: Enclosure, b: Enclosure): Enclosure {
  const lo = a.lo + b.lo;
  if (a.lo === a.hi && b.lo === b.hi) {
    // Knuth's TwoSum: the rounding error is itself a double, and zero exactly when the sum is exact.
    const t = lo - a.lo;
    if (a.lo - (lo - t) + (b.lo - t) === 0) return point(lo);
    return checked(below(lo), above(lo));
  }
  return checked(below(lo), above(a.hi + b.hi));
}

function sub(a: Enclosure, b: Enclosure): Enclosure {
  return add(a, new Enclosure(-b.hi, -b.lo));
}

function mul(a: Enclosure, b: Enclosure): Enclosure {
  const { lo: p, hi: q } = a;
  const { lo: r, hi: s } = b;
  if (p === q && r === s) {
    const c = p * r;
    return (short(p) && short(r)) || p === 0 || r === 0 ? point(c) : checked(below(c), above(c));
  }
  if (p >= 0 && r >= 0) return checked(Math.max(0, below(p * r)), above(q * s));
  const x = p * r;
  const y = p * s;
  const z = q * r;
  const w = q * s;
  return checked(below(Math.min(x, y, z, w)), above(Math.max(x, y, z, w)));
}

function div(a: Enclosure, b: Enclosure): Enclosure {
  const { lo: p, hi: q } = a;
  const { lo: r, hi: s } = b;
  if (r <= 0 && s >= 0) return EVERYTHING;
  if (p === q && r === s) {
    const c = p / r;
    if (short(c) && short(r) && c * r === p) return point(c);
    return checked(below(c), above(c));
  }
  const x = p / r;
  const y = p / s;
  const z = q / r;
  const w = q / s;
  return checked(below(Math.min(x, y, z, w)), above(Math.max(x, y, z, w)));
}

function sqrt(a: Enclosure): Enclosure {
  if (a.hi < 0) throw new RangeError('The square root of a negative number is not real.');
  const hi = Math.sqrt(a.hi);
  if (a.lo === a.hi && short(hi) && hi * hi === a.hi) return point(hi);
  const lo = Math.sqrt(Math.max(0, a.lo));
  return checked(Math.max(0, below(lo)), above(hi));
}

const min = (a: Enclosure, b: Enclosure): Enclosure =>
  a.hi <= b.lo ? a : b.hi <= a.lo ? b : new Enclosure(Math.min(a.lo, b.lo), Math.min(a.hi, b.hi));
const max = (a: Enclosure, b: Enclosure): Enclosure =>
  a.lo >= b.hi ? a : b.lo >= a.hi ? b : new Enclosure(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi));

/** The tightest pair of doubles around an exact number. */
function around(x: Exact): Enclosure {
  if (typeof x === 'number') {
    if (!Number.isFinite(x)) throw new RangeError(`${x} is not a real number; give finite doubles only.`);
    return point(x);
  }
  const nearest = toDouble(x);
  if (!Number.isFinite(nearest))
    return x.numerator > 0n
      ? new Enclosure(Number.MAX_VALUE, Number.POSITIVE_INFINITY)
      : new Enclosure(Number.NEGATIVE_INFINITY, -Number.MAX_VALUE);
  const side = compare(toRational(x), fromDouble(nearest));
  return side === 0
    ? point(nearest)
    : side < 0
      ? new Enclosure(below(nearest), nearest)
      : new Enclosure(nearest, above(nearest));
}

/**
 * The shortest text of a double is up to half a unit away from it: points are written as fractions, and other endpoints
 * give way to the text of their outer neighbors.
 */
function enclosure({ lo, hi }: Enclosure): readonly [string, string] {
  if (lo === hi) {
    const text = fromDouble(lo).toString();
    return [text, text];
  }
  return [`${Number.isSafeInteger(lo) ? lo : below(lo)}`, `${Number.isSafeInteger(hi) ? hi : above(hi)}`];
}

const missing = (operation: string) => (): never => {
  throw new Unavailable(`filter has no ${operation}.`);
};

const plain = algebra<Enclosure>({
  reading: 'filter',
  of: around,
  between: (lower, upper) => checked(around(lower).lo, around(upper).hi),
  add,
  sub,
  mul,
  div,
  neg: (a) => new Enclosure(-a.hi, -a.lo),
  min,
  max,
  sqrt,
  exp: missing('exp'),
  log: missing('log'),
  sign: (a): Sign => (a.lo > 0 ? 1 : a.hi < 0 ? -1 : a.lo === 0 && a.hi === 0 ? 0 : undefined),
  approximate: (a) => a.lo / 2 + a.hi / 2,
  enclosure,
});

function square(a: Enclosure): Enclosure {
  if (a.lo >= 0 || a.hi <= 0) {
    const product = mul(a, a);
    // Overflow leaves everything and underflow a bound just below zero, but no square is negative.
    return product.lo >= 0 ? product : new Enclosure(0, product.hi);
  }
  const largest = Math.max(-a.lo, a.hi);
  return checked(0, above(largest * largest));
}

/**
 * Rigorous double intervals at nearly float speed: every result is widened outward unless it is provably exact, so
 * points stay points on short dyadic inputs and even equalities are often decided here. No libm function is used
 * except the square root, which IEEE 754 rounds correctly.
 */
export const filter: Algebra<Enclosure> = {
  ...plain,
  square,
  abs: (a) => (a.lo >= 0 ? a : a.hi <= 0 ? new Enclosure(-a.hi, -a.lo) : new Enclosure(0, Math.max(-a.lo, a.hi))),
  squaredNorm: (v) => {
    let total = point(0);
    for (let i = 0; i < v.length; i++) total = add(total, square(v[i]!));
    return total;
  },
  norm: (v) => sqrt(filter.squaredNorm(v)),
  dot: (u, v) => {
    sameLength(u, v);
    let total = point(0);
    for (let i = 0; i < u.length; i++) total = add(total, mul(u[i]!, v[i]!));
    return total;
  },
  plus: (u, v) => zip(u, v, add),
  minus: (u, v) => zip(u, v, sub),
  scale: (a, v) => {
    const out = new Array<Enclosure>(v.length);
    for (let i = 0; i < v.length; i++) out[i] = mul(a, v[i]!);
    return out;
  },
  axpy: (a, x, y) => {
    sameLength(x, y);
    const out = new Array<Enclosure>(x.length);
    for (let i = 0; i < x.length; i++) out[i] = add(mul(a, x[i]!), y[i]!);
    return out;
  },
};

function zip(
  u: Vector<Enclosure>,
  v: Vector<Enclosure>,
  combine: (a: Enclosure, b: Enclosure) => Enclosure,
): Vector<Enclosure> {
  sameLength(u, v);
  const out = new Array<Enclosure>(u.length);
  for (let i = 0; i < u.length; i++) out[i] = combine(u[i]!, v[i]!);
  return out;
}
