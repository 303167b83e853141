import { InvalidArgumentError } from 'commander';
import type { Shard } from './task.ts';

export const DEFAULT_RUNS = 1000;
export const DEFAULT_SEED = 9902;
const MOST_RUNS = 1e9;
const MOST_JOBS = 1024;
const MOST_SHARDS = 10_000;
const MOST_SECONDS = 1e6;

/** The options of `verify`, as commander hands them over. */
export interface VerifyOptions {
  readonly runs: number;
  readonly seed: number;
  readonly jobs?: number;
  readonly timeLimit?: number;
  readonly json?: string;
  readonly junit?: string;
  readonly shard?: Shard;
  readonly proofs?: boolean;
  readonly witnesses: string;
}

const whole =
  (what: string, least: number, most: number) =>
  (text: string): number => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      throw new InvalidArgumentError(`Give ${what} as a whole number from ${least} to ${most}.`);
    }
    return value;
  };

export const parseRuns = whole('the number of cases', 1, MOST_RUNS);
export const parseJobs = whole('the number of worker threads', 1, MOST_JOBS);

const wholeSeed = whole('the seed', 0, 0xffffffff);

/** A 32-bit seed, or `random` for a fresh one. */
export const parseSeed = (text: string): number =>
  text === 'random' ? Math.floor(Math.random() * 0x1_0000_0000) : wholeSeed(text);

/** The name of a folder, which may be one to make. */
export function parseFolder(text: string): string {
  if (text === '') throw new InvalidArgumentError('Give the name of a folder.');
  return text;
}

/** The name of a file, which may be one to make. */
export function parseFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('Give the name of a file.');
  if (text === '-') throw new InvalidArgumentError('Give the name of a file; ./- is one of that name.');
  return text;
}

/** Seconds, fractions allowed. */
export function parseSeconds(text: string): number {
  const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= MOST_SECONDS)) throw new InvalidArgumentError('Give a positive number of seconds.');
  return value;
}

/** `2/4`: the second of four shards. */
export function parseShard(text: string): Shard {
  const [, index, of] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of || of > MOST_SHARDS) {
    throw new InvalidArgumentError('Give i/n with 1 ≤ i ≤ n, such as 2/4 for the second of four shards.');
  }
  return { index, of };
}
