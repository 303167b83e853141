import type { Algebra, InnerProductSpace, Vector } from '../scalar/algebra.ts';
import { realVector } from '../scalar/validate.ts';
import { projectOntoBall as ontoBall } from './ball.ts';
import { projectOntoHalfspace as ontoHalfspace } from './halfspace.ts';
import { projectOntoHyperplane as ontoHyperplane } from './hyperplane.ts';
import { projectOntoL1Ball as ontoL1Ball } from './l1-ball.ts';
import { projectOntoSimplex as ontoSimplex } from './simplex.ts';

/*
 * The formulas as users call them: they check what the formulas take for granted. A set's own projection, which runs at
 * every step of a run, has had its numbers checked when the set was made.
 */

/** Throws a RangeError when a vector of doubles has a coordinate that is not finite; other readings have none. */
export function finite<S, V>({ reading }: InnerProductSpace<S, V>, name: string, x: V): void {
  if (reading === 'float64' && Array.isArray(x) && isNotFinite(x)) realVector(name, x);
}

/** The result itself; throws a RangeError when a coordinate in doubles is not finite. */
export function inRange<S, V>({ reading }: InnerProductSpace<S, V>, what: string, result: V): V {
  if (reading === 'float64' && Array.isArray(result) && isNotFinite(result)) {
    throw new RangeError(
      `${what} leaves the range of doubles on the way to [${result.join(', ')}]; give numbers of magnitude below 1e300.`,
    );
  }
  return result;
}

/** Only of finite numbers is every difference x − x = 0. One sum without a branch: a run asks at every step. */
function isNotFinite(x: readonly number[]): boolean {
  let differences = 0;
  for (let i = 0; i < x.length; i++) differences += x[i]! - x[i]!;
  return differences !== 0;
}

function positive<S, V>({ enclosure, reading, sign }: InnerProductSpace<S, V>, name: string, x: S): void {
  const seen = sign(x);
  if (seen === 1 || (seen === undefined && reading !== 'float64')) return;
  throw new RangeError(`${name} is ${enclosure(x)[0]}; give a positive number.`);
}

function nonzero<S, V>({ sign, squaredNorm }: InnerProductSpace<S, V>, name: string, v: V): void {
  if (sign(squaredNorm(v)) !== 0) return;
  throw new RangeError(`${name} has the squared length 0, and so no direction; give a nonzero vector.`);
}

/**
 * Π(x) = x · r / max(r, ‖x‖), the nearest point of the ball of radius r about 0. A-(16).
 * @throws RangeError when r is not positive, or x not finite.
 */
export function projectOntoBall<S, V>(F: InnerProductSpace<S, V>, r: S, x: V): V {
  positive(F, 'r', r);
  finite(F, 'x', x);
  return ontoBall(F, r, x);
}

/**
 * Π(x)ᵢ = max(−yᵢ, min(yᵢ, xᵢ)) onto {z : Σ |zᵢ| ≤ r}, where y is the projection of |x| onto the simplex of sum r.
 * @throws RangeError when r is not positive, or x not finite.
 */
export function projectOntoL1Ball<S>(F: Algebra<S>, r: S, x: Vector<S>): Vector<S> {
  positive(F, 'r', r);
  finite(F, 'x', x);
  return ontoL1Ball(F, r, x);
}

/**
 * Π(x)ᵢ = max(0, xᵢ − τ) onto {y : yᵢ ≥ 0, Σ yᵢ = s}, with the τ that makes the sum s.
 * @throws RangeError when s is not positive, or x has no coordinates or one that is not finite.
 */
export function projectOntoSimplex<S>(F: Algebra<S>, s: S, x: Vector<S>): Vector<S> {
  positive(F, 's', s);
  finite(F, 'x', x);
  return ontoSimplex(F, s, x);
}

/**
 * Π(x) = x − max(0, a · x − b) / ‖a‖² · a onto {y : a · y ≤ b}.
 * @throws RangeError when a is zero, or x not finite.
 */
export function projectOntoHalfspace<S, V>(F: InnerProductSpace<S, V>, a: V, b: S, x: V): V {
  nonzero(F, 'a', a);
  finite(F, 'x', x);
  return ontoHalfspace(F, a, b, x);
}

/**
 * Π(x) = x − (a · x − b) / ‖a‖² · a onto {y : a · y = b}.
 * @throws RangeError when a is zero, or x not finite.
 */
export function projectOntoHyperplane<S, V>(F: InnerProductSpace<S, V>, a: V, b: S, x: V): V {
  nonzero(F, 'a', a);
  finite(F, 'x', x);
  return ontoHyperplane(F, a, b, x);
}
