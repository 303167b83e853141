import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunReport } from '../../cli/json.ts';
import { laws as registry } from '../../properties/index.ts';
import { type AnyLaw, type Law, law } from '../../src/law/law.ts';
import type { LawReport } from '../../src/law/report.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { atMost } from '../../src/scalar/relation.ts';
import {
  command,
  falseLaw,
  finiteLaw,
  type OneNumber,
  refutedLaw,
  temporaryFolder,
  testLaw,
  trueLaw,
  vacuousLaw,
} from './support.ts';

const projection = registry.filter(({ id }) => id === 'proj.nonexp-point');
/** Its tightest case is a different one in every shard. */
const tightLaw = testLaw({ id: 'test.tight', claim: (F, { x }) => atMost(F.of(x), F.of(9)) });

const laws = [...projection, trueLaw, finiteLaw, tightLaw];

const RUNS = '61';

async function reportOf(of: typeof laws, folder: string, name: string, ...args: string[]): Promise<string> {
  const file = join(folder, `${name}.json`);
  await command(of, ['verify', '--runs', RUNS, '--json', file, '--witnesses', join(folder, 'kept'), ...args]);
  return file;
}

async function shards(of: typeof laws, n: number, folder = temporaryFolder()): Promise<string[]> {
  const files: string[] = [];
  for (let i = 1; i <= n; i++) files.push(await reportOf(of, folder, `shard-${i}`, '--shard', `${i}/${n}`));
  return files;
}

const read = (file: string): RunReport => JSON.parse(readFileSync(file, 'utf8')) as RunReport;
const timeless = ({ laws }: RunReport): LawReport[] => laws.map((law) => ({ ...law, milliseconds: 0 }));

describe('shards added up', () => {
  test('are the unsharded run, to the last count', async () => {
    const folder = temporaryFolder();
    const whole = await reportOf(laws, folder, 'whole');
    const files = await shards(laws, 3, folder);
    const merged = join(folder, 'merged.json');
    const { code, out } = await command(laws, ['merge', ...files.toReversed(), '--json', merged]);
    expect(code).toBe(0);
    expect(out).toContain('4 laws: 4 hold.');
    expect(timeless(read(merged))).toEqual(timeless(read(whole)));
    expect(read(merged).shard).toBeNull();
    expect(read(files[1]!).laws[0]!.cases).toBe(20);
  });

  test('have verdicts of their own', async () => {
    const rare = { ...vacuousLaw, id: 'test.late', cover: { 'x above 8': { atLeast: 1e-9, when: () => false } } };
    const files = await shards([trueLaw, rare], 2);
    const { code, out } = await command([trueLaw, rare], ['merge', ...files]);
    expect(code).toBe(3);
    expect(out).toContain('Nothing was found wrong, but this is not settled: test.late.');
  });

  test('keep every counterexample', async () => {
    const files = await shards([falseLaw, refutedLaw], 2);
    const folder = join(temporaryFolder(), 'kept');
    const { code, out } = await command([falseLaw, refutedLaw], ['merge', ...files, '--witnesses', folder]);
    expect(code).toBe(1);
    expect(out).toContain('2 laws: 1 refuted as expected, 1 violated.');
    expect(out).toContain('    x: 3');
  });

  test('keep the case that crashes, whichever shard met it', async () => {
    const claim: typeof trueLaw.claim = (F, instance) => {
      const { x } = instance as { x: number };
      if (x === rare) throw new RangeError('a rare case');
      return atMost(F.zero, F.square(F.of(x)));
    };
    let rare: unknown;
    let cases = 0;
    const instances = {
      ...trueLaw.instances,
      generate: (draw: Parameters<typeof trueLaw.instances.generate>[0]) => {
        const instance = trueLaw.instances.generate(draw);
        if (++cases === 50) rare = (instance as { x: number }).x;
        return instance;
      },
      simplify: () => [],
    };
    const crashing = testLaw({ id: 'test.rare', claim, instances } as never);
    const { code, out } = await command([crashing], ['merge', ...(await shards([crashing], 2))]);
    expect(code).toBe(1);
    expect(out).toContain('test.rare crashes');
  });

  test('fewer cases than shards', async () => {
    const files = await shards([trueLaw], 80);
    expect(files.map((file) => read(file).laws[0]!.verdict).sort()).toEqual([
      ...new Array(61).fill('holds'),
      ...new Array(19).fill('incomplete'),
    ]);
    const { code, out } = await command([trueLaw], ['merge', ...files]);
    expect(code).toBe(0);
    expect(out).toContain(' 61 ');
  });
});

/** A law that judges an implementation, which it asks in the cases that are chosen. */
const lawInDoubles = (isAsked: (x: Exact) => boolean): AnyLaw => {
  interface Parts {
    value<S>(F: Algebra<S>): S;
  }
  const reference: Parts = { value: ({ zero }) => zero };
  const float64: Parts = { value: ({ zero }) => zero };
  return law<OneNumber, Parts>({
    ...(trueLaw as unknown as Law<OneNumber, Parts>),
    id: 'test.asks',
    subject: 'value',
    reference,
    float64,
    claim: (F, { x }, use) => atMost(isAsked(x) ? use.value(F) : F.zero, F.one),
    teeth: {},
  });
};

describe('an implementation in doubles', () => {
  test('may have its answers in other shards', async () => {
    const always = [lawInDoubles(() => true)];
    const files = await shards(always, 20);
    expect(new Set(files.map((file) => read(file).laws[0]!.verdict))).toEqual(new Set(['holds', 'incomplete']));
    expect((await command(always, ['merge', ...files])).code).toBe(0);
    const { code, out } = await command(always, ['verify', '--runs', RUNS, '--shard', '4/20']);
    expect(out).toContain('The implementation in doubles had nothing to answer, so nothing is known of');
    expect(code).toBe(0);
  });

  test('that has none in any is incomplete', async () => {
    const never = [lawInDoubles(() => false)];
    const { code, out } = await command(never, ['merge', ...(await shards(never, 2))]);
    expect(out).toContain('The implementation in doubles had nothing to answer, so nothing is known of');
    expect(code).toBe(3);
  });
});

describe('a shard alone', () => {
  test('does not judge what only the whole run can', async () => {
    const folder = temporaryFolder();
    const args = ['verify', '--runs', '4', '--shard', '2/2', '--witnesses', join(folder, 'kept')];
    const { code, out } = await command([vacuousLaw], args);
    expect(code).toBe(0);
    expect(out).toContain('This is shard 2 of 2');
  });

  test('that has no case settles nothing', async () => {
    const { code, out } = await command([trueLaw], ['verify', '--runs', '5', '--shard', '2/1000']);
    expect(code).toBe(3);
    expect(out).toMatch(/test\.square-positive +1 +incomplete +0 /);
    expect(out).toContain('None of its cases are in this shard, so nothing was decided.');
    expect(out).not.toContain('hold');
  });

  test('leaves a law whose few cases it has none of to the others, and settles the rest', async () => {
    const rare = { ...trueLaw, id: 'test.rare', atMostRuns: 1 };
    const args = ['verify', '--runs', '5', '--shard', '1/2'];
    const { code, out } = await command([rare, trueLaw], args);
    expect(code).toBe(0);
    expect(out).toContain('2 laws: 1 holds, 1 incomplete.');
    expect((await command([rare], args)).code).toBe(3);
    const late = await command([rare, trueLaw], [...args, '--time-limit', '0.000000001']);
    expect(late.code).toBe(3);
  });
});

describe('merge refuses', () => {
  async function refusal(files: readonly string[]): Promise<string> {
    const { code, out, err } = await command(laws, ['merge', ...files]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.split('\n')).toHaveLength(1);
    return err;
  }

  const changed = (file: string, change: (report: RunReport) => object): string => {
    const copy = file.replace('.json', '-changed.json');
    writeFileSync(copy, JSON.stringify({ ...read(file), ...change(read(file)) }));
    return copy;
  };

  test('a missing shard', async () => {
    const [a, , c] = await shards([trueLaw], 3);
    expect(await refusal([a!, c!])).toBe('Of 3 shards, number 2 is missing.');
  });

  test('the same shard twice', async () => {
    const [a, b] = await shards([trueLaw], 2);
    expect(await refusal([a!, b!, a!])).toContain('are both shard 1/2; give each shard once.');
  });

  test('more cases decided than there are', async () => {
    const [a, b] = await shards([trueLaw], 2);
    const more = changed(b!, ({ laws: [law] }) => ({ laws: [{ ...law, decidedBy: { filter: 99_999 } }] }));
    expect(await refusal([a!, more])).toContain('more cases are decided or undecided than there are');
  });

  test('a whole run', async () => {
    const whole = await reportOf([trueLaw], temporaryFolder(), 'whole');
    expect(await refusal([whole])).toContain('is not a shard but a whole run');
  });

  test.each<[string, (report: RunReport) => object, string]>([
    ['seeds', () => ({ seed: 1 }), 'have different seeds, 9902 and 1'],
    ['runs', () => ({ runs: 7 }), 'have different cases a law, 61 and 7'],
    ['versions', () => ({ version: '9.9.9' }), 'have different versions of gradient-laws'],
    ['numbers of shards', () => ({ shard: { index: 2, of: 4 } }), 'have different numbers of shards'],
    ['laws', () => ({ laws: [] }), 'are about different laws'],
    ['law versions', ({ laws }) => ({ laws: laws.map((law) => ({ ...law, version: 2 })) }), 'are about different laws'],
  ])('different %s', async (_name, change, sentence) => {
    const [a, b] = await shards([trueLaw], 2);
    expect(await refusal([a!, changed(b!, change)])).toContain(sentence);
  });

  test.each<[string, (report: RunReport) => object, string]>([
    ['a shard beyond its number', () => ({ shard: { index: 3, of: 2 } }), 'says that it is shard 3 of 2'],
    ['a count that is none', ({ laws }) => ({ laws: laws.map((law) => ({ ...law, cases: -1 })) }), 'at laws.0.cases'],
    ['another tool', () => ({ tool: 'other' }), 'at tool'],
  ])('%s', async (_name, change, sentence) => {
    const [a, b] = await shards([trueLaw], 2);
    expect(await refusal([a!, changed(b!, change)])).toContain(sentence);
  });
});
