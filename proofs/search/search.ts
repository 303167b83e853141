import { compare, ONE, type Rational, ZERO } from '../../src/scalar/rational.ts';
import type { Certificate, Known, NonnegativeTerm, ZeroTerm } from '../kernel/certificate.ts';
import { certify, contrary } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import { NotProved } from '../kernel/fact.ts';
import { constantValue, type Polynomial } from '../kernel/polynomial.ts';
import { add, constant, div, fromPolynomial, mul, type RationalFunction } from '../kernel/rational-function.ts';
import type { Hints } from '../theorem/stored.ts';
import { type Material, nonnegativeCandidates, productOf, valueIn } from './candidates.ts';
import { commonFactor, Factors, product, times } from './fractions.ts';
import { fewest, type Solution, type Unknown } from './linear-program.ts';
import { multiplesOf } from './multiples.ts';
import { reduced } from './reduced.ts';
import { scalings } from './scalings.ts';
import type { Solver } from './solver.ts';

/** Whether the kernel accepts a certificate of a goal. */
export function checks(goal: Fact, known: Known, certificate: Certificate): boolean {
  try {
    certify(goal, known, certificate);
    return true;
  } catch (error) {
    if (error instanceof NotProved) return false;
    throw error;
  }
}

/** Whether the kernel accepts a certificate of a goal, and none of its terms can be left out. */
export const serves = (goal: Fact, known: Known, certificate: Certificate): boolean =>
  checks(goal, known, certificate) &&
  certificate.terms.every((_, i) => !checks(goal, known, { ...certificate, terms: certificate.terms.toSpliced(i, 1) }));

interface Weighed extends Unknown {
  readonly term: NonnegativeTerm | ZeroTerm;
}

/** 1, and 1 more for each factor. */
const weightOf = ({ facts = [], square, norm }: NonnegativeTerm): number =>
  1 + facts.length + (square ? 2 : 0) + (norm ? 1 : 0);

const coefficientsOf = ({ terms }: Polynomial): Map<string, Rational> =>
  new Map([...terms].map(([key, { coefficient }]) => [key, coefficient]));

/** The terms with multipliers that make up the goal times the facts `scaled`, few of them. */
async function combine(
  material: Material,
  scaled: readonly Fact[],
  { degree, rounds }: (typeof TRIES)[number],
  solver: Solver,
): Promise<Solution<Weighed> | undefined> {
  const { goal, known, factors, end } = material;
  const target = times(
    valueIn(material, 'goal', () => goal.value),
    productOf(material, scaled),
  );
  const candidates = nonnegativeCandidates(
    material,
    scaled.map(({ name }) => name),
    degree,
  ).filter(({ fraction }) => !factors.exceeds(fraction, target));
  const equalities = known
    .filter(({ relation }) => relation === '= 0')
    .map((fact) => [fact.name, productOf(material, [fact])] as const);
  const fractions = [target, ...candidates.map(({ fraction }) => fraction), ...equalities.map(([, value]) => value)];
  const common = commonFactor(fractions);
  const unknowns: Weighed[] = [];
  const others: Polynomial[] = [];
  for (const { term, fraction, strict } of candidates) {
    if (Date.now() > end) return undefined;
    const value = factors.over(common, fraction);
    others.push(value);
    unknowns.push({ term, coefficients: coefficientsOf(value), free: false, strict, weight: weightOf(term) });
  }
  const whole = factors.over(common, target);
  const cleared = new Map(equalities.map(([name, value]) => [name, factors.over(common, value)]));
  for (const { of, by, value } of multiplesOf(cleared, whole, others, rounds)) {
    const term = { multiple: fromPolynomial(product(by)), of };
    const weight = by.reduce((degree, [, exponent]) => degree + exponent, 1);
    unknowns.push({ term, coefficients: coefficientsOf(value), free: true, strict: false, weight });
  }
  const strictly = goal.relation === '> 0';
  return fewest({ unknowns, right: coefficientsOf(whole), strictly }, solver);
}

/** The terms of a certificate; the multiples of one equality are one term. */
function termsOf(solution: Solution<Weighed>): readonly (NonnegativeTerm | ZeroTerm)[] {
  const multiples = new Map<string, RationalFunction>();
  const terms: NonnegativeTerm[] = [];
  for (const [{ term }, weight] of solution) {
    if ('multiple' in term) {
      const part = mul(constant(weight), term.multiple);
      const before = multiples.get(term.of);
      multiples.set(term.of, before === undefined ? part : add(before, part));
    } else terms.push(compare(weight, ONE) === 0 ? term : { ...term, times: weight });
  }
  return [...terms, ...[...multiples].map(([of, multiple]) => ({ multiple, of }))];
}

const MOST_SECONDS = 30;

/** The tries, cheap ones first: the degree of products, how many facts more to scale by, how far equalities reach. */
const TRIES = [
  { degree: 1, more: 0, rounds: 1 },
  { degree: 2, more: 0, rounds: 2 },
  { degree: 1, more: 1, rounds: 2 },
  { degree: 2, more: 1, rounds: 2 },
  { degree: 1, more: 2, rounds: 2 },
  { degree: 3, more: 0, rounds: 2 },
  { degree: 1, more: 3, rounds: 2 },
  { degree: 2, more: 2, rounds: 3 },
  { degree: 3, more: 1, rounds: 3 },
  { degree: 4, more: 0, rounds: 2 },
  { degree: 5, more: 0, rounds: 2 },
];

/** Of how many facts a product may be unless a hint says otherwise. */
const USUAL_DEGREE = 3;

/**
 * A certificate of a goal from facts, in which the kernel finds no fault; undefined when none was found, which does not
 * mean that there is none. It is sought among products of facts, squares and norms with unknown multipliers ≥ 0, and
 * products of symbols times equalities with unknown multipliers: comparing coefficients makes that a linear program. With
 * the contrary of the goal among the facts, a sum of these that is 0 although it is positive is sought.
 */
export async function search(
  goal: Fact,
  known: readonly Fact[],
  { otherwise, ...hints }: Hints,
  solver: Solver,
): Promise<Certificate | undefined> {
  if (otherwise === undefined) return direct(goal, known, hints, solver);
  const absurd: Fact = { name: goal.name, relation: '> 0', value: constant(ZERO) };
  const found = await direct(absurd, [...known, contrary(goal, otherwise)], hints, solver);
  return found && { refuting: otherwise, ...found };
}

async function direct(
  goal: Fact,
  known: readonly Fact[],
  hints: Hints,
  solver: Solver,
): Promise<Certificate | undefined> {
  const facts: Known = new Map(known.map((fact) => [fact.name, fact]));
  const offered = hints.offer?.();
  if (offered !== undefined && serves(goal, facts, offered)) return offered;
  const { facts: chosen, over = [] } = hints;
  const usable = chosen === undefined ? known : known.filter(({ name }) => [...chosen, ...over].includes(name));
  const values = [goal, ...usable].map(({ value }) => value);
  const material: Material = {
    goal,
    known: usable,
    hints,
    factors: new Factors([...values, ...(hints.squares ?? [])]),
    values: new Map(),
    end: Date.now() + MOST_SECONDS * 1000,
  };
  const tried = new Set<string>();
  for (const each of TRIES)
    for (const scaled of scalings(material, each.more)) {
      const key = [each.degree, each.rounds, ...scaled].join('\n');
      if (tried.has(key) || each.degree > (hints.degree ?? USUAL_DEGREE) || Date.now() > material.end) continue;
      tried.add(key);
      const by = scaled.map((name) => facts.get(name)).filter((fact) => fact !== undefined);
      const solution = await combine(material, by, each, solver);
      if (solution === undefined) continue;
      const found = { ...(scaled.length > 0 && { scaled }), terms: termsOf(solution) };
      if (checks(goal, facts, found)) return reduced(found, facts);
    }
  return goal.relation === '= 0' ? throughNumerator(goal, known, hints, solver) : undefined;
}

/** A quotient is zero where its numerator is: the same multiples of equalities, over the denominator. */
async function throughNumerator(
  goal: Fact,
  known: readonly Fact[],
  hints: Hints,
  solver: Solver,
): Promise<Certificate | undefined> {
  const { numerator, denominator } = goal.value;
  if (constantValue(denominator) !== undefined) return undefined;
  const found = await direct({ ...goal, value: fromPolynomial(numerator) }, known, { ...hints, over: [] }, solver);
  return (
    found && {
      terms: found.terms.map((term) =>
        'multiple' in term ? { ...term, multiple: div(term.multiple, fromPolynomial(denominator)) } : term,
      ),
    }
  );
}
