import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NecessityWitnesses } from '../src/law/necessity.ts';
import { witnessName } from '../src/law/necessity.ts';
import type { Witness } from '../src/law/witness.ts';
import { UsageError } from './usage-error.ts';
import { readWitness } from './witness-file.ts';

/** The laws' folder beside this one, in the sources as in the built package. */
const PROPERTIES = fileURLToPath(new URL('../properties', import.meta.url));

let loaded: NecessityWitnesses | undefined;

/** The witnesses of necessity that ship with the laws, by `<law>.<hypothesis>`; read once, at first use. */
export function necessityWitnesses(): NecessityWitnesses {
  loaded ??= readNecessityWitnesses(PROPERTIES);
  return loaded;
}

/** Every `<folder>/witnesses/<law>.<hypothesis>.json` below a folder of laws. */
export function readNecessityWitnesses(properties: string): NecessityWitnesses {
  const found = new Map<string, Witness>();
  for (const file of witnessFiles(properties)) {
    const witness = readWitness(file);
    const name = witnessName(witness.law, witness.broken ?? '');
    if (basename(file, '.json') !== name) {
      throw new UsageError(`${file} is about “${name}”; rename it to ${name}.json.`);
    }
    found.set(name, witness);
  }
  return found;
}

/** The paths of the witnesses of necessity, each folder's in alphabetical order. */
export const witnessFiles = (properties: string): string[] => dataFiles(properties, 'witnesses');

/** The paths of `<root>/<folder>/<kind>/<name>.json`, each folder's in alphabetical order. */
export function dataFiles(root: string, kind: 'witnesses' | 'certificates'): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name, kind))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(folder, name)),
    );
}
