import { expect, test } from 'vitest';
import { checkLaw } from '../../src/law/check.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { searchNecessity } from '../../src/law/necessity.ts';
import { toothCounterexample } from '../../src/law/teeth.ts';

const DEEP = process.env.GRADIENT_LAWS_DEEP === '1';

/**
 * The deep run decides the laws on more cases than laws.test.ts does: each turns out as it expects, every planted
 * mistake is caught, nothing is left undecided.
 */
export function testExpectations(laws: readonly AnyLaw[]): void {
  test.skipIf(!DEEP).each(laws.map((law) => [law.id, law] as const))('%s turns out as expected', (_id, law) => {
    const { verdict, errors, undecided, teeth, float64 } = checkLaw(law, { runs: 2000, seed: 9902 });
    expect({ verdict, errors, undecided }).toEqual({ verdict: law.expects, errors: [], undecided: 0 });
    expect(Object.values(teeth).filter((outcome) => outcome !== 'caught')).toEqual([]);
    expect(float64?.violated ?? 0).toBe(0);
  });
}

/** The simplest instance that breaks one hypothesis alone and the claim with it. */
export function breaking(law: AnyLaw, name: string, seed = 1): unknown {
  const hypothesis = law.hypotheses.find((one) => one.name === name);
  if (hypothesis === undefined) throw new RangeError(`${law.id} has no hypothesis named ${name}.`);
  return searchNecessity(law, hypothesis, { seed, from: 0, to: 3000 });
}

/** The names of the hypotheses whose necessity is searched for. */
export const searchedHypotheses = (law: AnyLaw): readonly string[] =>
  law.hypotheses.filter(({ necessity }) => necessity.kind === 'search').map(({ name }) => name);

/** The simplest instance that a planted mistake fails on. */
export const caughtBy = (law: AnyLaw, tooth: string, seed = 1): unknown => toothCounterexample(law, tooth, seed, 1000);
