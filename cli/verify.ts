import type { Environment } from './environment.ts';
import { judgeLaws } from './judge.ts';
import type { VerifyOptions } from './options.ts';
import { publish } from './outcome.ts';
import { requireFolder, requireWritable } from './output-file.ts';
import { checkProofs, withProof } from './proofs.ts';
import { selectLaws } from './select.ts';
import { readStored } from './stored.ts';
import { VERSION } from './version.ts';

/** Decides the laws that the patterns mean, prints what became of them, and returns the exit code. */
export async function verify(
  patterns: readonly string[],
  options: VerifyOptions,
  environment: Environment,
): Promise<number> {
  const started = performance.now();
  const { runs, seed, shard, timeLimit, witnesses } = options;
  const deadline = timeLimit === undefined ? undefined : Date.now() + 1000 * timeLimit;
  const laws = selectLaws(environment.laws, patterns);
  requireWritable(options.json, options.junit);
  const stored = readStored(witnesses, laws);
  requireFolder(witnesses);
  for (const note of stored.notes) environment.err(note);
  const jobs = options.jobs ?? environment.cores;
  // Proofs are checked here while other threads decide.
  const [reports, proofs] = await Promise.all([
    judgeLaws(laws, { runs, seed, shard, deadline, jobs, stored: stored.byLaw }, environment),
    checkProofs(laws, deadline),
  ]);
  return publish(
    {
      $schema: 'gradient-laws/schemas/report.schema.json',
      tool: 'gradient-laws',
      version: VERSION,
      runs,
      seed,
      shard: shard ?? null,
      laws: reports.map((report) => withProof(report, proofs)),
      milliseconds: Math.round(performance.now() - started),
    },
    options,
    environment,
  );
}
