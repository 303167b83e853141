import { requireFit } from './implementation.ts';
import type { AnyLaw } from './law.ts';
import type { NecessityWitnesses } from './necessity.ts';
import { shown } from './plain-numbers.ts';

/** How many cases of a law are drawn and from where, and what else a check is given. */
export interface CheckOptions {
  /** Cases in total. */
  readonly runs: number;
  readonly seed: number;
  /**
   * Which of how many shards this is; index from 1. Cases are split by index; stored counterexamples, teeth and
   * necessity are shard 1's; laws about finitely many instances are decided whole in every shard.
   */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Seconds for the cases of the law; also for all else unless there is a deadline. */
  readonly timeLimit?: number;
  /** When to begin nothing more: no case, no planted mistake, no hypothesis. In milliseconds, as `Date.now()` counts. */
  readonly deadline?: number;
  /** Stored counterexamples, replayed first. */
  readonly stored?: readonly unknown[];
  /** Witnesses of the necessity of hypotheses, by law and hypothesis. */
  readonly witnesses?: NecessityWitnesses;
  /** Called now and then with the number of cases done. */
  readonly onProgress?: (cases: number) => void;
}

/** Throws a RangeError that names the option and its value unless all of them are what they should be. */
export function requireOptions(options: CheckOptions): void {
  required('options', options, isObject, 'at least { runs, seed }');
  const { shard, timeLimit, deadline, stored, witnesses, onProgress } = options;
  requireRunsAndSeed(options);
  requireShard(shard);
  optional('timeLimit', timeLimit, (x) => typeof x === 'number' && x >= 0, 'seconds, at least 0');
  optional('deadline', deadline, isNumber, 'milliseconds, as Date.now() counts');
  optional('stored', stored, Array.isArray, 'a list of instances');
  optional('witnesses', witnesses, (x) => x instanceof Map, 'a Map');
  optional('onProgress', onProgress, (x) => typeof x === 'function', 'a function');
}

/** Throws a RangeError unless there is at least one run, and a seed. */
export function requireRunsAndSeed({ runs, seed }: Pick<CheckOptions, 'runs' | 'seed'>): void {
  required('runs', runs, (x) => isWhole(x) && x >= 1, 'a whole number, at least 1');
  required('seed', seed, isWhole, 'a whole number');
}

/** Throws a RangeError unless this is a law, as what `find` returns may not be, that can judge what it is given to judge. */
export function requireLaw(law: AnyLaw): void {
  required('law', law, (x) => isObject(x) && 'claim' in x && 'instances' in x, 'a law, such as one of laws');
  requireFit(law);
}

/** Throws a RangeError unless this may hold options. */
export const requireObject = (name: string, value: unknown, wanted: string): void =>
  required(name, value, isObject, wanted);

function requireShard(shard: CheckOptions['shard']): void {
  if (shard === undefined) return;
  const wanted = '{ index, of } with 1 ≤ index ≤ of';
  required('shard', shard, isObject, wanted);
  const { index, of } = shard;
  if (isWhole(index) && isWhole(of) && 1 <= index && index <= of) return;
  throw new RangeError(`shard is { index: ${shown(index)}, of: ${shown(of)} }; give ${wanted}.`);
}

function required(name: string, value: unknown, isRight: (value: unknown) => boolean, wanted: string): void {
  if (!isRight(value)) throw new RangeError(`${name} is ${shown(value)}; give ${wanted}.`);
}

function optional(name: string, value: unknown, isRight: (value: unknown) => boolean, wanted: string): void {
  if (value !== undefined) required(name, value, isRight, wanted);
}

const isObject = (x: unknown): x is object => typeof x === 'object' && x !== null;
const isNumber = (x: unknown): boolean => typeof x === 'number' && !Number.isNaN(x);
const isWhole = (x: unknown): x is number => Number.isSafeInteger(x);
