import { sameLength, type Vector } from './algebra.ts';
import {
  above,
  add,
  below,
  checked,
  EVERYTHING,
  type Filtered,
  isExactSum,
  isShort,
  lowerEnd,
  max,
  min,
  mul,
  square,
  sub,
  upperEnd,
} from './filter-arithmetic.ts';
import { sortDescending } from './sort.ts';

/*
 * The vector operations of the filter. Each has a loop over plain doubles that goes on while every step is provably
 * exact, which is nearly always on short dyadic inputs; anything else is left to the scalar operations.
 */

/** u · v when every step is exact in doubles, otherwise NaN. */
function exactDot(u: Vector<Filtered>, v: Vector<Filtered>): number {
  let total = 0;
  for (let i = 0; i < u.length; i++) {
    const a = u[i]!;
    const b = v[i]!;
    if (typeof a !== 'number' || typeof b !== 'number' || !isShort(a) || !isShort(b)) return Number.NaN;
    const product = a * b;
    const sum = total + product;
    if (!isExactSum(total, product, sum)) return Number.NaN;
    total = sum;
  }
  return total;
}

/** Encloses Σ uᵢvᵢ, and is the sum itself where all steps are exact. */
export function dot(u: Vector<Filtered>, v: Vector<Filtered>): Filtered {
  sameLength(u, v);
  const exact = exactDot(u, v);
  if (!Number.isNaN(exact)) return exact;
  let total: Filtered = 0;
  for (let i = 0; i < u.length; i++) total = add(total, mul(u[i]!, v[i]!));
  return total;
}

/** Encloses Σ vᵢ². */
export function squaredNorm(v: Vector<Filtered>): Filtered {
  const exact = exactDot(v, v);
  if (!Number.isNaN(exact)) return exact;
  let total: Filtered = 0;
  for (let i = 0; i < v.length; i++) total = add(total, square(v[i]!));
  return total;
}

/** ‖u − v‖² when every step is exact in doubles, otherwise NaN. */
function exactSquaredDistance(u: Vector<Filtered>, v: Vector<Filtered>): number {
  let total = 0;
  for (let i = 0; i < u.length; i++) {
    const a = u[i]!;
    const b = v[i]!;
    if (typeof a !== 'number' || typeof b !== 'number') return Number.NaN;
    const difference = a - b;
    if (!isExactSum(a, -b, difference) || !isShort(difference)) return Number.NaN;
    const product = difference * difference;
    const sum = total + product;
    if (!isExactSum(total, product, sum)) return Number.NaN;
    total = sum;
  }
  return total;
}

/** ‖u − v‖² between its ends, which are added up as they are: no enclosure is made on the way. */
function rangeOfSquaredDistance(u: Vector<Filtered>, v: Vector<Filtered>): Filtered {
  let lo = 0;
  let hi = 0;
  for (let i = 0; i < u.length; i++) {
    const a = u[i]!;
    const b = v[i]!;
    const least = below(lowerEnd(a) - upperEnd(b));
    const most = above(upperEnd(a) - lowerEnd(b));
    const smallest = Math.max(0, least, -most);
    const largest = Math.max(-least, most);
    lo = Math.max(0, below(lo + Math.max(0, below(smallest * smallest))));
    hi = above(hi + above(largest * largest));
  }
  return hi < Number.POSITIVE_INFINITY ? checked(lo, hi) : EVERYTHING; // a coordinate may not exist
}

/** Encloses Σ (uᵢ − vᵢ)². */
export function squaredDistance(u: Vector<Filtered>, v: Vector<Filtered>): Filtered {
  sameLength(u, v);
  const exact = exactSquaredDistance(u, v);
  return Number.isNaN(exact) ? rangeOfSquaredDistance(u, v) : exact;
}

/** Encloses Σ xᵢ. */
export function sum(terms: Vector<Filtered>): Filtered {
  let total: Filtered = 0;
  for (let i = 0; i < terms.length; i++) total = add(total, terms[i]!);
  return total;
}

/** Moves grow with the square of the length, the pairs of the network hardly faster than the length. */
const SHORT_LIST = 32;

/** Numbers find their places one by one; ranges go through the network. */
export function descending(numbers: Vector<Filtered>): Vector<Filtered> {
  const n = numbers.length;
  if (n > SHORT_LIST) return sortDescending({ max, min }, numbers);
  const sorted = new Array<number>(n);
  for (let i = 0; i < n; i++) {
    const a = numbers[i]!;
    if (typeof a !== 'number') return sortDescending({ max, min }, numbers);
    let place = i;
    for (; place > 0 && sorted[place - 1]! < a; place--) sorted[place] = sorted[place - 1]!;
    sorted[place] = a;
  }
  return sorted;
}

/** u + v, each coordinate enclosed. */
export function plus(u: Vector<Filtered>, v: Vector<Filtered>): Vector<Filtered> {
  sameLength(u, v);
  const out = new Array<Filtered>(u.length);
  for (let i = 0; i < u.length; i++) {
    const a = u[i]!;
    const b = v[i]!;
    if (typeof a === 'number' && typeof b === 'number') {
      const exact = a + b;
      out[i] = isExactSum(a, b, exact) ? exact : add(a, b);
    } else {
      out[i] = add(a, b);
    }
  }
  return out;
}

/** u − v, each coordinate enclosed. */
export function minus(u: Vector<Filtered>, v: Vector<Filtered>): Vector<Filtered> {
  sameLength(u, v);
  const out = new Array<Filtered>(u.length);
  for (let i = 0; i < u.length; i++) {
    const a = u[i]!;
    const b = v[i]!;
    if (typeof a === 'number' && typeof b === 'number') {
      const exact = a - b;
      out[i] = isExactSum(a, -b, exact) ? exact : sub(a, b);
    } else {
      out[i] = sub(a, b);
    }
  }
  return out;
}

/** a v, each coordinate enclosed. */
export function scale(a: Filtered, v: Vector<Filtered>): Vector<Filtered> {
  const out = new Array<Filtered>(v.length);
  const shortFactor = typeof a === 'number' && isShort(a);
  for (let i = 0; i < v.length; i++) {
    const x = v[i]!;
    out[i] = shortFactor && typeof x === 'number' && isShort(x) ? a * x : mul(a, x);
  }
  return out;
}

/** a x + y, each coordinate enclosed. */
export function axpy(a: Filtered, x: Vector<Filtered>, y: Vector<Filtered>): Vector<Filtered> {
  sameLength(x, y);
  const out = new Array<Filtered>(x.length);
  const shortFactor = typeof a === 'number' && isShort(a);
  for (let i = 0; i < x.length; i++) {
    const s = x[i]!;
    const t = y[i]!;
    if (shortFactor && typeof s === 'number' && typeof t === 'number' && isShort(s)) {
      const product = a * s;
      const exact = product + t;
      out[i] = isExactSum(product, t, exact) ? exact : add(product, t);
    } else {
      out[i] = add(mul(a, s), t);
    }
  }
  return out;
}
