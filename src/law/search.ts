import fc from 'fast-check';
import { InstanceArbitrary, type Instances } from './instances.ts';

/** What a search over instances came to. */
export interface Search<I> {
  /** How many instances were examined before the first failure, or in all. */
  readonly cases: number;
  /** The first instance that failed, and the simplest one it was shrunk to. */
  readonly failure: { readonly first: I; readonly simplest: I } | undefined;
  readonly interrupted: boolean;
}

/** Which cases are drawn, and when the search ends. */
export interface SearchRange {
  readonly seed: number;
  /** Index of the first case. The i-th case depends on the seed and i alone, so ranges can be shared out. */
  readonly from: number;
  readonly to: number;
  /** When the search stops with fewer cases, in milliseconds as `Date.now()` counts. Default never. */
  readonly deadline?: number;
  /** Whether to simplify what is found. Default true. */
  readonly shrink?: boolean;
}

/** Simplifications tried of one failure; further ones would cost more time than they save the reader. */
export const MOST_SIMPLIFICATIONS = 20_000;

/** Draws instances until one fails the test; then shrinks it. The second argument of `passes` tells shrinks from draws. */
export function search<I>(
  instances: Instances<I>,
  passes: (instance: I, shrinking: boolean) => boolean,
  { seed, from, to, deadline = Number.POSITIVE_INFINITY, shrink = true }: SearchRange,
): Search<I> {
  const time = deadline - Date.now();
  if (to <= from || time <= 0) return { cases: 0, failure: undefined, interrupted: to > from };
  let cases = 0;
  let simplifications = 0;
  let first: { readonly instance: I } | undefined;
  const details = fc.check(
    fc.property(new InstanceArbitrary(instances), (instance) => {
      const shrinking = first !== undefined;
      if (!shrinking) cases++;
      else if (++simplifications > MOST_SIMPLIFICATIONS) return true;
      if (passes(instance, shrinking)) return true;
      first ??= { instance };
      return false;
    }),
    {
      seed,
      numRuns: to - from,
      endOnFailure: !shrink,
      ...(from === 0 ? {} : { path: `${from}` }),
      ...(time < Number.POSITIVE_INFINITY ? { interruptAfterTimeLimit: time, markInterruptAsFailure: false } : {}),
    },
  );
  const simplest = details.counterexample?.[0];
  return {
    cases,
    failure: first === undefined ? undefined : { first: first.instance, simplest: simplest ?? first.instance },
    interrupted: details.interrupted,
  };
}
