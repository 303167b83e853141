import type { Crash } from './crash.ts';
import { decide } from './decide.ts';
import type { AnyLaw } from './law.ts';
import { type Search, type SearchRange, search } from './search.ts';
import { statementAbout } from './witness.ts';

/** How many cases a planted mistake may hide from. */
const PATIENCE = 1000;

/** What became of the planted mistakes of a law. One that crashes is not caught: the law says nothing of it. */
export interface Teeth {
  readonly teeth: Readonly<Record<string, 'caught' | 'missed'>>;
  /** Names of those that were not caught before the deadline, but might have been. */
  readonly untried: readonly string[];
  /** The first case on which a planted mistake threw an error other than a RangeError, of each that did. */
  readonly crashes: readonly Crash[];
}

/** Whether each planted mistake of a law is caught within a law's own number of cases. */
export function checkTeeth(law: AnyLaw, seed: number, runs: number, deadline = Number.POSITIVE_INFINITY): Teeth {
  const teeth: Record<string, 'caught' | 'missed'> = {};
  const untried: string[] = [];
  const crashes: Crash[] = [];
  for (const name of Object.keys(law.teeth)) {
    const range = { seed, from: 0, to: Math.max(runs, PATIENCE), shrink: false, deadline };
    const { failure, interrupted, crash } = bite(law, name, range);
    if (crash !== undefined) crashes.push(crash);
    if (crash === undefined && failure === undefined && interrupted) untried.push(name);
    else teeth[name] = crash !== undefined || failure === undefined ? 'missed' : 'caught';
  }
  return { teeth, untried, crashes };
}

/** An instance on which a planted mistake breaks the law, simplified on request. */
export function toothCounterexample(law: AnyLaw, tooth: string, seed: number, runs: number, shrink = true): unknown {
  const { failure, crash } = bite(law, tooth, { seed, from: 0, to: runs, shrink });
  if (crash !== undefined) throw crash.error;
  return failure?.simplest;
}

interface Bite extends Search<unknown> {
  /** What ended the search instead of a counterexample. */
  readonly crash: Crash | undefined;
}

function bite(law: AnyLaw, tooth: string, range: SearchRange): Bite {
  let crash: Crash | undefined;
  const passes = (instance: unknown, shrinking = false): boolean => {
    try {
      if (shrinking && !law.hypotheses.every(({ holds }) => holds(instance))) return true;
      return decide(statementAbout(law, instance, tooth), law.ladder).outcome !== 'violated';
    } catch (error) {
      // A mistake may also divide by zero; that alone does not count. Nor does what happens to simpler instances.
      if (error instanceof RangeError || shrinking) return true;
      crash = { instance, implementation: tooth, error };
      return false;
    }
  };
  const { all } = law.instances;
  const found = all === undefined ? search(law.instances, passes, range) : searchAll(all, passes, range.deadline);
  return { ...found, crash };
}

function searchAll(
  all: readonly unknown[],
  passes: (instance: unknown) => boolean,
  deadline = Number.POSITIVE_INFINITY,
): Search<unknown> {
  let cases = 0;
  for (const instance of all) {
    if (Date.now() >= deadline) return { cases, failure: undefined, interrupted: true };
    cases++;
    if (!passes(instance)) return { cases, failure: { first: instance, simplest: instance }, interrupted: false };
  }
  return { cases, failure: undefined, interrupted: false };
}
