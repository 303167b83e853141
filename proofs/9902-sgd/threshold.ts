import { add, compare, div, mul, neg, ONE, type Rational, rational, signOf, ZERO } from '../../src/scalar/rational.ts';
import type { Argument, Step } from '../kernel/argument.ts';
import type { Because, Reader } from '../kernel/cases.ts';
import type { NonnegativeTerm } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import { equal, type RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading } from '../kernel/symbolic.ts';
import { positive } from '../theorem/statements.ts';

const { of, sub, sum, zero } = symbolicReading;

/** Where a point lies with respect to the threshold τ for which the parts of its coordinates above τ add up to s. */
export interface Place {
  /** The coordinates that are not below τ, in descending order. */
  readonly above: readonly RationalFunction[];
  readonly threshold: RationalFunction;
  /** Why a linear form in the coordinates and s is not negative at any point that lies here. */
  readonly because: Because;
}

/**
 * Decides where a point lies: its coordinates are u₁ ≥ u₂ ≥ …, and k of them are above τ. That is one of d · d! places,
 * given s ≥ 0. With the gaps g_m = u_m − u_{m+1} it says that
 *
 *     s ≥ Σ_{i<k} (uᵢ − u_k) = Σ_{m<k} m g_m   and   s ≤ Σ_{i≤k} (uᵢ − u_{k+1}) = Σ_{m≤k} m g_m.
 *
 * A linear form c₁u₁ + … + c_d u_d + c s is Σ (c₁ + … + c_m) g_m + c s where it does not change when all coordinates are
 * shifted alike. So it is not negative when no gap is left with a negative multiplier once s has given way to its lower
 * bound, if c ≥ 0, or else to its upper bound.
 *
 * Coordinates that are not negative may be followed by 0. When 0 is above τ too, they add up to s at most.
 */
export function placeOf(
  { atLeast, facts }: Reader,
  coordinates: readonly RationalFunction[],
  s: RationalFunction,
): Place {
  const u: RationalFunction[] = [];
  for (const each of coordinates) {
    let at = u.length;
    while (at > 0 && !atLeast(u[at - 1]!, each)) at--;
    u.splice(at, 0, each);
  }
  const bounds = u.slice(1).map((next, i) => sum(u.slice(0, i + 1).map((each) => sub(each, next))));
  const reached = bounds.findIndex((bound) => atLeast(bound, s));
  const k = reached < 0 ? u.length : reached + 1;

  const nameOf = (value: RationalFunction) => facts().find((fact) => equal(fact.value, value))!.name;
  const gaps = u.slice(1).map((next, i) => nameOf(sub(u[i]!, next)));
  const lower = nameOf(sub(s, bounds[k - 2] ?? zero));
  const upper = reached < 0 ? undefined : nameOf(sub(bounds[k - 1]!, s));
  const because = ({ value }: Fact) => {
    const c = coefficient(value, s);
    const [bound, slack, upTo] = signOf(c) < 0 ? [upper, neg(c), k] : [lower, c, k - 1];
    let total = ZERO;
    const multipliers = gaps.map((_, i) => {
      total = add(total, coefficient(value, u[i]!));
      return i < upTo ? add(total, mul(rational(BigInt(i + 1)), c)) : total;
    });
    if (bound === undefined || multipliers.some((each) => signOf(each) < 0)) return undefined;
    return { terms: [...gaps, bound].flatMap((name, i) => multiple(multipliers[i] ?? slack, name)) };
  };
  const above = u.slice(0, k);
  return { above, threshold: symbolicReading.div(sub(sum(above), s), of(k)), because };
}

/** How often one linear form contains another, read off a symbol that is in no other coordinate. */
function coefficient({ numerator }: RationalFunction, of: RationalFunction): Rational {
  for (const [key, { coefficient: once }] of of.numerator.terms) {
    const found = numerator.terms.get(key);
    return found === undefined ? ZERO : div(found.coefficient, once);
  }
  return ZERO;
}

function multiple(times: Rational, fact: string): readonly NonnegativeTerm[] {
  if (signOf(times) === 0) return [];
  return [compare(times, ONE) === 0 ? { facts: [fact] } : { times, facts: [fact] }];
}

/** A claim that is linear. Where there is no reason for it, the kernel says so. */
export const linear = (goal: Fact, because: Because): Step => ({ goal, by: because(goal) ?? { terms: [] } });

/** Nothing lies where what is assumed to be positive has been decided, first of all, to be at most 0. */
export const nowhere = (assumed: Fact): Argument => ({
  assumes: [assumed],
  steps: [{ goal: positive('absurd', zero), by: { terms: [{ facts: [assumed.name] }, { facts: ['case 1'] }] } }],
});
