import { type Exact, toRational } from '../../src/scalar/exact.ts';
import { ONE, signOf } from '../../src/scalar/rational.ts';
import { type Fact, showFact } from './fact.ts';
import { NotProved } from './identity.ts';
import { add, constant, equal, mul, type Nonzero, type RationalFunction, sub } from './rational-function.ts';
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
export interface ZeroTerm {
  readonly multiple: RationalFunction;
  readonly of: string;
}

/**
 * Why a goal follows from facts: (product of the positive facts `scaled`) · goal = sum of the terms, identically.
 * Checking it is expanding both sides; no solver, and nothing but the signs of the multipliers, is trusted.
 */
export interface Certificate {
  readonly scaled?: readonly string[];
  readonly terms: readonly (NonnegativeTerm | ZeroTerm)[];
}

/** The facts at hand, by name. */
export type Known = ReadonlyMap<string, Fact>;

const one = constant(ONE);

function look(known: Known, name: string, goal: Fact): Fact {
  const found = known.get(name);
  if (found === undefined) {
    throw new NotProved(`The certificate of "${goal.name}" uses "${name}", which is neither assumed nor proved.`);
  }
  return found;
}

/** The value of a term, and its sign: 0, ≥ 0 or > 0. */
function evaluateTerm(
  term: NonnegativeTerm | ZeroTerm,
  known: Known,
  goal: Fact,
): [RationalFunction, Fact['relation']] {
  if ('multiple' in term) {
    const fact = look(known, term.of, goal);
    if (fact.relation !== '= 0') {
      throw new NotProved(
        `The certificate of "${goal.name}" takes a multiple of "${term.of}", which is not an equality.`,
      );
    }
    return [mul(term.multiple, fact.value), '= 0'];
  }
  const times = toRational(term.times ?? 1);
  if (signOf(times) < 0) {
    throw new NotProved(
      `The certificate of "${goal.name}" has the multiplier ${times}; a multiplier may not be negative.`,
    );
  }
  const facts = (term.facts ?? []).map((name) => look(known, name, goal));
  let value = constant(times);
  for (const fact of facts) value = mul(value, fact.value);
  if (term.square !== undefined) value = mul(value, mul(term.square, term.square));
  if (term.norm !== undefined) value = mul(value, formalSpace.squaredNorm(term.norm));
  if (facts.some(({ relation }) => relation === '= 0')) return [value, '= 0'];
  const strict =
    signOf(times) > 0 &&
    term.square === undefined &&
    term.norm === undefined &&
    facts.every(({ relation }) => relation === '> 0');
  return [value, strict ? '> 0' : '>= 0'];
}

/**
 * Checks that a certificate proves its goal from the facts at hand, and returns what it assumes to be nonzero.
 * @throws NotProved naming the goal, and what is left of the difference where the expansion does not come out zero.
 */
export function certify(goal: Fact, known: Known, { scaled = [], terms }: Certificate): Nonzero {
  let left = goal.value;
  for (const name of scaled) {
    const fact = look(known, name, goal);
    if (fact.relation !== '> 0') {
      throw new NotProved(`The certificate of "${goal.name}" divides by "${name}", which is not known to be positive.`);
    }
    left = mul(left, fact.value);
  }
  let right = sub(one, one);
  const signs = terms.map((term) => {
    const [value, sign] = evaluateTerm(term, known, goal);
    right = add(right, value);
    return sign;
  });
  if (!equal(left, right)) {
    throw new NotProved(
      `The certificate of "${goal.name}" does not expand to its goal ${showFact(goal)}: ${sub(left, right)} is left over.`,
    );
  }
  if (goal.relation === '= 0' && signs.some((sign) => sign !== '= 0')) {
    throw new NotProved(`The certificate of the equality "${goal.name}" may use multiples of equalities only.`);
  }
  if (goal.relation === '> 0' && !signs.includes('> 0')) {
    throw new NotProved(`The certificate of "${goal.name}" has no term that is positive, so it shows >= 0 only.`);
  }
  return new Map([...left.nonzero, ...right.nonzero]);
}
