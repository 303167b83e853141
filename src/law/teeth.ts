import { decide } from './decide.ts';
import type { AnyLaw } from './law.ts';
import { search } from './search.ts';
import { statementAbout } from './witness.ts';

/** How many cases a planted mistake may hide from. */
const PATIENCE = 1000;

/** Whether each planted mistake of a law is caught within a law's own number of cases. */
export function checkTeeth(law: AnyLaw, seed: number, runs: number): Record<string, 'caught' | 'missed'> {
  return Object.fromEntries(
    Object.keys(law.teeth).map((name) => {
      const caught = toothCounterexample(law, name, seed, Math.max(runs, PATIENCE), false) !== undefined;
      return [name, caught ? 'caught' : 'missed'];
    }),
  );
}

/** An instance on which a planted mistake breaks the law, simplified on request. */
export function toothCounterexample(law: AnyLaw, tooth: string, seed: number, runs: number, shrink = true): unknown {
  const passes = (instance: unknown, shrinking = false): boolean => {
    try {
      if (shrinking && !law.hypotheses.every(({ holds }) => holds(instance))) return true;
      return decide(statementAbout(law, instance, tooth), law.ladder).outcome !== 'violated';
    } catch (error) {
      if (error instanceof RangeError) return true; // a mistake may also divide by zero; that alone does not count
      throw error;
    }
  };
  const { all } = law.instances;
  if (all !== undefined) return all.find((instance) => !passes(instance));
  return search(law.instances, passes, { seed, from: 0, to: runs, shrink }).failure?.simplest;
}
