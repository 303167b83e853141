import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NotProved, theorems } from '../../../proofs/index.ts';
import { IDENTICALLY, problemsOf } from '../../../proofs/search/problems.ts';
import { checks } from '../../../proofs/search/search.ts';
import { parseCertificate } from '../../../proofs/theorem/certificate-text.ts';
import { entryOf, keyFor, keyOf, readStored, type Stored, storedIn } from '../../../proofs/theorem/stored.ts';
import { type ArgumentTheorem, proved } from '../../../proofs/theorem/theorem.ts';
import { describe as written } from '../../../proofs/theorem/words.ts';

const searched = theorems.filter((theorem): theorem is ArgumentTheorem => 'written' in theorem);
const named = (id: string): ArgumentTheorem => searched.find((theorem) => theorem.id === id)!;
const files = readdirSync('proofs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const folder = join('proofs', name, 'certificates');
    const list = readdirSync(join('proofs', name)).includes('certificates') ? readdirSync(folder) : [];
    return list.filter((file) => file.endsWith('.json')).map((file) => `${name}/certificates/${file}`);
  });
const withFile = searched.filter(({ file }) => files.includes(file));
const lines = (stored: Stored) =>
  Object.entries(stored).flatMap(([part, texts]) => Object.entries(texts).map(([key, text]) => ({ part, key, text })));
/** Why a part of a theorem is not proved with these certificates; nothing when it is. */
function whySo(
  { kind, written: parts, id, cites, states, laws, scope }: ArgumentTheorem,
  part: string,
  stored: Stored,
) {
  const only = parts.filter(({ name }) => name === part);
  try {
    proved({ id, cites, states, laws, scope }, only, kind, stored).check();
    return '';
  } catch (error) {
    if (error instanceof NotProved) return error.message;
    throw error;
  }
}

/** A text with one thing changed: a multiplier, a name, or what can be read of it. */
const corruptions: readonly ((text: string) => string)[] = [
  (text) => (/^[\d[]/.test(text) ? text.replace(/^(\d\S*)? ?/, (times) => `${times.trim()}7 `) : `7 + ${text}`),
  (text) => (text.includes('[') ? text.replace(/\[/, '[not ') : `${text} [not]`),
  (text) => `${text} oh`,
  (text) => text.slice(0, -1),
  () => '',
];

describe('the stored certificates', () => {
  test('are of theorems that there are', () => {
    expect(withFile.map(({ file }) => file).sort()).toEqual([...files].sort());
    expect(files.length).toBeGreaterThan(50);
  });

  test('are each for a goal that waits for one, on every path named, and no identity', () => {
    const stale = withFile.flatMap((theorem) => {
      const stored = readStored(theorem.file);
      const used = new Map<string, Set<string>>();
      const use = (part: string, key: string, path: string) => {
        const name = JSON.stringify([part, key]);
        used.set(name, (used.get(name) ?? new Set()).add(path));
      };
      const problems = theorem.written.flatMap((part) =>
        problemsOf(part, (question) => {
          const key = keyFor(stored, part.name, question.key, question.path);
          if (key === undefined) return undefined;
          use(part.name, key, question.path);
          return parseCertificate(stored[part.name]![key]!);
        }),
      );
      for (const { part, path, goal, known } of problems) {
        const key = keyFor(stored, part, goal.name, path);
        const facts = new Map(known.map((fact) => [fact.name, fact]));
        if (key !== undefined && !checks(goal, facts, IDENTICALLY)) use(part, key, path);
      }
      return lines(stored).flatMap(({ part, key }) => {
        const paths = [...(used.get(JSON.stringify([part, key])) ?? [])];
        const { paths: told } = entryOf(key);
        const idle = told.some((start) => !paths.some((path) => path.startsWith(start)));
        return paths.length === 0 || idle ? [`${theorem.file}: ${part}, ${key}`] : [];
      });
    });
    expect(stale).toEqual([]);
  });

  test('are in the form that a certificate is described in, a line each', () => {
    for (const file of files) {
      const stored = readStored(file);
      for (const { text } of lines(stored)) expect(written(parseCertificate(text))).toBe(text);
      expect(readFileSync(join('proofs', file), 'utf8')).toBe(`${JSON.stringify(stored, null, 2)}\n`);
    }
  });

  test('that are missing are missed', () => {
    const why = whySo(named('firm'), 'two projections', {});
    expect(why).toMatch(/^two projections: The certificate of "firm" does not expand to its goal/);
  });

  test.each([
    ['read.pg.hard-flat', 'K = 3, class 1 leads', 'z_1 - z_2 > 0', '"1. the predicted class"'],
    ['read.pg.reinforced-logit', 'K = 2', 'absurd (path 21)', '"2. class 2: the sign"'],
    ['read.zoR.two-classes-agree', 'K = 2, d = 1, rademacher', 'ahead (path 1)', '"ahead"'],
    ['simplex', 'simplex, d = 2', '2 above: 1/2*s - 1/2*u_1 + 1/2*u_2 >= 0', '"Π(x) 1"'],
    ['read.c.action-path', 'K = 2', '1 - omega > 0', 'noise is not below the sum of the probabilities'],
  ])('that are missing are missed by a text that asks for them: %s, %s, %s', (id, part, key, says) => {
    const { [key]: text, ...others } = readStored(named(id).file)[part]!;
    expect(text).toBeDefined();
    expect(whySo(named(id), part, { [part]: others })).toContain(says);
  });

  test('are rejected when a line is corrupted, with the file and the goal', () => {
    const asks = ({ written }: ArgumentTheorem) => written.some(({ asking }) => asking !== undefined);
    const all = withFile.flatMap((theorem) => {
      const every = lines(readStored(theorem.file));
      // Some of the many questions of a text that decides, and of the many orders.
      const one = asks(theorem) ? 23 : Math.ceil(every.length / 50);
      const some = every.filter((_, i) => i % one === 0);
      return some.map((line) => ({ theorem, ...line }));
    });
    expect(all.length).toBeGreaterThan(200);
    for (const [i, { theorem, part, key, text }] of all.entries()) {
      const stored = readStored(theorem.file);
      const corrupted = corruptions[i % corruptions.length]!(text);
      const why = whySo(theorem, part, { ...stored, [part]: { ...stored[part], [key]: corrupted } });
      expect(why).toContain(`proofs/${theorem.file}`);
      const { goal } = entryOf(key);
      // A question goes by what it asks, and the step that answers it by its number.
      if (!why.includes(`"${goal}`)) expect(why).toMatch(asks(theorem) ? /"(decision \d+|a decision|absurd)"/ : goal);
    }
  });
});

describe('the name of a goal in a file', () => {
  test('tells the paths', () => {
    expect(keyOf('A-(23)', [])).toBe('A-(23)');
    expect(keyOf('A-(23)', [''])).toBe('A-(23)');
    expect(keyOf('A-(23)', ['01'])).toBe('A-(23) (path 01)');
    expect(entryOf('A-(23) (paths 01, 11)')).toEqual({ goal: 'A-(23)', paths: ['01', '11'] });
    expect(entryOf('A-(23)')).toEqual({ goal: 'A-(23)', paths: [] });
  });
  test('is found by goal and path', () => {
    const stored: Stored = { part: { a: '1', 'b (paths 0, 10)': '2' } };
    expect(keyFor(stored, 'part', 'a', '11')).toBe('a');
    expect(keyFor(stored, 'part', 'b', '10')).toBe('b (paths 0, 10)');
    expect(keyFor(stored, 'part', 'b', '1')).toBeUndefined();
    expect(keyFor(stored, 'other', 'a', '')).toBeUndefined();
  });
});

describe('the text of a file', () => {
  test('is read with whatever names', () => {
    const text = '{ "__proto__": { "constructor": "1 [a]: \\"b\\": c" } }';
    const stored = storedIn(text);
    expect(Object.keys(stored)).toEqual(['__proto__']);
    expect(keyFor(stored, '__proto__', 'constructor', '')).toBe('constructor');
    expect(keyFor(storedIn('{}'), '__proto__', 'constructor', '')).toBeUndefined();
    expect(keyFor(storedIn('{}'), 'constructor', 'name', '')).toBeUndefined();
  });
  test.each([
    ['', 'JSON'],
    ['{} {}', 'JSON'],
    ['[]', 'not made of parts'],
    ['null', 'not made of parts'],
    ['{ "part": [] }', 'not made of parts'],
    ['{ "part": { "goal": 1e999 } }', 'not made of parts'],
    ['{ "part": { "goal": { "text": "1" } } }', 'not made of parts'],
    ['{ "part": { "goal": "1", "goal": "2" } }', 'twice'],
    ['{ "part": { "goal": "1" }, "part" : { "other": "2" } }', 'twice'],
  ])('%j is refused', (text, says) => {
    expect(() => storedIn(text)).toThrow(says);
  });
});
