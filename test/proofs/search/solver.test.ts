import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { solver } from '../../../proofs/search/solver.ts';

const folder = mkdtempSync(join(tmpdir(), 'solver-'));
/** A solver whose process does this for each script. */
function pretending(name: string, each: string, seconds = 20) {
  const program = join(folder, `${name}.mjs`);
  writeFileSync(program, `process.on('message', ({ id, script }) => { ${each} });`);
  return solver({ program, seconds });
}

describe('the watchdog', () => {
  test('kills a process that does not answer in time, and starts another for the next script', async () => {
    const slow = pretending(
      'slow',
      `if (script === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); process.send({ id, answer: process.pid + '' });`,
      5,
    );
    const [first, again] = [await slow.run('a'), await slow.run('b')];
    expect(first).toMatch(/^\d+$/);
    expect(again).toBe(first);
    const start = Date.now();
    expect(await slow.run('hang')).toBeUndefined();
    expect(Date.now() - start).toBeLessThan(30_000);
    await vi.waitFor(() => expect(() => process.kill(Number(first), 0)).toThrow('ESRCH'));
    const next = await slow.run('c');
    expect(next).toMatch(/^\d+$/);
    expect(next).not.toBe(first);
    slow.close();
  });
  test('takes a process that ends, or reports an error, for one that found nothing', async () => {
    const broken = pretending(
      'broken',
      `if (script === 'end') process.exit(1); process.send({ id, error: 'out of memory' });`,
    );
    expect(await broken.run('end')).toBeUndefined();
    expect(await broken.run('go on')).toBeUndefined();
    broken.close();
  });
  test('takes a program that there is not for one that found nothing', async () => {
    const absent = solver({ program: join(folder, 'absent.mjs') });
    expect(await absent.run('anything')).toBeUndefined();
    absent.close();
  });
});

describe('Z3', () => {
  test('is given no more memory than it may have', async () => {
    const small = solver({ megabytes: 2 });
    expect(await small.run('(declare-const x Real)(assert (> x 1.0))(check-sat)')).toBeUndefined();
    small.close();
  });
  test('answers many scripts in one process', async () => {
    const z3 = solver();
    for (let i = 1; i <= 20; i++) {
      const script = `(declare-const x Real)(assert (= (* ${i}.0 x) 1.0))(check-sat)(get-value (x))`;
      expect(await z3.run(script)).toBe(`sat\n((x ${i === 1 ? '1.0' : `(/ 1.0 ${i}.0)`}))\n`);
    }
    expect(await z3.run('(assert nonsense)')).toContain('error');
    expect(await z3.run('(assert false)(check-sat)')).toBe('unsat\n');
    z3.close();
  });
});
