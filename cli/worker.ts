import type { MessagePort } from 'node:worker_threads';
import { laws } from '../properties/index.ts';
import type { LawReport } from '../src/law/report.ts';
import { perform, type Task } from './task.ts';
import { necessityWitnesses } from './witnesses.ts';

/** Judges one law in a worker thread; tells the port now and then how many cases are done. */
export default function work({ task, port }: { readonly task: Task; readonly port: MessagePort }): LawReport {
  const law = laws.find(({ id }) => id === task.id);
  if (law === undefined) throw new RangeError(`There is no law named ${task.id}.`);
  try {
    return perform(law, task, necessityWitnesses(), (cases) => port.postMessage(cases));
  } finally {
    port.close();
  }
}
