import {
  affine,
  ball,
  box,
  dimension,
  halfspace,
  hyperplane,
  l1Ball,
  polytope,
  product,
  segment,
  simplex,
} from '../../src/convex/index.ts';
import { type ConvexLoss, lossForm } from '../../src/descent/loss.ts';
import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import { sameExact, toRational } from '../../src/scalar/exact.ts';
import { signOf } from '../../src/scalar/rational.ts';
import { realVector } from '../../src/scalar/validate.ts';
import type { ModelLoss, ModelSet } from '../model.ts';

/** Throws a RangeError when the set's data has no meaning: an empty box, a ball without a radius. */
export function requireSet(set: ModelSet): void {
  switch (set.kind) {
    case 'ball':
      ball(set.center, set.radius);
      break;
    case 'box':
      box(set.lower, set.upper);
      break;
    case 'simplex':
      simplex(set.dimension, set.sum);
      break;
    case 'l1-ball':
      l1Ball(set.center, set.radius);
      break;
    case 'segment':
      segment(set.from, set.to);
      break;
    case 'halfspace':
      halfspace(set.normal, set.offset);
      break;
    case 'hyperplane':
      hyperplane(set.normal, set.offset);
      break;
    case 'affine':
      affine(set.rows, set.offsets);
      break;
    case 'polytope':
      polytope(set.normals, set.offsets);
      break;
    case 'product':
      product(set.factors);
      set.factors.forEach(requireSet);
      break;
    case 'finite':
      set.points.forEach((point, i) => {
        requireDimension(`points[${i}]`, point, set.points[0]!.length);
      });
      break;
    case 'max-norm-line':
      requireDimension('direction', set.direction, 2);
      if (set.direction.some(isZero)) throw new RangeError('direction has a coordinate 0; give two nonzero ones.');
      break;
    case 'max-norm-segment':
      requireDimension('from', set.from, 2);
      requireDimension('to', set.to, 2);
      if (set.from.some((a, i) => sameExact(a, set.to[i]!))) {
        throw new RangeError('from and to share a coordinate; give ends that differ in both.');
      }
      break;
    case 'space':
      break;
  }
}

/** The number of coordinates of the set's points. */
export function modelDimension(set: ModelSet): number {
  if (set.kind === 'space') return set.dimension;
  if (set.kind === 'max-norm-line') return set.direction.length;
  if (set.kind === 'max-norm-segment') return set.from.length;
  return set.kind === 'finite' ? set.points[0]!.length : dimension(set);
}

/** Throws a RangeError when the loss is not a function on ℝᵈ; curvatures may be negative. */
export function requireLoss(name: string, loss: ModelLoss, d: number): void {
  const convex: ConvexLoss = loss.kind === 'negated' ? loss.loss : loss;
  const found = lossForm(convex).dimension(convex);
  if (found !== d) throw new RangeError(`${name} has ${found} coordinates where the set has ${d}; give as many.`);
  if (convex.kind === 'max-affine') {
    if (convex.slopes.length !== convex.offsets.length) {
      throw new RangeError(`${name} has ${convex.slopes.length} slopes and ${convex.offsets.length} offsets.`);
    }
    convex.slopes.forEach((slope) => {
      requireDimension(name, slope, d);
    });
  }
}

export function requireDimension(name: string, v: ExactVector, d: number): void {
  realVector(name, v);
  if (v.length !== d) throw new RangeError(`${name} has ${v.length} coordinates where the set has ${d}; give as many.`);
}

export const isPositive = (x: Exact): boolean => signOf(toRational(x)) > 0;
export const isZero = (x: Exact): boolean => signOf(toRational(x)) === 0;

/** Whether a check that throws RangeErrors passes. */
export function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
