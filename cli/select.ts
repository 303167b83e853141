import { distance } from 'fastest-levenshtein';
import type { AnyLaw } from '../src/law/law.ts';
import { UsageError } from './usage-error.ts';

const NEAREST = 3;

/** The laws that a pattern means: an id, the beginning of one, or a glob such as `sgd.*`; all of them without one. */
export function selectLaws(laws: readonly AnyLaw[], patterns: readonly string[]): readonly AnyLaw[] {
  if (patterns.length === 0) return laws;
  const selected = new Set<AnyLaw>();
  for (const pattern of patterns) {
    for (const law of matching(laws, pattern)) selected.add(law);
  }
  return laws.filter((law) => selected.has(law));
}

/** The law of that id; throws a UsageError with the nearest ids when there is none. */
export function lawNamed(laws: readonly AnyLaw[], id: string): AnyLaw {
  const found = laws.find((law) => law.id === id);
  if (found === undefined) throw new UsageError(severalLaws(laws, id) ?? unknownLaw(laws, id));
  return found;
}

/** What to say of a pattern where one law is asked for; undefined of what means none. */
function severalLaws(laws: readonly AnyLaw[], pattern: string): string | undefined {
  if (pattern === '') return undefined;
  const matches = matcher(pattern);
  const [first, ...others] = laws.filter(({ id }) => matches(id));
  if (first === undefined) return undefined;
  const means = others.length === 0 ? first.id : `${others.length + 1} laws`;
  return `“${shown(pattern)}” means ${means}; give the id of one law, such as ${first.id}.`;
}

function matching(laws: readonly AnyLaw[], pattern: string): readonly AnyLaw[] {
  if (pattern === '') {
    throw new UsageError(
      'A pattern is empty; give an id, its beginning or a glob, or no pattern at all for every law.',
    );
  }
  const exact = laws.filter(({ id }) => id === pattern);
  if (exact.length > 0) return exact;
  const matches = matcher(pattern);
  const found = laws.filter(({ id }) => matches(id));
  if (found.length === 0) throw new UsageError(unknownLaw(laws, pattern));
  return found;
}

function matcher(pattern: string): (id: string) => boolean {
  if (!/[*?]/.test(pattern)) return (id) => id.startsWith(pattern);
  const parts = pattern.split(/([*?])/).map((part) => {
    if (part === '*') return '.*';
    return part === '?' ? '.' : literally(part);
  });
  const expression = new RegExp(`^${parts.join('')}$`);
  return (id) => expression.test(id);
}

const literally = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** The ids that hold what is asked for, at their beginning if possible, before those that are a few letters off. */
function nearestIds(laws: readonly AnyLaw[], wanted: string): readonly string[] {
  const asked = wanted.toLowerCase();
  const rank = (id: string): number => (id.startsWith(asked) ? 0 : id.includes(asked) ? 1 : 2);
  return laws
    .map(({ id }) => ({ id, rank: rank(id), away: distance(id, asked) }))
    .sort((a, b) => a.rank - b.rank || a.away - b.away)
    .slice(0, NEAREST)
    .map(({ id }) => id);
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function unknownLaw(laws: readonly AnyLaw[], wanted: string): string {
  const nearest = nearestIds(laws, wanted);
  const hint = nearest.length === 0 ? '' : `; the nearest ids are ${nearest.join(', ')}`;
  return `No law matches “${shown(wanted)}”${hint}. Run “gradient-laws list” to see all.`;
}
