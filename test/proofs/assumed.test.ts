import { expect, test } from 'vitest';
import { assumed, generic, whyAssumed } from '../../proofs/assumed.ts';
import { proofs } from './checked.ts';

const all = proofs.flatMap(({ id, evidence }) =>
  evidence.flatMap(({ name: part, induction, hypotheses }) =>
    hypotheses.map((each) => ({ id, part, each, why: whyAssumed(id, each, induction !== undefined) })),
  ),
);

test('whatever a theorem assumes is of a law, a lemma, or listed with a reason', () => {
  const open = all.filter(({ why }) => why === undefined).map(({ id, part, each }) => `${id}, ${part}: ${each.name}`);
  expect(open).toEqual([]);
  expect(all.length).toBeGreaterThan(1000);
});

test('what is listed is assumed, and for one reason', () => {
  const listed = Object.entries(assumed).flatMap(([why, theorems]) =>
    Object.entries(theorems).flatMap(([id, names]) => names.map((name) => `${id}: ${name}: ${why}`)),
  );
  const found = new Set(all.map(({ id, each, why }) => `${id}: ${generic(each.name)}: ${why}`));
  expect(listed.filter((each) => !found.has(each))).toEqual([]);
  const names = listed.map((each) => each.split(': ').slice(0, 2).join(': '));
  expect(new Set(names).size).toBe(names.length);
});

test('a hypothesis that is none of these has no reason', () => {
  const fact = { name: 'of course', says: 'x - 5 >= 0', standsFor: [], need: 'not shown' } as const;
  expect(whyAssumed('hazan', fact, false)).toBeUndefined();
  expect(whyAssumed('hazan', { ...fact, name: 'invariant' }, false)).toBeUndefined();
  expect(whyAssumed('hazan', { ...fact, says: 'x > 0' }, false)).toBe('the sign of a free number');
});
