/** A real number known to lie in [lo, hi], with double endpoints. */
export class Enclosure {
  readonly lo: number;
  readonly hi: number;
  constructor(lo: number, hi: number) {
    this.lo = lo;
    this.hi = hi;
  }
}

/** A finite double that is the value itself, or an enclosure of a value that no double is known to equal. */
export type Filtered = number | Enclosure;

/** The ends of the range a value is known to lie in; equal when it is known exactly. */
export const lowerEnd = (a: Filtered): number => (typeof a === 'number' ? a : a.lo);
/** The upper end of that range. */
export const upperEnd = (a: Filtered): number => (typeof a === 'number' ? a : a.hi);

// Rump, Ogita, Morikura, Oishi 2009: c − (φ|c| + η) is at most the exact result that rounds to c.
const PHI = 2 ** -53 * (1 + 2 ** -52);
const ETA = 2 ** -1074;
/** At most the exact result that rounds to c. */
export const below = (c: number): number => c - (PHI * Math.abs(c) + ETA);
/** At least the exact result that rounds to c. */
export const above = (c: number): number => c + (PHI * Math.abs(c) + ETA);

/** Nothing is known, not even that there is a value: every operation on it must leave it so. */
export const EVERYTHING = new Enclosure(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** Whether nothing is known: a value with one infinite end exists. */
export const isEverything = ({ lo, hi }: Enclosure): boolean =>
  lo === Number.NEGATIVE_INFINITY && hi === Number.POSITIVE_INFINITY;

/** NaN endpoints (∞ − ∞, 0 · ∞) mean that nothing is known. */
export const checked = (lo: number, hi: number): Filtered =>
  lo < hi ? new Enclosure(lo, hi) : lo === hi ? lo : EVERYTHING;

/** The exact result that rounded to c. */
const around = (c: number): Filtered => checked(below(c), above(c));

/** Knuth's TwoSum: the rounding error of sum = a + b is itself a double, and zero exactly when the sum is exact. */
export const isExactSum = (a: number, b: number, sum: number): boolean => {
  const part = sum - a;
  return a - (sum - part) + (b - part) === 0;
};

/*
 * Each operation is a short function for plain numbers and a second one for everything else, so that a compiler can
 * put the first in the place of a call.
 */

/** Encloses a + b, and is a + b where that is shown to be a double. */
export function add(a: Filtered, b: Filtered): Filtered {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return isExactSum(a, b, sum) ? sum : around(sum);
  }
  return addRanges(a, b);
}

function addRanges(a: Filtered, b: Filtered): Filtered {
  const p = lowerEnd(a);
  const r = lowerEnd(b);
  // A sum of nonnegative numbers is not negative, though rounding 0 + 0 outward would make it so.
  const lo = p >= 0 && r >= 0 ? Math.max(0, below(p + r)) : below(p + r);
  return checked(lo, above(upperEnd(a) + upperEnd(b)));
}

/** −a. */
export const neg = (a: Filtered): Filtered => (typeof a === 'number' ? -a : new Enclosure(-a.hi, -a.lo));

/** Encloses a − b, and is a − b where that is shown to be a double. */
export const sub = (a: Filtered, b: Filtered): Filtered =>
  typeof b === 'number' ? add(a, -b) : checked(below(lowerEnd(a) - b.hi), above(upperEnd(a) - b.lo));

/** A finite number of at most 24 bits: the product of two is exact, and stays far from overflow and underflow. */
export const isShort = (x: number): boolean => Math.fround(x) === x;

/** Dekker's TwoProduct without a fused multiply-add: true only when a · b is exactly the double p. */
function isExactProduct(a: number, b: number, p: number): boolean {
  const size = Math.abs(p);
  // Inside this range no part of the computation overflows, and its error term does not underflow.
  if (!(size > 2 ** -900 && size < 2 ** 900 && Math.abs(a) < 2 ** 900 && Math.abs(b) < 2 ** 900)) return false;
  const x = 134217729 * a;
  const y = 134217729 * b;
  const aHigh = x - (x - a);
  const bHigh = y - (y - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (p - aHigh * bHigh - aLow * bHigh - aHigh * bLow) === 0;
}

/** Where false, 0 · x says nothing. */
const isBounded = (a: Filtered): boolean => upperEnd(a) - lowerEnd(a) < Number.POSITIVE_INFINITY;

/** Encloses ab, and is ab where that is shown to be a double. */
export const mul = (a: Filtered, b: Filtered): Filtered =>
  typeof a === 'number' && typeof b === 'number' && isShort(a) && isShort(b) ? a * b : mulOthers(a, b);

function mulOthers(a: Filtered, b: Filtered): Filtered {
  if (typeof a === 'number' && typeof b === 'number') {
    const p = a * b;
    return a === 0 || b === 0 || isExactProduct(a, b, p) ? p : around(p);
  }
  if (a === 0) return isBounded(b) ? 0 : EVERYTHING;
  if (b === 0) return isBounded(a) ? 0 : EVERYTHING;
  const p = lowerEnd(a);
  const q = upperEnd(a);
  const r = lowerEnd(b);
  const s = upperEnd(b);
  if (p >= 0 && r >= 0) return checked(Math.max(0, below(p * r)), above(q * s));
  const x = p * r;
  const y = p * s;
  const z = q * r;
  const w = q * s;
  return checked(below(Math.min(x, y, z, w)), above(Math.max(x, y, z, w)));
}

/** Encloses a / b; of a divisor that may be 0 nothing is known. Throws a RangeError for 0 itself. */
export function div(a: Filtered, b: Filtered): Filtered {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw new RangeError('Division by zero; give a nonzero divisor.');
    const quotient = a / b;
    // The cheap test first: a quotient that is exact gives a back when it is multiplied by b.
    const isExact = quotient * b === a && ((isShort(quotient) && isShort(b)) || isExactProduct(quotient, b, a));
    return isExact ? quotient : around(quotient);
  }
  const r = lowerEnd(b);
  const s = upperEnd(b);
  if (!(r > 0 || s < 0)) return EVERYTHING;
  const p = lowerEnd(a);
  const q = upperEnd(a);
  const x = p / r;
  const y = p / s;
  const z = q / r;
  const w = q / s;
  const lo = below(Math.min(x, y, z, w));
  return checked(p >= 0 && r > 0 ? Math.max(0, lo) : lo, above(Math.max(x, y, z, w)));
}

/** Encloses √a; nothing is known where a may be negative. Throws a RangeError where it is. */
export function sqrt(a: Filtered): Filtered {
  const top = upperEnd(a);
  if (top < 0) throw new RangeError('The square root of a negative number is not real.');
  const hi = Math.sqrt(top);
  if (typeof a === 'number' && isShort(hi) && hi * hi === a) return hi;
  if (lowerEnd(a) < 0) return EVERYTHING; // the root may not exist
  return checked(Math.max(0, below(Math.sqrt(lowerEnd(a)))), above(hi));
}

/*
 * Which of two numbers is larger, a processor guesses before it knows, and a wrong guess costs it more than the sums here.
 * A gap always has the sign of the exact one. Where it is not positive, gap + |gap| is 0; where it is, and a + gap is b
 * again, the exact half of gap + |gap| is the gap. So no guess is left but that the end is met, which nearly always is so.
 */

/** Beyond it gap + |gap| may overflow. */
const WIDE_GAP = 2 ** 1022;

/** Encloses the smaller one. */
export function min(a: Filtered, b: Filtered): Filtered {
  if (typeof a === 'number' && typeof b === 'number') {
    const gap = b - a;
    if (b - gap === a && gap < WIDE_GAP) return b - (gap + Math.abs(gap)) / 2;
    return a <= b ? a : b;
  }
  return minOfRanges(a, b);
}

function minOfRanges(a: Filtered, b: Filtered): Filtered {
  const p = lowerEnd(a);
  const q = upperEnd(a);
  const r = lowerEnd(b);
  const s = upperEnd(b);
  if (!(q - p < Number.POSITIVE_INFINITY && s - r < Number.POSITIVE_INFINITY)) return EVERYTHING;
  return q <= r ? a : s <= p ? b : checked(Math.min(p, r), Math.min(q, s));
}

/** Encloses the larger one. */
export function max(a: Filtered, b: Filtered): Filtered {
  if (typeof a === 'number' && typeof b === 'number') {
    const gap = b - a;
    if (a + gap === b && gap < WIDE_GAP) return a + (gap + Math.abs(gap)) / 2;
    return a >= b ? a : b;
  }
  return maxOfRanges(a, b);
}

function maxOfRanges(a: Filtered, b: Filtered): Filtered {
  const p = lowerEnd(a);
  const q = upperEnd(a);
  const r = lowerEnd(b);
  const s = upperEnd(b);
  if (!(q - p < Number.POSITIVE_INFINITY && s - r < Number.POSITIVE_INFINITY)) return EVERYTHING;
  return p >= s ? a : r >= q ? b : checked(Math.max(p, r), Math.max(q, s));
}

/** Encloses a², which is not negative. */
export function square(a: Filtered): Filtered {
  if (typeof a === 'number') return notNegative(mul(a, a));
  if (isEverything(a)) return EVERYTHING;
  const smallest = Math.max(0, a.lo, -a.hi);
  const largest = Math.max(-a.lo, a.hi);
  return notNegative(checked(below(smallest * smallest), above(largest * largest)));
}

/** Overflow leaves everything and underflow a bound just below zero, but no square is negative. */
const notNegative = (a: Filtered): Filtered => (typeof a === 'number' || a.lo >= 0 ? a : new Enclosure(0, a.hi));

/** |a|. */
export function abs(a: Filtered): Filtered {
  if (typeof a === 'number') return Math.abs(a);
  if (a.lo >= 0) return a;
  if (a.hi <= 0) return neg(a);
  return isEverything(a) ? EVERYTHING : new Enclosure(0, Math.max(-a.lo, a.hi));
}
