import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivationLaws } from '../../../properties/9902-sgd/derivation.ts';
import { exampleLaws } from '../../../properties/9902-sgd/examples.ts';
import { strongerLaws } from '../../../properties/9902-sgd/stronger.ts';
import type { OnlineRun } from '../../../properties/instances/descent/online-run.ts';
import { InstanceArbitrary } from '../../../src/law/instances.ts';
import type { AnyLaw } from '../../../src/law/law.ts';

const RUNS = 3000;
const IDS = [
  ...['sgd.expand', 'sgd.solve', 'sgd.step', 'sgd.sum', 'sgd.abel', 'sgd.abel-bound', 'sgd.abel-close', 'sgd.combine'],
  ...['sgd.posthoc', 'sgd.case1', 'sgd.case2', 'sgd.zinkevich', 'sgd.any-rates', 'sgd.weighted'],
];
const laws: readonly AnyLaw[] = [...derivationLaws, ...exampleLaws, ...strongerLaws].filter(({ id }) =>
  IDS.includes(id),
);

test('all of them are there', () => {
  expect(laws.map(({ id }) => id).sort()).toEqual([...IDS].sort());
});

test.each(laws.map((law) => [law.id, law] as const))(
  '%s is asked about horizons of every size up to 128',
  (_id, law) => {
    const runs = fc.sample(new InstanceArbitrary(law.instances), { numRuns: RUNS, seed: 1 }) as OnlineRun[];
    const octaves = new Array<number>(7).fill(0); // 1, 2–3, 4–7, 8–15, 16–31, 32–63, 64–128
    for (const { losses } of runs) octaves[Math.min(6, Math.floor(Math.log2(losses.length)))]!++;
    expect(Math.min(...octaves)).toBeGreaterThanOrEqual(0.002 * RUNS);
    expect(octaves[5]! + octaves[6]!).toBeGreaterThanOrEqual(0.01 * RUNS);
    expect(Math.max(...runs.map(({ losses }) => losses.length))).toBeGreaterThan(120);
  },
);
