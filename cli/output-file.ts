import { closeSync, openSync, writeFileSync } from 'node:fs';
import { reasonOf } from './json-file.ts';
import { UsageError } from './usage-error.ts';

/** Throws a UsageError at once, before any work is done, when a file cannot be written. */
export function requireWritable(file: string | undefined): void {
  if (file !== undefined) attempt(file, () => closeSync(openSync(file, 'a')));
}

/** Writes a file; throws a UsageError that says why when it cannot. */
export const writeFile = (file: string, text: string): void => attempt(file, () => writeFileSync(file, text));

/** A file that is to be written need not be there, but its folder must. */
export const writingReason = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such folder' : reasonOf(error);

function attempt(file: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${writingReason(error)}.`);
  }
}
