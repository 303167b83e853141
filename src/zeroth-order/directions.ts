import type { Algebra, Vector } from '../scalar/algebra.ts';
import { type Exact, type ExactVector, ratio, showExact, toRational } from '../scalar/exact.ts';
import { add, ONE, Rational, signOf, ZERO } from '../scalar/rational.ts';
import { shown } from '../scalar/validate.ts';
import { normalRule, requireFew, SPHERE_RULE_DEGREE, sphereRule } from './moment-rules.ts';

/** A distribution of directions u in d dimensions, as data. All but the last have mean 0 and covariance I. */
export type Directions =
  | {
      readonly kind: /** Independent signs ±1, each with probability 1/2. */
        | 'rademacher'
        /** Independent coordinates: 2 with probability 1/5, −1/2 with probability 4/5. Third moment 3/2. */
        | 'skewed'
        /** Independent coordinates: ±2 with probability 1/8 each, else 0. Symmetric, but not of one length. */
        | 'three-point'
        /** One of ±√d e₁, …, ±√d e_d, all equally likely. */
        | 'coordinate'
        /** Uniform on the sphere of radius √d. */
        | 'sphere'
        /** Independent standard normal coordinates, N(0, I). */
        | 'normal';
      readonly dimension: number;
    }
  /** Three equally likely points of the plane at 120° on the circle of radius √2: of one length, but not symmetric. */
  | { readonly kind: 'three-spokes' }
  /** Any distribution with finitely many values. B-(11) asks for mean 0 and covariance I. */
  | {
      readonly kind: 'finite';
      readonly atoms: readonly { readonly direction: ExactVector; readonly probability: Exact }[];
    };

/** One value of a direction and its probability, or in a moment rule its weight. */
export interface Atom<S> {
  readonly direction: Vector<S>;
  readonly probability: S;
}

/**
 * Points and weights whose weighted sums Σ p g(u) are the expectations E g(u).
 *
 * For a distribution with finitely many values they are its values and probabilities, right for every g. A sphere and
 * the normal distribution have no such list: they get a rule that integrates polynomials g of the given `degree`
 * exactly. Its weights may be negative; it is not a distribution, and draws nothing.
 *
 * Readings without roots throw Unavailable where a coordinate is irrational (√d).
 * @throws RangeError when the directions are malformed; for a sphere and the normal distribution when `degree` is
 * missing or not a whole number ≥ 0; for a sphere when it is above 5; for independent coordinates when there are more
 * than a million values.
 */
export function atoms<S>(F: Algebra<S>, directions: Directions, degree?: number): readonly Atom<S>[] {
  requireDirections(directions);
  switch (directions.kind) {
    case 'rademacher':
      return power(F, marginal(F, [-1, 1 / 2], [1, 1 / 2]), directions.dimension);
    case 'skewed':
      return power(F, marginal(F, [2, ratio(1, 5)], [-1 / 2, ratio(4, 5)]), directions.dimension);
    case 'three-point':
      return power(F, marginal(F, [-2, 1 / 8], [0, 3 / 4], [2, 1 / 8]), directions.dimension);
    case 'coordinate':
      return coordinateDirections(F, directions.dimension);
    case 'three-spokes':
      return threeSpokes(F);
    case 'sphere':
      requireDegree(directions.kind, degree, SPHERE_RULE_DEGREE);
      return sphereRule(F, directions.dimension);
    case 'normal':
      return normalRule(F, directions.dimension, requireDegree(directions.kind, degree));
    case 'finite':
      return directions.atoms.map(({ direction, probability }) => ({
        direction: F.vector(direction),
        probability: F.of(probability),
      }));
    default:
      throw new RangeError(
        `directions is ${shown(directions)}; give directions such as { kind: 'normal', dimension: 2 }.`,
      );
  }
}

/** The number d of coordinates of a direction. */
export function directionsDimension(directions: Directions): number {
  if (directions.kind === 'three-spokes') return 2;
  return directions.kind === 'finite' ? (directions.atoms[0]?.direction.length ?? 0) : directions.dimension;
}

/**
 * Returns the directions when they are a distribution.
 * @throws RangeError when the dimension is not a whole number ≥ 1, or when values differ in dimension, or probabilities
 * are negative or do not sum to 1.
 */
export function requireDirections(directions: Directions): Directions {
  if (directions.kind === 'three-spokes') return directions;
  if (directions.kind !== 'finite') {
    const { dimension } = directions;
    if (!Number.isSafeInteger(dimension) || dimension < 1) {
      throw new RangeError(`dimension is ${dimension}; give the number of coordinates, at least 1.`);
    }
    return directions;
  }
  const d = directionsDimension(directions);
  if (d === 0) throw new RangeError('atoms is empty; give at least one direction of at least one coordinate.');
  let total: Rational = ZERO;
  for (const [i, { direction, probability }] of directions.atoms.entries()) {
    if (direction.length !== d) {
      throw new RangeError(`atoms[${i}] has ${direction.length} coordinates where the first has ${d}; give as many.`);
    }
    if (signOf(toRational(probability)) < 0) {
      throw new RangeError(`atoms[${i}] has probability ${showExact(probability)}; give one that is not negative.`);
    }
    total = add(total, toRational(probability));
  }
  if (signOf(add(total, new Rational(-1n, 1n))) !== 0) {
    throw new RangeError(`The probabilities sum to ${showExact(total)}; give probabilities that sum to ${ONE}.`);
  }
  return directions;
}

function requireDegree(kind: Directions['kind'], degree: number | undefined, most = Number.POSITIVE_INFINITY): number {
  if (degree === undefined || !Number.isSafeInteger(degree) || degree < 0) {
    throw new RangeError(
      `degree is ${degree}; ${kind} directions are integrated by a rule, so give the degree of the polynomial in u.`,
    );
  }
  if (degree > most) {
    throw new RangeError(`degree is ${degree}; the rule for ${kind} directions integrates polynomials up to ${most}.`);
  }
  return degree;
}

const marginal = <S>(F: Algebra<S>, ...values: readonly (readonly [u: Exact, probability: Exact])[]): Atom<S>[] =>
  values.map(([u, probability]) => ({ direction: [F.of(u)], probability: F.of(probability) }));

/** The distribution of d independent coordinates, each distributed as the one-dimensional `marginal`. */
function power<S>({ mul, one }: Algebra<S>, marginal: readonly Atom<S>[], dimension: number): readonly Atom<S>[] {
  requireFew(dimension, marginal.length ** dimension);
  let all: readonly Atom<S>[] = [{ direction: [], probability: one }];
  for (let i = 0; i < dimension; i++) {
    all = all.flatMap((atom) =>
      marginal.map(({ direction, probability }) => ({
        direction: [...atom.direction, ...direction],
        probability: mul(atom.probability, probability),
      })),
    );
  }
  return all;
}

function coordinateDirections<S>({ div, neg, of, one, sqrt, zero }: Algebra<S>, dimension: number): Atom<S>[] {
  const length = sqrt(of(dimension));
  const probability = div(one, of(2 * dimension));
  return Array.from({ length: dimension }, (_, i) => i).flatMap((i) =>
    [length, neg(length)].map((coordinate) => ({
      direction: Array.from({ length: dimension }, (_, j) => (i === j ? coordinate : zero)),
      probability,
    })),
  );
}

function threeSpokes<S>({ div, mul, neg, of, one, sqrt, zero }: Algebra<S>): Atom<S>[] {
  const probability = div(one, of(3));
  const left = neg(sqrt(of(1 / 2)));
  const up = mul(sqrt(of(3)), sqrt(of(1 / 2)));
  return [
    [sqrt(of(2)), zero],
    [left, up],
    [left, neg(up)],
  ].map((direction) => ({ direction, probability }));
}
