import type { Evidence } from './theorem.ts';

/** A size in the name of a part that reads a text: `T = 8`, `K = 3`, `3 sets`. */
const SIZE = /\b([TKd]) = (\d+)$|, (\d+) (sets|samples)$/;

/** For which sizes a text is read that takes a list or goes through a loop, as `T = 1, 2, 3, 8` or `1, 2, 3 sets`. */
export function sizesRead(evidence: readonly Pick<Evidence, 'name'>[]): readonly string[] {
  const found = new Map<string, Set<number>>();
  for (const { name } of evidence) {
    const [all, letter, size, count, what] = SIZE.exec(name) ?? [];
    if (all === undefined) continue;
    const of = letter ?? what!;
    found.set(of, (found.get(of) ?? new Set()).add(Number(size ?? count)));
  }
  return [...found].map(([of, sizes]) => {
    const list = [...sizes].sort((a, b) => a - b).join(', ');
    return of.length === 1 ? `${of} = ${list}` : `${list} ${of}`;
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
