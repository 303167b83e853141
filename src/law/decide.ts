import { type Algebra, type ReadingName, Unavailable, Undecided } from '../scalar/algebra.ts';
import { filter } from '../scalar/filter.ts';
import { digitsForSign, type Interval, interval } from '../scalar/interval.ts';
import { rationalReading } from '../scalar/rational-reading.ts';
import { type Comparison, comparisons, type Relation } from '../scalar/relation.ts';
import { shared } from '../scalar/shared.ts';
import { surd } from '../scalar/surd.ts';

/** A closed statement, readable in any arithmetic. */
export type Statement = <S>(F: Algebra<S>) => Relation<S>;

/** One comparison as one reading saw it. */
export interface Seen {
  readonly name: string | undefined;
  readonly relation: Comparison<unknown>['relation'];
  readonly left: readonly [string, string];
  readonly right: readonly [string, string];
}

/** What became of a statement. */
export interface Decision {
  readonly outcome: 'holds' | 'violated' | 'undecided';
  /** The reading that decided, or the last one that tried. */
  readonly by: ReadingName;
  /**
   * The largest left / right over the inequalities with a positive right side, or 1 − slack where they tell their
   * slack: 1 means tight, and more that the inequality is broken. For statistics only.
   */
  readonly ratio: number | undefined;
  /** How far a violated comparison misses, relative to the size of its sides. For statistics only. */
  readonly margin?: number;
}

/** Decimal digits of the interval rungs, tried in turn. */
export const INTERVAL_DIGITS = [40, 80, 160, 320] as const;
const MOST_DIGITS: number = 320;
/**
 * Digits for what is made of roots and still open. The first settle what is merely close, the others what is a tie, by as
 * many as a root bound asks for. Twice as many take about three times as long.
 */
const TIE_DIGITS = [1280, 2560, 5120, 10_240, 20_480, 40_960, 81_920] as const;
/** With more digits exp and log take minutes; they are left out. */
const MOST_DIGITS_OF_EXP = 5120;
const PLAIN_LADDER: readonly ReadingName[] = ['filter', 'rational', 'surd', 'interval'];
/** The ladder of identities: intervals of doubles can only leave them open, so they begin with fractions. */
export const IDENTITY_LADDER = ['rational', 'surd', 'interval'] as const satisfies readonly ReadingName[];

/**
 * Decides a statement by the cheapest reading that can: filter, rational, surd, then intervals of 40 to 320 digits. What
 * these leave open is decided as well if it is made by + − × ÷ √ from rationals, by as many digits as the root bound asks
 * for, up to 81 920. No reading compares with a tolerance.
 *
 * For k different roots and b bits of numbers the bound asks for about 0.3 (2ᵏ − 1) b digits: ties of roots four deep of
 * doubles near 1 for 3000 to 20 000, within half a second; of the smallest and largest doubles for up to 80 000, within
 * two seconds, or for more.
 *
 * Undecided remain
 * - ties for which the bound asks for more, and those of more than ten different roots;
 * - what 320 digits leave open and exp, log or a measured value has part in: there is no bound for it;
 * - what rests on a quotient by a number that 320 digits do not tell from zero.
 */
export function decide(statement: Statement, ladder: readonly ReadingName[] = PLAIN_LADDER): Decision {
  for (const name of ladder) {
    const decision = name === 'interval' ? decideByIntervals(statement) : decideIn(readingOf(name), statement);
    if (decision !== undefined && decision.outcome !== 'undecided') return decision;
  }
  return { outcome: 'undecided', by: ladder.at(-1) ?? 'interval', ratio: undefined };
}

/** True or false as the statement is; throws Undecided when the ladder cannot tell. */
export function isTrue(statement: Statement): boolean {
  const { outcome } = decide(statement);
  if (outcome === 'undecided') throw new Undecided('A hypothesis could not be decided on this instance.');
  return outcome === 'holds';
}

function readingOf(name: ReadingName): Algebra<unknown> {
  if (name === 'surd') return surd() as Algebra<unknown>;
  if (name === 'filter') return filter as Algebra<unknown>;
  if (name === 'rational') return rationalReading as Algebra<unknown>;
  throw new RangeError(`There is no ladder rung named ${name}.`);
}

function decideByIntervals(statement: Statement): Decision | undefined {
  let last: Decision | undefined;
  for (const digits of INTERVAL_DIGITS) {
    last = decideIn(interval(digits), statement);
    if (last !== undefined && last.outcome !== 'undecided') return last;
  }
  for (let reached = MOST_DIGITS; last?.outcome === 'undecided'; ) {
    const digits = digitsForTies(statement, reached);
    const sharper = digits === undefined ? undefined : decideIn(readingOfTies(digits), statement);
    if (digits === undefined || sharper === undefined) break;
    [last, reached] = [sharper, digits];
  }
  return last;
}

const withoutExp = (): never => {
  throw new Unavailable('exp and log of so many digits take too long.');
};
/** A reading for one text, at so many digits. */
function readingOfTies(digits: number): Algebra<Interval> {
  const F = shared(interval(digits));
  return digits <= MOST_DIGITS_OF_EXP ? F : { ...F, exp: withoutExp, log: withoutExp };
}

/** More digits than were reached, for what is still open; undefined where no bound promises anything, or too many. */
function digitsForTies(statement: Statement, reached: number): number | undefined {
  const needed = Math.max(...digitsNeeded(readingOfTies(reached), statement, reached));
  if (needed === Number.POSITIVE_INFINITY) return undefined;
  return TIE_DIGITS.find((digits) => digits > reached && (digits >= needed || reached < TIE_DIGITS[0]));
}

/** For each comparison and branch that is open at these digits, how many decide it. */
function* digitsNeeded(F: Algebra<Interval>, statement: Statement, digits: number): Generator<number> {
  try {
    for (const comparison of comparisons(statement(F))) {
      if (truth(F, comparison) !== undefined) continue;
      yield digitsForSign(F.sub(comparison.right, comparison.left), digits) ?? Number.POSITIVE_INFINITY;
    }
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    yield error.digits ?? Number.POSITIVE_INFINITY;
  }
}

/** Decides in one reading; undefined when it lacks an operation the statement needs. */
export function decideIn<S>(F: Algebra<S>, statement: Statement): Decision | undefined {
  try {
    return judge(F, statement(F));
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    if (error instanceof Undecided) return { outcome: 'undecided', by: F.reading, ratio: undefined };
    throw error;
  }
}

function judge<S>(F: Algebra<S>, relation: Relation<S>): Decision {
  let outcome: Decision['outcome'] = 'holds';
  let ratio: number | undefined;
  for (const comparison of 'relation' in relation ? [relation] : comparisons(relation)) {
    const verdict = truth(F, comparison);
    if (verdict === undefined) outcome = 'undecided';
    else if (comparison.relation !== '=') ratio = larger(ratio, ratioOf(F, comparison));
    if (verdict === false) return { outcome: 'violated', by: F.reading, ratio, margin: marginOf(F, comparison) };
  }
  return { outcome, by: F.reading, ratio };
}

/** Whether one comparison is true; undefined when the reading cannot tell. */
export function truth<S>(F: Algebra<S>, { relation, left, right }: Comparison<S>): boolean | undefined {
  const slack = F.sign(F.sub(right, left));
  if (relation === '=') {
    if (slack === undefined) return undefined;
    return slack === 0;
  }
  if (slack === undefined) return undefined;
  return relation === '<=' ? slack >= 0 : slack > 0;
}

function ratioOf<S>(F: Algebra<S>, { left, right, slack }: Comparison<S>): number | undefined {
  const bound = F.approximate(slack === undefined ? right : slack[1]);
  if (!(bound > 0)) return undefined;
  const ratio = slack === undefined ? F.approximate(left) / bound : 1 - F.approximate(slack[0]) / bound;
  return Number.isFinite(ratio) ? ratio : undefined;
}

function marginOf<S>(F: Algebra<S>, { left, right }: Comparison<S>): number {
  const size = Math.abs(F.approximate(left)) + Math.abs(F.approximate(right));
  return size === 0 ? 0 : Math.abs(F.approximate(F.sub(left, right))) / size;
}

const larger = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b);

/** Every comparison of the statement with both sides enclosed, in the sharpest reading that has its operations. */
export function observe(statement: Statement): { readonly by: ReadingName; readonly seen: readonly Seen[] } {
  const rungs: readonly Algebra<unknown>[] = [
    rationalReading as Algebra<unknown>,
    surd() as Algebra<unknown>,
    interval(50) as Algebra<unknown>,
    interval(320) as Algebra<unknown>,
  ];
  for (const F of rungs) {
    try {
      const seen = [...comparisons(statement(F))].map(({ name, relation, left, right }) => ({
        name,
        relation,
        left: F.enclosure(left),
        right: F.enclosure(right),
      }));
      return { by: F.reading, seen };
    } catch (error) {
      if (!(error instanceof Unavailable || error instanceof Undecided)) throw error;
    }
  }
  return { by: 'interval', seen: [] };
}
