import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { jensenTheorem } from '../../../proofs/9902-sgd/convexity.ts';
import { firmTheorem } from '../../../proofs/9902-sgd/firm.ts';
import { segmentTheorem } from '../../../proofs/9902-sgd/segment-set.ts';
import { scalar } from '../../../proofs/kernel/symbolic.ts';
import { proveCommand } from '../../../proofs/search/command.ts';
import { solver } from '../../../proofs/search/solver.ts';
import { nonnegative } from '../../../proofs/theorem/statements.ts';
import { proved, type Theorem } from '../../../proofs/theorem/theorem.ts';

const z3 = solver();
afterAll(() => z3.close());

const statement = { laws: [], cites: [], states: '', scope: 'all reals' } as const;
/** Says that x ≥ 0, of which nothing is known. */
const unprovable = proved({ ...statement, id: 'unprovable' }, [
  { name: 'part', argue: () => ({ assumes: [], steps: [{ goal: nonnegative('x', scalar('x')) }] }) },
]);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificates-'));
});
async function prove(words: readonly string[], theorems: readonly Theorem[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const printTo = (lines: string[]) => (line: string) => void lines.push(line);
  const code = await proveCommand(words, { theorems, solver: z3, folder, out: printTo(out), err: printTo(err) });
  return { code, out, err };
}
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

describe('npm run prove', () => {
  test('finds anew what is committed, and a second run changes nothing', async () => {
    const theorems = [firmTheorem, segmentTheorem(), jensenTheorem];
    const { code, out, err } = await prove(['--again'], theorems);
    expect([code, err]).toEqual([0, []]);
    expect(out).toContain('firm       0 kept,   3 found,   0 not found');
    expect(files().sort()).toEqual([firmTheorem.file, segmentTheorem().file].sort());
    for (const file of files()) {
      expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(join('proofs', file), 'utf8'));
    }
    const before = files().map((file) => statSync(join(folder, file)).mtimeMs);
    const again = await prove([], theorems);
    expect(again).toMatchObject({ code: 0, err: [] });
    expect(again.out).toContain('firm       3 kept,   0 found,   0 not found');
    expect(files().map((file) => statSync(join(folder, file)).mtimeMs)).toEqual(before);
  });

  test('looks only at the theorems it is given', async () => {
    const { code, out } = await prove(['firm'], [unprovable, firmTheorem]);
    expect([code, out]).toEqual([0, ['firm    3 kept,   0 found,   0 not found']]);
    expect(files()).toEqual([firmTheorem.file]);
  });

  test('ends with code 1 and a list of the goals for which nothing was found', async () => {
    const { code, err } = await prove([], [unprovable]);
    expect(code).toBe(1);
    expect(err).toEqual(['No certificate was found for one goal:', '  unprovable, part, x']);
    expect(files()).toEqual([]);
  });

  test.each([
    [
      ['frm'],
      'No theorem with certificates matches “frm”; the nearest ids are firm, segment, jensen. Without ids, all are taken.',
    ],
    [['--agian'], 'Unknown option --agian; the only one is --again, to search for everything anew.'],
  ])('%j is refused with one sentence and code 2', async (words, sentence) => {
    writeFileSync(join(folder, 'kept.txt'), '');
    expect(await prove(words, [firmTheorem, segmentTheorem(), jensenTheorem])).toEqual({
      code: 2,
      out: [],
      err: [sentence],
    });
    expect(readdirSync(folder)).toEqual(['kept.txt']);
  });
});
