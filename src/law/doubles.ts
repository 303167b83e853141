import { type Decision, decide } from './decide.ts';
import type { AnyLaw } from './law.ts';
import { opinionOnDoubles } from './second-opinion.ts';
import { statementAbout } from './witness.ts';

/** What became of a case in doubles. */
export interface InDoubles extends Pick<Decision, 'outcome' | 'margin'> {
  /** Whether the decimal intervals were asked about what is open, and have no objection. */
  readonly confirmed: boolean;
}

/**
 * Judges answers in doubles, widened by their declared accuracy, by the filter; what it leaves open, on request by the
 * decimal intervals as well, which may find a violation that the filter is too coarse to see.
 *
 * @throws Disagreement where the two cannot both be right.
 */
export function judgeInDoubles(law: AnyLaw, instance: unknown, isDoubted: boolean): InDoubles {
  const statement = statementAbout(law, instance, 'float64');
  const { outcome, margin } = decide(statement, ['filter']);
  const opinion = isDoubted && outcome === 'undecided' ? opinionOnDoubles(statement) : undefined;
  if (opinion?.outcome === 'violated') return { ...opinion, confirmed: false };
  return { outcome, ...(margin === undefined ? {} : { margin }), confirmed: opinion !== undefined };
}
