import { type Exact, sameExact, toRational } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { Rational, rational, reduce, signOf } from '../scalar/rational.ts';

/** Simpler numbers than x, simplest first: 0, 1, whole numbers, few fractional bits, smaller parts. */
export function* simplerNumbers(x: Exact): Generator<Exact> {
  const value = reduce(toRational(x));
  const sign = signOf(value);
  if (sign === 0) return;
  const seen: Exact[] = [x];
  const fresh = function* (candidate: Exact): Generator<Exact> {
    if (seen.some((other) => sameExact(other, candidate))) return;
    seen.push(candidate);
    yield candidate;
  };
  yield* fresh(0);
  if (value.denominator === 1n) {
    if (sign < 0) yield* fresh(asExact(new Rational(-value.numerator, 1n)));
    yield* fresh(sign);
    // Halving from x back toward x − 1, as a binary search for the smallest failing integer would.
    for (let step = value.numerator / 2n; step !== 0n; step /= 2n) {
      yield* fresh(asExact(new Rational(value.numerator - step, 1n)));
    }
    return;
  }
  yield* fresh(sign);
  const whole = value.numerator / value.denominator;
  yield* fresh(asExact(new Rational(whole, 1n)));
  yield* fresh(asExact(new Rational(whole + BigInt(sign), 1n)));
  for (const bits of [1, 2, 3, 4, 8, 16, 32]) {
    const unit = 1n << BigInt(bits);
    // Not to a larger denominator, or 1/8 and 1/7 would each be the other's simplification.
    if (unit >= value.denominator) break;
    const kept = (value.numerator * unit) / value.denominator;
    yield* fresh(asExact(rational(kept === 0n ? BigInt(sign) : kept, unit)));
  }
  if (sign < 0) yield* fresh(asExact(new Rational(-value.numerator, value.denominator)));
  // p/q toward smaller p with the same q, then toward smaller q.
  if (value.denominator < 1n << 20n) {
    for (let step = value.numerator / 2n; step !== 0n; step /= 2n) {
      yield* fresh(asExact(rational(value.numerator - step, value.denominator)));
    }
    if (value.denominator > 2n) yield* fresh(asExact(rational(value.numerator, value.denominator - 1n)));
  }
}

/** How many characters it takes to write a number: the measure by which witnesses are compared. */
export const digits = (x: Exact): number => asExact(toRational(x)).toString().length;

/** The list with one entry replaced. */
export const withEntry = <T>(list: readonly T[], index: number, entry: T): readonly T[] =>
  list.map((old, i) => (i === index ? entry : old));

/** The list without one entry. */
export const withoutEntry = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, i) => i !== index);

/** Plain data as an instance of a law is made of: exact numbers, names, lists and records. */
type Data = Exact | string | boolean | null | undefined | readonly Data[] | { readonly [key: string]: Data };

const isExact = (value: Data): value is Exact => typeof value === 'number' || value instanceof Rational;

/** Every variant of the data with all its numbers, or one number, made simpler; keys in `fixed` are left alone. */
export function* simplerData<T>(data: T, fixed: ReadonlySet<string> = new Set()): Generator<T> {
  yield* walk(data as Data, fixed) as Generator<T>;
}

function* walk(data: Data, fixed: ReadonlySet<string>): Generator<Data> {
  if (isExact(data)) {
    yield* simplerNumbers(data);
  } else if (Array.isArray(data)) {
    const list = data as readonly Data[];
    if (list.length > 1 && list.every(isExact) && list.some((x) => signOf(toRational(x as Exact)) !== 0)) {
      yield list.map(() => 0);
    }
    for (let i = 0; i < list.length; i++) {
      for (const simpler of walk(list[i], fixed)) yield withEntry(list, i, simpler);
    }
  } else if (typeof data === 'object' && data !== null) {
    const record = data as { readonly [key: string]: Data };
    for (const key of Object.keys(record)) {
      if (fixed.has(key)) continue;
      for (const simpler of walk(record[key], fixed)) yield { ...record, [key]: simpler };
    }
  }
}

/** All the numbers in the data, in order. */
export function exactNumbers(data: unknown): Exact[] {
  const node = data as Data;
  if (isExact(node)) return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(exactNumbers) : [];
}
