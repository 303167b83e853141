/** The widest line printed. */
export const WIDTH = 80;

/** Where a word that is too long is broken if it can be: before a command of LaTeX, or the sign of a relation or a sum. */
const BREAK = /(?<![\\{(])(?=\\[a-z]|[=<>+])/g;

/** How much of a word to put into the room that is left. */
function portion(word: string, room: number): number {
  const before = [...word.matchAll(BREAK)].map(({ index }) => index).filter((index) => index > 0 && index <= room);
  return before.at(-1) ?? room;
}

/** Lines of at most 80 columns with a hanging indent, broken at spaces, or inside a word that is longer than a line. */
export function wrap(text: string, indent = '', hanging = indent): string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  const flush = (): void => {
    lines.push(line);
    line = hanging;
    empty = true;
  };
  for (let word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) flush();
    while (line.length + word.length > WIDTH) {
      if (!empty) flush();
      const some = portion(word, WIDTH - line.length);
      line += word.slice(0, some);
      word = word.slice(some);
      flush();
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  if (!empty || lines.length === 0) lines.push(line);
  return lines;
}

/** `1 law`, `2 laws`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`;

/** 12345 as `12 345`. */
export const grouped = (n: number): string => `${n}`.replaceAll(/\B(?=(\d{3})+$)/g, ' ');

/** At most `most` of the items, and how many more there are. */
export function fewOf(items: readonly string[], most: number): string[] {
  const rest = items.length - most;
  return rest <= 0 ? [...items] : [...items.slice(0, most), `… and ${rest} more`];
}
