import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyLaw } from '../src/law/law.ts';
import type { Witness } from '../src/law/witness.ts';
import { reasonOf } from './json-file.ts';
import { oneLine, UsageError } from './usage-error.ts';
import { readWitness, standing } from './witness-file.ts';

/** Counterexamples of earlier runs. */
export interface Stored {
  /** Those that can be replayed, by law. */
  readonly byLaw: ReadonlyMap<string, readonly Witness[]>;
  /** A sentence about each that cannot. */
  readonly notes: readonly string[];
}

/**
 * The counterexamples kept in a folder; none when there is no such folder. Throws a UsageError that names the file
 * when one is malformed. Witnesses of other laws than these are left alone.
 */
export function readStored(folder: string, laws: readonly AnyLaw[]): Stored {
  const byLaw = new Map<string, Witness[]>();
  const notes: string[] = [];
  const byId = new Map(laws.map((law) => [law.id, law]));
  for (const file of jsonFiles(folder)) {
    const witness = readWitness(file);
    const law = byId.get(witness.law);
    if (law === undefined) continue;
    const result = standing(law, witness);
    if (result.kind !== 'valid') {
      notes.push(oneLine(`${file} is not replayed: ${result.because}`));
    } else if (witness.broken !== undefined) {
      notes.push(oneLine(`${file} is not replayed: it is about what happens without “${witness.broken}”.`));
    } else {
      byLaw.set(law.id, [...(byLaw.get(law.id) ?? []), witness]);
    }
  }
  return { byLaw, notes };
}

function jsonFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new UsageError(`The folder of counterexamples ${folder} cannot be read: ${reasonOf(error)}.`);
  }
}
