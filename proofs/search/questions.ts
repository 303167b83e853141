import type { Argument } from '../kernel/argument.ts';
import { type Path, paths, type Reader } from '../kernel/cases.ts';
import type { Certificate } from '../kernel/certificate.ts';
import type { Answers, Question } from '../theorem/stored.ts';
import type { Part } from '../theorem/theorem.ts';

/** Thrown while a text is read that asks what has not been answered yet. */
class Unanswered extends Error {
  readonly question: Question;

  constructor(question: Question) {
    super(`"${question.key}" has no answer on path "${question.path}" yet.`);
    this.question = question;
  }
}

/** How questions are answered. */
export interface Answering {
  /** The answer as far as no search is needed: `null` for none, undefined where a search may find one. */
  known(question: Question): Certificate | null | undefined;
  /** The answer of a search. */
  search(question: Question): Promise<Certificate | undefined>;
}

/** What tells questions of a part from one another. */
export const nameOf = ({ path, key }: Question): string => `${path} ${key}`;

/**
 * The answers to all questions of a part. Its text is read over and over: each reading ends, on each path, at the first
 * question without an answer, which is searched for before the next one.
 */
export async function answersTo({ asking }: Part, { known, search }: Answering): Promise<Answers> {
  const answers = new Map<string, Certificate | undefined>();
  const answer: Answers = (question) => {
    const name = nameOf(question);
    if (answers.has(name)) return answers.get(name);
    const found = known(question);
    if (found === undefined) throw new Unanswered(question);
    answers.set(name, found ?? undefined);
    return found ?? undefined;
  };
  const read = asking?.(answer);
  for (;;) {
    const open = read === undefined ? [] : unanswered(read);
    if (open.length === 0) return (question) => answers.get(nameOf(question));
    for (const question of open) answers.set(nameOf(question), known(question) ?? (await search(question)));
  }
}

/** The first question without an answer on each path, as far as the paths are known. */
const unanswered = (read: (reader: Reader) => Argument): readonly Question[] =>
  paths((reader): readonly Question[] => {
    try {
      read(reader);
      return [];
    } catch (error) {
      if (error instanceof Unanswered) return [error.question];
      throw error;
    }
  }).flatMap(({ result }: Path<readonly Question[]>) => result);
