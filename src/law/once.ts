/** What differs between two crashes of one kind: numbers, and texts in straight quotes. */
const PARTICULARS = /"[^"]*"|'[^']*'|-?\d+(\.\d+)?(e[+-]?\d+)?/g;

/** Every sentence once. Of crashes that differ in their numbers alone, the first, and in the end how many others there are. */
export function once(sentences: readonly string[]): readonly string[] {
  const all = [...new Set(sentences)];
  const seen = new Set<string>();
  const told = all.filter((sentence) => {
    const kind = sentence.startsWith('A case crashed: ') ? sentence.replaceAll(PARTICULARS, '#') : sentence;
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst;
  });
  const others = all.length - told.length;
  if (others === 0) return told;
  return [...told, `${others} more ${others === 1 ? 'crash differs' : 'crashes differ'} from these in numbers alone.`];
}
