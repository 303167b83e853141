import { type Algebra, algebra, type Sign, sameLength, Unavailable, type Vector } from './algebra.ts';
import { areFiniteDoubles, type Exact, showExact, toDouble } from './exact.ts';

/** The nearest double; a number that is not finite, or too large for a double, is refused. */
const of = (x: Exact): number => (typeof x === 'number' && x - x === 0 ? x : nearestDouble(x));

function nearestDouble(x: Exact): number {
  const nearest = toDouble(x);
  if (nearest - nearest !== 0) {
    throw new RangeError(`${showExact(x)} is not a finite double; give numbers of magnitude below 1.8e308.`);
  }
  return nearest;
}

const plain = algebra<number>({
  reading: 'float64',
  of,
  between: () => {
    throw new Unavailable('float64 holds one value, not a range.');
  },
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  // Two arguments, however it is called: `values.reduce(max)` would pass the index and the list as well.
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  sign: (a): Sign => (a < 0 ? -1 : a > 0 ? 1 : a === 0 ? 0 : undefined),
  approximate: (a) => a,
  enclosure: (a) => [`${a}`, `${a}`],
});

const SAFE_SQUARE = 2 ** 500;
const TINY_SQUARE = 2 ** -500;

/*
 * What a run does at every step takes two coordinates a turn, after one alone where their number is odd: an engine looks
 * up anew at every turn where a list is, how long, and of what.
 */

/** ‖v‖. What is rare has a function of its own: an engine puts a short one in the place of a call. */
function norm(v: Vector<number>): number {
  let i = v.length % 2;
  let sum = i === 0 ? 0 : v[0]! * v[0]!;
  for (; i < v.length; i += 2) {
    sum += v[i]! * v[i]!;
    sum += v[i + 1]! * v[i + 1]!;
  }
  return sum < SAFE_SQUARE && sum > TINY_SQUARE ? Math.sqrt(sum) : scaledNorm(v);
}

/** ‖v‖, scaled by the largest coordinate, where its square would overflow or underflow. */
function scaledNorm(v: Vector<number>): number {
  let largest = 0;
  for (let i = 0; i < v.length; i++) largest = Math.max(largest, Math.abs(v[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let scaled = 0;
  for (let i = 0; i < v.length; i++) scaled += (v[i]! / largest) ** 2;
  return largest * Math.sqrt(scaled);
}

function dot(u: Vector<number>, v: Vector<number>): number {
  sameLength(u, v);
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i]! * v[i]!;
  return sum;
}

/** The reading users run: IEEE 754 doubles, one rounding an operation. */
export const float64: Algebra<number> = {
  ...plain,
  abs: Math.abs,
  norm,
  // Finite doubles already are float64 values, so a vector of them is used as it stands.
  vector: (coordinates) => (areFiniteDoubles(coordinates) ? coordinates : coordinates.map(of)),
  dot,
  squaredNorm: (v) => dot(v, v),
  squaredDistance: (u, v) => {
    sameLength(u, v);
    let sum = 0;
    for (let i = 0; i < u.length; i++) sum += (u[i]! - v[i]!) * (u[i]! - v[i]!);
    return sum;
  },
  plus: (u, v) => {
    sameLength(u, v);
    const out = new Array<number>(u.length);
    for (let i = 0; i < u.length; i++) out[i] = u[i]! + v[i]!;
    return out;
  },
  minus: (u, v) => {
    sameLength(u, v);
    const out = new Array<number>(u.length);
    for (let i = 0; i < u.length; i++) out[i] = u[i]! - v[i]!;
    return out;
  },
  scale: (a, v) => {
    const out = new Array<number>(v.length);
    let i = v.length % 2;
    if (i === 1) out[0] = a * v[0]!;
    for (; i < v.length; i += 2) {
      out[i] = a * v[i]!;
      out[i + 1] = a * v[i + 1]!;
    }
    return out;
  },
  axpy: (a, x, y) => {
    sameLength(x, y);
    const out = new Array<number>(x.length);
    let i = x.length % 2;
    if (i === 1) out[0] = a * x[0]! + y[0]!;
    for (; i < x.length; i += 2) {
      out[i] = a * x[i]! + y[i]!;
      out[i + 1] = a * x[i + 1]! + y[i + 1]!;
    }
    return out;
  },
};
