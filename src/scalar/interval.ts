import { Decimal } from 'decimal.js';
import { type Algebra, algebra, type Sign, Undecided } from './algebra.ts';
import { type Exact, showExact, toRational } from './exact.ts';
import { expLog } from './interval-exp-log.ts';
import { quotient, roundings } from './interval-rounding.ts';
import { compare } from './rational.ts';
import type { RootBound } from './root-bound.ts';
import * as bounds from './root-bound.ts';

/**
 * A real number known to lie in [lo, hi], with decimal endpoints. The endpoints' constructors carry no meaning:
 * arithmetic names the rounding it wants.
 */
export class Interval {
  readonly lo: Decimal;
  readonly hi: Decimal;
  /** How near zero the value can be without being zero; undefined when exp, log, a measured value or too many roots went in. */
  readonly bound: RootBound | undefined;

  constructor(lo: Decimal, hi: Decimal, bound: RootBound | undefined) {
    this.lo = lo;
    this.hi = hi;
    this.bound = bound;
  }
}

// decimal.js holds exponents up to 9e15 and silently turns smaller numbers into zero, larger ones into infinity.
// Endpoints keep within 4e15, so that one operation on them stays in range and `enclose` sees what it was.
const LIMIT = 4e15;
const Plain = Decimal.clone({ defaults: true }); // for what does not round: constants, min, max
const HUGE = new Plain(`1e${LIMIT}`);
const TINY = new Plain(`1e-${LIMIT}`);
const MOST_CONSTANTS = 1000;
const ZERO_POINT = new Plain(0);
const INFINITY = new Plain(Number.POSITIVE_INFINITY);

/**
 * Nothing is known, not even that there is a value: every operation on it must leave it so. A new object each time: the
 * same object means the same value.
 */
const everything = (): Interval => new Interval(INFINITY.neg(), INFINITY, undefined);

const isPoint = ({ lo, hi }: Interval): boolean => lo.eq(hi);
const isZero = ({ lo, hi }: Interval): boolean => lo.isZero() && hi.isZero();
/** Whether nothing is known: a value with one infinite end exists. */
const isEverything = ({ lo, hi }: Interval): boolean => !lo.isFinite() && !hi.isFinite();
/** Where false, 0 · x and x − x say nothing. */
const isBounded = ({ lo, hi }: Interval): boolean => lo.isFinite() && hi.isFinite();
const negative = (x: Decimal): boolean => x.isNegative() && !x.isZero();

/** The largest endpoint in range that is at most x. */
function lowest(x: Decimal): Decimal {
  if (x.e > LIMIT) return x.isPositive() ? HUGE : INFINITY.neg();
  if (x.e < -LIMIT) return x.isPositive() ? ZERO_POINT : TINY.neg();
  return x;
}

/** [lo, hi] with endpoints in range. */
function enclose(lo: Decimal, hi: Decimal, bound: RootBound | undefined): Interval {
  if (lo.isNaN() || hi.isNaN()) return everything(); // 0 · ∞: nothing is known
  if (Math.abs(lo.e) <= LIMIT && Math.abs(hi.e) <= LIMIT) return new Interval(lo, hi, bound);
  return new Interval(lowest(lo), lowest(hi.neg()).neg(), bound);
}

/** What both operands are known to be made of, carried through an operation. */
const joined = (
  a: Interval,
  b: Interval,
  rule: (x: RootBound, y: RootBound) => RootBound | undefined,
): RootBound | undefined => a.bound && b.bound && rule(a.bound, b.bound);

function sign({ lo, hi, bound }: Interval): Sign {
  if (lo.gt(0)) return 1;
  if (hi.lt(0)) return -1;
  if (lo.isZero() && hi.isZero()) return 0;
  if (bound === undefined) return undefined;
  const decimals = bounds.decimalsToZero(bound);
  const below = (x: Decimal): boolean => x.isZero() || x.e < -decimals; // |x| < 10^(e + 1) ≤ 10^−decimals
  return below(lo) && below(hi) ? 0 : undefined;
}

/**
 * A number of digits at which the sign of x is decided, for an x whose sign is open at `digits`: as many more as the bound
 * asks for beyond the decimals that this enclosure got right. Undefined without a bound.
 */
export function digitsForSign({ lo, hi, bound }: Interval, digits: number): number | undefined {
  if (bound === undefined || !isBounded({ lo, hi, bound })) return undefined;
  const largest = Math.max(lo.isZero() ? -LIMIT : lo.e, hi.isZero() ? -LIMIT : hi.e);
  return bounds.decimalsToZero(bound) + digits + largest + 2;
}

const neg = (a: Interval): Interval => new Interval(a.hi.neg(), a.lo.neg(), a.bound && bounds.neg(a.bound));

function abs(a: Interval): Interval {
  if (isEverything(a)) return everything();
  if (a.lo.gte(0)) return a;
  if (a.hi.lte(0)) return neg(a);
  return new Interval(ZERO_POINT, Plain.max(a.lo.neg(), a.hi), a.bound && bounds.either(a.bound, a.bound));
}

const shown = (a: Interval): string => (isPoint(a) ? `${a.lo}` : `[${a.lo}, ${a.hi}]`);

function build(digits: number): Algebra<Interval> {
  const [down, up] = roundings(digits);
  const transcendental = expLog(digits);

  const enclosing = (x: Exact): Interval => {
    const value = toRational(x);
    return new Interval(quotient(down, value), quotient(up, value), bounds.constant(value));
  };
  const constants = new Map<number, Interval>();
  /** A text asks for the same few doubles again and again. */
  const of = (x: Exact): Interval => {
    if (typeof x !== 'number') return enclosing(x);
    const known = constants.get(x);
    if (known !== undefined) return known;
    if (constants.size === MOST_CONSTANTS) constants.clear();
    const fresh = enclosing(x);
    constants.set(x, fresh);
    return fresh;
  };
  const zero = of(0);
  const one = of(1);

  const between = (lower: Exact, upper: Exact): Interval => {
    const [p, q] = [toRational(lower), toRational(upper)];
    const order = compare(p, q);
    if (order > 0) {
      throw new RangeError(
        `No number lies between ${showExact(lower)} and ${showExact(upper)}; give the lower bound first.`,
      );
    }
    return order === 0 ? of(lower) : new Interval(quotient(down, p), quotient(up, q), undefined);
  };

  const add = (a: Interval, b: Interval): Interval => {
    if (isZero(a)) return b;
    if (isZero(b)) return a;
    return enclose(down.add(a.lo, b.lo), up.add(a.hi, b.hi), joined(a, b, bounds.add));
  };
  const sub = (a: Interval, b: Interval): Interval => (a === b && isBounded(a) ? zero : add(a, neg(b)));

  const mul = (a: Interval, b: Interval): Interval => {
    if (isZero(a) || isZero(b)) return isBounded(a) && isBounded(b) ? zero : everything();
    if (a.hi.lte(0)) return neg(mul(neg(a), b));
    if (a.lo.gte(0)) {
      const lo = down.mul(negative(b.lo) ? a.hi : a.lo, b.lo);
      const hi = up.mul(negative(b.hi) ? a.lo : a.hi, b.hi);
      return enclose(lo, hi, joined(a, b, bounds.mul));
    }
    if (b.lo.gte(0) || b.hi.lte(0)) return mul(b, a);
    const isSquare = a === b && !isEverything(a); // not negative, so that it has a root
    const lo = isSquare ? ZERO_POINT : Plain.min(down.mul(a.lo, b.hi), down.mul(a.hi, b.lo));
    const hi = Plain.max(up.mul(a.lo, b.lo), up.mul(a.hi, b.hi));
    return enclose(lo, hi, joined(a, b, bounds.mul));
  };

  const div = (a: Interval, b: Interval): Interval => {
    const side = sign(b);
    if (side === 0) throw new RangeError(`Division of ${shown(a)} by zero; give a nonzero divisor.`);
    if (b.lo.lte(0) && b.hi.gte(0)) return everything();
    if (side === -1) return div(neg(a), neg(b));
    const lo = down.div(a.lo, negative(a.lo) ? b.lo : b.hi);
    const hi = up.div(a.hi, negative(a.hi) ? b.hi : b.lo);
    return enclose(lo, hi, joined(a, b, bounds.div));
  };

  /** What a function has outside its domain, where `a` may lie; more digits tell, if there is a bound. */
  const perhapsOutside = (a: Interval, name: string): Interval => {
    const needed = digitsForSign(a, digits);
    if (needed === undefined) return everything();
    throw new Undecided(`Whether ${shown(a)} has a real ${name} is not decided at ${digits} digits.`, needed);
  };

  const sqrt = (a: Interval): Interval => {
    if (a.hi.lt(0)) throw new RangeError(`The square root of ${shown(a)} is not real; give a number at least 0.`);
    if (sign(a) === 0) return zero;
    if (a.lo.lt(0)) return perhapsOutside(a, 'square root');
    const bound = a.bound && bounds.sqrt(a.bound, a);
    if (bound?.exact) return of(bound.exact);
    return enclose(down.sqrt(a.lo), up.sqrt(a.hi), bound);
  };

  const exp = (a: Interval): Interval => {
    if (isZero(a)) return one;
    if (isEverything(a)) return everything();
    return enclose(transcendental.exp(a.lo, down), transcendental.exp(a.hi, up), undefined);
  };

  const log = (a: Interval): Interval => {
    if (a.hi.lte(0) || sign(a) === 0) {
      throw new RangeError(`The logarithm of ${shown(a)} is not real; give a positive number.`);
    }
    if (a.lo.lte(0)) return perhapsOutside(a, 'logarithm');
    if (a.lo.eq(1) && a.hi.eq(1)) return zero;
    return enclose(transcendental.log(a.lo, down), transcendental.log(a.hi, up), undefined);
  };

  const min = (a: Interval, b: Interval): Interval => {
    if (isEverything(a) || isEverything(b)) return everything();
    if (a === b || a.hi.lte(b.lo)) return a;
    if (b.hi.lte(a.lo)) return b;
    const side = sign(sub(a, b));
    if (side !== undefined) return side <= 0 ? a : b;
    return new Interval(Plain.min(a.lo, b.lo), Plain.min(a.hi, b.hi), joined(a, b, bounds.either));
  };
  const max = (a: Interval, b: Interval): Interval => {
    if (isEverything(a) || isEverything(b)) return everything();
    if (a === b || a.lo.gte(b.hi)) return a;
    if (b.lo.gte(a.hi)) return b;
    const side = sign(sub(a, b));
    if (side !== undefined) return side >= 0 ? a : b;
    return new Interval(Plain.max(a.lo, b.lo), Plain.max(a.hi, b.hi), joined(a, b, bounds.either));
  };

  const comparison = (a: Interval, b: Interval): -1 | 0 | 1 => {
    const difference = sub(a, b);
    const side = sign(difference);
    if (side !== undefined) return side;
    throw new Undecided(`A comparison is not decided at ${digits} digits.`, digitsForSign(difference, digits));
  };

  return {
    ...algebra<Interval>({
      reading: 'interval',
      digits,
      of,
      between,
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
      approximate: (a) => (isPoint(a) ? a.lo.toNumber() : a.lo.toNumber() / 2 + a.hi.toNumber() / 2),
      enclosure: (a) => (sign(a) === 0 ? ['0', '0'] : [a.lo.toString(), a.hi.toString()]),
    }),
    zero,
    one,
    abs,
    compare: comparison,
  };
}

const built = new Map<number, Algebra<Interval>>();

/**
 * Decimal intervals at this many significant digits, every operation rounded outward: the last rung of the ladder, with
 * roots, exp and log, and an independent second opinion on the others.
 *
 * A value made by + − × ÷ √ from rationals also carries a root bound, with which `sign` proves that a small enough
 * enclosure of zero is zero. What may have no value, a quotient by an enclosure of zero or a root or logarithm of one
 * that leaves the domain, leaves nothing known, and so does all that is made of it.
 *
 * @param digits significant digits of the endpoints, a whole number from 2 to 100 000.
 * @throws RangeError for other digits; from `div` when the divisor is zero; from `sqrt` and `log` outside their domain.
 *   Undecided from `sqrt` and `log` where a root bound tells at how many digits it is decided whether there is a value.
 */
export function interval(digits: number): Algebra<Interval> {
  if (!(Number.isInteger(digits) && digits >= 2 && digits <= 100_000)) {
    throw new RangeError(`An interval cannot have ${digits} digits; give a whole number from 2 to 100000.`);
  }
  const existing = built.get(digits);
  if (existing) return existing;
  const fresh = build(digits);
  built.set(digits, fresh);
  return fresh;
}
