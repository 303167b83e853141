import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closest } from 'fastest-levenshtein';
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

/** Writes a file where it differs, and removes one that would be empty. */
function write(file: string, stored: Stored): void {
  const text = `${JSON.stringify(stored, null, 2)}\n`;
  if (Object.keys(stored).length === 0) rmSync(file, { force: true });
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
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
    err(
      wrong.startsWith('-')
        ? `Unknown option ${wrong}; the only one is ${AGAIN}, to search for every certificate anew.`
        : `No theorem with certificates has the id “${wrong}”; the nearest is ${closest(wrong, known)}. Without ids, all are taken.`,
    );
    return 2;
  }
  const missing: string[] = [];
  for (const theorem of searched.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
    const { id, file } = theorem;
    const before = words.includes(AGAIN) ? {} : readStored(file);
    const count = { identity: 0, kept: 0, found: 0, 'not found': 0 };
    const found = await findCertificates(theorem, solver, before, (outcome, problem, text) => {
      count[outcome]++;
      if (outcome === 'found') out(`Found ${placeOf(id, problem)}: ${text}`);
      if (outcome === 'not found') out(`Not found ${placeOf(id, problem)}`);
    });
    write(join(folder, file), found.stored);
    missing.push(...found.missing.map((problem) => placeOf(id, problem)));
    if (count.kept + count.found + count['not found'] > 0)
      out(`${id}: ${count.kept} kept, ${count.found} found, ${count['not found']} not found.`);
  }
  if (missing.length === 0) return 0;
  err(`No certificate was found for ${missing.length === 1 ? 'one goal' : `${missing.length} goals`}:`);
  for (const each of missing) err(`  ${each}`);
  return 1;
}
