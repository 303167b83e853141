import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Decides SMT-LIB scripts. */
export interface Solver {
  /** What the solver prints; undefined when it fails, or takes longer than it may. */
  run(script: string): Promise<string | undefined>;
  close(): void;
}

interface Answer {
  readonly id: number;
  readonly answer?: string;
}

interface Limits {
  /** What the process runs: it gets `{ id, script }` and sends `{ id, answer }`. */
  readonly program?: string;
  readonly seconds?: number;
  readonly megabytes?: number;
}

const Z3 = fileURLToPath(new URL('./z3-process.mjs', import.meta.url));

/** Z3 in a process of its own, which is killed when it has not answered in time, and started anew for the next script. */
export function solver({ program = Z3, seconds = 20, megabytes = 2000 }: Limits = {}): Solver {
  let child: ChildProcess | undefined;
  let asked = 0;

  const close = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const start = (): ChildProcess =>
    fork(program, [`${megabytes}`], { execArgv: [`--max-old-space-size=${megabytes}`], stdio: 'ignore' });

  const run = (script: string): Promise<string | undefined> => {
    child ??= start();
    const running = child;
    const id = ++asked;
    return new Promise((resolve) => {
      const end = (answer: string | undefined) => {
        clearTimeout(watchdog);
        running.removeAllListeners().on('error', () => {}); // a killed process may still fail to be written to
        if (answer === undefined) close();
        resolve(answer);
      };
      const watchdog = setTimeout(() => end(undefined), seconds * 1000);
      running.on('message', (message: Answer) => {
        if (message.id === id) end(message.answer);
      });
      running.on('exit', () => end(undefined));
      running.on('error', () => end(undefined));
      running.send({ id, script });
    });
  };
  return { run, close };
}
