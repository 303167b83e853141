import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { AnyLaw } from '../../src/law/law.ts';
import { search } from '../../src/law/search.ts';
import { encode } from '../../src/law/witness.ts';

/** Generated instances and their simplifications come back from JSON as they were, and the former keep all hypotheses. */
export function expectRoundTrips(laws: readonly AnyLaw[], cases = 8): void {
  for (const { id, hypotheses, instances } of laws) {
    const { accepts, decode, simplify } = instances;
    const result = search(
      instances,
      (instance) => {
        const candidates = [...simplify(instance)].filter(accepts).slice(0, 5);
        const survives = (one: unknown): boolean =>
          isDeepStrictEqual(encode(decode(JSON.parse(JSON.stringify(encode(one))))), encode(one));
        return [instance, ...candidates].every(survives) && hypotheses.every(({ holds }) => holds(instance));
      },
      { seed: 7737, from: 0, to: cases, shrink: false },
    );
    expect({ id, failure: result.failure }).toEqual({ id, failure: undefined });
  }
}
