import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, fileWith, refutedLaw, temporaryFolder, trueLaw } from './support.ts';

const laws = [trueLaw, refutedLaw];

/** One clear sentence on standard error, exit code 2, nothing else. */
async function refusal(...args: string[]): Promise<string> {
  const { code, out, err } = await command(laws, args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.split('\n')).toHaveLength(1);
  expect(err).toMatch(/^[^a-z].*[.!?]$/);
  expect(err).not.toMatch(/\.ts:\d+|\bat .*\(.*:\d+\)|Error:/);
  return err;
}

describe('bad usage', () => {
  test.each([
    [['verify', 'test.squre-positive'], 'the nearest ids are test.square-positive'],
    [['verify', 'nothing.*'], 'No law matches “nothing.*”'],
    [['verify', ''], 'A pattern is empty; give an id, its beginning or a glob, or no pattern at all for every law.'],
    [['list', 'test.refuted', ''], 'A pattern is empty'],
    [['verify', 'square'], 'No law matches “square”; the nearest ids are test.square-positive, test.refuted.'],
    [['explain', 'TEST.REFUTED'], 'the nearest ids are test.refuted, test.square-positive.'],
    [['explain', 'a\u202Eb\u001b[31m'], 'No law matches “a\\u{202e}b\\u{1b}[31m”'],
    [['verify', '--json', ''], 'Give the name of a file.'],
    [['verify', '--json', '-'], 'Give the name of a file; ./- is one of that name.'],
    [['verify', '--json', 'report', '--junit', './report'], './report is given for two files'],
    [['explain', 'test'], '“test” means 2 laws; give the id of one law, such as test.square-positive.'],
    [['prove', 'test.ref*'], '“test.ref*” means test.refuted; give the id of one law, such as test.refuted.'],
    [['explain', ''], 'No law matches “”'],
    [['list', 'x'.repeat(500)], 'No law matches “x'],
    [['verify', '--runs', '0'], 'Give the number of cases as a whole number from 1'],
    [['verify', '--runs', '1e3'], 'Give the number of cases as a whole number'],
    [['verify', '--runs', '-5'], 'Give the number of cases'],
    [['verify', '--runs'], 'argument missing'],
    [['verify', '--seed', 'lucky'], 'Give the seed as a whole number from 0 to 4294967295'],
    [['verify', '--jobs', '1.5'], 'Give the number of worker threads'],
    [['verify', '--time-limit', '0'], 'Give a positive number of seconds.'],
    [['verify', '--time-limit', 'soon'], 'Give a positive number of seconds.'],
    [['verify', '--shard', '0/4'], 'Give i/n with 1 ≤ i ≤ n'],
    [['verify', '--shard', '5/4'], 'Give i/n with 1 ≤ i ≤ n'],
    [['verify', '--shard', '2'], 'Give i/n with 1 ≤ i ≤ n'],
    [['verify', '--tolerance', '1e-9'], 'Unknown option'],
    [['verfiy'], 'Unknown command'],
    [['explain'], 'Missing required argument'],
    [['replay', '/no/such/file.json'], 'there is no such file'],
    [['merge', '/no/such/file.json'], 'there is no such file'],
  ])('%j', async (args, sentence) => {
    expect(await refusal(...args)).toContain(sentence);
  });

  test('without a command, help', async () => {
    const { code, err } = await command(laws, []);
    expect(code).toBe(2);
    expect(err).toContain('Usage: gradient-laws');
  });
});

describe('patterns', () => {
  test.each([
    [['test.square-positive'], ['test.square-positive']],
    [['test.sq'], ['test.square-positive']],
    [['*.refuted'], ['test.refuted']],
    [['test.*'], ['test.square-positive', 'test.refuted']],
    [
      ['test.refuted', 'test'],
      ['test.square-positive', 'test.refuted'],
    ],
    [['test.refute?'], ['test.refuted']],
  ])('%j', async (patterns, ids) => {
    const { code, out } = await command(laws, ['list', ...patterns]);
    expect(code).toBe(0);
    expect([...out.matchAll(/^(test\S+)/gm)].map(([, id]) => id)).toEqual(ids);
  });

  test('dots are dots', async () => {
    expect(await refusal('list', 'test?square.positive')).toContain('No law matches');
  });
});

describe('hostile witness files', () => {
  const good = {
    law: 'test.square-positive',
    version: 1,
    implementation: 'reference',
    hypotheses: [],
    kept: 'simplest',
    instance: { x: 1 },
    observed: { by: 'rational', comparisons: [] },
  };
  const text = (changes: object): string => JSON.stringify({ ...good, ...changes });
  const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

  test('the file they are made from is fine', async () => {
    expect((await command(laws, ['replay', fileWith(text({}))])).code).toBe(0);
  });

  test.each([
    ['empty', '', 'is not JSON, or is cut off'],
    ['truncated', text({}).slice(0, -20), 'is not JSON, or is cut off'],
    ['not an object', '[1, 2]', 'does not have the expected form'],
    ['a bare number', '1e999', 'does not have the expected form'],
    ['wrong type', text({ law: 7 }), 'at law'],
    ['version of the wrong type', text({ version: '1' }), 'at version'],
    ['huge version', text({}).replace('"version":1', '"version":1e400'), 'at version'],
    ['no instance', text({ instance: undefined }), 'at instance'],
    ['unknown key', text({ extra: true }), 'extra'],
    ['poisoned', text({}).replace('{"x":1}', '{"x":1,"__proto__":{"y":1}}'), 'has the key “__proto__”'],
    ['poisoned at the top', text({}).replace('{', '{"__proto__":{"law":"a"},'), 'has the key “__proto__”'],
    ['constructor', text({ instance: { constructor: 1 } }), 'has the key “constructor”'],
    ['deeply nested', text({}).replace('{"x":1}', nested(100_000)), 'nested more than 64 levels deep'],
    ['unknown law', text({ law: 'test.squar-positive' }), 'the nearest ids are'],
    ['law with a poisoned name', text({ law: '__proto__' }), 'No law matches “__proto__”'],
  ])('%s', async (_name, content, sentence) => {
    expect(await refusal('replay', fileWith(content))).toContain(sentence);
  });

  test.each([
    ['wrong types', { instance: { x: [1] } }, 'at x'],
    ['infinite', { instance: { x: 'Infinity' } }, 'neither finite nor a fraction'],
    ['zero denominator', { instance: { x: '1/0' } }, 'neither finite nor a fraction'],
    ['a fraction beyond measure', { instance: { x: '9'.repeat(5000) } }, 'more than 4000 characters'],
    ['another version', { version: 2 }, 'The law has changed: the witness is about version 2'],
    ['an unknown implementation', { implementation: '__proto__' }, 'knows no implementation “__proto__”'],
    ['doubles of a law that has none', { implementation: 'float64' }, 'knows no implementation “float64”'],
    ['an unknown hypothesis', { broken: 'toString' }, 'has no hypothesis “toString”'],
  ])('a witness that no longer fits: %s', async (_name, changes, sentence) => {
    const { code, out, err } = await command(laws, ['replay', fileWith(text(changes))]);
    expect(code).toBe(2);
    expect(out.replaceAll('\n', ' ')).toContain(sentence);
    expect(err).toBe('');
  });

  test('a number beyond the doubles', async () => {
    const file = fileWith(text({}).replace('"x":1', '"x":1e999'));
    const { code, out } = await command(laws, ['replay', file]);
    expect(code).toBe(2);
    expect(out).toContain('The input is no longer valid');
  });

  test('too large', async () => {
    const file = fileWith(text({ instance: ' '.repeat(6 * 2 ** 20) }));
    expect(await refusal('replay', file)).toContain('no file of its kind is larger than 5 MB');
  });

  test('a folder', async () => {
    const folder = join(temporaryFolder(), 'folder.json');
    mkdirSync(folder);
    expect(await refusal('replay', folder)).toContain('is not a regular file');
    expect(await refusal('verify', '--witnesses', join(folder, '..'))).toContain('is not a regular file');
  });

  test('a file for a folder', async () => {
    expect(await refusal('verify', '--witnesses', fileWith('{}'))).toContain('a part of its path is not a folder');
  });
});
