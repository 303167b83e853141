import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkProofs, withProof } from '../../cli/proofs.ts';
import type { LawReport } from '../../src/law/report.ts';
import { atMost } from '../../src/scalar/relation.ts';
import {
  all,
  command,
  falseLaw,
  fileWith,
  fine,
  finiteLaw,
  refutedLaw,
  stepLaw,
  temporaryFolder,
  testLaw,
  trueLaw,
  vacuousLaw,
  verify,
} from './support.ts';

const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('exit codes', () => {
  test('0 when every law is as expected', async () => {
    const { code, out } = await verify(fine);
    expect(code).toBe(0);
    expect(out).toContain('3 laws: 2 hold, 1 refuted as expected.');
    expect(out).toContain('Everything is as expected');
    expect(out).toMatch(/test\.finite +1 +holds +all 2 of 2/);
    expect(out).toContain('1 of 1 planted mistake caught');
  });

  test('a counterexample among finitely many instances ends the search, and the row says so', async () => {
    const law = { ...finiteLaw, expects: 'refuted', claim: refutedLaw.claim } as never;
    const { code, out } = await verify([law]);
    expect(code).toBe(0);
    expect(out).toMatch(/test\.finite +1 +refuted +1 of 2/);
  });

  test('1 when a law is violated, even beside one that is not settled', async () => {
    const { code, out } = await verify(all);
    expect(code).toBe(1);
    expect(out).toContain('Not as expected: test.square-small, test.step.');
    expect(out).toContain('Not settled: test.vacuous.');
  });

  test('1 when what should be refuted is not', async () => {
    const { code, out } = await verify([testLaw({ ...trueLaw, id: 'test.true', expects: 'refuted' } as never)]);
    expect(code).toBe(1);
    expect(out).toContain('not-refuted');
  });

  test('1 when a planted mistake is missed', async () => {
    const blunt = { ...trueLaw, teeth: { none: { says: 'Nothing is wrong.', claim: trueLaw.claim } } };
    const { code, out } = await verify([blunt]);
    expect(code).toBe(1);
    expect(out).toContain('The planted mistake “none” was not caught.');
  });

  test('1 when the check of a law crashes, with the reason and no stack', async () => {
    const crashing = testLaw({
      id: 'test.crash',
      claim: () => {
        throw new TypeError('the sky fell');
      },
    });
    const { code, out, err } = await verify([crashing, trueLaw]);
    expect(code).toBe(1);
    expect(out).toContain('A case crashed: the sky fell');
    expect(out + err).not.toMatch(/\.ts:\d+|at .*\(/);
  });

  test('1 when a case crashes, with the input that makes it', async () => {
    const crashing = testLaw({
      id: 'test.crash',
      claim: (F, { x }) => {
        if (Number(x) > 2) throw new RangeError(`x is ${x}, \u0000 too large`);
        return atMost(F.of(x), F.of(8));
      },
    });
    const files = temporaryFolder();
    const [json, junit] = [join(files, 'report.json'), join(files, 'report.xml')];
    const { code, out } = await verify([crashing], '--json', json, '--junit', junit);
    expect(code).toBe(1);
    const shown = [
      'test.crash crashes',
      '  What test.crash says.',
      '  input:',
      '    x: 3',
      '  the error: x is 3, \\u{0} too large.',
    ].join('\n');
    expect(out).toContain(shown);
    expect(out).not.toContain('\u0000');
    expect(JSON.parse(readFileSync(json, 'utf8')).laws[0].crash).toEqual({
      because: 'x is 3, \u0000 too large',
      implementation: 'reference',
      input: { x: 3 },
    });
    expect(readFileSync(junit, 'utf8')).toContain(shown);
  });

  test('3 when interesting cases did not come up', async () => {
    const { code, out } = await verify([trueLaw, vacuousLaw]);
    expect(code).toBe(3);
    expect(out).toContain('The class “x above 8” came up in 0 of 40 cases; at least 10 % are needed.');
  });

  test('3 when no reading decides', async () => {
    const open = testLaw({ id: 'test.open', ladder: ['filter'], claim: (F) => atMost(F.exp(F.one), F.exp(F.one)) });
    const { code, out } = await verify([open]);
    expect(code).toBe(3);
    expect(out).toContain('40 cases of 40 could not be decided by any reading.');
    expect(out).toMatch(/left between 2\.718281828459\d+ and 2\.718281828459\d+,/);
  });

  test('3 when the time limit comes first', async () => {
    const slow = testLaw({
      id: 'test.slow',
      claim: (F, { x }) => {
        const end = performance.now() + 5;
        while (performance.now() < end);
        return atMost(F.of(x), F.of(8));
      },
      teeth: trueLaw.teeth as never,
    });
    const { code, out } = await command([slow], ['verify', '--time-limit', '0.05']);
    expect(code).toBe(3);
    expect(unwrapped(out)).toMatch(/The time limit came after \d+ of 1000 cases, before 1 planted mistake was tried\./);
  });

  test('3 when the time limit comes before all planted mistakes are tried', async () => {
    const teeth = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `slow-${i}`,
        {
          says: 'Nothing is wrong, slowly.',
          claim: (F: Parameters<typeof trueLaw.claim>[0]) => {
            const end = performance.now() + 5;
            while (performance.now() < end);
            return atMost(F.zero, F.one);
          },
        },
      ]),
    );
    const file = join(temporaryFolder(), 'report.json');
    const started = performance.now();
    const laws = [testLaw({ id: 'test.toothy', claim: trueLaw.claim, teeth } as never), finiteLaw];
    const { code, out } = await verify(laws, '--time-limit', '1', '--json', file);
    expect(performance.now() - started).toBeLessThan(6000);
    expect(code).toBe(3);
    expect(unwrapped(out)).toContain('The time limit came after 40 of 40 cases, before 9 planted mistakes were tried.');
    expect(JSON.parse(readFileSync(file, 'utf8')).laws[0].untried.teeth).toHaveLength(9);
  });
});

/** A seed whose first counterexample misses by more than the simplest one does. */
const SEED = '3';

describe('proofs', () => {
  test('are not begun when the time is over, and the law says so', async () => {
    const laws = [{ id: 'proj.feasible' }, { id: 'no.such-law' }];
    const checked = await checkProofs(laws, Date.now() - 1);
    expect([...checked]).toEqual(['no.such-law']);
    const report = { id: 'proj.feasible' } as LawReport;
    expect(withProof(report, checked).proof).toEqual({
      status: 'unproved',
      scope: null,
      by: null,
      because: 'The time limit came before the proof was checked.',
    });
    expect([...(await checkProofs(laws))]).toEqual(['proj.feasible', 'no.such-law']);
  });

  test('are told of every law where that is asked for', async () => {
    const laws = [testLaw({ id: 'sgd.amgm', claim: trueLaw.claim } as never), trueLaw];
    const { out } = await verify(laws, '--proofs');
    expect(out).toMatch(/sgd\.amgm .*\n {4}Proved, all T: Coq, for all T: a5-sign/);
    expect(out).toMatch(/ {4}Unproved because: /);
    expect((await verify(laws)).out).not.toContain('Unproved because');
  });
});

describe('the sign of a proof', () => {
  const crash = (): never => {
    throw new RangeError('no');
  };
  test.each([
    ['holds', trueLaw.claim, true],
    ['violated', falseLaw.claim, false],
    ['errored', crash, false],
  ])('a law that %s', async (verdict, claim, shown) => {
    const { out } = await verify([testLaw({ id: 'sgd.amgm', claim } as never)]);
    expect(out).toMatch(shown ? `${verdict} ∎` : `${verdict}  `);
    expect(out.includes('also proved')).toBe(shown);
  });
});

describe('a violated law', () => {
  test('shows its input, both sides, the step that breaks and how to replay it', async () => {
    const folder = join(temporaryFolder(), 'kept');
    const { out } = await command(
      [falseLaw, trueLaw, stepLaw],
      ['verify', 'test.square-small', '--seed', SEED, '--witnesses', folder],
    );
    const [file] = readdirSync(folder).filter((name) => name.includes('.simplest.'));
    expect(out).toContain(
      [
        'test.square-small is violated',
        '  What test.square-small says.',
        '  input:',
        '    x: 3',
        '  claimed for x itself: left ≤ right',
        '    left  = 3',
        '    right = 2',
        '  (computed in the rational reading)',
        '  The first step of the proof that breaks: test.step (1). What test.step says.',
      ].join('\n'),
    );
    expect(out).toContain(`    npx gradient-laws replay ${join(folder, file!)}`);
    expect(out).toContain('worst margin');
    expect(file).toMatch(/^test\.square-small\.simplest\.[0-9a-f]{16}\.json$/);
  });

  test('keeps both witnesses, and overwrites none', async () => {
    const folder = join(temporaryFolder(), 'kept');
    await command([falseLaw], ['verify', '--witnesses', folder, '--seed', SEED]);
    const first = readdirSync(folder);
    expect(first).toHaveLength(2);
    const before = first.map((name) => readFileSync(join(folder, name), 'utf8'));
    await command([falseLaw], ['verify', '--witnesses', folder, '--seed', '1']);
    expect(first.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });

  test('is found again from its stored witness, before any case is drawn', async () => {
    const folder = join(temporaryFolder(), 'kept');
    const rare = testLaw({ id: 'test.rare', claim: (F, { x }) => atMost(F.of(x), F.of(50)) });
    const { code: without } = await command([rare], ['verify', '--witnesses', folder]);
    expect(without).toBe(0);
    await command([falseLaw], ['verify', '--witnesses', folder]);
    const [name] = readdirSync(folder);
    const witness = JSON.parse(readFileSync(join(folder, name!), 'utf8'));
    const stored = JSON.stringify({ ...witness, law: 'test.rare', instance: { x: 51 } });
    const kept = temporaryFolder();
    writeFileSync(join(kept, 'test.rare.json'), stored);
    const { code, out } = await command([rare], ['verify', '--witnesses', kept]);
    expect(code).toBe(1);
    expect(out).toContain('x: 51');
  });

  test('notes stored witnesses that no longer fit, and goes on', async () => {
    const folder = join(temporaryFolder(), 'kept');
    await command([falseLaw], ['verify', '--witnesses', folder]);
    const newer = testLaw({ ...trueLaw, id: falseLaw.id, version: 2 } as never);
    const { code, err } = await command([newer], ['verify', '--witnesses', folder]);
    expect(code).toBe(0);
    expect(err).toContain('is not replayed: the witness is about version 1 of test.square-small');
  });

  test('refuses a folder with a malformed witness, naming the file', async () => {
    const file = fileWith('{"law": 7}', 'broken.json');
    const { code, err } = await command(fine, ['verify', '--witnesses', join(file, '..')]);
    expect(code).toBe(2);
    expect(err).toContain(file);
    expect(err.split('\n')).toHaveLength(1);
  });
});

describe('the look of it', () => {
  const long = testLaw({ id: `test.${'very-'.repeat(9)}long`, claim: trueLaw.claim });

  test('no line is wider than 80 columns', async () => {
    const runs = [
      await verify([...all, long]),
      await command(all, ['list']),
      await command(all, ['explain', 'test.square-positive']),
      await command(all, ['--help']),
      await command(all, ['verify', '--help']),
    ];
    for (const { out } of runs) {
      expect(out).not.toBe('');
      for (const line of out.split('\n'))
        if (!line.includes('.json')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  test('is in color only when asked', async () => {
    const sequence = '\u001B';
    expect((await verify(all)).out).not.toContain(sequence);
    const { out } = await command(all, ['verify', '--runs', '5', '--witnesses', temporaryFolder()], { colors: true });
    expect(out).toContain(sequence);
  });
});
