import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { sentenceOf, UsageError, withFullStop } from './usage-error.ts';

const MEGABYTE = 2 ** 20;
const DEEPEST = 64;
const POISONED = new Set(['__proto__', 'constructor', 'prototype']);

/** Untrusted JSON from a file, of a known form. Throws a UsageError that names the file and what is wrong with it. */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>, megabytes = 5): T {
  const data = parseFile(file, megabytes);
  requirePlain(file, data);
  const result = schema.safeParse(data);
  if (!result.success)
    throw new UsageError(withFullStop(`${file} does not have the expected form: ${sentenceOf(result.error)}`));
  return result.data;
}

function parseFile(file: string, megabytes: number): unknown {
  const text = readText(file, megabytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON, or is cut off.`);
  }
}

function readText(file: string, megabytes: number): string {
  try {
    const stats = statSync(file); // before opening: opening a pipe would wait for its other end
    if (!stats.isFile()) throw new UsageError(`${file} is not a regular file; give the path of a JSON file.`);
    if (stats.size > megabytes * MEGABYTE) {
      throw new UsageError(
        `${file} has ${Math.ceil(stats.size / MEGABYTE)} MB; no file of its kind is larger than ${megabytes} MB.`,
      );
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'a file of that name is in the way',
};

/** Why the file system said no, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? sentenceOf(error);
}

/** Refuses nesting that would exhaust the stack, and keys that mean something to JavaScript itself. Not recursive. */
function requirePlain(file: string, data: unknown): void {
  const open: [value: unknown, depth: number][] = [[data, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) throw new UsageError(`${file} is nested more than ${DEEPEST} levels deep.`);
    for (const [key, child] of Object.entries(value)) {
      if (POISONED.has(key)) throw new UsageError(`${file} has the key “${key}”, which no file of its kind has.`);
      open.push([child, depth + 1]);
    }
  }
}
