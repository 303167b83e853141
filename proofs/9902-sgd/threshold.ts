import type { Argument, Step } from '../kernel/argument.ts';
import type { Because, Reader } from '../kernel/cases.ts';
import { type Fact, showFact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { scalar, scalars, substitute, symbolicReading } from '../kernel/symbolic.ts';
import { holds, type Model, valuesIn } from '../theorem/model.ts';
import { nameOfScalar } from '../theorem/names.ts';
import { atMost, positive } from '../theorem/statements.ts';
import { type Answers, type Hints, sought } from '../theorem/stored.ts';

const { div, of, sub, sum, zero } = symbolicReading;

/** Certificates that are sums of facts. */
export const LINEAR: Hints = { degree: 1, over: [], norms: [], squares: [] };
/** Certificates with products of two facts. */
export const QUADRATIC: Hints = { ...LINEAR, degree: 2 };

/** Where a point lies with respect to the threshold τ for which the parts of its coordinates above τ add up to s. */
export interface Place {
  /** τ, of the coordinates that are not below it. */
  readonly threshold: RationalFunction;
  /** What the decisions say of the point, by names that do not depend on the order of the coordinates. */
  readonly facts: readonly Step[];
  /** Why a linear form in the coordinates and s is not negative at any point that lies here, where `facts` say so. */
  readonly because: Because;
  /** A claim that is linear in the coordinates and s, from `facts` and others. */
  linear(goal: Fact, others: readonly string[]): Step;
}

/**
 * What is said of u₁ ≥ u₂ ≥ …, of which k are above τ: with the gaps g_m = u_m − u_{m+1},
 *
 *     s ≥ Σ_{i<k} (uᵢ − u_k) = Σ_{m<k} m g_m   and   s ≤ Σ_{i≤k} (uᵢ − u_{k+1}) = Σ_{m≤k} m g_m.
 */
function placed(u: readonly RationalFunction[], k: number, s: RationalFunction): readonly Fact[] {
  const gaps = u.slice(1).map((next, i) => atMost(`gap ${i + 1}`, next, u[i]!));
  const lower = atMost('lower bound of the sum', reach(u, k - 1), s);
  return [...gaps, lower, ...(k < u.length ? [atMost('upper bound of the sum', s, reach(u, k))] : [])];
}

/** How far the first m coordinates together are above the next one. */
const reach = (u: readonly RationalFunction[], m: number): RationalFunction =>
  sum(u.slice(0, m).map((each) => sub(each, u[m]!)));

/**
 * Decides where a point lies: its coordinates are u₁ ≥ u₂ ≥ …, and k of them are above τ. That is one of d · d! places,
 * given s ≥ 0. What follows there is asked in terms of the uᵢ, so that the order makes no difference.
 */
export function placeOf(
  { atLeast, facts, path }: Reader,
  coordinates: readonly RationalFunction[],
  s: RationalFunction,
  answers: Answers,
): Place {
  const u: RationalFunction[] = [];
  for (const each of coordinates) {
    let at = u.length;
    while (at > 0 && !atLeast(u[at - 1]!, each)) at--;
    u.splice(at, 0, each);
  }
  let k = 1;
  while (k < u.length && !atLeast(reach(u, k), s)) k++;

  const decided = new Map(facts().map(({ name, value }) => [`${value}`, name]));
  const said = placed(u, k, s).map((goal) => ({ goal, decision: decided.get(`${goal.value}`)! }));
  const decisions = new Map(said.map(({ goal, decision }) => [goal.name, decision]));

  const ordered = scalars('u', u.length);
  const known = placed(ordered, k, scalar('s'));
  const rename = new Map([
    [nameOfScalar(s)!, scalar('s')],
    ...u.map((each, i) => [nameOfScalar(each)!, ordered[i]!] as const),
  ]);
  const because = (option: Fact) => {
    const goal = { ...option, value: substitute(option.value, rename) };
    const refuted = () => !holds(goal, valuesIn(inside(u.length, k)));
    const key = `${k} above: ${showFact(goal)}`;
    const found = answers({ key, goal, path: path(), known, hints: LINEAR, refuted });
    const terms = found?.terms.map((term) =>
      'facts' in term ? { ...term, facts: term.facts.map((name) => decisions.get(name) ?? name) } : term,
    );
    return found && terms && { ...found, terms };
  };
  return {
    threshold: div(sub(sum(u.slice(0, k)), s), of(k)),
    facts: said.map(({ goal, decision }) => sought(goal, { ...LINEAR, facts: [decision] })),
    because,
    linear: (goal, others) => sought(goal, { ...LINEAR, facts: [...decisions.keys(), ...others] }),
  };
}

/** A point of d coordinates, in descending order, that is in the place where k are above τ, and in no other. */
function inside(d: number, k: number): Model {
  const u = Array.from({ length: d }, (_, i): [string, number] => [`u_${i + 1}`, i < k ? -i : -d * d - i]);
  return { s: d * d - d + 1, ...Object.fromEntries(u) };
}

/** Nothing lies where what is assumed to be positive has been decided, first of all, to be at most 0. */
export const nowhere = (assumed: Fact): Argument => ({
  assumes: [assumed],
  steps: [sought(positive('absurd', zero), LINEAR)],
});
