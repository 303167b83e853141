import type { Instances } from '../src/law/instances.ts';
import type { Necessity } from '../src/law/law.ts';

/** A hypothesis that is necessary for a law, shown on instances that break it alone. */
export const searched = <I>(breaking: Instances<I>, note?: string): Necessity<I> =>
  note === undefined ? { kind: 'search', breaking } : { kind: 'search', breaking, note };
