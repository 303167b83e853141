import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lawTheorems } from '../../../proofs/7737-policy-and-zeroth-order/index.ts';
import { jensenTheorem } from '../../../proofs/9902-sgd/convexity.ts';
import { firmTheorem } from '../../../proofs/9902-sgd/firm.ts';
import { segmentTheorem } from '../../../proofs/9902-sgd/segment-set.ts';
import { NotProved } from '../../../proofs/kernel/fact.ts';
import { scalar } from '../../../proofs/kernel/symbolic.ts';
import { proveCommand } from '../../../proofs/search/command.ts';
import { findCertificates } from '../../../proofs/search/find.ts';
import { solver } from '../../../proofs/search/solver.ts';
import { nonnegative } from '../../../proofs/theorem/statements.ts';
import { readStored } from '../../../proofs/theorem/stored.ts';
import { proved, type Theorem } from '../../../proofs/theorem/theorem.ts';

const z3 = solver();
afterAll(() => z3.close());

/** Its text decides. */
const agreeing = lawTheorems.find(({ law }) => law.id === 'zoR.two-classes-agree')!;

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

  test('finds anew what a text asks while it is read', async () => {
    const { file, id } = agreeing;
    const { code, out, err } = await prove([id, '--again'], [agreeing]);
    expect([code, err]).toEqual([0, []]);
    expect(out.at(-1)).toBe(`${id}    0 kept,  39 found,   0 not found`);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(join('proofs', file), 'utf8'));
  });

  test('finds what is deleted of that, and keeps the rest', async () => {
    const [stored, part] = [readStored(agreeing.file), 'K = 2, d = 1, three-point'];
    const lines = Object.entries(stored[part]!);
    const left = Object.fromEntries(lines.filter((_, i) => i % 3 !== 1));
    const count = { identity: 0, kept: 0, found: 0, 'not found': 0 };
    const found = await findCertificates(agreeing, z3, { ...stored, [part]: left }, (outcome) => count[outcome]++);
    expect(found).toEqual({ stored, missing: [] });
    expect(count).toEqual({ identity: 0, kept: 27, found: 12, 'not found': 0 });
  });

  test('says which text cannot be read to its end', async () => {
    const argue = () => {
      throw new NotProved('x is not the square of anything known.');
    };
    const unreadable = proved({ ...statement, id: 'unreadable' }, [{ name: 'part', argue }]);
    const { code, err } = await prove([], [unreadable, unprovable]);
    expect(code).toBe(1);
    expect(err[1]).toBe('  unreadable: x is not the square of anything known.');
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
