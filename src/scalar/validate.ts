import type { Exact, ExactVector } from './exact.ts';
import { showExact, toRational } from './exact.ts';
import { signOf } from './rational.ts';

/** Returns x when it is an exactly known real number; throws a RangeError naming the argument otherwise. */
export function real(name: string, x: Exact): Exact {
  if (typeof x === 'number' && !Number.isFinite(x)) {
    throw new RangeError(`${name} is ${x}; give a finite number.`);
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

/** Returns v when it has at least one coordinate, all of them finite; throws a RangeError otherwise. */
export function realVector(name: string, v: ExactVector): ExactVector {
  if (v.length === 0) throw new RangeError(`${name} is empty; give at least one coordinate.`);
  v.forEach((x, i) => {
    real(`${name}[${i}]`, x);
  });
  return v;
}
