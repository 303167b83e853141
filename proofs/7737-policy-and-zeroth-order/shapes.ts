import type { PolicyCase } from '../../properties/instances/policy/policy-case.ts';
import type { SampledCase } from '../../properties/instances/policy/sampled-case.ts';
import type { ZerothOrderCase } from '../../properties/instances/zeroth-order/zeroth-order-case.ts';
import { type LocalPolicy, tableGradients } from '../../src/policy/score.ts';
import { ratio } from '../../src/scalar/exact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';

/** A table of K logits: any probabilities, rewards and temperature. */
export const table = (free: Free, classes: number): PolicyCase => ({
  weights: free.shares('p', classes),
  rewards: free.numbers('r', classes),
  temperature: free.number('tau'),
});

/** The policy of {@link table}. */
export function logits(classes: number, name = 'p'): LocalPolicy<RationalFunction> {
  const free = scalars(name, classes - 1);
  return {
    probabilities: [...free, F.sub(F.one, F.sum(free))],
    logitGradients: tableGradients(F, classes),
    temperature: scalar('tau'),
  };
}

/** Any model with K classes and d parameters. */
export const model = (free: Free, classes: number, parameters: number): PolicyCase => ({
  ...table(free, classes),
  features: Array.from({ length: classes }, (_, y) => free.numbers(`f_${y + 1}`, parameters)),
});

/** Any policy, N samples and any baseline. */
export const sampled = (free: Free, policy: PolicyCase, samples: number): SampledCase => ({
  ...policy,
  samples,
  baseline: free.number('b'),
});

/** Tables of 2 to `most` logits. */
export const tables = (most: number): readonly Shape[] =>
  upTo(2, most).map((K) => ({ name: `K = ${K}`, instance: (free) => table(free, K) }));

/** Tables of 2 to `most` logits with weights of any sum. */
export const weighted = (most: number): readonly Shape[] =>
  upTo(2, most).map((K) => ({
    name: `K = ${K}, weights of any sum`,
    instance: (free) => ({ ...table(free, K), weights: free.numbers('a', K) }),
  }));

/** Any model with 2 to `most` classes. What is linear in the scores holds for d parameters when it holds for one. */
export const models = (most: number, parameters = 1): readonly Shape[] =>
  upTo(2, most).map((K) => ({
    name: `K = ${K}, any model of ${parameters} parameter${parameters === 1 ? '' : 's'}`,
    instance: (free) => model(free, K, parameters),
  }));

/** N samples of a policy of one of these shapes. */
export const samples = (shapes: readonly Shape[], N: number): readonly Shape[] =>
  shapes.map((shape) => ({
    ...shape,
    name: `${shape.name}, N = ${N}`,
    instance: (free) => sampled(free, shape.instance(free) as PolicyCase, N),
  }));

/** The same shapes where some class has a score that is not 0. */
export const withScores = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.map((shape) => ({ ...shape, assumes: 'scores-vary' }));

/** The exponents of all monomials of d variables up to a degree. */
export const exponents = (d: number, degree: number): readonly (readonly number[])[] =>
  d === 0 ? [[]] : upTo(0, degree).flatMap((power) => exponents(d - 1, degree - power).map((rest) => [power, ...rest]));

/** Any polynomial of d variables up to a degree, at any point, in directions of one kind, with any ε and b. */
export function zerothOrder(
  free: Free,
  kind: ZerothOrderKind,
  d: number,
  degree: number,
  all = exponents(d, degree),
): ZerothOrderCase {
  const coefficients = free.numbers('c', all.length);
  return {
    objective: {
      kind: 'polynomial',
      terms: all.map((powers, i) => ({ coefficient: coefficients[i]!, powers })),
    },
    point: free.numbers('x', d),
    directions: { kind, dimension: d },
    smoothing: free.number('epsilon'),
    baseline: free.number('b'),
  };
}

export type ZerothOrderKind = 'rademacher' | 'skewed' | 'three-point' | 'normal';
export const EVERY_KIND: readonly ZerothOrderKind[] = ['rademacher', 'skewed', 'three-point', 'normal'];
export const FINITE = ['rademacher', 'skewed', 'three-point'] as const;
export const SYMMETRIC: readonly ZerothOrderKind[] = ['rademacher', 'three-point', 'normal'];

/** Polynomials of a degree in each of some kinds of directions, in one to `most` dimensions. */
export const polynomials = (
  kinds: readonly ZerothOrderKind[],
  degree: number,
  most: number,
  least = 1,
): readonly Shape[] =>
  kinds.flatMap((kind) =>
    upTo(least, most).map((d) => ({
      name: `${kind}, d = ${d}, degree ${degree}`,
      instance: (free: Free) => zerothOrder(free, kind, d, degree),
    })),
  );

/** The same in directions with E uuᵀ = I whose first coordinate is always 1. */
export const oneSided = (degree: number): readonly Shape[] =>
  [
    [[1]],
    [
      [1, 1],
      [1, -1],
    ],
  ].map((directions): Shape => {
    const d = directions.length;
    const atoms = directions.map((direction) => ({ direction, probability: ratio(1, d) }));
    return {
      name: `one-sided, d = ${d}, degree ${degree}`,
      instance: (free) => ({
        ...zerothOrder(free, 'rademacher', d, degree),
        directions: { kind: 'finite', atoms },
      }),
    };
  });

/** The same at the origin, which any point is in the right coordinates: the polynomials are as many. */
export const atOrigin = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.map((shape) => ({
    ...shape,
    name: `${shape.name}, at 0`,
    instance: (free) => {
      const instance = shape.instance(free) as ZerothOrderCase;
      return { ...instance, point: instance.point.map(() => 0) };
    },
  }));

/**
 * Monomials of four variables, by their exponents. Any two up to the third degree are two of these when the coordinates
 * are numbered otherwise.
 */
export const PAIRED: readonly (readonly number[])[] = [
  ...['0000', '0001', '0002', '0003', '0011', '0012', '0101', '0200'],
  ...['0210', '1000', '1002', '1100', '1101', '1110', '2001', '3000'],
].map((powers) => [...powers].map(Number));

/**
 * Cubics of four variables, of which something is said that is quadratic in their coefficients and in b, at the origin.
 * It is said of each two monomials, and of the same two with other coordinates, as the law of u has no order of these:
 * it is enough to read {@link PAIRED}.
 */
export const pairsOfMonomials = (kinds: readonly ZerothOrderKind[]): readonly Shape[] =>
  atOrigin(
    kinds.map((kind) => ({
      name: `${kind}, d = 4, degree 3, two monomials`,
      instance: (free: Free) => zerothOrder(free, kind, 4, 3, PAIRED),
    })),
  );

/** Cubics of one to four variables, of more than two at the origin. */
export const cubics = (kinds: readonly ZerothOrderKind[]): readonly Shape[] => [
  ...polynomials(kinds, 3, 2),
  ...atOrigin(polynomials(kinds, 3, 4, 3)),
];

/** least, …, most. */
export const upTo = (least: number, most: number): readonly number[] =>
  Array.from({ length: most - least + 1 }, (_, i) => least + i);
