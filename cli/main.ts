#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import pc from 'picocolors';
import { laws } from '../properties/index.ts';
import { writingReason } from './output-file.ts';
import { runCommand } from './program.ts';
import { necessityWitnesses } from './witnesses.ts';

const SHOW_CURSOR = '\u001B[?25h';
const INTERRUPTED = 130;
const UNWRITABLE = 2;

const { stdout, stderr } = process;

process.on('SIGINT', () => {
  if (stderr.isTTY) stderr.write(SHOW_CURSOR);
  process.exit(INTERRUPTED);
});
stdout.on('error', (error) => {
  // A reader that has seen enough, such as `head`, closes the pipe.
  if ('code' in error && error.code === 'EPIPE') process.exit();
  stderr.write(`The output cannot be written: ${writingReason(error)}.\n`);
  process.exit(UNWRITABLE);
});

process.exitCode = await runCommand(process.argv.slice(2), {
  laws,
  witnesses: necessityWitnesses,
  out: (text) => stdout.write(`${text}\n`),
  err: (text) => stderr.write(`${text}\n`),
  colors: stdout.isTTY === true && pc.isColorSupported,
  terminal: stderr.isTTY ? stderr : undefined,
  worker: new URL('./worker.js', import.meta.url),
  cores: availableParallelism(),
});
