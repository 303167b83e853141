import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A folder of this worker's own: two builds into one would read each other's half-written files. */
const FOLDER = `.vitest-reports/dist-${process.env.VITEST_POOL_ID ?? 0}`;

/** Builds the package into a folder of the tests' own, and returns the path of its command. */
export function built(): string {
  const compiler = join('node_modules', '.bin', 'tsc');
  spawnSync(compiler, ['-p', 'tsconfig.build.json', '--outDir', FOLDER]);
  const { status, stderr } = spawnSync(process.execPath, [join(FOLDER, 'cli', 'copy-data.js')]);
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
  return join(process.cwd(), FOLDER, 'cli', 'main.js');
}

/** What a process printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs Node on a script to its end, without a terminal. */
export function node(args: readonly string[], env: Record<string, string> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}
