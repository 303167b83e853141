import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failure } from '../../cli/failure.ts';
import { laws } from '../../properties/index.ts';
import { decide } from '../../src/law/decide.ts';
import { InstanceArbitrary } from '../../src/law/instances.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { statementAbout, witnessOf } from '../../src/law/witness.ts';
import { caughtBy } from './law-checks.ts';

const named = (id: string): AnyLaw => laws.find((law) => law.id === id)!;
const derived = laws.filter(({ derivation }) => derivation !== undefined);
/** Ties of roots stay open. */
const QUICK = ['filter', 'rational'] as const;

describe('the derivations', () => {
  test.each(derived.map((law) => [law.id, law] as const))(
    'what %s is derived from is true of its instances',
    (_, law) => {
      const instances = fc.sample(new InstanceArbitrary(law.instances), { numRuns: 24, seed: 9902 });
      for (const id of law.derivation!) {
        const outcomes = instances.map((instance) => decide(statementAbout(named(id), instance), QUICK).outcome);
        expect([id, outcomes.includes('holds'), outcomes.includes('violated')]).toEqual([id, true, false]);
      }
    },
  );

  test.each([
    ['sgd.final', 'no-projection', 'proj.feasible (17)'],
    ['sgd.final', 'projection-before-step', 'proj.feasible (17)'],
    ['sgd.final', 'gradient-sign', 'sgd.expand (10)'],
    ['sgd.final', 'increasing-rates', 'sgd.expand (10)'],
    ['sgd.case1', 'gradient-sign', 'sgd.expand (10)'],
    ['sgd.case2', 'gradient-sign', 'sgd.expand (10)'],
    ['sgd.case2', 'rate-increasing', 'sgd.expand (10)'],
    ['sgd.zinkevich', 'gradient-sign', 'sgd.expand (10)'],
    ['sgd.best-step', 'gradient-sign', 'sgd.expand (10)'],
    ['proj.obtuse', 'projection-sign', 'proj.def (16)'],
    ['proj.pyth', 'ball-moves-interior-points', 'proj.def (16)'],
    ['proj.min-segment', 'projection-sign', 'proj.def (16)'],
    ['proj.square', 'projection-sign', 'proj.def (16)'],
    ['proj.divide', 'projection-sign', 'proj.def (16)'],
  ])('%s with the mistake %s names the first step that breaks', (id, implementation, step) => {
    const law = named(id);
    const witness = witnessOf(law, caughtBy(law, implementation), { implementation });
    expect(failure(laws, law, witness).join(' ')).toContain(`The first step of the proof that breaks: ${step}.`);
  });
});
