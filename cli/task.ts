import { checkLaw } from '../src/law/check.ts';
import type { AnyLaw } from '../src/law/law.ts';
import type { NecessityWitnesses } from '../src/law/necessity.ts';
import type { LawReport } from '../src/law/report.ts';
import { decodeInstance, type Witness } from '../src/law/witness.ts';
import { sentenceOf, withFullStop } from './usage-error.ts';

/** Which of how many shards, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What to do about one law, as plain data that can be sent to a worker thread. */
export interface Task {
  readonly id: string;
  readonly runs: number;
  readonly seed: number;
  readonly shard?: Shard;
  /** Seconds for the law's cases. */
  readonly timeLimit?: number;
  /** When the run is to end, in milliseconds as `Date.now()` counts: the same in every thread. */
  readonly deadline?: number;
  /** Stored counterexamples whose instances satisfy the law's hypotheses. */
  readonly stored: readonly Witness[];
}

/** Judges one law. A crash of the engine is a report too: `errored`, with the reason. */
export function perform(
  law: AnyLaw,
  { id: _, stored, ...options }: Task,
  witnesses: NecessityWitnesses,
  onProgress: (cases: number) => void,
): LawReport {
  try {
    const instances = stored.map(({ instance }) => decodeInstance(law, instance));
    return checkLaw(law, { ...options, stored: instances, witnesses, onProgress });
  } catch (error) {
    return crashed(law, sentenceOf(error));
  }
}

/** The report on a law whose check did not come to an end. */
export const crashed = (law: AnyLaw, because: string): LawReport => ({
  id: law.id,
  version: law.version,
  cites: law.cites,
  section: law.section,
  expected: law.expects,
  verdict: 'errored',
  cases: 0,
  asked: 0,
  exhaustive: law.instances.all !== undefined,
  decidedBy: {},
  confirmed: 0,
  consistent: 0,
  undecided: 0,
  float64: null,
  cover: {},
  teeth: {},
  tightest: null,
  hypotheses: [],
  counterexamples: [],
  open: [],
  errors: [withFullStop(`The check crashed: ${because}`)],
  milliseconds: 0,
});
