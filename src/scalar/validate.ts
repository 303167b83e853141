import type { Exact, ExactVector } from './exact.ts';
import { showExact, toRational } from './exact.ts';
import { Rational, signOf } from './rational.ts';

/** A value as a refusal writes it, whatever it is. */
export function shown(x: unknown): string {
  if (typeof x === 'string') return `'${x}'`;
  if (Array.isArray(x)) return `[${x.map(shown).join(', ')}]`;
  if (typeof x === 'object' && x !== null && !(x instanceof Rational)) return 'an object';
  return typeof x === 'function' ? 'a function' : String(x);
}

/** Returns x when it is an exactly known real number; throws a RangeError naming the argument otherwise. */
export function real(name: string, x: Exact): Exact {
  if (typeof x === 'number' ? !Number.isFinite(x) : !(x instanceof Rational)) {
    throw new RangeError(`${name} is ${shown(x)}; give a finite number.`);
  }
  return x;
}

/** Returns x when it is positive; throws a RangeError naming the argument otherwise. */
export function positive(name: string, x: Exact): Exact {
  if (signOf(toRational(real(name, x))) <= 0) {
    throw new RangeError(`${name} is ${showExact(x)}; give a positive number.`);
  }
  return x;
}

/** Returns n when it is a whole number, at least 1 or `least`; a RangeError naming the argument says what it counts. */
export function whole(name: string, n: number, wanted = 'a whole number', least = 1): number {
  if (!Number.isSafeInteger(n) || n < least) {
    throw new RangeError(`${name} is ${shown(n)}; give ${wanted}, at least ${least}.`);
  }
  return n;
}

/** Returns the list when it is one, with something in it; `of` says of what. Throws a RangeError otherwise. */
export function filledList<T>(name: string, list: readonly T[], of: string): readonly T[] {
  if (!Array.isArray(list)) throw new RangeError(`${name} is ${shown(list)}; give a list of at least one ${of}.`);
  if (list.length === 0) throw new RangeError(`${name} is empty; give at least one ${of}.`);
  return list;
}

/** Returns v when it has at least one coordinate, all of them finite; throws a RangeError otherwise. */
export function realVector(name: string, v: ExactVector): ExactVector {
  filledList(name, v, 'coordinate').forEach((x, i) => {
    real(`${name}[${i}]`, x);
  });
  return v;
}
