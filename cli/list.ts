import type { AnyLaw } from '../src/law/law.ts';
import { bySection, citations } from './article.ts';
import type { Environment } from './environment.ts';
import { paints } from './paint.ts';
import { selectLaws } from './select.ts';
import { wrap } from './text.ts';

const EXPECTED = { holds: '', refuted: ' · expected to be refuted', conjectured: ' · conjectured' } as const;

/** Prints the laws that the patterns mean, section by section, each with what it says. */
export function list(patterns: readonly string[], { laws, out, colors }: Environment): number {
  const paint = paints(colors);
  let first = true;
  for (const [section, members] of bySection<AnyLaw>(selectLaws(laws, patterns))) {
    if (!first) out('');
    first = false;
    for (const line of wrap(section)) out(paint.bold(line));
    for (const law of members) {
      out(`${law.id}  ${paint.dim(`${citations(law)}${EXPECTED[law.expects]}`)}`);
      for (const line of wrap(law.says, '    ')) out(line);
    }
  }
  return 0;
}
