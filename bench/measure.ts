/** How long a measurement runs at least, in milliseconds of processor time. */
const ENOUGH = 1500;

/** Cases per second of processor time, after a warm-up. */
export function rateOf(run: (cases: number) => void): number {
  run(200);
  let cases = 500;
  for (;;) {
    const before = process.cpuUsage();
    run(cases);
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1000;
    if (milliseconds >= ENOUGH) return (1000 * cases) / milliseconds;
    cases = Math.ceil(cases * Math.max(2, (1.2 * ENOUGH) / Math.max(1, milliseconds)));
  }
}
