import { bench } from 'vitest';
import { checkAll } from '../proofs/index.ts';

/** How long it takes to check every step of every theorem, by the kernel alone: no certificate is searched for. */
bench(
  'all theorems',
  () => {
    const before = process.cpuUsage();
    const outcomes = checkAll();
    const { user, system } = process.cpuUsage(before);
    const proved = outcomes.filter(({ status }) => status === 'proved').length;
    const seconds = ((user + system) / 1e6).toFixed(1);
    process.stdout.write(`proofs: ${proved} of ${outcomes.length} theorems in ${seconds} s of processor time\n`);
    if (proved < outcomes.length) throw new Error('Some theorems are not proved.');
  },
  { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
);
