import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const KERNEL = join(import.meta.dirname, '..', '..', '..', 'proofs', 'kernel');

/** The lines of a text that are neither blank nor comment. */
function linesOfCode(text: string): number {
  const withoutBlocks = text.replaceAll(/^\s*\/\*[\s\S]*?\*\/[ \t]*$/gm, '');
  return withoutBlocks.split('\n').filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;
}

test('lines of code are those that are neither blank nor comment', () => {
  const text = [
    '/** What a is.',
    ' * @throws never',
    ' */',
    'const a = 1; // one',
    '',
    '  // no code',
    '/* nor this */',
  ];
  expect(linesOfCode(text.join('\n'))).toBe(1);
  expect(linesOfCode('const a = `\n * 2`;\n')).toBe(2);
});

test('the kernel has fewer than 600 lines of code, and its README tells of every file', () => {
  const files = readdirSync(KERNEL).filter((file) => file.endsWith('.ts'));
  const readme = readFileSync(join(KERNEL, 'README.md'), 'utf8');
  const sizes = files.map((file) => linesOfCode(readFileSync(join(KERNEL, file), 'utf8')));
  expect(files.length).toBeGreaterThan(5);
  expect(sizes.reduce((total, size) => total + size)).toBeLessThan(600);
  for (const file of files) expect(readme).toContain(`\`${file}\``);
  expect(readme).toContain('under 600 lines');
});

test('the kernel imports nothing but itself and the scalars of src', () => {
  for (const file of readdirSync(KERNEL).filter((each) => each.endsWith('.ts'))) {
    const from = [...readFileSync(join(KERNEL, file), 'utf8').matchAll(/ from '([^']+)'/g)].map(([, path]) => path!);
    for (const path of from) expect(path).toMatch(/^\.\/[a-z-]+\.ts$|^\.\.\/\.\.\/src\/scalar\/[a-z-]+\.ts$/);
  }
});
