import type { Citation } from '../src/law/law.ts';

/** Laws, or reports on them, by section of the article, in order of appearance. */
export function bySection<T extends { readonly section: string }>(items: readonly T[]): Map<string, T[]> {
  const sections = new Map<string, T[]>();
  for (const item of items) {
    const members = sections.get(item.section) ?? [];
    members.push(item);
    sections.set(item.section, members);
  }
  return sections;
}

interface Citing {
  readonly cites: readonly Citation[];
}

/** The equations of all citations: `(4, 15)`, `(10…15)`, or `text` for a claim made in running text. */
export const citations = ({ cites }: Citing): string =>
  cites.map(({ equations }) => (equations.length === 0 ? 'text' : `(${numbers(equations, ', ')})`)).join(' ');

/** The same in a narrow column: `4,15`, `10…15` or `text`. */
export const equationNumbers = ({ cites }: Citing): string =>
  cites.map(({ equations }) => (equations.length === 0 ? 'text' : numbers(equations, ','))).join(' ');

function numbers(equations: readonly number[], separator: string): string {
  const [first, last] = [equations[0]!, equations.at(-1)!];
  const isRange = equations.length > 2 && equations.every((n, i) => n === first + i);
  return isRange ? `${first}…${last}` : equations.join(separator);
}
