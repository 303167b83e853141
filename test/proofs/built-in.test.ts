import { describe, expect, test } from 'vitest';
import { lawTheorems } from '../../proofs/7737-policy-and-zeroth-order/index.ts';
import { freeNumbers } from '../../proofs/theorem/law-reading.ts';
import { valuesIn } from '../../proofs/theorem/model.ts';
import { laws } from '../../properties/index.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { BUILT_IN, DIFFERENCES, WHY } from './built-in.ts';
import { proofs } from './checked.ts';

const READ = ['identity', 'computation', 'counterexample'];

describe('a necessary hypothesis that no hypothesis of a theorem stands for', () => {
  test('is built into what is read, as listed', () => {
    const found: Record<string, string> = {};
    for (const { kind, evidence, leaves, laws: about } of proofs) {
      if (!READ.includes(kind) || leaves !== undefined) continue;
      const used = new Set(evidence.flatMap(({ hypotheses }) => hypotheses.flatMap(({ standsFor }) => standsFor)));
      for (const id of about) {
        const { hypotheses } = laws.find((law) => law.id === id)!;
        const needed = hypotheses.filter(({ necessity }) => /search|argument/.test(necessity.kind));
        const missing = needed.filter(({ name }) => !used.has(name)).map(({ name }) => name);
        if (missing.length > 0) found[id] = missing.join(' ');
        for (const name of used) expect(hypotheses.map((each) => each.name)).toContain(name);
      }
    }
    expect(found).toEqual(BUILT_IN);
  });

  test('is so for one reason', () => {
    const explained = Object.values(WHY).flatMap((names) => names.split(' '));
    const listed = Object.values(BUILT_IN).flatMap((names) => names.split(' '));
    expect(explained.toSorted()).toEqual([...new Set(listed)].sort());
  });

  test('holds of every shape with numbers in it', () => {
    const broken: string[] = [];
    let held = 0;
    for (const { law, shapes } of lawTheorems)
      for (const shape of shapes)
        for (const instance of [1, 2].map((at) => shape.instance(numbers(at)))) {
          const missing = DIFFERENCES[law.id]?.[0].match(/(?<=−)\S+/g) ?? [];
          const names = [...(BUILT_IN[law.id]?.split(' ') ?? []), ...missing];
          for (const { holds } of law.hypotheses.filter(({ name }) => names.includes(name))) {
            if (holds(instance)) held++;
            else broken.push(`${law.id}, ${shape.name}`);
          }
        }
    expect([...new Set(broken)]).toEqual([]);
    expect(held).toBeGreaterThan(200);
  });
});

/** Numbers in the place of free reals, small and positive. */
function numbers(at: number) {
  const values: Record<string, Exact> = {};
  const free = freeNumbers((value) => valuesIn(values)(value), values);
  const number = (name: string): Exact => {
    values[name] = ratio(at + Object.keys(values).length, 20);
    return values[name];
  };
  const all = (name: string, count: number) => Array.from({ length: count }, (_, i) => number(`${name}_${i + 1}`));
  return { ...free, number, numbers: all };
}
