import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { node } from './cli/built.ts';

/** The numbers of the table that an example prints, row by row. */
function rows(example: string): readonly (readonly number[])[] {
  const { code, out, err } = node([`examples/${example}.js`]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((cells) => cells.length > 1 && cells.every((cell) => !Number.isNaN(cell)));
}

describe('the examples', () => {
  test('are all named in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    const programs = readdirSync('examples').filter((file) => file !== 'iris.js');
    expect(programs.filter((file) => !readme.includes(`node examples/${file}`))).toEqual([]);
  });

  test('projected SGD stays below its bound at every horizon, and the bound says something in the end', () => {
    const table = rows('projected-sgd');
    expect(table.map(([steps]) => steps)).toEqual([50, 100, 200, 500, 1000, 2000, 5000]);
    expect(table.filter(([, regret, bound]) => !(regret! <= bound!))).toEqual([]);
    expect(table.at(-1)![2]).toBeLessThan(0.5);
  });

  test('both gradients raise F1 from 0.63 to more than 0.9', () => {
    const table = rows('f1');
    expect(table[0]).toEqual([0, 0.6301, 0.6301]);
    expect(Math.min(...table.at(-1)!.slice(1))).toBeGreaterThan(0.9);
  });

  test('the alternating scheme lowers the cross-entropy and raises F1, sooner than gradients alone', () => {
    const table = rows('alternating');
    expect(table.at(-1)![1]).toBeLessThan(table[0]![1]! / 5);
    expect(table[1]![2]).toBeGreaterThan(table[1]![3]!);
    expect(table.at(-1)![2]).toBeGreaterThan(0.9);
  });
});
