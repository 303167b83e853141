import { Decimal } from 'decimal.js';
import { type Algebra, type ReadingName, Unavailable, Undecided } from '../scalar/algebra.ts';
import { filter } from '../scalar/filter.ts';
import { interval } from '../scalar/interval.ts';
import { rationalReading } from '../scalar/rational-reading.ts';
import { comparisons } from '../scalar/relation.ts';
import type { Statement } from './decide.ts';

const DIGITS = 50;
const FEWEST_SHARED = 10;

/**
 * The largest left / right of a statement's inequalities with a positive right side, or 1 − slack of those that tell
 * their slack: a fraction where the sides are rational, otherwise the decimals that are proved, such as `0.7071…`, by the
 * filter where the ladder has nothing sharper. Undefined when there is none.
 */
export function tightestRatio(statement: Statement, ladder: readonly ReadingName[] = ['interval']): string | undefined {
  const fraction = largestRatio(rationalReading, statement);
  if (fraction !== undefined) return fraction[0];
  const decimals = ladder.includes('interval')
    ? largestRatio(interval(DIGITS), statement)
    : largestRatio(filter, statement);
  return decimals === undefined ? undefined : provedDigits(...decimals);
}

/** Whether the statement has inequalities that tell their slack. */
export function tellsSlack(statement: Statement): boolean {
  try {
    return [...comparisons(statement(filter))].some(({ slack }) => slack !== undefined);
  } catch (error) {
    if (error instanceof Unavailable || error instanceof Undecided) return false;
    throw error;
  }
}

function largestRatio<S>(F: Algebra<S>, statement: Statement): readonly [lower: string, upper: string] | undefined {
  try {
    const ratios = [...comparisons(statement(F))]
      .filter(({ relation, right, slack }) => relation !== '=' && F.sign(slack === undefined ? right : slack[1]) === 1)
      .map(({ left, right, slack }) =>
        slack === undefined ? F.div(left, right) : F.sub(F.one, F.div(slack[0], slack[1])),
      );
    return ratios.length === 0
      ? undefined
      : F.enclosure(ratios.reduce((best, next) => (F.approximate(next) > F.approximate(best) ? next : best)));
  } catch (error) {
    if (error instanceof Unavailable || error instanceof Undecided) return undefined;
    throw error;
  }
}

/** The decimals that two bounds share, or where they share hardly any, as across 1, the lower bound. */
function provedDigits(lower: string, upper: string): string {
  const [low, high] = [new Decimal(lower).toFixed(), new Decimal(upper).toFixed()];
  if (low === high) return low;
  let shared = 0;
  while (shared < low.length && low[shared] === high[shared]) shared++;
  return `${shared < FEWEST_SHARED ? low : low.slice(0, shared)}…`;
}
