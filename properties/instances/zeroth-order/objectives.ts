import { z } from 'zod';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import { simplerData, simplerNumbers, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import type { Objective } from '../../../src/zeroth-order/estimator.ts';

/** Coefficient times ∏ x_i^powers[i]. */
export interface Monomial {
  readonly coefficient: Exact;
  readonly powers: readonly number[];
}

export interface Polynomial {
  readonly kind: 'polynomial';
  readonly terms: readonly Monomial[];
}

/** A function of d variables as data. All are smooth but the last two, which are functions of one variable. */
export type TestFunction =
  | Polynomial
  /** 1/(1 + (a · x)²). */
  | { readonly kind: 'bump'; readonly slope: ExactVector }
  /** exp(a · (x − c)): its derivatives at c are rational. */
  | { readonly kind: 'exponential'; readonly slope: ExactVector; readonly center: ExactVector }
  /** x √|x|: differentiable, but its derivative at 0 is not Lipschitz. */
  | { readonly kind: 'root' }
  /** x |x| / 2: its derivative |x| is Lipschitz with constant 1, but has no derivative at 0. */
  | { readonly kind: 'signed-square' };

const polynomialSchema = z.strictObject({
  kind: z.literal('polynomial'),
  terms: z
    .array(z.strictObject({ coefficient: exactNumber, powers: z.array(z.int().min(0).max(8)).min(1).max(8) }))
    .min(1)
    .max(64),
});

export const testFunctionSchema: z.ZodType<TestFunction> = z.discriminatedUnion('kind', [
  polynomialSchema,
  z.strictObject({ kind: z.literal('bump'), slope: exactVector }),
  z.strictObject({ kind: z.literal('exponential'), slope: exactVector, center: exactVector }),
  z.strictObject({ kind: z.literal('root') }),
  z.strictObject({ kind: z.literal('signed-square') }),
]);

/** The function as a text readable in any arithmetic. */
export function objectiveOf(f: TestFunction): Objective {
  switch (f.kind) {
    case 'polynomial':
      return (F, x) => F.sum(f.terms.map((term) => monomial(F, term, x)));
    case 'bump':
      return (F, x) => F.div(F.one, F.add(F.one, F.square(F.dot(F.vector(f.slope), x))));
    case 'exponential':
      return (F, x) => F.exp(F.dot(F.vector(f.slope), F.minus(x, F.vector(f.center))));
    case 'root':
      return (F, [x]) => F.mul(x!, F.sqrt(F.abs(x!)));
    case 'signed-square':
      return (F, [x]) => F.div(F.mul(x!, F.abs(x!)), F.of(2));
  }
}

function monomial<S>({ mul, of }: Algebra<S>, { coefficient, powers }: Monomial, x: Vector<S>): S {
  let product = of(coefficient);
  powers.forEach((power, i) => {
    for (let k = 0; k < power; k++) product = mul(product, x[i]!);
  });
  return product;
}

/** The number d of variables. */
export function functionDimension(f: TestFunction): number {
  if (f.kind === 'polynomial') return f.terms[0]!.powers.length;
  return f.kind === 'root' || f.kind === 'signed-square' ? 1 : f.slope.length;
}

/** The degree of a polynomial, infinite for any other function. */
export const degreeOf = (f: TestFunction): number =>
  f.kind === 'polynomial' ? Math.max(...f.terms.map(({ powers }) => totalPower(powers))) : Number.POSITIVE_INFINITY;

const totalPower = (powers: readonly number[]): number => powers.reduce((sum, power) => sum + power, 0);

/** A polynomial from its coefficients: `polynomial([3, [1, 0]], [5, [0, 1]])` is 3a + 5b. */
export const polynomial = (
  ...terms: readonly (readonly [coefficient: Exact, powers: readonly number[]])[]
): Polynomial => ({
  kind: 'polynomial',
  terms: terms.map(([coefficient, powers]) => ({ coefficient, powers })),
});

/** Throws a RangeError when the parts of the function do not go together. */
export function requireTestFunction(f: TestFunction): void {
  const d = functionDimension(f);
  if (f.kind === 'polynomial') {
    f.terms.forEach(({ powers }, i) => {
      if (powers.length !== d) {
        throw new RangeError(`terms[${i}] has ${powers.length} powers where the first has ${d}; give as many.`);
      }
    });
  }
  if (f.kind === 'exponential' && f.center.length !== d) {
    throw new RangeError(`center has ${f.center.length} coordinates where slope has ${d}; give as many.`);
  }
}

const STYLES = ['integer', 'integer', 'dyadic', 'fraction'] as const satisfies readonly NumberStyle[];

/** One to five terms, at least one of them of the full degree. */
export function drawPolynomial(draw: Draw, dimension: number, degree: number): Polynomial {
  const style = draw.pick(STYLES);
  return {
    kind: 'polynomial',
    terms: draw
      .list(draw.integer(1, 5), () => draw.integer(0, degree))
      .map((total, i) => {
        const powers = Array.from({ length: dimension }, () => 0);
        for (let left = i === 0 ? degree : total; left > 0; left--) powers[draw.integer(0, dimension - 1)]! += 1;
        return { coefficient: i === 0 ? draw.positive(style) : draw.real(style), powers };
      }),
  };
}

/** Fewer terms, lower powers, simpler coefficients. */
export function* simplerPolynomials(f: Polynomial): Generator<Polynomial> {
  const { terms } = f;
  for (let i = 0; i < terms.length && terms.length > 1; i++) yield { ...f, terms: withoutEntry(terms, i) };
  for (const [i, term] of terms.entries()) {
    const put = (simpler: Partial<Monomial>): Polynomial => ({
      ...f,
      terms: withEntry(terms, i, { ...term, ...simpler }),
    });
    for (const [j, power] of term.powers.entries()) {
      if (power > 0) yield put({ powers: withEntry(term.powers, j, power - 1) });
    }
    for (const coefficient of simplerNumbers(term.coefficient)) yield put({ coefficient });
  }
}

/** Simpler functions of the same variables. */
export function* simplerFunctions(f: TestFunction): Generator<TestFunction> {
  if (f.kind === 'polynomial') yield* simplerPolynomials(f);
  if (f.kind !== 'bump' && f.kind !== 'exponential') return;
  for (const [i, a] of f.slope.entries()) {
    for (const simpler of simplerNumbers(a)) yield { ...f, slope: withEntry(f.slope, i, simpler) };
  }
}

/** The function without its variable j; undefined when it has no other. */
export function withoutVariable(f: TestFunction, j: number): TestFunction | undefined {
  if (functionDimension(f) < 2) return undefined;
  switch (f.kind) {
    case 'polynomial':
      return { ...f, terms: f.terms.map((term) => ({ ...term, powers: withoutEntry(term.powers, j) })) };
    case 'bump':
      return { ...f, slope: withoutEntry(f.slope, j) };
    case 'exponential':
      return { ...f, slope: withoutEntry(f.slope, j), center: withoutEntry(f.center, j) };
    default:
      return undefined;
  }
}

/** Simpler points; the center of an exponential goes along. */
export function* simplerPoints<C extends { readonly objective: TestFunction; readonly point: ExactVector }>({
  objective,
  point,
}: C): Generator<{ readonly objective: TestFunction; readonly point: ExactVector }> {
  for (const simpler of simplerData(point)) {
    yield {
      objective: objective.kind === 'exponential' ? { ...objective, center: simpler } : objective,
      point: simpler,
    };
  }
}
