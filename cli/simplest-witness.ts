import type { AnyLaw, Hypothesis } from '../src/law/law.ts';
import { searchNecessity, witnessName } from '../src/law/necessity.ts';
import { seedFor } from '../src/law/seed.ts';
import { encode, replay, type Witness, writtenLength } from '../src/law/witness.ts';

export const SEEDS = 8;
export const CASES = 3000;

/** Steps, then coordinates, then characters: what “small” means for a witness. */
function size(instance: unknown): readonly number[] {
  const data = encode(instance) as { readonly [key: string]: unknown };
  const lengthOf = (key: string): number => (Array.isArray(data[key]) ? data[key].length : 0);
  return [lengthOf('losses'), lengthOf('start') + lengthOf('point'), writtenLength(data)];
}

function smaller(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((x, i) => x !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}

/** A witness of necessity, and whether it is the one that is stored. */
export interface Found {
  readonly instance: unknown;
  readonly isStored: boolean;
}

/**
 * The stored witness of a hypothesis, as long as it shows that the law needs it, unless the search finds a smaller one: so
 * searching twice changes nothing. Undefined where there is none.
 */
export function simplestWitness(
  law: AnyLaw,
  hypothesis: Hypothesis<unknown>,
  stored: Witness | undefined,
  cases = CASES,
): Found | undefined {
  const replayed = stored === undefined ? undefined : replay(law, stored);
  let best: Found | undefined =
    replayed?.outcome === 'reproduced' ? { instance: replayed.instance, isStored: true } : undefined;
  for (let k = 1; k <= SEEDS; k++) {
    const seed = seedFor(k, witnessName(law.id, hypothesis.name));
    const instance = searchNecessity(law, hypothesis, { seed, from: 0, to: cases });
    if (instance === undefined || (best !== undefined && !smaller(size(instance), size(best.instance)))) continue;
    best = { instance, isStored: false };
  }
  return best;
}
