import type { AnyLaw } from '../src/law/law.ts';
import type { NecessityWitnesses } from '../src/law/necessity.ts';

/** What the command needs of the world around it. */
export interface Environment {
  /** Every law, in the order of the articles. */
  readonly laws: readonly AnyLaw[];
  /** The witnesses of necessity that belong to the laws. */
  readonly witnesses: () => NecessityWitnesses;
  /** Prints lines to standard output, or to standard error. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard output shows colors. */
  readonly colors: boolean;
  /** The terminal a progress bar may be drawn on. */
  readonly terminal: NodeJS.WriteStream | undefined;
  /** The script of a worker thread; without one, laws are judged in this thread. */
  readonly worker: URL | undefined;
  /** How many worker threads to start unless told. */
  readonly cores: number;
}
