import type { LawReport } from '../src/law/report.ts';
import { type ExitCode, exitCode } from '../src/law/verdict.ts';
import type { Environment } from './environment.ts';
import { failure } from './failure.ts';
import type { RunReport } from './json.ts';
import { junitReport } from './junit.ts';
import { writeFile } from './output-file.ts';
import { type Paint, paints } from './paint.ts';
import { summary } from './summary.ts';
import { reportTable } from './table.ts';
import { wrap } from './text.ts';
import { keepWitness } from './witness-file.ts';

/** Where the outcome of a run goes, besides the terminal. */
export interface Destinations {
  readonly json?: string | undefined;
  readonly junit?: string | undefined;
  readonly witnesses: string;
}

/** Prints what became of every law, keeps the counterexamples, writes the files asked for, returns the exit code. */
export function publish(run: RunReport, destinations: Destinations, environment: Environment): ExitCode {
  const paint = paints(environment.colors);
  const lines = [
    ...reportTable(run.laws, paint),
    ...run.laws.flatMap((report) => failureLines(report, destinations.witnesses, environment, paint)),
    '',
    ...summary(run, paint),
  ];
  for (const line of lines) environment.out(line);
  if (destinations.json !== undefined) writeFile(destinations.json, `${JSON.stringify(run, undefined, 2)}\n`);
  if (destinations.junit !== undefined) writeFile(destinations.junit, `${junitReport(run)}\n`);
  return exitCode(settledBy(run).map(({ verdict }) => verdict));
}

/** A shard alone cannot tell that a class of cases, or a counterexample, did not come up in the whole run. */
const settledBy = ({ laws, shard }: RunReport): readonly LawReport[] =>
  shard === null ? laws : laws.filter(({ verdict }) => verdict !== 'vacuous' && verdict !== 'not-refuted');

/** Every counterexample that was not expected, kept in a file of its own; the simplest one is shown. */
function failureLines(report: LawReport, folder: string, { laws }: Environment, paint: Paint): string[] {
  const [simplest] = report.counterexamples;
  const law = laws.find(({ id }) => id === report.id);
  if (simplest === undefined || law === undefined || report.verdict === 'refuted') return [];
  const [file = '', ...others] = report.counterexamples.map((witness) => keepWitness(folder, witness));
  return [
    '',
    paint.bold(`${report.id} is violated`),
    ...failure(laws, law, simplest),
    ...others.flatMap((other) => wrap(`the one with the worst margin is kept in ${other}`, '  ', '    ')),
    '  replay it:',
    `    npx gradient-laws replay ${quoted(file)}`,
  ];
}

/** A path as one word of a shell command. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
