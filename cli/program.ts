import { Command, CommanderError } from 'commander';
import type { Environment } from './environment.ts';
import { list } from './list.ts';
import { merge } from './merge.ts';
import {
  DEFAULT_RUNS,
  DEFAULT_SEED,
  parseFile,
  parseFolder,
  parseJobs,
  parseRuns,
  parseSeconds,
  parseSeed,
  parseShard,
  type VerifyOptions,
} from './options.ts';
import type { Destinations } from './outcome.ts';
import { replay } from './replay.ts';
import { LEGEND } from './table.ts';
import { wrap } from './text.ts';
import { oneLine, sentenceOf, UsageError, withFullStop } from './usage-error.ts';
import { VERSION } from './version.ts';

const WITNESSES = 'counterexamples';
const USAGE = 2;
const CRASHED = 1;

/** Runs the command line and returns its exit code. Whatever goes wrong is said in one sentence. */
export async function runCommand(args: readonly string[], environment: Environment): Promise<number> {
  let code = 0;
  const program = commandLine(environment, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    environment.err(withFullStop(sentenceOf(error)));
    return error instanceof UsageError ? USAGE : CRASHED;
  }
}

function commandLine(environment: Environment, done: (code: number) => void): Command {
  const { out, err } = environment;
  const program = new Command('gradient-laws')
    .description('Claims about optimizers as executable laws, decided without tolerances.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out(text.trimEnd()),
      writeErr: (text) => err(text.trimEnd()),
      outputError: (text, write) =>
        write(withFullStop(oneLine(text).replace(/^error: (.)/, (_, first: string) => first.toUpperCase()))),
    });
  program
    .command('verify')
    .description('decide every law, or those that a pattern means: an id, its beginning, or a glob such as "sgd.*"')
    .argument('[pattern...]')
    .option('--runs <n>', 'cases of each law', parseRuns, DEFAULT_RUNS)
    .option('--seed <s>', 'where the cases are drawn from: a number, or random', parseSeed, DEFAULT_SEED)
    .option('--jobs <n>', 'worker threads (default: all cores)', parseJobs)
    .option(
      '--time-limit <seconds>',
      'time for the whole run: its cases, planted mistakes, hypotheses and proofs; then nothing more is begun, ' +
        'laws that are cut short are incomplete, and proofs not yet checked are not shown',
      parseSeconds,
    )
    .option('--json <file>', 'write the report as JSON', parseFile)
    .option('--junit <file>', 'write the report as JUnit XML', parseFile)
    .option('--shard <i/n>', 'run the i-th of n parts of the cases; merge the JSON reports afterwards', parseShard)
    .option('--proofs', 'say of every law what is proved of it, or why nothing is')
    .option('--witnesses <folder>', 'where counterexamples are kept', parseFolder, WITNESSES)
    .addHelpText('after', `\n${wrap(LEGEND).join('\n')}`)
    .action(async (patterns: string[], options: VerifyOptions) => {
      // The commands that tell of proofs load them; the others start without.
      const { verify } = await import('./verify.ts');
      done(await verify(patterns, options, environment));
    });
  program
    .command('list')
    .description('name the laws and what they say')
    .argument('[pattern...]')
    .action((patterns: string[]) => done(list(patterns, environment)));
  program
    .command('explain')
    .description('tell everything about one law: its hypotheses, how it is decided, its tightest case')
    .argument('<id>')
    .action(async (id: string) => done((await import('./explain.ts')).explain(id, environment)));
  program
    .command('prove')
    .description('print what is proved of one law for all reals, step by step, each step checked anew')
    .argument('<id>')
    .option('--all', 'print every path and every expression in full')
    .action(async (id: string, options: { all?: boolean }) =>
      done((await import('./prove.ts')).prove(id, options, environment)),
    );
  program
    .command('replay')
    .description(
      'decide a stored counterexample again: 1 reproduced or the law crashes, 0 fixed, 2 no longer valid, 3 undecided',
    )
    .argument('<file>')
    .action((file: string) => done(replay(file, environment)));
  program
    .command('merge')
    .description('add the JSON reports of all shards of a run up')
    .argument('<file...>')
    .option('--json <file>', 'write the merged report as JSON', parseFile)
    .option('--junit <file>', 'write the merged report as JUnit XML', parseFile)
    .option('--witnesses <folder>', 'where counterexamples are kept', parseFolder, WITNESSES)
    .action((files: string[], options: Destinations) => done(merge(files, options, environment)));
  return program;
}
