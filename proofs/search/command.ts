import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { NotProved } from '../kernel/fact.ts';
import { keyOf, readStored, type Stored } from '../theorem/stored.ts';
import type { ArgumentTheorem, Theorem } from '../theorem/theorem.ts';
import { findCertificates } from './find.ts';
import type { Problem } from './problems.ts';
import type { Solver } from './solver.ts';

/** What the command works with. */
export interface Workshop {
  readonly theorems: readonly Theorem[];
  readonly solver: Solver;
  /** The folder `proofs` of the sources, where the files are written. */
  readonly folder: string;
  /** Prints a line of progress, and of complaint. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const AGAIN = '--again';

/** Where a goal is: `box, one coordinate, A-(23) (path 00)`. */
const placeOf = (id: string, { part, path, goal }: Problem): string => `${id}, ${part}, ${keyOf(goal.name, [path])}`;

/** Writes a file where it differs, all of it or nothing, and removes one that would be empty. */
function write(file: string, stored: Stored): void {
  const text = `${JSON.stringify(stored, null, 2)}\n`;
  if (Object.keys(stored).length === 0) rmSync(file, { force: true });
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}

/** `  3 kept,   0 found,   1 not found`. */
const line = (count: Readonly<Record<'kept' | 'found' | 'not found', number>>): string =>
  (['kept', 'found', 'not found'] as const).map((what) => `${`${count[what]}`.padStart(3)} ${what}`).join(', ');

const NEAREST = 3;

/** What is wrong with a word that is no id of a theorem. */
function complaint(word: string, ids: readonly string[]): string {
  const shown = word.length > 60 ? `${word.slice(0, 60)}…` : word;
  if (word.startsWith('-')) return `Unknown option ${shown}; the only one is ${AGAIN}, to search for everything anew.`;
  const nearest = ids.toSorted((a, b) => distance(a, word) - distance(b, word)).slice(0, NEAREST);
  return `No theorem with certificates matches “${shown}”; the nearest ids are ${nearest.join(', ')}. Without ids, all are taken.`;
}

/** What is stored for a theorem; undefined, with a complaint, when its file cannot be read. */
function storedFor({ file }: ArgumentTheorem, err: Workshop['err']): Stored | undefined {
  try {
    return readStored(file);
  } catch (error) {
    if (!(error instanceof NotProved)) throw error;
    err(`${error.message} Mend it, or search for everything anew with ${AGAIN}.`);
    return undefined;
  }
}

/** The error of a text that cannot be read to its end. */
function refusal(error: unknown): NotProved {
  if (error instanceof NotProved) return error;
  throw error;
}

/**
 * Looks for the certificates that are missing or no longer check, of the theorems of these ids or of all, and writes
 * them; with `--again` for every one anew. Returns the exit code: 1 when some were not found, 2 for bad usage.
 */
export async function proveCommand(words: readonly string[], workshop: Workshop): Promise<number> {
  const { theorems, solver, folder, out, err } = workshop;
  const searched = theorems.filter((theorem): theorem is ArgumentTheorem => 'written' in theorem);
  const ids = words.filter((word) => word !== AGAIN);
  const known = searched.map(({ id }) => id);
  const wrong = ids.find((word) => !known.includes(word));
  if (wrong !== undefined) {
    err(complaint(wrong, known));
    return 2;
  }
  const missing: string[] = [];
  const chosen = searched.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const width = Math.max(...chosen.map(({ id }) => id.length));
  for (const theorem of chosen) {
    const { id, file } = theorem;
    const before = words.includes(AGAIN) ? {} : storedFor(theorem, err);
    if (before === undefined) return 2;
    const count = { identity: 0, kept: 0, found: 0, 'not found': 0 };
    const search = findCertificates(theorem, solver, before, (outcome, problem, text) => {
      count[outcome]++;
      if (outcome === 'found') out(`Found ${placeOf(id, problem)}:\n  ${text}`);
      if (outcome === 'not found') out(`Not found ${placeOf(id, problem)}.`);
    });
    const found = await search.catch(refusal);
    if (found instanceof NotProved) {
      missing.push(`${id}: ${found.message}`);
      continue;
    }
    write(join(folder, file), found.stored);
    missing.push(...found.missing.map((problem) => placeOf(id, problem)));
    if (count.kept + count.found + count['not found'] > 0) out(`${id.padEnd(width)}  ${line(count)}`);
  }
  if (missing.length === 0) return 0;
  err(`No certificate was found for ${missing.length === 1 ? 'one goal' : `${missing.length} goals`}:`);
  for (const each of missing) err(`  ${each}`);
  return 1;
}
