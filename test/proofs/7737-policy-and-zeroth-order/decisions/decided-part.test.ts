import { describe, expect, test } from 'vitest';
import { lawTheorems } from '../../../../proofs/7737-policy-and-zeroth-order/index.ts';
import type { LawTheorem } from '../../../../proofs/7737-policy-and-zeroth-order/read-law.ts';
import { paths } from '../../../../proofs/kernel/cases.ts';
import { showFact } from '../../../../proofs/kernel/fact.ts';
import { readStored, type Stored } from '../../../../proofs/theorem/stored.ts';
import { proved } from '../../../../proofs/theorem/theorem.ts';

const named = (id: string): LawTheorem => lawTheorems.find((theorem) => theorem.law.id === id)!;
const deciding = lawTheorems.filter(({ written }) => written.some(({ asking }) => asking !== undefined));
const partOf = ({ written, laws, cites, states, scope, id }: LawTheorem, name: string, stored: Stored) => {
  const only = written.filter((part) => part.name === name);
  return proved({ id, laws, cites, states, scope }, only, 'cases', stored);
};

describe('a text that decides', () => {
  const flat = named('pg.hard-flat');
  const [part, stored] = ['K = 2, class 1 leads', readStored(flat.file)] as const;
  test('goes the way for which a certificate is stored, and forks where there is none', () => {
    const keys = (given: Stored) => paths(partOf(flat, part, given).parts[0]!.argue).map(({ key }) => key);
    expect(keys(stored)).toEqual(['']);
    expect(keys({})).toEqual(['00', '01', '02', '10', '11', '12', '20', '21', '22']);
    const { 'z_1 - z_2 > 0': first } = stored[part]!;
    expect(keys({ [part]: { 'z_1 - z_2 > 0': first! } })).toEqual(['0', '1', '2']);
  });
  test('says of each decision why it goes that way', () => {
    const { evidence } = partOf(flat, part, stored).check();
    const decisions = ['delta_1 - delta_2 + z_1 - z_2 > 0', 'z_1 - z_2 > 0'];
    const steps = evidence[0]!.paths[0]!.steps.slice(0, 2);
    expect(steps.map(({ goal, shows, says }) => [goal, typeof shows === 'object' && showFact(shows), says])).toEqual(
      decisions.map((shows, i) => [`decision ${i + 1}`, shows, stored[part]![shows]]),
    );
  });
  test('is refused where a certificate shows another way', () => {
    const wrong = { [part]: { ...stored[part], '-z_1 + z_2 > 0': stored[part]!['z_1 - z_2 > 0']! } };
    expect(() => partOf(flat, part, wrong).check()).toThrow(
      `${part}: The certificate of "decision 2" does not expand to its goal -z_1 + z_2 > 0`,
    );
  });
  test('has its certificates in a file, unless its paths show everything', () => {
    const without = deciding.filter(({ file }) => Object.keys(readStored(file)).length === 0);
    expect(deciding.length).toBeGreaterThan(20);
    expect(without.map(({ law }) => law.id)).toEqual(['c.sg']);
  });
  test.each(['pg.softmax-supremum', 'zoR.argmin-limit', 'zoR.temperature-free', 'pg.bmean-ratio'])(
    'divides by nothing that is not shown to be positive: %s',
    (id) => {
      expect(named(id).check().nonzero).toEqual([]);
    },
  );
});
