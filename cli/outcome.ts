import type { LawReport } from '../src/law/report.ts';
import { type ExitCode, exitCode } from '../src/law/verdict.ts';
import type { Environment } from './environment.ts';
import { isElsewhere, isUnanswered, type RunReport } from './json.ts';
import { junitReport } from './junit.ts';
import { writeFile } from './output-file.ts';
import { paints } from './paint.ts';
import { shownCase } from './shown-case.ts';
import { summary } from './summary.ts';
import { reportTable } from './table.ts';
import { keepWitness } from './witness-file.ts';

/** Where the outcome of a run goes, besides the terminal. */
export interface Destinations {
  readonly json?: string | undefined;
  readonly junit?: string | undefined;
  /** Whether the table says of every law what is proved of it, or why nothing is. */
  readonly proofs?: boolean | undefined;
  readonly witnesses: string;
}

/** Prints what became of every law, writes the files asked for, keeps the counterexamples, returns the exit code. */
export function publish(run: RunReport, destinations: Destinations, environment: Environment): ExitCode {
  const { json, junit, proofs = false, witnesses } = destinations;
  const paint = paints(environment.colors);
  const unexpected = run.laws.filter(({ verdict }) => verdict !== 'refuted');
  const shown = new Map(unexpected.map((report) => [report.id, shownCase(report, witnesses, environment.laws)]));
  const lines = [
    ...reportTable(run.laws, paint, proofs),
    ...[...shown.values()].flatMap(([title, ...rest]) => (title === undefined ? [] : ['', paint.bold(title), ...rest])),
    '',
    ...summary(run, paint),
  ];
  for (const line of lines) environment.out(line);
  attemptAll([
    () => json !== undefined && writeFile(json, `${JSON.stringify(run, undefined, 2)}\n`),
    () => junit !== undefined && writeFile(junit, `${junitReport(run, shown)}\n`),
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

/**
 * A shard alone cannot tell that a class of cases, a counterexample, or an answer of the implementation in doubles,
 * did not come up in the whole run; nor anything of a law whose few cases are in other shards, such as those that are
 * sampled. It must have a case of one law, though.
 */
function settledBy({ laws, shard }: RunReport): readonly LawReport[] {
  if (shard === null || laws.every(isElsewhere)) return laws;
  return laws.filter(
    (report) =>
      report.verdict !== 'vacuous' && report.verdict !== 'not-refuted' && !isElsewhere(report) && !isUnanswered(report),
  );
}
