import { existsSync, readFileSync } from 'node:fs';
import type { Citation } from '../../src/law/law.ts';
import type { Derivation, Step } from '../kernel/argument.ts';
import type { Certificate } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import { NotProved } from '../kernel/fact.ts';
import type { Obligation } from '../kernel/obligation.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import type { FormalVector } from '../kernel/symbolic.ts';
import { parseCertificate } from './certificate-text.ts';

/** Where a search may find a certificate. No proof rests on it. */
export interface Hints {
  /** The name of the contrary of the goal, which is then among the facts, and shown to be absurd. */
  readonly otherwise?: string;
  /** The positive facts to multiply the goal by. */
  readonly over?: readonly string[];
  /** Of how many facts a product may be at most; 3 where it is left out. */
  readonly degree?: number;
  /** Vectors whose squared norms may be of use, instead of the free vectors and their differences. */
  readonly norms?: readonly FormalVector[];
  /** Expressions whose squares may be of use, instead of the free reals and their differences. */
  readonly squares?: readonly RationalFunction[];
  /** The facts that may be of use, by name, instead of all at hand. */
  readonly facts?: readonly string[];
  /** A certificate to try before any is searched for. */
  offer?(): Certificate | undefined;
}

/** A goal whose certificate has been searched for with hints. */
export interface Sought extends Derivation {
  readonly hints: Hints;
}

/** A goal whose certificate is among the stored ones, with hints for the search. */
export const sought = (goal: Fact, hints: Hints): Sought => ({ goal, hints });

/**
 * The certificates of a theorem as text: by part, then by goal. Where the certificates of a goal are not the same on all
 * paths, its name is followed by the paths: `A-(23) (path 00)`, `A-(23) (paths 01, 11)`.
 */
export type Stored = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FOLDERS = { 9902: '9902-sgd', 7737: '7737-policy-and-zeroth-order' };

/** The path below `proofs/` of the file with the certificates of a theorem, beside those of the article it is about. */
export const fileOf = ({ id, cites: [first] }: { readonly id: string; readonly cites: readonly Citation[] }): string =>
  `${FOLDERS[first?.article ?? '9902']}/certificates/${id}.json`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What the text of a file holds.
 * @throws RangeError or SyntaxError when it is anything else than parts with a text for each goal, none of them twice.
 */
export function storedIn(text: string): Stored {
  const value: unknown = JSON.parse(text);
  const parts = isObject(value) ? Object.values(value) : [undefined];
  const texts = parts.flatMap((part) => (isObject(part) ? Object.values(part) : [undefined]));
  if (!texts.every((each) => typeof each === 'string')) {
    throw new RangeError('it is not made of parts, each with a line of text for each of its goals');
  }
  const names = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined);
  if (names.length > parts.length + texts.length) throw new RangeError('it has a part, or a goal of a part, twice');
  return value as Stored;
}

/**
 * What a file below `proofs/` holds; nothing when there is none.
 * @throws NotProved naming the file when it cannot be read.
 */
export function readStored(file: string): Stored {
  const url = new URL(`../${file}`, import.meta.url);
  if (!existsSync(url)) return {};
  try {
    return storedIn(readFileSync(url, 'utf8'));
  } catch (error) {
    throw new NotProved(`proofs/${file} cannot be read: ${(error as Error).message.replace(/\.$/, '')}.`);
  }
}

/** The name of a goal in a file, with its paths; with none for all paths. */
export function keyOf(goal: string, paths: readonly string[]): string {
  if (paths.length === 0 || paths.includes('')) return goal;
  return `${goal} (${paths.length === 1 ? 'path' : 'paths'} ${paths.join(', ')})`;
}

/** The goal and the paths of a name in a file; no paths for all of them. */
export function entryOf(key: string): { readonly goal: string; readonly paths: readonly string[] } {
  const [all, goal, paths] = /^(.*) \(paths? ([\d, ]+)\)$/s.exec(key) ?? [];
  return all === undefined ? { goal: key, paths: [] } : { goal: goal!, paths: paths!.split(', ') };
}

/** The names of the goals of a part of a file, by goal. */
const keysOf = new WeakMap<Stored[string], ReadonlyMap<string, readonly { key: string; paths: readonly string[] }[]>>();

function keysByGoal(lines: Stored[string]) {
  const before = keysOf.get(lines);
  if (before !== undefined) return before;
  const all = new Map<string, { key: string; paths: readonly string[] }[]>();
  for (const key of Object.keys(lines)) {
    const { goal, paths } = entryOf(key);
    const same = all.get(goal) ?? [];
    same.push({ key, paths });
    all.set(goal, same);
  }
  keysOf.set(lines, all);
  return all;
}

/**
 * The name in a file under which a goal of a part is on a path; undefined when it is under none. A path that is named
 * stands for all that begin with it.
 */
export function keyFor(stored: Stored, part: string, goal: string, path: string): string | undefined {
  const lines = Object.hasOwn(stored, part) ? stored[part] : undefined;
  const keys = lines && keysByGoal(lines).get(goal);
  return keys?.find(({ paths }) => paths.length === 0 || paths.some((start) => path.startsWith(start)))?.key;
}

/** Whether a step waits for a certificate. */
export const isOpen = (step: Step): step is Derivation => 'goal' in step && step.by === undefined;

const parsed = new Map<string, Certificate>();
function parseOnce(text: string): Certificate {
  const before = parsed.get(text);
  if (before !== undefined) return before;
  const certificate = parseCertificate(text);
  parsed.set(text, certificate);
  return certificate;
}

/** A question that a text asks while it is read: whether a goal follows from what is known there. */
export interface Question {
  /** What it goes by in a file. */
  readonly key: string;
  readonly goal: Fact;
  /** The decisions before it, a digit each. */
  readonly path: string;
  /** What is known there, as far as it may be of use. */
  readonly known: readonly Fact[];
  readonly hints: Hints;
  /** Whether a model in which everything known is true has the goal false, so that it does not follow. */
  refuted(): boolean;
}

/** What is known of questions: a certificate of the goal, or nothing. */
export type Answers = (question: Question) => Certificate | undefined;

/** What has questions while it is read. */
export interface Asking extends Obligation {
  /** The argument with these answers to its questions. */
  asking?(answers: Answers): Obligation['argue'];
}

/** What was used of a file: by part, the names in it with the goals they were taken for. */
export type Used = ReadonlyMap<string, Map<string, ReadonlySet<string>>>;

/**
 * Checks that nothing is in a file but what was used of it.
 * @throws NotProved naming the file, the part and the goal of what no goal of the theorem has used.
 */
export function checkUsed(stored: Stored, used: Used, file: string): void {
  for (const [part, lines] of Object.entries(stored)) {
    const idle = Object.keys(lines).find((key) => !used.get(part)?.has(key));
    if (used.has(part) && idle === undefined) continue;
    throw new NotProved(`proofs/${file}, ${part}${idle === undefined ? '' : `, "${idle}"`}: no goal uses this.`);
  }
}

/**
 * The certificate stored for a goal of a part, by its name in the file.
 * @throws NotProved naming the file and the goal when it cannot be read.
 */
function storedAt(stored: Stored, file: string, part: string, key: string): Certificate {
  try {
    return parseOnce(stored[part]![key]!);
  } catch (error) {
    throw new NotProved(`proofs/${file}, ${part}, "${key}": ${(error as Error).message}`);
  }
}

/**
 * A part whose steps and questions have the certificates stored for them; steps that have none hold identically, or not
 * at all. The argument throws NotProved naming the file and the goal when a text cannot be read.
 * @param used is told the name in the file of each certificate that is taken, and that of the goal.
 */
export function withStored<P extends Asking>(
  part: P,
  stored: () => Stored,
  file: string,
  used: (key: string, goal: string) => void = () => {},
): P {
  const { name } = part;
  const certificate = (goal: Fact, entry: string, path: string): Certificate | undefined => {
    const key = keyFor(stored(), name, entry, path);
    if (key === undefined) return undefined;
    used(key, goal.name);
    return storedAt(stored(), file, name, key);
  };
  const fill = (step: Derivation, path: string): Step => ({
    ...step,
    by: certificate(step.goal, step.goal.name, path) ?? { terms: [] },
  });
  const argue = part.asking?.(({ key, goal, path }) => certificate(goal, key, path)) ?? part.argue;
  return {
    ...part,
    argue: (reader) => {
      const argument = argue(reader);
      const path = reader.path();
      return { ...argument, steps: argument.steps.map((step) => (isOpen(step) ? fill(step, path) : step)) };
    },
  };
}
