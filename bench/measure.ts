/** How long the warm-up and a measurement last at least, in milliseconds of processor time. */
const ENOUGH = 1000;
const MEASUREMENTS = 3;

/** Cases per second of processor time: the best of three measurements after a warm-up, when the code is compiled. */
export function rateOf(run: (cases: number) => void): number {
  let cases = 250;
  let milliseconds: number;
  do {
    cases *= 2;
    milliseconds = processorTime(() => run(cases));
  } while (milliseconds < ENOUGH);
  for (let k = 0; k < MEASUREMENTS; k++)
    milliseconds = Math.min(
      milliseconds,
      processorTime(() => run(cases)),
    );
  return (1000 * cases) / milliseconds;
}

function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
