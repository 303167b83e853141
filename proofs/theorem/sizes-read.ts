import type { Evidence } from './theorem.ts';

/** Sizes in the name of a part that reads a text: `T = 8`, `T = 1 … 128, 1000`, `K = 3`, `3 sets`. */
const SIZE = /\b([TKd]) = ([\d…, ]+)$|, (\d+) (sets|samples)$/;

/** Of which text the part is, as `the text of a run`. */
const text = (name: string): string => name.split(',')[0]!;

function numbers(list: string): readonly number[] {
  return list.split(', ').flatMap((each) => {
    const [first, last = first] = each.split(' … ').map(Number) as [number, number?];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** In ascending order; five and more in a row as `1 … 5`. */
function listed(sizes: Iterable<number>): string {
  const rows: number[][] = [];
  for (const size of [...sizes].sort((a, b) => a - b)) {
    const row = rows.at(-1);
    if (row?.at(-1) === size - 1) row.push(size);
    else rows.push([size]);
  }
  return rows.map((row) => (row.length < 5 ? row.join(', ') : `${row[0]} … ${row.at(-1)}`)).join(', ');
}

/**
 * For which sizes a text is read that takes a list or goes through a loop, as `T = 1, 2, 3, 8` or `1, 2, 3 sets`; and which
 * text that is, where others are read for other sizes.
 */
export function sizesRead(evidence: readonly Pick<Evidence, 'name'>[]): readonly string[] {
  const found = new Map<string, Map<string, Set<number>>>();
  for (const { name } of evidence) {
    const [all, letter, list, count, what] = SIZE.exec(name) ?? [];
    if (all === undefined) continue;
    const of = letter ?? what!;
    const texts = found.get(of) ?? new Map<string, Set<number>>();
    found.set(of, texts.set(text(name), new Set([...(texts.get(text(name)) ?? []), ...numbers(list ?? count!)])));
  }
  return [...found].flatMap(([of, texts]) => {
    const sizes = new Map<string, string[]>();
    for (const [text, each] of texts) sizes.set(listed(each), [...(sizes.get(listed(each)) ?? []), text]);
    return [...sizes].map(([list, all]) => {
      const what = of.length === 1 ? `${of} = ${list}` : `${list} ${of}`;
      return sizes.size === 1 ? what : `${what} (${all.join(', ')})`;
    });
  });
}

/**
 * The same as a sentence, of a theorem for all sizes; undefined where no text has one. An induction proves that each step
 * leads to the next, whatever their number: what is read is that the code takes these steps and no others.
 */
export function readSentence(scope: string, evidence: readonly Pick<Evidence, 'name'>[]): string | undefined {
  const sizes = /^all (dimensions|T)/.test(scope) ? sizesRead(evidence) : [];
  if (sizes.length === 0) return undefined;
  return `Code with a loop is read for ${sizes.join(' and ')}; that it goes on so is tested, not proved.`;
}
