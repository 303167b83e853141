import { Disagreement } from '../scalar/twin.ts';
import { decide } from './decide.ts';
import { judgeInDoubles } from './doubles.ts';
import type { AnyLaw } from './law.ts';
import { statementAbout } from './witness.ts';

/** A case that could not be judged, because the implementation threw an error on it. */
export interface Crash {
  readonly instance: unknown;
  /** `reference`, `float64`, or the name of a tooth. */
  readonly implementation: string;
  /** What was thrown. */
  readonly error: unknown;
}

/** Simplifications tried of one case; further ones would cost more time than they save the reader. */
const MOST_SIMPLIFICATIONS = 1000;

/** A case as simple as it gets on which the same implementation throws an error of the same kind. */
export function simplestCrash(law: AnyLaw, crash: Crash, isLate: () => boolean): Crash {
  let simplest = crash;
  for (let left = MOST_SIMPLIFICATIONS; left > 0; ) {
    let simpler: Crash | undefined;
    for (const instance of law.instances.simplify(simplest.instance)) {
      if (left-- <= 0 || isLate()) break;
      simpler = crashLike(law, crash, instance);
      if (simpler !== undefined) break;
    }
    if (simpler === undefined) break;
    simplest = simpler;
  }
  return simplest;
}

function crashLike(law: AnyLaw, { implementation, error: wanted }: Crash, instance: unknown): Crash | undefined {
  try {
    if (!law.instances.accepts(instance) || !law.hypotheses.every(({ holds }) => holds(instance))) return undefined;
  } catch {
    return undefined; // not an instance of the law at all
  }
  try {
    if (implementation === 'float64') judgeInDoubles(law, instance, wanted instanceof Disagreement);
    else decide(statementAbout(law, instance, implementation), law.ladder);
    return undefined;
  } catch (error) {
    return kindOf(error) === kindOf(wanted) ? { instance, implementation, error } : undefined;
  }
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
