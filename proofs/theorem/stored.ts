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
  /** The positive facts to multiply the goal by. */
  readonly over?: readonly string[];
  /** Of how many facts a product may be at most; 3 where it is left out. */
  readonly degree?: number;
  /** Vectors whose squared norms may be of use, instead of the free vectors and their differences. */
  readonly norms?: readonly FormalVector[];
  /** Expressions whose squares may be of use, instead of the free reals and their differences. */
  readonly squares?: readonly RationalFunction[];
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

/** The name in a file under which a goal of a part is on a path; undefined when it is under none. */
export function keyFor(stored: Stored, part: string, goal: string, path: string): string | undefined {
  const keys = Object.keys(stored[part] ?? {});
  return keys.find((key) => {
    const entry = entryOf(key);
    return entry.goal === goal && (entry.paths.length === 0 || entry.paths.includes(path));
  });
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

/**
 * A part whose steps have the certificates stored for them; those that have none hold identically, or not at all.
 * The argument throws NotProved naming the file and the goal when a text cannot be read.
 */
export function withStored<P extends Obligation>(part: P, stored: () => Stored, file: string): P {
  const fill = (step: Derivation, path: string): Step => {
    const key = keyFor(stored(), part.name, step.goal.name, path);
    if (key === undefined) return { ...step, by: { terms: [] } };
    try {
      return { ...step, by: parseOnce(stored()[part.name]![key]!) };
    } catch (error) {
      throw new NotProved(`proofs/${file}, ${part.name}, "${key}": ${(error as Error).message}`);
    }
  };
  return {
    ...part,
    argue: (reader) => {
      const argument = part.argue(reader);
      const path = reader.path();
      return { ...argument, steps: argument.steps.map((step) => (isOpen(step) ? fill(step, path) : step)) };
    },
  };
}
