import { Disagreement } from '../scalar/twin.ts';
import { decide, type Statement } from './decide.ts';
import { judgeInDoubles } from './doubles.ts';
import { simplerInstances } from './instances.ts';
import type { AnyLaw } from './law.ts';
import { kindOf } from './message-of.ts';
import { MOST_SIMPLIFICATIONS } from './search.ts';
import { secondOpinion } from './second-opinion.ts';
import { tightestRatio } from './tightness.ts';
import { statementAbout, witnessOf } from './witness.ts';

/** A case that could not be judged, because the implementation threw an error on it. */
export interface Crash {
  readonly instance: unknown;
  /** `reference`, `float64`, or the name of a tooth. */
  readonly implementation: string;
  /** What was thrown. */
  readonly error: unknown;
}

/**
 * A case as simple as it gets on which the same implementation throws an error of the same kind. Where that is thrown by
 * a hypothesis, by the same one.
 */
export function simplestCrash(law: AnyLaw, crash: Crash, isLate: () => boolean): Crash {
  const throws = throwing(law, crash);
  let simplest = crash;
  for (let left = throws === undefined ? 0 : MOST_SIMPLIFICATIONS; left > 0; ) {
    let simpler: Crash | undefined;
    for (const instance of simplerInstances(law.instances, simplest.instance)) {
      if (left-- <= 0 || isLate()) break;
      simpler = throws?.(instance);
      if (simpler !== undefined) break;
    }
    if (simpler === undefined) break;
    simplest = simpler;
  }
  return simplest;
}

/** The crash of an instance that the law speaks of, where it has one like the given crash; undefined if that is not seen again. */
function throwing(law: AnyLaw, crash: Crash): ((instance: unknown) => Crash | undefined) | undefined {
  const isAlike = (thrown: Thrown | undefined): boolean =>
    thrown !== undefined && kindOf(thrown.error) === kindOf(crash.error);
  const broken = law.hypotheses.findIndex(({ holds }) => isAlike(thrownBy(holds, crash.instance)));
  const before = broken === -1 ? law.hypotheses : law.hypotheses.slice(0, broken);
  const kept = before.filter(({ holds }) => isTrueOf(holds, crash.instance));
  const steps = broken === -1 ? stepsOf(law, crash) : [law.hypotheses[broken]!.holds];
  const last = steps.findIndex((step) => isAlike(thrownBy(step, crash.instance)));
  if (last === -1) return undefined;
  return (instance) => {
    try {
      if (!kept.every(({ holds }) => holds(instance))) return undefined;
    } catch {
      return undefined; // another hypothesis that throws
    }
    for (const step of steps.slice(0, last + 1)) {
      const thrown = thrownBy(step, instance);
      if (thrown !== undefined) return isAlike(thrown) ? { ...crash, instance, ...thrown } : undefined;
    }
    return undefined;
  };
}

/** What is done with a case of the law, in order. */
function stepsOf(law: AnyLaw, { implementation, error }: Crash): readonly ((instance: unknown) => unknown)[] {
  const statement = (instance: unknown): Statement => statementAbout(law, instance, implementation);
  return [
    (instance) =>
      implementation === 'float64'
        ? judgeInDoubles(law, instance, error instanceof Disagreement)
        : decide(statement(instance), law.ladder),
    (instance) => Object.values(law.cover).map(({ when }) => when(instance, undefined)),
    (instance) => secondOpinion(statement(instance)),
    (instance) => tightestRatio(statementAbout(law, instance), law.ladder),
    (instance) => witnessOf(law, instance, { implementation }),
  ];
}

/** False as well where it throws: an instance may break a hypothesis because of the very mistake that makes it crash. */
function isTrueOf(holds: (instance: unknown) => boolean, instance: unknown): boolean {
  try {
    return holds(instance);
  } catch {
    return false;
  }
}

interface Thrown {
  readonly error: unknown;
}

function thrownBy(step: (instance: unknown) => unknown, instance: unknown): Thrown | undefined {
  try {
    step(instance);
    return undefined;
  } catch (error) {
    return { error };
  }
}
