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
import { keepWitness, witnessPath } from './witness-file.ts';

/** Where the outcome of a run goes, besides the terminal. */
export interface Destinations {
  readonly json?: string | undefined;
  readonly junit?: string | undefined;
  readonly witnesses: string;
}

/** Prints what became of every law, writes the files asked for, keeps the counterexamples, returns the exit code. */
export function publish(run: RunReport, destinations: Destinations, environment: Environment): ExitCode {
  const { json, junit, witnesses } = destinations;
  const paint = paints(environment.colors);
  const unexpected = run.laws.filter(({ verdict }) => verdict !== 'refuted');
  const lines = [
    ...reportTable(run.laws, paint),
    ...unexpected.flatMap((report) => failureLines(report, witnesses, environment, paint)),
    '',
    ...summary(run, paint),
  ];
  for (const line of lines) environment.out(line);
  attemptAll([
    () => json !== undefined && writeFile(json, `${JSON.stringify(run, undefined, 2)}\n`),
    () => junit !== undefined && writeFile(junit, `${junitReport(run)}\n`),
    ...unexpected.flatMap((report) => report.counterexamples.map((witness) => () => keepWitness(witnesses, witness))),
  ]);
  return exitCode(settledBy(run).map(({ verdict }) => verdict));
}

/** Does all of it even where some of it fails, so that no file is missing because of another; then says what failed. */
function attemptAll(actions: readonly (() => unknown)[]): void {
  const problems: unknown[] = [];
  for (const action of actions) {
    try {
      action();
    } catch (error) {
      problems.push(error);
    }
  }
  if (problems.length > 0) throw problems[0];
}

/** A shard alone cannot tell that a class of cases, or a counterexample, did not come up in the whole run. */
const settledBy = ({ laws, shard }: RunReport): readonly LawReport[] =>
  shard === null ? laws : laws.filter(({ verdict }) => verdict !== 'vacuous' && verdict !== 'not-refuted');

/** The simplest counterexample, and where it and others are kept. */
function failureLines(report: LawReport, folder: string, { laws }: Environment, paint: Paint): string[] {
  const [simplest, ...others] = report.counterexamples;
  const law = laws.find(({ id }) => id === report.id);
  if (simplest === undefined || law === undefined) return [];
  return [
    '',
    paint.bold(`${report.id} is violated`),
    ...failure(laws, law, simplest),
    ...others.flatMap((other) =>
      wrap(`the one with the worst margin is kept in ${witnessPath(folder, other)}`, '  ', '    '),
    ),
    '  replay it:',
    `    npx gradient-laws replay ${quoted(witnessPath(folder, simplest))}`,
  ];
}

/** A path as one word of a shell command. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
