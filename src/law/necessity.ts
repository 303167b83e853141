import { decide } from './decide.ts';
import type { AnyLaw, Hypothesis } from './law.ts';
import type { HypothesisReport } from './report.ts';
import { type SearchRange, search } from './search.ts';
import { replay, statementAbout, type Witness } from './witness.ts';

/** Stored witnesses of necessity, by `<law>.<hypothesis>`. */
export type NecessityWitnesses = ReadonlyMap<string, Witness>;

/** The name under which a witness of necessity is stored. */
export const witnessName = (law: string, hypothesis: string): string => `${law}.${hypothesis}`;

/** What became of a hypothesis; what is wrong with its witness; whether it was too late to look. */
type Settled = HypothesisReport & { readonly problem?: string; readonly untried?: boolean };

/** Settles every hypothesis of a law from its stored witness or its argument. */
export function necessityOf(
  law: AnyLaw,
  witnesses: NecessityWitnesses = new Map(),
  isLate: () => boolean = () => false,
): Settled[] {
  return law.hypotheses.map(({ name, necessity }): Settled => {
    if (necessity.kind !== 'search') return { name, necessity: necessity.kind, witness: null };
    const stored = witnessName(law.id, name);
    const witness = witnesses.get(stored);
    if (witness === undefined) return { name, necessity: 'not-shown', witness: null };
    if (isLate()) return { name, necessity: 'not-shown', witness: `${stored}.json`, untried: true };
    const result = replayNecessity(law, name, witness);
    return result === undefined
      ? { name, necessity: 'necessary', witness: `${stored}.json` }
      : { name, necessity: 'not-shown', witness: `${stored}.json`, problem: result };
  });
}

/** Undefined when the witness breaks its hypothesis alone and the claim with it; otherwise what is wrong with it. */
function replayNecessity(law: AnyLaw, hypothesis: string, witness: Witness): string | undefined {
  if (witness.law !== law.id || witness.broken !== hypothesis || witness.implementation !== 'reference') {
    return `The stored witness is about “${witness.broken ?? 'nothing'}” in ${witness.law}, ${witness.implementation}.`;
  }
  const result = replay(law, witness);
  if (result.outcome === 'reproduced') return undefined;
  if (result.outcome === 'crashed') return `The claim crashed on its stored witness: ${result.because}`;
  if ('because' in result) return result.because;
  return `The claim is ${result.outcome === 'fixed' ? 'true' : 'not decided'} on its stored witness.`;
}

/** Searches for an instance that breaks one hypothesis alone and the claim with it, as simple as shrinking makes it. */
export function searchNecessity(law: AnyLaw, hypothesis: Hypothesis<unknown>, range: SearchRange): unknown {
  if (hypothesis.necessity.kind !== 'search') return undefined;
  const { breaking } = hypothesis.necessity;
  const breaksItAlone = (instance: unknown): boolean =>
    law.hypotheses.every(({ name, holds }) => holds(instance) === (name !== hypothesis.name));
  const isWitness = (instance: unknown): boolean => {
    try {
      return decide(statementAbout(law, instance), law.ladder).outcome === 'violated' && breaksItAlone(instance);
    } catch {
      return false; // an instance outside the domain of the claim shows nothing
    }
  };
  const { all } = breaking;
  if (all !== undefined) return all.find(isWitness);
  return search(breaking, (instance) => !isWitness(instance), range).failure?.simplest;
}
