import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { RunReport } from '../../cli/json.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { all, command, falseLaw, fileWith, fine, temporaryFolder, testLaw, trueLaw, verify } from './support.ts';

describe('the files of a run', () => {
  test('the JSON report fits the published schema', async () => {
    const file = join(temporaryFolder(), 'report.json');
    await verify(all, '--json', file);
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const published = z.fromJSONSchema(JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')));
    expect(published.parse(report)).toEqual(report);
    expect(published.safeParse({ ...report, runs: 'many' }).success).toBe(false);
    const { laws, runs, seed, shard } = report as RunReport;
    expect(laws.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect({ runs, seed, shard }).toEqual({ runs: 40, seed: 9902, shard: null });
  });

  test('a kept witness fits the published schema', async () => {
    const folder = join(temporaryFolder(), 'kept');
    await command([falseLaw], ['verify', '--witnesses', folder]);
    const published = z.fromJSONSchema(JSON.parse(readFileSync('schemas/witness.schema.json', 'utf8')));
    for (const name of readdirSync(folder)) {
      const witness = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      expect(published.parse(witness)).toEqual(witness);
      expect(published.safeParse({ ...witness, version: 0 }).success).toBe(false);
    }
  });

  test('the JUnit report is well-formed and passes only what is as expected', async () => {
    const file = join(temporaryFolder(), 'report.xml');
    await verify(all, '--junit', file);
    const xml = readFileSync(file, 'utf8');
    expect(xml).toContain('tests="6" failures="2" errors="1"');
    for (const line of [
      'input:\n    x: 3',
      'right = 2',
      'first step of the proof that breaks: test.step',
      'npx gradient-laws replay ',
    ]) {
      expect(xml).toContain(line);
    }
    expect(xml).toContain('&lt;A&gt; &amp; B'.replaceAll('&gt;', xml.includes('&gt;') ? '&gt;' : '>'));
    const open: string[] = [];
    for (const [, close, name, rest] of xml.matchAll(/<(\/?)([a-z]+)((?:"[^"<]*"|[^"<>])*)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (!rest!.endsWith('/')) open.push(name!);
    }
    expect(open).toEqual([]);
  });

  test('a file that cannot be written is refused before any work', async () => {
    const { code, err, out } = await verify(fine, '--json', '/no/such/folder/report.json');
    expect(code).toBe(2);
    expect(err).toBe('/no/such/folder/report.json cannot be written: there is no such folder.');
    expect(out).toBe('');
  });
});

describe('a folder that counterexamples cannot be kept in', () => {
  const refusal = async (folder: string): Promise<string> => {
    const files = temporaryFolder();
    const [json, junit] = [join(files, 'report.json'), join(files, 'report.xml')];
    const { code, out, err } = await command(
      [falseLaw],
      ['verify', '--witnesses', folder, '--json', json, '--junit', junit],
    );
    expect({ code, out, left: readdirSync(files) }).toEqual({ code: 2, out: '', left: [] });
    expect(err.split('\n')).toHaveLength(1);
    return err;
  };

  test.skipIf(process.getuid?.() === 0)('is refused before any work: it is not ours', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect(await refusal(folder)).toBe(
      `Counterexamples cannot be kept in ${folder}: permission is denied; give another folder with --witnesses.`,
    );
  });

  test.skipIf(!existsSync('/proc/self'))('is refused before any work: it cannot be made', async () => {
    expect(await refusal('/proc/none/such')).toContain('Counterexamples cannot be kept in /proc/none/such: ');
  });

  test('is not made for the check', async () => {
    const folder = temporaryFolder();
    await command([trueLaw], ['verify', '--witnesses', join(folder, 'not', 'yet')]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('has to have a name', async () => {
    const { code, err } = await command(fine, ['verify', '--witnesses', '']);
    expect([code, err]).toEqual([2, expect.stringContaining('Give the name of a folder.')]);
  });

  test('is made level by level when there is something to keep', async () => {
    const folder = join(temporaryFolder(), 'not', 'yet');
    await command([falseLaw], ['verify', '--witnesses', folder]);
    expect(readdirSync(folder).length).toBeGreaterThan(0);
  });

  test('and breaks in the middle of the run loses nothing of what was found', async () => {
    const files = temporaryFolder();
    const [json, junit, kept] = ['report.json', 'report.xml', 'kept'].map((name) => join(files, name)) as [
      string,
      string,
      string,
    ];
    const vandal = testLaw({
      id: 'test.vandal',
      claim: (F, { x }) => {
        if (!existsSync(kept)) writeFileSync(kept, 'in the way');
        return atMost(F.of(x), F.of(2));
      },
    });
    const { code, out, err } = await command(
      [vandal],
      ['verify', '--witnesses', kept, '--json', json, '--junit', junit],
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^The counterexample .* cannot be written: a part of its path is not a folder\.$/);
    expect(out).toContain('test.vandal is violated');
    expect(out).toContain('Not as expected: test.vandal.');
    expect(JSON.parse(readFileSync(json, 'utf8')).laws[0].counterexamples[0].instance).toEqual({ x: 3 });
    expect(readFileSync(junit, 'utf8')).toContain('test.vandal');
  });
});

describe('the files of a run that is refused', () => {
  test('are not left behind empty', async () => {
    const files = temporaryFolder();
    const malformed = fileWith('{"law": 7}', 'broken.json');
    const args = ['verify', '--json', join(files, 'report.json'), '--witnesses', join(malformed, '..')];
    expect((await command(fine, args)).code).toBe(2);
    expect(readdirSync(files)).toEqual([]);
  });

  test('are left as they were', async () => {
    const earlier = fileWith('earlier', 'report.json');
    const args = ['verify', '--json', earlier, '--junit', '/no/such/folder/report.xml'];
    expect((await command(fine, args)).code).toBe(2);
    expect(readFileSync(earlier, 'utf8')).toBe('earlier');
  });
});
