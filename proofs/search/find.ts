import type { Certificate, Known } from '../kernel/certificate.ts';
import { type Fact, showFact } from '../kernel/fact.ts';
import { parseCertificate } from '../theorem/certificate-text.ts';
import { type Answers, keyFor, keyOf, type Question, readStored, type Stored } from '../theorem/stored.ts';
import type { ArgumentTheorem, Part } from '../theorem/theorem.ts';
import { describe } from '../theorem/words.ts';
import { IDENTICALLY, type Problem, problemsOf } from './problems.ts';
import { answersTo, nameOf } from './questions.ts';
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

/** The goals of one part, in order. */
class Entries {
  readonly #goals = new Map<string, Entry>();
  /** Whether the paths are many, so that they are told by what they begin with. */
  readonly #many: boolean;

  constructor(many: boolean) {
    this.#many = many;
  }

  of(goal: string): Entry {
    const before = this.#goals.get(goal) ?? { paths: [], texts: new Map() };
    this.#goals.set(goal, before);
    return before;
  }

  /** A certificate of the goal on another path that serves here as well. */
  alike(name: string, goal: Fact, facts: Known): Certificate | undefined {
    const texts = [...this.of(name).texts.values()];
    return texts.find(({ certificate }) => serves(goal, facts, certificate))?.certificate;
  }

  note(goal: string, path: string, certificate: Certificate | undefined): void {
    const { paths, texts } = this.of(goal);
    paths.push(path);
    if (certificate === undefined) return;
    const text = describe(certificate);
    const same = texts.get(text) ?? { certificate, paths: [] };
    texts.set(text, same);
    same.paths.push(path);
  }

  /** The lines as a file has them. */
  lines(): Stored[string] {
    const lines = [...this.#goals].flatMap(([goal, { paths, texts }]) =>
      [...texts].map(([text, found]) => {
        const others = paths.filter((path) => !found.paths.includes(path));
        const told = this.#many ? beginnings(found.paths, others) : found.paths;
        return [keyOf(goal, others.length === 0 ? [] : told), text] as const;
      }),
    );
    return Object.fromEntries(lines);
  }
}

/** The shortest beginnings that some paths have and no others. */
export function beginnings(paths: readonly string[], others: readonly string[], start = ''): readonly string[] {
  const begin = (path: string): boolean => path.startsWith(start);
  if (!paths.some(begin)) return [];
  if (paths.includes(start) || !others.some(begin)) return [start];
  return ['0', '1', '2'].flatMap((digit) => beginnings(paths, others, `${start}${digit}`));
}

/** The certificates stored for the goals of a part that still serve. */
const keeper =
  (before: Stored, part: string) =>
  (name: string, path: string, goal: Fact, facts: Known): Certificate | undefined => {
    const key = keyFor(before, part, name, path);
    const kept = key === undefined ? undefined : readable(before[part]![key]);
    return kept !== undefined && serves(goal, facts, kept) ? kept : undefined;
  };

const byName = (known: readonly Fact[]): Known => new Map(known.map((fact) => [fact.name, fact]));

type Report = (outcome: Outcome, problem: Problem, text: string) => void;

/** The answers to the questions of a part, which are noted in the order they are asked in. */
async function answered(
  part: Part,
  before: Stored,
  entries: Entries,
  solver: Solver,
  report: Report,
): Promise<Answers> {
  const keep = keeper(before, part.name);
  const kept = new Set<string>();
  const found = new Entries(true);
  const fruitless = new Set<string>();
  const contents = ({ goal, known }: Question): string => [goal, ...known].map(showFact).join('\n');
  const answers = await answersTo(part, {
    known: (question) => {
      const { key, path, goal, known } = question;
      if (question.refuted()) return null;
      const facts = byName(known);
      const before = keep(key, path, goal, facts);
      if (before !== undefined) {
        kept.add(nameOf(question));
        found.note(key, path, before);
      }
      const certificate = before ?? found.alike(key, goal, facts);
      return certificate ?? (fruitless.has(contents(question)) ? null : undefined);
    },
    search: async (question) => {
      const { key, path, goal, known, hints } = question;
      const certificate = await search(goal, known, hints, solver);
      if (certificate === undefined) fruitless.add(contents(question));
      else found.note(key, path, certificate);
      return certificate;
    },
  });
  const noted = new Set<string>();
  return (question) => {
    const { key, path, goal, known, hints } = question;
    const [certificate, name] = [answers(question), nameOf(question)];
    if (noted.has(name)) return certificate;
    noted.add(name);
    entries.note(key, path, certificate);
    if (certificate === undefined) return undefined;
    const problem = { part: part.name, path, goal: { ...goal, name: key }, known, hints };
    report(kept.has(name) ? 'kept' : 'found', problem, describe(certificate));
    return certificate;
  };
}

/**
 * The certificates of all goals of a theorem that wait for one and do not hold identically, and of what follows where a
 * text asks. Those of `before` are kept where they check; the others are searched for, first among those of the same
 * goal on other paths.
 */
export async function findCertificates(
  theorem: ArgumentTheorem,
  solver: Solver,
  before: Stored = readStored(theorem.file),
  report: Report = () => {},
): Promise<Found> {
  const missing: Problem[] = [];
  const parts = new Map<string, Entries>();
  for (const part of theorem.written) {
    const entries = parts.get(part.name) ?? new Entries(part.asking !== undefined);
    parts.set(part.name, entries);
    const kept = keeper(before, part.name);
    const certificateOf = async ({
      path,
      goal,
      known,
      hints,
    }: Problem): Promise<[Outcome, Certificate | undefined]> => {
      const facts = byName(known);
      if (checks(goal, facts, IDENTICALLY)) return ['identity', undefined];
      const before = kept(goal.name, path, goal, facts);
      if (before !== undefined) return ['kept', before];
      const found = entries.alike(goal.name, goal, facts) ?? (await search(goal, known, hints, solver));
      return [found === undefined ? 'not found' : 'found', found];
    };
    const answers = part.asking && (await answered(part, before, entries, solver, report));
    for (const problem of problemsOf(part, answers)) {
      const [outcome, certificate] = await certificateOf(problem);
      if (outcome === 'not found') missing.push(problem);
      report(outcome, problem, certificate === undefined ? '' : describe(certificate));
      entries.note(problem.goal.name, problem.path, certificate);
    }
  }
  const stored = [...parts].map(([name, entries]) => [name, entries.lines()] as const);
  return { stored: Object.fromEntries(stored.filter(([, lines]) => Object.keys(lines).length > 0)), missing };
}
