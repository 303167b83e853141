import { expect, it } from 'vitest';
import { checkLaw } from '../../../src/law/check.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { searchNecessity } from '../../../src/law/necessity.ts';
import { search } from '../../../src/law/search.ts';
import { toothCounterexample } from '../../../src/law/teeth.ts';
import { encode } from '../../../src/law/witness.ts';

const DEEP = process.env.GRADIENT_LAWS_DEEP === '1';
const RUNS = DEEP ? 2000 : 150;

/** The number of steps of an instance, and its dimension. */
function sizeOf(instance: unknown): [steps: number, dimension: number] {
  const { horizon, losses, rates, start } = instance as {
    horizon?: number;
    losses?: unknown[];
    rates?: unknown[];
    start?: unknown[];
  };
  return [horizon ?? losses?.length ?? rates!.length, start?.length ?? 1];
}

/** Tests that each law comes out as expected, with every tooth caught and every instance as its hypotheses say. */
export function itComesOutAsExpected(laws: readonly AnyLaw[]): void {
  it.each(laws.map((law) => [law.id, law] as const))('%s comes out as expected', (_id, law) => {
    const { verdict, teeth, errors, undecided } = checkLaw(law, { runs: RUNS, seed: 9902 });
    expect({ verdict, errors, undecided }).toEqual({ verdict: law.expects, errors: [], undecided: 0 });
    expect(Object.values(teeth).filter((outcome) => outcome !== 'caught')).toEqual([]);
    if (law.expects === 'holds') expect(Object.keys(teeth).length).toBeGreaterThan(0);
  });

  it.each(laws.map((law) => [law.id, law] as const))(
    '%s draws what its hypotheses ask for, and reads it back',
    (_id, law) => {
      const all = law.instances.all;
      const sample: unknown[] = [...(all ?? [])];
      if (all === undefined) {
        search(law.instances, (instance) => sample.push(instance) > 0, { seed: 5, from: 0, to: DEEP ? 500 : 60 });
      }
      for (const instance of sample) {
        expect(law.hypotheses.filter(({ holds }) => !holds(instance)).map(({ name }) => name)).toEqual([]);
        expect(law.instances.accepts(instance)).toBe(true);
        const read = law.instances.decode(JSON.parse(JSON.stringify(encode(instance))));
        expect(encode(read)).toEqual(encode(instance));
      }
    },
  );
}

/** Tests that every hypothesis that is searched for has a witness of at most the pinned steps and dimension. */
export function itNeedsItsHypotheses(
  laws: readonly AnyLaw[],
  sizes: Readonly<Record<string, Readonly<Record<string, readonly [steps: number, dimension: number]>>>>,
): void {
  const searched = laws.flatMap((law) =>
    law.hypotheses
      .filter(({ necessity }) => necessity.kind === 'search')
      .map((hypothesis) => [law.id, hypothesis.name, law, hypothesis] as const),
  );
  it('pins the size of every witness', () => {
    const pinned = Object.entries(sizes).flatMap(([id, names]) => Object.keys(names).map((name) => `${id}.${name}`));
    expect(pinned.sort()).toEqual(searched.map(([id, name]) => `${id}.${name}`).sort());
  });
  it.each(searched)('%s needs %s', (id, name, law, hypothesis) => {
    const witness = searchNecessity(law, hypothesis, { seed: 1, from: 0, to: 3000 });
    expect(witness).toBeDefined();
    expect(sizeOf(witness)).toEqual(sizes[id]![name]);
  });
}

/** A tooth's simplest counterexample as JSON data. */
export const caughtOn = (law: AnyLaw, tooth: string): unknown => encode(toothCounterexample(law, tooth, 1, 1000));
