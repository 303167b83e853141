import { type Exact, toRational } from '../../src/scalar/exact.ts';
import { signOf, ZERO } from '../../src/scalar/rational.ts';
import { type Fact, refuse, showFact } from './fact.ts';
import type { RationalFunction } from './rational-function.ts';
import { add, assuming, constant, constantValue, equal, mul, neg, sub } from './rational-function.ts';
import { type FormalVector, formalSpace } from './symbolic.ts';

/**
 * times · (product of facts) · square² · ‖norm‖², which is nonnegative when the multiplier and the facts are; the
 * squared norm of a vector is nonnegative in every real inner-product space. `times` is 1 where it is left out.
 */
export interface NonnegativeTerm {
  readonly times?: Exact;
  readonly facts?: readonly string[];
  readonly square?: RationalFunction;
  readonly norm?: FormalVector;
}

/** multiple · (a fact that says = 0), which is zero whatever the multiple. */
export type ZeroTerm = { readonly multiple: RationalFunction; readonly of: string };

/**
 * Why a goal follows from facts: (product of the positive facts `scaled`) · goal = sum of the terms, identically.
 * Checking it is expanding both sides; no solver, and nothing but the signs of the multipliers, is trusted.
 */
export interface Certificate {
  readonly scaled?: readonly string[];
  readonly terms: readonly (NonnegativeTerm | ZeroTerm)[];
  /** A name for the contrary of the goal, which the terms may then use: their sum is 0, although one is positive. */
  readonly refuting?: string;
}

/** The facts at hand, by name. */
export type Known = ReadonlyMap<string, Fact>;

/** What is true when a fact is not: its value is negative, or not positive, or has a positive square. */
export function contrary({ relation, value }: Fact, name: string): Fact {
  if (relation === '= 0') return { name, relation: '> 0', value: mul(value, value) };
  return { name, relation: relation === '> 0' ? '>= 0' : '> 0', value: neg(value) };
}

/**
 * Checks that a certificate proves its goal from the facts at hand; without one the goal has to hold identically.
 * Returns the goal, whose value then carries what the certificate and the facts in it were divided by.
 * @throws NotProved naming the goal, and what is left of the difference where the expansion does not come out zero.
 */
export function certify({ ...goal }: Fact, known: Known, by: Certificate = { terms: [] }): Fact {
  const { refuting, scaled = [], terms } = by;
  if (refuting !== undefined) {
    const absurd: Fact = { name: goal.name, relation: '> 0', value: constant(ZERO) };
    const { value } = certify(absurd, new Map(known).set(refuting, contrary(goal, refuting)), { scaled, terms });
    return { ...goal, value: assuming(goal.value, value.nonzero) };
  }
  const fail = (because: string): never => refuse(`The certificate of "${goal.name}" ${because}`);
  const look = (name: string): Fact => known.get(name) ?? fail(`uses "${name}", which is neither assumed nor proved.`);
  /** The value of a term, and its sign: 0, ≥ 0 or > 0. */
  const evaluate = (term: NonnegativeTerm | ZeroTerm): [RationalFunction, Fact['relation']] => {
    if ('multiple' in term) {
      const { relation, value } = look(term.of);
      if (relation !== '= 0') fail(`takes a multiple of "${term.of}", which is not an equality.`);
      return [mul(term.multiple, value), '= 0'];
    }
    const { times = 1, facts = [], square, norm } = term;
    const factors: Omit<Fact, 'name'>[] = [...facts].map(look);
    if (square !== undefined) factors.push({ relation: '>= 0', value: mul(square, square) });
    if (norm !== undefined) factors.push({ relation: '>= 0', value: formalSpace.squaredNorm(new Map(norm)) });
    const multiplier = constant(toRational(times));
    const sign = signOf(constantValue(multiplier)!);
    if (sign < 0) fail(`has the multiplier ${multiplier}; a multiplier may not be negative.`);
    const relations = [sign > 0 ? '> 0' : '>= 0', ...factors.map(({ relation }) => relation)];
    const weakest = (['= 0', '>= 0', '> 0'] as const).find((relation) => relations.includes(relation))!;
    return [factors.reduce((product, { value }) => mul(product, value), multiplier), weakest];
  };
  let left = goal.value;
  for (const name of scaled) {
    const { relation, value } = look(name);
    if (relation !== '> 0') fail(`divides by "${name}", which is not known to be positive.`);
    left = mul(left, value);
  }
  const evaluated = [...terms].map(evaluate);
  const right = evaluated.reduce((sum, [value]) => add(sum, value), constant(ZERO));
  const signs = evaluated.map(([, sign]) => sign);
  if (!equal(left, right)) fail(`does not expand to its goal ${showFact(goal)}: ${sub(left, right)} is left over.`);
  const equality = signs.every((sign) => sign === '= 0');
  if (goal.relation === '= 0' && !equality) fail('may use multiples of equalities only, as the goal is one.');
  if (goal.relation === '> 0' && !signs.includes('> 0')) fail('has no term that is positive, so it shows >= 0 only.');
  return { ...goal, value: assuming(goal.value, left.nonzero, right.nonzero) };
}
