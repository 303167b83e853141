import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyLaw } from '../src/law/law.ts';
import { decodeInstance, knowsImplementation, type Witness, witnessSchema } from '../src/law/witness.ts';
import { readJsonFile } from './json-file.ts';
import { makeFolder, writingReason } from './output-file.ts';
import { oneLine, sentenceOf, UsageError, withFullStop } from './usage-error.ts';
import { VERSION } from './version.ts';

/** A stored counterexample; throws a UsageError that names the file and what is wrong with it. */
export const readWitness = (file: string): Witness => readJsonFile(file, witnessSchema);

/** Where a counterexample is kept: names tell values apart. */
export function witnessPath(folder: string, { law, version, implementation, instance, kept }: Witness): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([law, version, implementation, instance]))
    .digest('hex');
  return join(folder, `${law}.${kept}.${hash.slice(0, 16)}.json`);
}

/** Keeps a counterexample in the folder. Nothing is ever overwritten. */
export function keepWitness(folder: string, witness: Witness): void {
  const file = witnessPath(folder, witness);
  if (existsSync(file)) return;
  const text = JSON.stringify({ ...witness, hints: { ...witness.hints, package: VERSION } }, undefined, 2);
  try {
    makeFolder(folder);
    writeFileSync(file, `${text}\n`, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`The counterexample ${file} cannot be written: ${writingReason(error)}.`);
  }
}

/** What a witness says, or why it says nothing about the law as it is now. */
export type Standing =
  | { readonly kind: 'valid'; readonly instance: unknown }
  | { readonly kind: 'law-changed' | 'input-invalid'; readonly because: string };

const LONGEST_NAME = 60;

/** A name that a file makes up, fit for a terminal. */
const quoted = (name: string): string => `“${oneLine(name).slice(0, LONGEST_NAME)}”`;

/** Whether the instance of a witness can still be read and satisfies the hypotheses it should. */
export function standing(law: AnyLaw, { version, instance: json, broken, implementation }: Witness): Standing {
  if (version !== law.version) {
    const because = `the witness is about version ${version} of ${law.id}, and this is version ${law.version}.`;
    return { kind: 'law-changed', because };
  }
  if (!knowsImplementation(law, implementation)) {
    return { kind: 'law-changed', because: `${law.id} knows no implementation ${quoted(implementation)}.` };
  }
  if (broken !== undefined && !law.hypotheses.some(({ name }) => name === broken)) {
    return { kind: 'law-changed', because: `${law.id} has no hypothesis ${quoted(broken)}.` };
  }
  try {
    const instance = decodeInstance(law, json, broken);
    const wrong = law.hypotheses.find(({ name, holds }) => holds(instance) !== (name !== broken));
    if (wrong === undefined) return { kind: 'valid', instance };
    const verb = wrong.name === broken ? 'does not break' : 'breaks';
    return { kind: 'input-invalid', because: `the instance ${verb} “${wrong.name}”: ${wrong.says}` };
  } catch (error) {
    return { kind: 'input-invalid', because: withFullStop(sentenceOf(error)) };
  }
}
