import { MessageChannel } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { AnyLaw } from '../src/law/law.ts';
import type { LawReport } from '../src/law/report.ts';
import type { Witness } from '../src/law/witness.ts';
import type { Environment } from './environment.ts';
import { showProgress } from './progress.ts';
import { crashed, perform, type Shard, type Task } from './task.ts';
import { sentenceOf } from './usage-error.ts';

/** How the laws of one run are to be judged. */
export interface Settings {
  readonly runs: number;
  readonly seed: number;
  readonly jobs: number;
  readonly shard?: Shard | undefined;
  /** When the run is to end, in milliseconds as `Date.now()` counts. */
  readonly deadline?: number | undefined;
  /** Stored counterexamples, by law. */
  readonly stored: ReadonlyMap<string, readonly Witness[]>;
}

type Perform = (law: AnyLaw, task: Task, onProgress: (cases: number) => void) => Promise<LawReport>;

/** Judges every law, several at a time; the reports come in the order of the laws. */
export async function judgeLaws(
  laws: readonly AnyLaw[],
  settings: Settings,
  { worker, witnesses, terminal }: Environment,
): Promise<LawReport[]> {
  const jobs = Math.min(settings.jobs, laws.length);
  const total = laws.reduce((sum, law) => sum + casesOf(law, settings), 0);
  const progress = showProgress(total, terminal);
  const pool = worker && new Tinypool({ filename: worker.href, minThreads: jobs, maxThreads: jobs });
  const judge: Perform = pool
    ? (law, task, onProgress) => inWorker(pool, law, task, onProgress)
    : async (law, task, onProgress) => perform(law, task, witnesses(), onProgress);
  try {
    return await inLanes(laws, jobs, settings, async (law, task) => {
      let seen = 0;
      const report = await judge(law, task, (cases) => {
        progress.advance(cases - seen);
        seen = cases;
      });
      progress.advance(casesOf(law, settings) - seen);
      return report;
    });
  } finally {
    progress.stop();
    await pool?.destroy();
  }
}

/** About how many cases a law will run, for the progress bar. */
function casesOf({ instances, atMostRuns }: AnyLaw, { runs, shard }: Settings): number {
  return instances.all?.length ?? Math.floor(Math.min(runs, atMostRuns ?? runs) / (shard?.of ?? 1));
}

/** Long laws first, so that no thread is left alone with one at the end: planted mistakes are what takes time. */
const byLength = (laws: readonly AnyLaw[]): readonly AnyLaw[] => laws.toSorted((a, b) => lengthOf(b) - lengthOf(a));

const lengthOf = ({ instances, hypotheses, teeth }: AnyLaw): number =>
  instances.all === undefined ? 1 + hypotheses.length + Object.keys(teeth).length : 0;

async function inLanes(
  laws: readonly AnyLaw[],
  jobs: number,
  settings: Settings,
  judge: (law: AnyLaw, task: Task) => Promise<LawReport>,
): Promise<LawReport[]> {
  const queue = [...byLength(laws)];
  const reports = new Map<AnyLaw, LawReport>();
  const lane = async (): Promise<void> => {
    for (let law = queue.shift(); law !== undefined; law = queue.shift()) {
      reports.set(law, await judge(law, taskOf(law, settings, jobs / (queue.length + 1))));
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
  return laws.map((law) => reports.get(law)!);
}

const taskOf = ({ id }: AnyLaw, { runs, seed, shard, deadline, stored }: Settings, share: number): Task => ({
  id,
  runs,
  seed,
  stored: stored.get(id) ?? [],
  ...(shard === undefined ? {} : { shard }),
  // For its cases, a law has its share of the time that is left to those that have not begun; for the rest, all of it.
  ...(deadline === undefined ? {} : { deadline, timeLimit: Math.max(0, share * (deadline - Date.now())) / 1000 }),
});

async function inWorker(
  pool: Tinypool,
  law: AnyLaw,
  task: Task,
  onProgress: (cases: number) => void,
): Promise<LawReport> {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', onProgress);
  try {
    return (await pool.run({ task, port: port2 }, { transferList: [port2] })) as LawReport;
  } catch (error) {
    return crashed(law, sentenceOf(error));
  } finally {
    port1.close();
  }
}
