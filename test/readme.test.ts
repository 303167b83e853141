import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { laws } from '../properties/index.ts';
import { toothCounterexample } from '../src/law/teeth.ts';
import { witnessOf } from '../src/law/witness.ts';
import { built } from './cli/built.ts';

const readme = readFileSync('README.md', 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, body]) => body!);

/** The commands of the README's shell blocks, without their comments. */
const commands = blocks('sh')
  .flatMap((body) => body.split('\n'))
  .map((line) => line.replace(/\s+#.*/, '').trim())
  .filter((line) => line !== '');

let command: string;
let folder: string;

beforeAll(() => {
  command = built();
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  const law = laws.find(({ id }) => id === 'proj.nonexp-point')!;
  const tooth = Object.keys(law.teeth)[0]!;
  const witness = witnessOf(law, toothCounterexample(law, tooth, 1, 1000), { implementation: tooth });
  mkdirSync(join(folder, 'kept'));
  writeFileSync(join(folder, 'kept', 'FILE.json'), JSON.stringify(witness));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('every command of the README runs as it says', () => {
  test('there are some', () => {
    expect(commands.length).toBeGreaterThanOrEqual(7);
  });

  test.each(commands.filter((line) => line.startsWith('node examples/')))('%s', (line) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, line.split(' ').slice(1), { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').length).toBeGreaterThan(8);
  });

  test('they are all of the command or of the examples', () => {
    expect(commands.filter((line) => !/^(npx gradient-laws|node examples\/\S+)( |$)/.test(line))).toEqual([]);
  });

  test.each(commands.filter((line) => !line.startsWith('node examples/')))('%s', (line) => {
    // A counterexample to replay, out of the way of the folder that verify replays first.
    const words = line
      .replace('npx gradient-laws ', '')
      .replace('counterexamples/FILE', 'kept/FILE')
      .split(' ')
      .map((word) => word.replaceAll("'", ''));
    // All laws take a minute; one of each article shows that the options are taken as the README writes them.
    const quick = words[0] === 'verify' && !words.includes('--runs') ? ['proj.obtuse', 'pg.grad', '--runs', '20'] : [];
    const { status, stderr } = spawnSync(process.execPath, [command, ...words, ...quick], {
      cwd: folder,
      encoding: 'utf8',
    });
    // Few cases may leave a class of cases out, which is exit code 3; a reproduced counterexample is exit code 1.
    const expected = words[0] === 'replay' ? [1] : quick.length > 0 || words[0] === 'merge' ? [0, 3] : [0];
    expect({ stderr: stderr.slice(0, 500), fine: expected.includes(status!) }).toEqual({ stderr: '', fine: true });
  });
});

test('the proof that the README shows is what the command prints', () => {
  const shown = blocks('text').find((body) => body.includes('[A-(23) at x]'));
  const { stdout } = spawnSync(process.execPath, [command, 'prove', 'proj.firm'], { encoding: 'utf8' });
  expect(stdout).toContain(shown);
});

describe('every example of the README says what it says', () => {
  test.each(blocks('js').map((body, i) => [i + 1, body] as const))('example %i', (i, body) => {
    const claims: string[] = [];
    const checked = body.replaceAll(/^(.*); \/\/ (\[.*?\]|'.*?').*$/gm, (_line, expression: string, value: string) => {
      claims.push(value);
      return `check(${expression}, ${value});`;
    });
    // Inside the package, so that it can be imported by its own name, as users do.
    const file = join('.vitest-reports', `readme-${i}.mjs`);
    const check = `import { deepStrictEqual } from 'node:assert';\nconst check = (a, b) => deepStrictEqual(a, b);\n`;
    writeFileSync(file, check + checked);
    const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect({ claims: claims.length > 0, status, stderr }).toEqual({ claims: true, status: 0, stderr: '' });
  });
});
