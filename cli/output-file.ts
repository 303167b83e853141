import { closeSync, lstatSync, mkdirSync, mkdtempSync, openSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { reasonOf } from './json-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * Throws a UsageError at once, before any work is done, when one of these files cannot be written, or two are the same.
 * Leaves nothing behind.
 */
export function requireWritable(...files: readonly (string | undefined)[]): void {
  const given = files.filter((file) => file !== undefined);
  const twice = given.find((file, i) => given.findIndex((other) => resolve(other) === resolve(file)) < i);
  if (twice !== undefined) throw new UsageError(`${twice} is given for two files; give each a name of its own.`);
  for (const file of given) attempt(file, () => tryWriting(file));
}

function tryWriting(file: string): void {
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    if (!isA('EEXIST', error)) throw error;
    closeSync(openSync(file, 'a'));
    return;
  }
  unlinkSync(file);
}

/**
 * Throws a UsageError at once, before any work is done, when counterexamples cannot be kept in a folder. One that is
 * not there yet is not made: there may be nothing to keep.
 */
export function requireFolder(folder: string): void {
  try {
    rmdirSync(mkdtempSync(join(nearestThere(folder), '.gradient-laws-')));
  } catch (error) {
    const reason = writingReason(error);
    throw new UsageError(
      `Counterexamples cannot be kept in ${folder}: ${reason}; give another folder with --witnesses.`,
    );
  }
}

/** The folder itself, or the first one above it that is there. */
const nearestThere = (folder: string): string => (isThere(folder) ? folder : nearestThere(dirname(folder)));

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Makes a folder and those above it. Not by `recursive`, which tries for ever below a folder that takes no others. */
export function makeFolder(folder: string): void {
  if (isThere(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isA('EEXIST', error)) throw error; // somebody else was faster
  }
}

/** Writes a file; throws a UsageError that says why when it cannot. */
export const writeFile = (file: string, text: string): void => attempt(file, () => writeFileSync(file, text));

/** A file that is to be written need not be there, but its folder must. */
export const writingReason = (error: unknown): string =>
  isA('ENOENT', error) ? 'there is no such folder' : reasonOf(error);

const isA = (code: string, error: unknown): boolean => error instanceof Error && 'code' in error && error.code === code;

function attempt(file: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${writingReason(error)}.`);
  }
}
