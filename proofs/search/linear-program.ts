import { toDouble } from '../../src/scalar/exact.ts';
import type { Rational } from '../../src/scalar/rational.ts';
import { rational, signOf, ZERO } from '../../src/scalar/rational.ts';
import type { Solver } from './solver.ts';

/** An unknown number: how often it stands in each equation. */
export interface Unknown {
  readonly coefficients: ReadonlyMap<string, Rational>;
  /** Whether it may be negative. */
  readonly free: boolean;
  /** Whether it is among those of which one has to be positive. */
  readonly strict: boolean;
  /** How much simpler it is to do without it. */
  readonly weight: number;
}

/** Σ coefficient · unknown = right side, for each equation; unknowns are nonnegative but for the free ones. */
export interface LinearProgram<U extends Unknown> {
  readonly unknowns: readonly U[];
  readonly right: ReadonlyMap<string, Rational>;
  /** Whether one of the strict unknowns has to be positive. */
  readonly strictly: boolean;
}

/** A solution: the unknowns that are not zero, with their values. */
export type Solution<U> = ReadonlyMap<U, Rational>;

/**
 * The unknowns that can be anything but zero, as far as one equation at a time can tell: where all that are left in an
 * equation have one sign and the right side is zero, all of these are zero. Undefined when an equation has no solution.
 */
export function pruned<U extends Unknown>({ unknowns, right }: LinearProgram<U>): readonly U[] | undefined {
  const rows = new Map<string, Set<U>>([...right.keys()].map((key) => [key, new Set()]));
  for (const unknown of unknowns)
    for (const key of unknown.coefficients.keys()) {
      const row = rows.get(key);
      if (row === undefined) rows.set(key, new Set([unknown]));
      else row.add(unknown);
    }
  const left = new Set(unknowns);
  const waiting = new Set(rows.keys());
  for (const key of waiting) {
    waiting.delete(key);
    const row = rows.get(key)!;
    const sign = signOf(right.get(key) ?? ZERO);
    const signs = new Set([...row].map(({ coefficients, free }) => (free ? 0 : signOf(coefficients.get(key)!))));
    if (sign !== 0 && !signs.has(0) && !signs.has(sign)) return undefined;
    const cannot = sign === 0 && signs.size === 1 && (!signs.has(0) || row.size === 1);
    if (!cannot) continue;
    for (const unknown of row) {
      left.delete(unknown);
      for (const other of unknown.coefficients.keys()) {
        rows.get(other)!.delete(unknown);
        waiting.add(other);
      }
    }
  }
  return [...left];
}

const number = (value: Rational): string => {
  const [p, q = '1'] = `${value}`.replace('-', '').split('/');
  const size = q === '1' ? `${p}.0` : `(/ ${p}.0 ${q}.0)`;
  return signOf(value) < 0 ? `(- ${size})` : size;
};

const sum = (parts: readonly string[]): string => {
  if (parts.length === 0) return '0.0';
  return parts.length === 1 ? parts[0]! : `(+ ${parts.join(' ')})`;
};

/** What one of an unknown counts: 1 and the sizes of its coefficients, so that it does not matter what it is counted in. */
const costOf = ({ coefficients, weight }: Unknown): number =>
  Math.round([...coefficients.values()].reduce((total, each) => total + Math.abs(toDouble(each)), 1) * weight);

/** The program in SMT-LIB, for linear real arithmetic; with the smallest weighted sum where it is to be `light`. */
function script<U extends Unknown>(
  unknowns: readonly U[],
  { right, strictly }: LinearProgram<U>,
  light: boolean,
): string {
  const rows = new Map<string, string[]>([...right.keys()].map((key) => [key, []]));
  for (const [i, { coefficients }] of unknowns.entries())
    for (const [key, coefficient] of coefficients) {
      const row = rows.get(key) ?? [];
      rows.set(key, row);
      row.push(`(* ${number(coefficient)} x${i})`);
    }
  const strict = unknowns.flatMap((unknown, i) => (unknown.strict ? [`x${i}`] : []));
  // Where all right sides are zero, a multiple of a solution is one; and a smallest sum above zero there is none.
  const some = right.size === 0 ? [`(assert (>= ${sum(strict)} 1.0))`] : [`(assert (> ${sum(strict)} 0.0))`];
  // Of what may be negative, the size is to be small.
  const sizes = unknowns.map(({ free }, i) => (light && free ? `s${i}` : `x${i}`));
  const weights = unknowns.map((unknown, i) => `(* ${costOf(unknown)}.0 ${sizes[i]})`);
  return [
    ...unknowns.map((_, i) => `(declare-const x${i} Real)`),
    ...unknowns.flatMap(({ free }, i) => (free ? [] : [`(assert (>= x${i} 0.0))`])),
    ...sizes.flatMap((size, i) =>
      size === `x${i}`
        ? []
        : [`(declare-const ${size} Real)`, `(assert (>= ${size} x${i}))`, `(assert (>= ${size} (- x${i})))`],
    ),
    ...[...rows].map(([key, row]) => `(assert (= ${sum(row)} ${number(right.get(key) ?? ZERO)}))`),
    ...(strictly && (right.size === 0 || !light) ? some : []),
    ...(light ? [`(minimize ${sum(weights)})`] : []),
    '(check-sat)',
    `(get-value (${unknowns.map((_, i) => `x${i}`).join(' ')}))`,
  ].join('\n');
}

/** The values in the answer of a solver: `((x0 0.0) (x1 (- (/ 1.0 2.0))))`. */
function values(answer: string): Map<number, Rational> {
  const found = new Map<number, Rational>();
  for (const [, name, text] of answer.matchAll(/\(x(\d+)\s+([^x]*)\)/g)) {
    const [p = '0', q = '1'] = text!.match(/\d+(?=\.0)/g) ?? [];
    const size = rational(BigInt(p), BigInt(q));
    found.set(Number(name), text!.includes('-') ? rational(-size.numerator, size.denominator) : size);
  }
  return found;
}

/** A solution, a light one if possible; undefined when there is none, or the solver does not say. */
export async function solve<U extends Unknown>(
  program: LinearProgram<U>,
  solver: Solver,
): Promise<Solution<U> | undefined> {
  const unknowns = pruned(program);
  if (unknowns === undefined) return undefined;
  if (program.strictly && !unknowns.some(({ strict }) => strict)) return undefined;
  if (unknowns.length === 0) return program.right.size === 0 ? new Map() : undefined;
  for (const light of [true, false]) {
    const answer = await solver.run(script(unknowns, program, light));
    if (!answer?.startsWith('sat')) continue;
    const found = values(answer);
    const solution = new Map(
      unknowns.flatMap((unknown, i) => {
        const value = found.get(i);
        return value === undefined || signOf(value) === 0 ? [] : [[unknown, value] as const];
      }),
    );
    if (!program.strictly || [...solution.keys()].some(({ strict }) => strict)) return solution;
  }
  return undefined;
}

/** A solution with few unknowns: each is left out that can be, the heaviest first. */
export async function fewest<U extends Unknown>(
  program: LinearProgram<U>,
  solver: Solver,
): Promise<Solution<U> | undefined> {
  let best = await solve(program, solver);
  if (best === undefined) return undefined;
  const order = program.unknowns.filter((unknown) => best!.has(unknown)).sort((a, b) => b.weight - a.weight);
  for (const unknown of order) {
    if (best.size < 2 || !best.has(unknown)) continue;
    const unknowns = program.unknowns.filter((each) => best!.has(each) && each !== unknown);
    best = (await solve({ ...program, unknowns }, solver)) ?? best;
  }
  return best;
}
