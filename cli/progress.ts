import { Presets, SingleBar } from 'cli-progress';

/** Shows how many cases are done. */
export interface Progress {
  /** More cases of a law are done. */
  advance(cases: number): void;
  /** Takes the bar off the terminal and gives the cursor back. */
  stop(): void;
}

const NONE: Progress = { advance: () => {}, stop: () => {} };

/** A bar on the terminal; nothing at all where there is none. */
export function showProgress(total: number, terminal: NodeJS.WriteStream | undefined): Progress {
  if (terminal === undefined) return NONE;
  const bar = new SingleBar(
    { stream: terminal, format: ' {bar} {percentage}% of {total} cases', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { advance: (cases) => bar.increment(cases), stop: () => bar.stop() };
}
