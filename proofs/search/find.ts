import type { Certificate } from '../kernel/certificate.ts';
import { parseCertificate } from '../theorem/certificate-text.ts';
import { keyFor, keyOf, readStored, type Stored } from '../theorem/stored.ts';
import type { ArgumentTheorem } from '../theorem/theorem.ts';
import { describe } from '../theorem/words.ts';
import { IDENTICALLY, type Problem, problemsOf } from './problems.ts';
import { checks, search, serves } from './search.ts';
import type { Solver } from './solver.ts';

/** What became of one goal. */
export type Outcome = 'identity' | 'kept' | 'found' | 'not found';

export interface Found {
  /** What the file of the theorem should hold. */
  readonly stored: Stored;
  /** The goals without a certificate. */
  readonly missing: readonly Problem[];
}

/** The certificate of a text; undefined when the text cannot be read. */
function readable(text: string | undefined): Certificate | undefined {
  if (text === undefined) return undefined;
  try {
    return parseCertificate(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What is known of a goal of a part: its paths, and the texts of its certificates with theirs. */
interface Entry {
  readonly paths: string[];
  readonly texts: Map<string, { readonly certificate: Certificate; readonly paths: string[] }>;
}

const newEntry = (): Entry => ({ paths: [], texts: new Map() });

/** The entries as a file has them. */
function written(entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>): Stored {
  const stored = [...entries].map(([part, goals]) => {
    const lines = [...goals].flatMap(([goal, { paths, texts }]) =>
      [...texts].map(([text, found]) => {
        const everywhere = found.paths.length === paths.length;
        return [keyOf(goal, everywhere ? [] : found.paths), text] as const;
      }),
    );
    return [part, Object.fromEntries(lines)] as const;
  });
  return Object.fromEntries(stored.filter(([, lines]) => Object.keys(lines).length > 0));
}

/**
 * The certificates of all goals of a theorem that wait for one and do not hold identically. Those of `before` are kept
 * where they check; the others are searched for, first among those of the same goal on other paths.
 */
export async function findCertificates(
  theorem: ArgumentTheorem,
  solver: Solver,
  before: Stored = readStored(theorem.file),
  report: (outcome: Outcome, problem: Problem, text: string) => void = () => {},
): Promise<Found> {
  const entries = new Map<string, Map<string, Entry>>();
  const missing: Problem[] = [];

  const certificateOf = async (problem: Problem, { texts }: Entry): Promise<[Outcome, Certificate | undefined]> => {
    const { part, path, goal, known, hints } = problem;
    const facts = new Map(known.map((fact) => [fact.name, fact]));
    if (checks(goal, facts, IDENTICALLY)) return ['identity', undefined];
    const key = keyFor(before, part, goal.name, path);
    const kept = key === undefined ? undefined : readable(before[part]![key]);
    if (kept !== undefined && serves(goal, facts, kept)) return ['kept', kept];
    const alike = [...texts.values()].find(({ certificate }) => serves(goal, facts, certificate));
    const found = alike?.certificate ?? (await search(goal, known, hints, solver));
    return [found === undefined ? 'not found' : 'found', found];
  };

  for (const problem of theorem.written.flatMap(problemsOf)) {
    const { part, path, goal } = problem;
    const goals = entries.get(part) ?? new Map<string, Entry>();
    entries.set(part, goals);
    const entry = goals.get(goal.name) ?? newEntry();
    goals.set(goal.name, entry);
    entry.paths.push(path);
    const [outcome, certificate] = await certificateOf(problem, entry);
    if (outcome === 'not found') missing.push(problem);
    const text = certificate === undefined ? '' : describe(certificate);
    report(outcome, problem, text);
    if (certificate === undefined) continue;
    const same = entry.texts.get(text) ?? { certificate, paths: [] };
    entry.texts.set(text, same);
    same.paths.push(path);
  }
  return { stored: written(entries), missing };
}
