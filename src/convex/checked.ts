import type { Algebra, InnerProductSpace, Vector } from '../scalar/algebra.ts';
import {
  checked,
  isVector,
  requireAsMany,
  requireNumber,
  requireNumbers,
  requirePositive,
  requireVector,
} from '../scalar/arguments.ts';
import { filledList, shown } from '../scalar/validate.ts';
import * as onto from './affine.ts';
import * as ontoBall from './ball.ts';
import * as ontoHalfspace from './halfspace.ts';
import * as ontoHyperplane from './hyperplane.ts';
import * as ontoL1Ball from './l1-ball.ts';
import { linearConditions } from './linear-condition.ts';
import * as ontoPolytope from './polytope-float64.ts';
import * as ontoSegment from './segment.ts';
import * as ontoSimplex from './simplex.ts';

/*
 * The formulas as users call them: they check what the formulas take for granted. A set's own projection, which runs at
 * every step of a run, has had its numbers checked when the set was made.
 */

const MODEST = 2 ** 400;

/** Whether a vector has finite doubles for coordinates, and none that is very large. */
export function isModest<S, V>({ reading }: InnerProductSpace<S, V>, x: V): boolean {
  if (reading !== 'float64' || !Array.isArray(x)) return false;
  let even = 0;
  let odd = 0;
  let i = 1;
  for (; i < x.length; i += 2) {
    even += Math.abs(x[i - 1]);
    odd += Math.abs(x[i]);
  }
  if (i === x.length) even += Math.abs(x[i - 1]);
  return even + odd < MODEST;
}

/** The projection onto a set of that kind itself; throws a RangeError when a coordinate in doubles is not finite. */
export function inRange<S, V>(F: InnerProductSpace<S, V>, kind: string, projection: V): V {
  if (F.reading === 'float64' && !isVector(F, projection)) throw outOfRange(kind, projection);
  return projection;
}

const outOfRange = (kind: string, projection: unknown): RangeError =>
  new RangeError(
    `The projection onto the ${kind} leaves the range of doubles on the way to ${shown(projection)}; ` +
      'give numbers of magnitude below 1e300.',
  );

function requireNonzero<S, V>(F: InnerProductSpace<S, V>, name: string, v: V): void {
  requireVector(F, name, v);
  if (F.sign(F.squaredNorm(v)) !== 0) return;
  throw new RangeError(`${name} has the squared length 0, and so no direction; give a nonzero vector.`);
}

/** The last argument of a projection, with as many coordinates as another vector where both have coordinates. */
function requirePointLike<S, V>(F: InnerProductSpace<S, V>, x: V, otherName: string, other: V): void {
  requireVector(F, 'x', x);
  if (Array.isArray(x) && Array.isArray(other)) requireAsMany('x', x, otherName, other);
}

/**
 * Π(x) = x − Aᵀ M (A x − b) for M = (A Aᵀ)⁻¹, the nearest point with A x = b. A-(16).
 * @throws RangeError when the lengths do not go together, or a number is not finite.
 */
export const projectOntoAffine = checked(onto.projectOntoAffine, (F, rows, offsets, inverse, x) => {
  filledList('rows', rows, 'row').forEach((row, i) => {
    requirePointLike(F, x, `rows[${i}]`, row);
    requireVector(F, `rows[${i}]`, row);
  });
  requireNumbers(F, 'offsets', offsets);
  requireAsMany('offsets', offsets, 'rows', rows);
  requireAsMany('inverse', filledList('inverse', inverse, 'row'), 'rows', rows);
  inverse.forEach((row, i) => {
    requireNumbers(F, `inverse[${i}]`, row);
    requireAsMany(`inverse[${i}]`, row, 'rows', rows);
  });
});

/**
 * Π(x) = x · r / max(r, ‖x‖), the nearest point of the ball of radius r about 0. A-(16).
 * @throws RangeError when r is not positive, or x not finite.
 */
export const projectOntoBall = checked(ontoBall.projectOntoBall, (F, r, x) => {
  requirePositive(F, 'r', r);
  requireVector(F, 'x', x);
});

/**
 * Π(x)ᵢ = max(−yᵢ, min(yᵢ, xᵢ)) onto {z : Σ |zᵢ| ≤ r}, where y is the projection of |x| onto the simplex of sum r.
 * @throws RangeError when r is not positive, or x not finite.
 */
export const projectOntoL1Ball = checked(
  <S>(F: Algebra<S>, r: S, x: Vector<S>) => ontoL1Ball.projectOntoL1Ball(F, r, x),
  (F, r, x) => {
    requirePositive(F, 'r', r);
    requireNumbers(F, 'x', x);
  },
);

/**
 * Π(x)ᵢ = max(0, xᵢ − τ) onto {y : yᵢ ≥ 0, Σ yᵢ = s}, with the τ that makes the sum s.
 * @throws RangeError when s is not positive, or x has no coordinates or one that is not finite.
 */
export const projectOntoSimplex = checked(ontoSimplex.projectOntoSimplex, (F, s, x) => {
  requirePositive(F, 's', s);
  requireNumbers(F, 'x', x);
});

/**
 * Π(x) = x − max(0, a · x − b) / ‖a‖² · a onto {y : a · y ≤ b}.
 * @throws RangeError when a is zero, the lengths differ, or a number is not finite.
 */
export const projectOntoHalfspace = checked(ontoHalfspace.projectOntoHalfspace, (F, a, b, x) => {
  requireNonzero(F, 'a', a);
  requireNumber(F, 'b', b);
  requirePointLike(F, x, 'a', a);
});

/**
 * Π(x) = x − (a · x − b) / ‖a‖² · a onto {y : a · y = b}.
 * @throws RangeError when a is zero, the lengths differ, or a number is not finite.
 */
export const projectOntoHyperplane = checked(ontoHyperplane.projectOntoHyperplane, (F, a, b, x) => {
  requireNonzero(F, 'a', a);
  requireNumber(F, 'b', b);
  requirePointLike(F, x, 'a', a);
});

/**
 * Π(x) = (1 − t) a + t b with t = max(0, min(1, (x − a) · (b − a) / ‖b − a‖²)), for a ≠ b.
 * @throws RangeError when a = b, the lengths differ, or a number is not finite.
 */
export const projectOntoSegment = checked(ontoSegment.projectOntoSegment, (F, a, b, x, unit = F.one) => {
  requirePositive(F, 'unit', unit);
  requireVector(F, 'a', a);
  requireVector(F, 'b', b);
  requirePointLike(F, x, 'a', a);
  requireNonzero(F, 'b − a', F.minus(b, a));
});

/**
 * A double approximation of the nearest point of {y : A y ≤ b}, for polytopes of any size. For normals of small
 * integers it is within 2⁻⁴⁴ of the exact projection, at the scale of the largest of 1, |x|, |b| and the answer; there
 * is no proved bound, and where more conditions meet than the dimension needs, none may be found.
 * @throws RangeError when the solver finds no point that satisfies the conditions, a normal is zero, the lengths do not
 *   go together, or a number is not finite.
 */
export const projectOntoPolytopeFloat64 = checked(
  ontoPolytope.projectOntoPolytopeFloat64,
  ({ normals, offsets }, x) => {
    linearConditions('normals', normals, offsets);
    requireNumbers({ reading: 'float64' }, 'x', x);
  },
);
