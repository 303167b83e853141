import {
  add,
  compare,
  div,
  mul,
  neg,
  ONE,
  type Rational,
  reduce,
  signOf,
  sub,
  ZERO,
} from '../../../src/scalar/rational.ts';
import type { Polynomial } from '../../kernel/polynomial.ts';

/** A tableau: rows of coefficients with the right side last, the column that is basic in each row. */
interface Tableau {
  readonly rows: Rational[][];
  readonly basis: number[];
  readonly columns: number;
}

const row = (target: readonly Rational[], source: readonly Rational[], factor: Rational): Rational[] =>
  target.map((x, j) => (signOf(source[j]!) === 0 ? x : reduce(sub(x, mul(factor, source[j]!)))));

function pivot({ rows, basis }: Tableau, objective: Rational[], r: number, column: number): Rational[] {
  const factor = rows[r]![column]!;
  const scaled = rows[r]!.map((x) => (signOf(x) === 0 ? x : reduce(div(x, factor))));
  rows.forEach((each, i) => {
    rows[i] = i === r ? scaled : signOf(each[column]!) === 0 ? each : row(each, scaled, each[column]!);
  });
  basis[r] = column;
  return signOf(objective[column]!) === 0 ? objective : row(objective, scaled, objective[column]!);
}

/** The row that limits how far a column may enter, by Bland's rule; undefined when none does. */
function leaving({ rows, basis, columns }: Tableau, column: number): number | undefined {
  let best: { readonly r: number; readonly ratio: Rational } | undefined;
  rows.forEach((each, r) => {
    if (signOf(each[column]!) <= 0) return;
    const ratio = div(each[columns]!, each[column]!);
    const order = best === undefined ? -1 : compare(ratio, best.ratio);
    if (order < 0 || (order === 0 && basis[r]! < basis[best!.r]!)) best = { r, ratio };
  });
  return best?.r;
}

/** The value of each column at the present basis. */
function valuesOf({ rows, basis, columns }: Tableau): Rational[] {
  const values = Array.from({ length: columns }, () => ZERO);
  basis.forEach((column, r) => {
    values[column] = rows[r]![columns]!;
  });
  return values;
}

/** The coefficients of columns and target by monomial, right sides nonnegative, with an artificial column a row. */
function startingTableau(columns: readonly Polynomial[], target: Polynomial): Tableau {
  const keys = [...new Set([...columns, target].flatMap(({ terms }) => [...terms.keys()]))];
  const count = columns.length;
  const rows = keys.map((key, r) => {
    const coefficient = ({ terms }: Polynomial) => terms.get(key)?.coefficient ?? ZERO;
    const right = coefficient(target);
    const flip = signOf(right) < 0 ? neg : (x: Rational) => x;
    const artificial = keys.map((_, i) => (i === r ? ONE : ZERO));
    return [...columns.map((each) => flip(coefficient(each))), ...artificial, flip(right)];
  });
  return { rows, basis: keys.map((_, r) => count + r), columns: count + keys.length };
}

/**
 * The columns that may have a multiplier other than 0: where a monomial is not in the target and all columns have it
 * with the same sign, none of them may.
 */
function usefulColumns(columns: readonly Polynomial[], target: Polynomial): readonly number[] {
  let useful = columns.map((_, j) => j);
  for (;;) {
    const signs = new Map<string, Set<number>>();
    const note = (key: string, sign: number) => signs.set(key, (signs.get(key) ?? new Set()).add(sign));
    for (const j of useful) for (const [key, { coefficient }] of columns[j]!.terms) note(key, signOf(coefficient));
    for (const [key, { coefficient }] of target.terms) note(key, -signOf(coefficient));
    const left = useful.filter((j) => [...columns[j]!.terms.keys()].every((key) => signs.get(key)!.size === 2));
    if (left.length === useful.length) return useful;
    useful = left;
  }
}

/**
 * Multipliers λ ≥ 0 with Σ λ_j column_j = target, by the simplex method in exact fractions; of those with a gain, some
 * are positive if there are any gains. Undefined when there are no such multipliers.
 */
export function nonnegativeCombination(
  columns: readonly Polynomial[],
  target: Polynomial,
  gains?: readonly boolean[],
): readonly Rational[] | undefined {
  const useful = usefulColumns(columns, target);
  const gained = gains && useful.map((j) => gains[j]!);
  const found = simplex(
    useful.map((j) => columns[j]!),
    target,
    gained,
  );
  return found && columns.map((_, j) => found[useful.indexOf(j)] ?? ZERO);
}

function simplex(
  columns: readonly Polynomial[],
  target: Polynomial,
  gains: readonly boolean[] | undefined,
): readonly Rational[] | undefined {
  const tableau = startingTableau(columns, target);
  const count = columns.length;
  let objective = Array.from({ length: tableau.columns + 1 }, (_, j) =>
    j < count || j === tableau.columns ? tableau.rows.reduce((total, each) => add(total, each[j]!), ZERO) : ZERO,
  );
  for (;;) {
    const entering = objective.findIndex((x, j) => j < count && signOf(x) > 0);
    if (entering < 0) break;
    objective = pivot(tableau, objective, leaving(tableau, entering)!, entering);
  }
  if (signOf(objective[tableau.columns]!) !== 0) return undefined;
  if (gains === undefined) return valuesOf(tableau).slice(0, count);
  return withGain(tableau, gains);
}

/** From multipliers that do, to multipliers of which one with a gain is positive. */
function withGain(tableau: Tableau, gains: readonly boolean[]): readonly Rational[] | undefined {
  const { rows, basis, columns } = tableau;
  const count = gains.length;
  // Artificial columns that stay basic are 0: they leave, or their rows say nothing.
  for (const [r, column] of basis.entries()) {
    if (column < count) continue;
    const other = rows[r]!.findIndex((x, j) => j < count && signOf(x) !== 0);
    if (other >= 0) pivot(tableau, rows[r]!, r, other);
  }
  let objective: Rational[] = Array.from({ length: columns + 1 }, (_, j) => (j < count && gains[j] ? ONE : ZERO));
  basis.forEach((column, r) => {
    if (column < count && gains[column]) objective = row(objective, rows[r]!, ONE);
  });
  for (;;) {
    const values = valuesOf(tableau).slice(0, count);
    if (values.some((x, j) => gains[j] && signOf(x) > 0)) return values;
    const entering = objective.findIndex((x, j) => j < count && signOf(x) > 0);
    if (entering < 0) return undefined;
    const r = leaving(tableau, entering);
    if (r === undefined) {
      return values.map((x, j) => {
        if (j === entering) return ONE;
        const basic = basis.indexOf(j);
        return basic < 0 ? x : sub(x, rows[basic]![entering]!);
      });
    }
    objective = pivot(tableau, objective, r, entering);
  }
}
