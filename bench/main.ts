import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';
import { sameResult, tasks } from './tasks.ts';

/** What a process answers when it is asked for a slice. */
interface Measured {
  /** Cases per second of processor time. */
  readonly rate: number;
  /** Peak resident memory in megabytes. */
  readonly memory: number;
}

interface Row {
  readonly name: string;
  readonly process: ChildProcess;
  readonly measured: Measured[];
}

const ROUNDS = 7;
/** The rows that the others of their group are compared with. */
const UNITS = ['generation alone', 'by hand'];

const [, , only] = process.argv;
if (only === undefined) await compareAll();
else answer(only);

/** In a process of its own: measures one slice whenever it is asked to. */
function answer(name: string): void {
  const slice = tasks.get(name)!();
  process.on('message', () => {
    const measured: Measured = { rate: slice(), memory: process.resourceUsage().maxRSS / 1024 };
    process.send!(measured);
  });
}

async function compareAll(): Promise<void> {
  if (!sameResult()) throw new Error('The library run and the run by hand end at different points.');
  const names = [...tasks.keys()];
  const groups = new Set(names.map((name) => name.split(' | ')[0]!));
  process.stdout.write('Cases per second of processor time; each row a process of its own, slices in turn.\n');
  for (const group of groups) {
    printGroup(group, await measured(names.filter((name) => name.startsWith(`${group} | `))));
  }
}

/** The rows of a group, slice by slice in turn: the speed of a machine drifts, but not within a round. */
async function measured(names: readonly string[]): Promise<readonly Row[]> {
  const rows = names.map((name): Row => {
    const process = fork(fileURLToPath(import.meta.url), [name]);
    process.on('exit', (code) => {
      if (code) throw new Error(`${name} failed.`);
    });
    return { name: name.split(' | ')[1]!, process, measured: [] };
  });
  for (let round = 0; round < ROUNDS; round++)
    for (const row of rows) {
      row.process.send('slice');
      const [answered] = (await once(row.process, 'message')) as [Measured];
      row.measured.push(answered);
    }
  for (const row of rows) row.process.kill();
  return rows;
}

function printGroup(group: string, rows: readonly Row[]): void {
  const unit = rows.find(({ name }) => UNITS.includes(name))!;
  process.stdout.write(`\n${group.padEnd(46)}cases/s  of ${unit.name.padEnd(17)}MB\n`);
  for (const { name, measured } of rows) {
    const rate = Math.round(median(measured.map(({ rate }) => rate))).toLocaleString('en');
    const share = median(measured.map(({ rate }, round) => rate / unit.measured[round]!.rate));
    const memory = Math.round(Math.max(...measured.map(({ memory }) => memory)));
    process.stdout.write(
      `  ${name.padEnd(40)}${rate.padStart(11)}${share.toFixed(share < 0.1 ? 3 : 2).padStart(13)}${`${memory}`.padStart(14)}\n`,
    );
  }
}
