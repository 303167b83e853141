import { describe, expect, test } from 'vitest';
import { coqTheorems } from '../../../proofs/coq/catalog.ts';
import { coqProofs, coqWhole } from '../../../proofs/coq/whole.ts';
import { laws } from '../../../properties/index.ts';

test('the catalog has every theorem of the Coq files, each with a scope', () => {
  expect(coqTheorems.length).toBeGreaterThan(90);
  expect(
    coqTheorems.filter(({ id, file, name, scope, states }) => ![id, file, name, scope, states].every(Boolean)),
  ).toEqual([]);
});

describe('a law that Coq proves whole', () => {
  test.each(Object.keys(coqWhole))('%s is claimed to hold, and its first theorem is about it', (id) => {
    expect(laws.find((law) => law.id === id)?.expects).toBe('holds');
    expect(coqProofs(id)[0]!.laws).toContain(id);
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
