import type { AnyLaw } from '../src/law/law.ts';
import type { CrashReport, LawReport } from '../src/law/report.ts';
import { failure, judged } from './failure.ts';
import { readable } from './readable.ts';
import { wrap } from './text.ts';
import { oneLine, withFullStop } from './usage-error.ts';
import { witnessPath } from './witness-file.ts';

/** The case that a law fails on, for a person: a title, then the simplest one. No lines where there is none. */
export function shownCase(report: LawReport, folder: string, laws: readonly AnyLaw[]): string[] {
  const law = laws.find(({ id }) => id === report.id);
  if (law === undefined) return [];
  const { crash, counterexamples } = report;
  const parts = [
    ...(crash === undefined ? [] : [[`${report.id} crashes`, ...crashed(law, crash)]]),
    ...(counterexamples.length === 0 ? [] : [[`${report.id} is violated`, ...violated(report, folder, laws, law)]]),
  ];
  return parts.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

/** The input on which the implementation threw an error. */
export const crashed = (law: AnyLaw, { because, implementation, input }: CrashReport): string[] => [
  ...wrap(law.says, '  '),
  ...judged(law, implementation),
  '  input:',
  ...readable(input, '    '),
  ...wrap(`the error: ${withFullStop(oneLine(because))}`, '  ', '    '),
];

/** The simplest counterexample, and where it and others are kept. */
function violated({ counterexamples }: LawReport, folder: string, laws: readonly AnyLaw[], law: AnyLaw): string[] {
  const [simplest, ...others] = counterexamples;
  if (simplest === undefined) return [];
  return [
    ...failure(laws, law, simplest),
    ...others.flatMap((other) =>
      wrap(`the one with the worst margin is kept in ${witnessPath(folder, other)}`, '  ', '    '),
    ),
    '  replay it:',
    `    npx gradient-laws replay ${quoted(witnessPath(folder, simplest))}`,
  ];
}

/** A path as one word of a shell command. */
function quoted(path: string): string {
  const word = path.startsWith('-') ? `./${path}` : path; // not an option
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
