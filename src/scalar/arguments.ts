import type { InnerProductSpace, ReadingName, Scalars, Vector } from './algebra.ts';
import { Rational } from './rational.ts';
import { filledList, shown } from './validate.ts';

/*
 * What is asked of the numbers that users hand to a text. A text itself takes them as they come: laws break its
 * hypotheses on purpose, proofs read it over symbols, and runs call it at every step. So the checks stand before the
 * texts, in what the package exports. A number that a reading cannot tell from 0 is taken.
 */

type Reading<S> = Pick<Scalars<S>, 'reading'>;

/** Whether the reading calculates with x: in float64 a finite double, elsewhere a value of its own kind. */
function isNumber<S>({ reading }: Reading<S>, x: unknown): boolean {
  if (typeof x === 'number') return (reading === 'float64' || reading === 'filter') && x - x === 0;
  if (reading === 'rational') return x instanceof Rational;
  return reading !== 'float64' && typeof x === 'object' && x !== null && !Array.isArray(x);
}

/*
 * A run asks at every step. What is asked then has no closure of its own: an engine would make room for what that captures
 * at every call, also where it is not reached.
 */

/** Whether the reading calculates with all of them. */
const areNumbers = <S>(F: Reading<S>, x: Vector<unknown>): boolean =>
  F.reading === 'float64' ? areFinite(x as Vector<number>) : firstOther(F, x) === -1;

/**
 * What is not finite makes the sum so too; a sum of finite numbers is looked at again. Two sums, of which no addition waits
 * for another, and no branch, not even on the type. (So `null` passes for 0 here, as it does in all arithmetic.)
 */
function areFinite(x: Vector<number>): boolean {
  let even = 0;
  let odd = 0;
  let i = 1;
  for (; i < x.length; i += 2) {
    even += x[i - 1]!;
    odd += x[i]!;
  }
  if (i === x.length) even += x[i - 1]!;
  return even + odd - (even + odd) === 0 || isEachFinite(x);
}

const isEachFinite = (x: Vector<number>): boolean => x.every((xi) => xi - xi === 0);

/** Where the first is that the reading does not calculate with; −1 where there is none. */
const firstOther = <S>(F: Reading<S>, x: Vector<unknown>): number => x.findIndex((xi) => !isNumber(F, xi));

function refusal<S>({ reading }: Reading<S>, name: string, x: unknown, wanted = 'a finite number'): RangeError {
  const kinds: Partial<Record<ReadingName, string>> = {
    float64: wanted,
    filter: wanted,
    rational: 'an exact number, such as toRational(3)',
  };
  return new RangeError(
    `${name} is ${shown(x)}; give ${kinds[reading] ?? `a number of the ${reading} reading, such as its of(3)`}.`,
  );
}

/** Throws a RangeError unless the reading calculates with x. */
export function requireNumber<S>(F: Reading<S>, name: string, x: S): void {
  if (!isNumber(F, x)) throw refusal(F, name, x);
}

/** Throws a RangeError unless x is a list of numbers of the reading; it may be empty. */
export function requireNumbers<S>(F: Reading<S>, name: string, x: Vector<S>): void {
  if (!Array.isArray(x) || !areNumbers(F, x)) throw notNumbers(F, name, x);
}

function notNumbers<S>(F: Reading<S>, name: string, x: unknown): RangeError {
  if (!Array.isArray(x)) return new RangeError(`${name} is ${shown(x)}; give a list of numbers.`);
  const i = firstOther(F, x);
  return refusal(F, `${name}[${i}]`, x[i]);
}

/** Throws a RangeError unless x is a list of numbers of the reading, at least one; `of` says of what. */
export function requireSomeNumbers<S>(F: Reading<S>, name: string, x: Vector<S>, of: string): void {
  requireNumbers(F, name, filledList(name, x, of));
}

/** Whether x is a vector: coordinates that are all numbers of the reading, or an object that a space without them has. */
export const isVector = <S, V>(F: InnerProductSpace<S, V>, x: V): boolean =>
  Array.isArray(x) ? areNumbers(F, x) : typeof x === 'object' && x !== null;

/** Where the first is that is no vector; −1 where there is none. */
export function firstOtherVector<S, V>(F: InnerProductSpace<S, V>, all: readonly V[]): number {
  for (let t = 0; t < all.length; t++) if (!isVector(F, all[t]!)) return t;
  return -1;
}

/** Throws a RangeError unless x is a vector. */
export function requireVector<S, V>(F: InnerProductSpace<S, V>, name: string, x: V): void {
  if (!isVector(F, x)) requireNumbers(F, name, x as Vector<S>);
}

/** Whether x is a number of the reading, and positive as far as it can tell. */
export function isPositive<S>(F: Scalars<S>, x: S): boolean {
  if (!isNumber(F, x)) return false;
  const seen = F.sign(x);
  return seen === undefined || seen > 0;
}

/** Throws a RangeError unless x is a number of the reading, and positive. */
export function requirePositive<S>(F: Scalars<S>, name: string, x: S): void {
  if (isPositive(F, x)) return;
  const wanted = 'a positive number';
  if (!isNumber(F, x)) throw refusal(F, name, x, wanted);
  throw new RangeError(`${name} is ${F.enclosure(x)[0]}; give ${wanted}.`);
}

/** Throws a RangeError unless x is a number of the reading, and not negative. */
export function requireNotNegative<S>(F: Scalars<S>, name: string, x: S): void {
  const wanted = 'a number that is at least 0';
  if (!isNumber(F, x)) throw refusal(F, name, x, wanted);
  if (F.sign(x) === -1) throw new RangeError(`${name} is ${F.enclosure(x)[0]}; give ${wanted}.`);
}

/** Throws a RangeError unless all of them are positive numbers of the reading, and there is one; `of` says of what. */
export function requireAllPositive<S>(F: Scalars<S>, name: string, x: Vector<S>, of: string): void {
  filledList(name, x, of).forEach((xi, i) => {
    requirePositive(F, `${name}[${i}]`, xi);
  });
}

/** Throws a RangeError unless both lists are as long. */
export function requireAsMany(
  name: string,
  list: readonly unknown[],
  otherName: string,
  other: readonly unknown[],
): void {
  if (list.length === other.length) return;
  throw new RangeError(`${name} has ${list.length} entries and ${otherName} ${other.length}; give as many to both.`);
}

/** Throws a RangeError unless x is a function. */
export function requireFunction(name: string, x: unknown): void {
  if (typeof x !== 'function') throw new RangeError(`${name} is ${shown(x)}; give a function.`);
}

/** The formula, called only with arguments that pass the check. */
export const checked =
  <A extends readonly unknown[], R>(formula: (...given: A) => R, check: (...given: A) => void): ((...given: A) => R) =>
  (...given) => {
    check(...given);
    return formula(...given);
  };
