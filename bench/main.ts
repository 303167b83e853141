import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sameResult, tasks } from './tasks.ts';

interface Measured {
  readonly rate: number;
  /** Peak resident memory in megabytes. */
  readonly memory: number;
}

const [, , only] = process.argv;

if (only !== undefined) {
  const rate = tasks.get(only)!();
  process.stdout.write(JSON.stringify({ rate, memory: process.resourceUsage().maxRSS / 1024 }));
} else {
  if (!sameResult()) throw new Error('The library run and the run by hand end at different points.');
  const measured = new Map([...tasks.keys()].map((name) => [name, measureApart(name)]));
  const groups = new Map<string, [string, Measured][]>();
  for (const [name, result] of measured) {
    const [group, row] = name.split(' | ') as [string, string];
    groups.set(group, [...(groups.get(group) ?? []), [row, result]]);
  }
  process.stdout.write('Cases per second of processor time; each row a process of its own.\n');
  for (const [group, rows] of groups) printGroup(group, rows);
}

function measureApart(name: string): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function printGroup(group: string, rows: readonly (readonly [string, Measured])[]): void {
  const unit = rows.find(([name]) => name === 'generation alone' || name === 'by hand')!;
  process.stdout.write(`\n${group.padEnd(46)}cases/s  of ${unit[0].padEnd(17)}MB\n`);
  for (const [name, { rate, memory }] of rows) {
    const share = (rate / unit[1].rate).toFixed(rate / unit[1].rate < 0.1 ? 3 : 2);
    process.stdout.write(
      `  ${name.padEnd(40)}${Math.round(rate).toLocaleString('en').padStart(11)}${share.padStart(13)}${Math.round(memory).toString().padStart(14)}\n`,
    );
  }
}
