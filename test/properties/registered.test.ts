import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { laws } from '../../properties/index.ts';
import type { AnyLaw } from '../../src/law/law.ts';

const folder = new URL('../../properties/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /^\d{4}-.*\.ts$/.test(file));

test('every list of laws is among the laws that are decided', async () => {
  const lists = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ new URL(file, folder).href);
      return Object.entries(module).flatMap(([name, value]) =>
        name.endsWith('Laws') ? (value as readonly AnyLaw[]) : [],
      );
    }),
  );
  const listed = new Set(lists.flat());
  expect(listed.size).toBe(laws.length);
  expect([...listed].filter((law) => !laws.includes(law)).map(({ id }) => id)).toEqual([]);
});
