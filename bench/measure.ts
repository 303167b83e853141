/** How long a slice lasts at least, in milliseconds of processor time. */
const SLICE = 400;
/** Slices before the first one that counts, when the code is compiled. */
const WARM_UP = 3;

/** Cases per second of processor time in one slice. */
export type Slice = () => number;

/** Slices of a run after a warm-up, all with the same number of cases. */
export function slices(run: (cases: number) => void): Slice {
  let cases = 250;
  let milliseconds: number;
  do {
    cases *= 2;
    milliseconds = processorTime(() => run(cases));
  } while (milliseconds < SLICE);
  const slice: Slice = () => (1000 * cases) / processorTime(() => run(cases));
  for (let k = 0; k < WARM_UP; k++) slice();
  return slice;
}

function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The middle one of some numbers, of which there is at least one. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
