import type { Algebra } from './algebra.ts';

/**
 * The same function, computed once for every reading and kept for as long as the reading is: constants are asked for at
 * each point of an integral, and readings over another reading in each case of a law.
 */
export function oncePerReading<M extends <S>(F: Algebra<S>) => unknown>(compute: M): M {
  const known = new WeakMap<object, { readonly value: unknown }>();
  const once = <S>(F: Algebra<S>): unknown => {
    const found = known.get(F);
    if (found !== undefined) return found.value; // it was computed for this very reading
    const value = compute(F);
    known.set(F, { value });
    return value;
  };
  return once as M;
}
