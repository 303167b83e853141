import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { coqTheorems } from '../../../proofs/coq/catalog.ts';
import { coqProofs, coqWhole } from '../../../proofs/coq/whole.ts';
import { laws } from '../../../properties/index.ts';

const path = fileURLToPath(new URL('../../../proofs/coq/theorems.json', import.meta.url));
const listed = JSON.parse(readFileSync(path, 'utf8')) as readonly Record<string, unknown>[];

test('the catalog is theorems.json, but for what a theorem states and cites', () => {
  expect(coqTheorems).toEqual(listed.map(({ cites: _, states: __, ...rest }) => rest));
});

describe('a law that Coq proves whole', () => {
  test.each(Object.keys(coqWhole))('%s is claimed to hold, and its theorems are about it', (id) => {
    expect(laws.find((law) => law.id === id)?.expects).toBe('holds');
    for (const theorem of coqProofs(id)) {
      expect(theorem.laws).toContain(id);
      expect(theorem.scope).toBe(coqProofs(id)[0]!.scope);
    }
  });
  test.each(Object.keys(coqWhole))('%s has nothing left to it beyond the scope', (id) => {
    for (const { leaves = '', scope } of coqProofs(id)) {
      const ofAnotherLaw = /^For ([\w.-]+): /.exec(leaves)?.[1];
      if (ofAnotherLaw !== undefined) expect(ofAnotherLaw).not.toBe(id);
      else expect(leaves).toBe(scope.includes('finitely many') ? 'Directions with infinitely many values.' : '');
    }
  });
  test('is no other', () => {
    expect(coqProofs('pg.fisher')).toEqual([]);
  });
});
