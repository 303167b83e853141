import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { shownCase } from '../../cli/shown-case.ts';
import { witnessPath } from '../../cli/witness-file.ts';
import { necessityWitnesses, readNecessityWitnesses, witnessFiles } from '../../cli/witnesses.ts';
import { laws } from '../../properties/index.ts';
import { checkLaw } from '../../src/law/check.ts';
import { toothCounterexample } from '../../src/law/teeth.ts';
import { witnessOf } from '../../src/law/witness.ts';
import { built, node } from './built.ts';
import { fileWith, temporaryFolder } from './support.ts';

const LAW = 'proj.nonexp-point';
const RUN = ['verify', LAW, '--runs', '30'];
/** Makes a process believe that its output is a terminal. */
const TERMINAL = ['--import', 'data:text/javascript,process.stdout.isTTY=true'];
const ESCAPE = '\u001B';

let main = '';
beforeAll(() => {
  main = built();
});

describe('the built command', () => {
  test('verifies in worker threads what it verifies in one', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report.json');
    const { code, out, err } = node([main, ...RUN, '--jobs', '2', '--json', file]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('1 law: 1 holds.');
    const [{ proof, ...report }] = JSON.parse(readFileSync(file, 'utf8')).laws;
    expect(proof).toMatchObject({ status: 'proved', scope: 'all dimensions' });
    const here = checkLaw(laws.find(({ id }) => id === LAW)!, {
      runs: 30,
      seed: 9902,
      witnesses: necessityWitnesses(),
    });
    expect({ ...report, milliseconds: 0 }).toEqual({ ...JSON.parse(JSON.stringify(here)), milliseconds: 0 });
  });

  test('is found by its version', () => {
    const { code, out } = node([main, '--version']);
    expect(code).toBe(0);
    expect(out.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  test('refuses bad usage in one sentence', () => {
    const { code, out, err } = node([main, 'verify', 'proj.nonexp-pont']);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^No law matches “proj.nonexp-pont”; the nearest ids are proj\.nonexp-point.*\.\n$/);
  });

  test('refuses 100 MB before it reads them', () => {
    const file = fileWith('{');
    truncateSync(file, 100 * 2 ** 20);
    const { code, err } = node([main, 'replay', file]);
    expect(code).toBe(2);
    expect(err).toBe(`${file} has 100 MB; no file of its kind is larger than 5 MB.\n`);
  });

  test.skipIf(process.getuid?.() === 0)('refuses a file that it may not read', () => {
    const file = fileWith('{}');
    writeFileSync(file, '{}', { mode: 0 });
    const { code, err } = node([main, 'replay', file]);
    expect(code).toBe(2);
    expect(err).toContain('permission is denied');
  });

  test('is in color on a terminal only, and never with NO_COLOR', () => {
    const env = { TERM: 'xterm', FORCE_COLOR: '1' };
    expect(node([main, 'list'], env).out).not.toContain(ESCAPE);
    expect(node([...TERMINAL, main, 'list'], env).out).toContain(ESCAPE);
    expect(node([...TERMINAL, main, 'list'], { ...env, NO_COLOR: '1' }).out).not.toContain(ESCAPE);
  });

  test('ends with 130 and in silence when interrupted', async () => {
    const folder = temporaryFolder();
    // Files are tried when the work begins.
    const begun = once(watch(folder), 'change');
    const report = join(folder, 'report.json');
    const child = spawn(process.execPath, [main, 'verify', LAW, '--runs', '1000000', '--json', report]);
    let printed = '';
    child.stdout.on('data', (data) => {
      printed += data;
    });
    child.stderr.on('data', (data) => {
      printed += data;
    });
    const ended = once(child, 'exit');
    await begun;
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(readdirSync(folder)).toEqual([]);
    expect(printed).toBe('');
  });

  test.skipIf(!existsSync('/dev/full'))('says that nobody can read what it printed', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [main, 'list'], { stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect(`${stderr}`).toBe('The output cannot be written: the disk is full.\n');
    expect(status).toBe(2);
  });

  test('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [main, 'list']);
    child.stdout.destroy();
    let printed = '';
    child.stderr.on('data', (data) => {
      printed += data;
    });
    await once(child, 'exit');
    expect(printed).toBe('');
  });
});

describe('the command that replays a counterexample', () => {
  const law = laws.find(({ id }) => id === LAW)!;
  const implementation = Object.keys(law.teeth)[0]!;
  const witness = witnessOf(law, toothCounterexample(law, implementation, 9902, 1000), { implementation });
  const report = { ...checkLaw(law, { runs: 1, seed: 1 }), counterexamples: [witness] };

  test.each([['--help'], ["-it's kept; $HOME"]])('works as it is printed: %s', (folder) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, witnessPath(folder, witness)), JSON.stringify(witness));
    const printed = shownCase(report, folder, laws).at(-1)!;
    const pasted = printed.replace('npx gradient-laws', '"$NODE" "$MAIN"');
    const { status, stdout } = spawnSync('sh', ['-c', pasted], {
      cwd,
      encoding: 'utf8',
      env: { NODE: process.execPath, MAIN: main },
    });
    expect(printed).toMatch(/^ {4}npx gradient-laws replay /);
    expect(status).toBe(1);
    expect(stdout).toContain(`Reproduced: ${LAW} is violated.`);
  });
});

describe('witnesses of necessity', () => {
  test('ship with the build, all of them', () => {
    const names = (properties: string): string[] => witnessFiles(properties).map((file) => file.split('/').at(-1)!);
    expect(names(join(main, '..', '..', 'properties'))).toEqual(names('properties'));
    const written = readdirSync('properties', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /witnesses\/[^/]*\.json$/.test(file),
    );
    expect(necessityWitnesses().size).toBe(written.length);
  });

  test('under a wrong name are refused', () => {
    const folder = join(temporaryFolder(), 'article', 'witnesses');
    const witness = {
      law: 'a.b',
      version: 1,
      implementation: 'reference',
      hypotheses: [],
      broken: 'c',
      kept: 'simplest',
      instance: {},
      observed: { by: 'rational', comparisons: [] },
    };
    const properties = join(folder, '..', '..');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.b.c.json'), JSON.stringify(witness));
    expect([...readNecessityWitnesses(properties).keys()]).toEqual(['a.b.c']);
    writeFileSync(join(folder, 'a.b.d.json'), JSON.stringify(witness));
    expect(() => readNecessityWitnesses(properties)).toThrow('rename it to a.b.c.json');
  });
});
