import type { Algebra } from '../scalar/algebra.ts';
import { type Filtered, filter, lowerEnd, upperEnd } from '../scalar/filter.ts';
import { type Interval, interval } from '../scalar/interval.ts';
import { type Twin, twin } from '../scalar/twin.ts';
import { type Decision, decideIn, type Statement } from './decide.ts';

const decimals = interval(50);

/** Decides once more, by decimal intervals of 50 digits alone; undefined when they lack an operation. */
export const secondOpinion = (statement: Statement): Decision | undefined => decideIn(decimals, statement);

/**
 * What the decimal intervals say of answers in doubles that the filter leaves open. Left open means: the filter encloses
 * every value, and no comparison of them is sure to fail. They judge just that, of the same answers: each value that the
 * filter encloses on the way, and each comparison.
 *
 * @param enclosing the filter, or one to be tested.
 * @returns the decision; undefined where a branch of the text is open for them too, so that nothing is compared.
 * @throws Disagreement where both enclose a value, in ranges without a common number: one of them is wrong.
 */
export function opinionOnDoubles(statement: Statement, enclosing: Algebra<Filtered> = filter): Decision | undefined {
  let isCompared = false;
  const decision = decideIn(enclosing === filter ? filterAndDecimals : beside(enclosing), (F) => {
    const relation = statement(F);
    isCompared = true;
    return relation;
  });
  return isCompared ? decision : undefined;
}

const beside = (enclosing: Algebra<Filtered>): Algebra<Twin<Filtered, Interval>> => twin(enclosing, decimals, areApart);

function areApart(a: Filtered, { lo, hi }: Interval): boolean {
  const [lower, upper] = [lowerEnd(a), upperEnd(a)];
  return (
    isGreater(lo.toNumber(), upper, () => lo.gt(decimals.of(upper).hi)) ||
    isGreater(lower, hi.toNumber(), () => hi.lt(decimals.of(lower).lo))
  );
}

/** Whether x > y, where one is a double and the other rounded to one: only where they are equal then is it in doubt. */
const isGreater = (x: number, y: number, closely: () => boolean): boolean =>
  x > y || (x === y && Number.isFinite(x) && closely());

const filterAndDecimals = beside(filter);
