import { ZodError, type z } from 'zod';

/** Something the user can put right: shown as its one sentence, and the command ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What went wrong, on one line, without a stack trace. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ZodError) return zodSentence(error);
  if (error instanceof RangeError && error.message.includes('call stack')) return 'the data is nested too deeply';
  const text = error instanceof Error ? error.message : String(error);
  return oneLine(text);
}

const MOST_KEYS = 6;
const LONGEST = 300;

function zodSentence({ issues }: ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return 'the data does not have the expected form';
  const { path, message } = mostSpecific(issue);
  const where = path.slice(0, MOST_KEYS).map(String).join('.').slice(0, LONGEST);
  const what = uncapitalized(oneLine(message)).slice(0, LONGEST);
  return where === '' ? what : `at ${where}: ${what}`;
}

type Issue = z.core.$ZodIssue;

/** Of a choice between forms, what is wrong with the one that fits furthest. */
function mostSpecific(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flatMap(([first]) => (first === undefined ? [] : [mostSpecific(first)]))
    .map((found): Issue => ({ ...found, path: [...issue.path, ...found.path] }));
  return inner.reduce((best, next) => (next.path.length > best.path.length ? next : best), inner[0] ?? issue);
}

const uncapitalized = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/**
 * The text with every run of blanks and line breaks as one space, and with what a terminal would obey, or what turns the
 * direction of writing, as `\u{1b}`.
 */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);

/** A sentence ends in one full stop. */
export const withFullStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
