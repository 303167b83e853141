import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Loads a text of src/ with one place of it changed; its imports are those of the original. */
export async function mutated<M>(file: string, from: string, to: string): Promise<M> {
  const path = resolve(file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new RangeError(`"${from}" occurs not exactly once in ${file}.`);
  const folder = mkdtempSync(join(tmpdir(), 'mutated-text-'));
  const copy = join(folder, 'text.ts');
  const moved = text
    .replace(from, to)
    .replace(/from '(\.[^']*)'/g, (_, relative: string) => `from '${resolve(dirname(path), relative)}'`);
  writeFileSync(copy, moved);
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(copy).href)) as M;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
