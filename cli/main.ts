#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import pc from 'picocolors';
import { laws } from '../properties/index.ts';
import { runCommand } from './program.ts';
import { necessityWitnesses } from './witnesses.ts';

const SHOW_CURSOR = '\u001B[?25h';
const INTERRUPTED = 130;

const { stdout, stderr } = process;

process.on('SIGINT', () => {
  if (stderr.isTTY) stderr.write(SHOW_CURSOR);
  process.exit(INTERRUPTED);
});
// A reader that has seen enough, such as `head`, closes the pipe.
stdout.on('error', () => process.exit());

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
