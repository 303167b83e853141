import type { Exact, ExactVector } from './exact.ts';
import { sortDescending } from './sort.ts';

/** The arithmetics a text can be read in. */
export type ReadingName = 'float64' | 'filter' | 'rational' | 'surd' | 'interval' | 'series' | 'dual' | 'symbolic';

/** Negative, zero or positive; `undefined` when the reading cannot tell. */
export type Sign = -1 | 0 | 1 | undefined;

/** Thrown when a reading does not have an operation: the ladder of readings skips to the next one. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Thrown when a comparison that a branch depends on is not decided: the ladder goes on to a sharper reading. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
  /** The significant digits at which the comparison is decided, where a bound tells. */
  readonly digits: number | undefined;

  constructor(message: string, digits?: number) {
    super(message);
    this.digits = digits;
  }
}

/** What a reading must supply; everything else of {@link Scalars} is derived from it. */
export interface ScalarPrimitives<S> {
  readonly reading: ReadingName;
  /** The significant digits the reading works with, where that is not the precision of doubles. */
  readonly digits?: number;
  /** The constant x, exactly or as the tightest value the reading has. */
  of(x: Exact): S;
  /** Any real between two exact bounds: a measured or rounded value. Point readings throw Unavailable. */
  between(lower: Exact, upper: Exact): S;
  add(a: S, b: S): S;
  sub(a: S, b: S): S;
  mul(a: S, b: S): S;
  div(a: S, b: S): S;
  neg(a: S): S;
  min(a: S, b: S): S;
  max(a: S, b: S): S;
  sqrt(a: S): S;
  exp(a: S): S;
  log(a: S): S;
  sign(a: S): Sign;
  /** A double near the value, for display and statistics; never for decisions. */
  approximate(a: S): number;
  /** Proved bounds as decimal or fraction text, equal when the value is known exactly. */
  enclosure(a: S): readonly [lower: string, upper: string];
}

/** One scalar algebra: a field with order, roots, exp and log, as far as the reading goes. */
export interface Scalars<S> extends ScalarPrimitives<S> {
  readonly zero: S;
  readonly one: S;
  abs(a: S): S;
  square(a: S): S;
  /** max(lo, min(hi, x)). */
  clamp(lo: S, x: S, hi: S): S;
  sum(terms: readonly S[]): S;
  /** The same numbers in descending order. */
  descending(numbers: readonly S[]): readonly S[];
  /** The sign of a − b, decided; throws Undecided otherwise. The only way for a text to branch. */
  compare(a: S, b: S): -1 | 0 | 1;
}

/**
 * Vectors as opaque elements of an inner-product space. Text that needs no coordinates (SGD, regret, balls,
 * halfspaces) is written over this interface, so that it can also be read over formal vectors in a proof.
 */
export interface InnerProductSpace<S, V> extends Scalars<S> {
  dot(u: V, v: V): S;
  /** ‖v‖² = v · v. */
  squaredNorm(v: V): S;
  /** ‖v‖. */
  norm(v: V): S;
  /** u + v. */
  plus(u: V, v: V): V;
  /** u − v. */
  minus(u: V, v: V): V;
  /** a v. */
  scale(a: S, v: V): V;
  /** a x + y. */
  axpy(a: S, x: V, y: V): V;
  /** The vector with these exactly known coordinates. */
  vector(coordinates: ExactVector): V;
}

/** A vector by its coordinates. */
export type Vector<S> = readonly S[];

/** The algebra most texts are read in: scalars, and vectors by coordinates. */
export interface Algebra<S> extends InnerProductSpace<S, Vector<S>> {
  /** ‖u − v‖². */
  squaredDistance(u: Vector<S>, v: Vector<S>): S;
}

/** Completes the primitives of a reading to the whole algebra. A reading may override any of it for speed. */
export function algebra<S>(primitives: ScalarPrimitives<S>): Algebra<S> {
  const { of, add, sub, mul, neg, min, max, sqrt, sign } = primitives;
  const zero = of(0);
  const one = of(1);

  const sum = (terms: readonly S[]): S => {
    let total = zero;
    for (const term of terms) total = add(total, term);
    return total;
  };
  const dot = (u: Vector<S>, v: Vector<S>): S => {
    sameLength(u, v);
    let total = zero;
    for (let i = 0; i < u.length; i++) total = add(total, mul(u[i]!, v[i]!));
    return total;
  };
  const zip = (u: Vector<S>, v: Vector<S>, combine: (a: S, b: S) => S): Vector<S> => {
    sameLength(u, v);
    return u.map((a, i) => combine(a, v[i]!));
  };
  const squaredNorm = (v: Vector<S>): S => dot(v, v);
  const minus = (u: Vector<S>, v: Vector<S>): Vector<S> => zip(u, v, sub);

  return {
    ...primitives,
    zero,
    one,
    abs: (a) => max(a, neg(a)),
    square: (a) => mul(a, a),
    clamp: (lo, x, hi) => max(lo, min(hi, x)),
    sum,
    descending: (numbers) => sortDescending(primitives, numbers),
    compare: (a, b) => decided(sign(sub(a, b))),
    dot,
    squaredNorm,
    norm: (v) => sqrt(squaredNorm(v)),
    plus: (u, v) => zip(u, v, add),
    minus,
    squaredDistance: (u, v) => squaredNorm(minus(u, v)),
    scale: (a, v) => v.map((x) => mul(a, x)),
    axpy: (a, x, y) => zip(x, y, (s, t) => add(mul(a, s), t)),
    vector: (coordinates) => coordinates.map(of),
  };
}

/** The sign itself when it is known; throws Undecided otherwise. */
export function decided(sign: Sign): -1 | 0 | 1 {
  if (sign === undefined) throw new Undecided('A comparison is not decided at this precision.');
  return sign;
}

/** Throws a RangeError unless both have as many coordinates. */
export function sameLength(u: Vector<unknown>, v: Vector<unknown>): void {
  if (u.length !== v.length) throw otherLength(u, v);
}

const otherLength = (u: Vector<unknown>, v: Vector<unknown>): RangeError =>
  new RangeError(`Vectors of ${u.length} and ${v.length} coordinates do not go together; give equal lengths.`);
