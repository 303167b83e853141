import { type ConvexSet, geometry, membership, squaredDiameter } from '../src/convex/index.ts';
import { type ConvexLoss, lossForm, lossValue, type Region, subgradient } from '../src/descent/loss.ts';
import type { Algebra, Vector } from '../src/scalar/algebra.ts';
import type { Relation } from '../src/scalar/relation.ts';
import type { NegatedLoss } from './breaking/descent/losses.ts';
import {
  type FiniteSet,
  finiteMembership,
  type MaxNormLine,
  type MaxNormSegment,
  maxNormLineMembership,
  nearestInMaxNorm,
  nearestOfFinite,
  nearestOnMaxNormSegment,
} from './breaking/descent/sets.ts';

/** Θ = ℝᵈ: SGD without a projection. */
export interface WholeSpace {
  readonly kind: 'space';
  readonly dimension: number;
}

/** A feasible set of an instance: what the articles allow, and what breaks their hypotheses. */
export type ModelSet = ConvexSet | WholeSpace | FiniteSet | MaxNormLine | MaxNormSegment;

/** The article's sets: closed and convex, with nearest points in the Euclidean norm. */
export const isConvexSet = (set: ModelSet): set is ConvexSet =>
  set.kind !== 'space' && set.kind !== 'finite' && set.kind !== 'max-norm-line' && set.kind !== 'max-norm-segment';

/** The points of a segment do not depend on a norm. */
const asSegment = ({ from, to }: MaxNormSegment): ConvexSet => ({ kind: 'segment', from, to });

/** A loss of an instance: what the articles allow, and what breaks their hypotheses. */
export type ModelLoss = ConvexLoss | NegatedLoss;

export function projectModel<S>(F: Algebra<S>, set: ModelSet, x: Vector<S>): Vector<S> {
  if (set.kind === 'space') return x;
  if (set.kind === 'finite') return nearestOfFinite(F, set, x);
  if (set.kind === 'max-norm-line') return nearestInMaxNorm(F, set, x);
  if (set.kind === 'max-norm-segment') return nearestOnMaxNormSegment(F, set, x);
  // The numbers of an instance have been checked: not again at every step of a run.
  return geometry(set).project(F, set, x);
}

export function memberOfModel<S>(F: Algebra<S>, set: ModelSet, x: Vector<S>): Relation<S> {
  if (set.kind === 'space') return [];
  if (set.kind === 'finite') return finiteMembership(F, set, x);
  if (set.kind === 'max-norm-line') return maxNormLineMembership(F, set, x);
  return membership(F, set.kind === 'max-norm-segment' ? asSegment(set) : set, x);
}

/** D² = diam Θ², or undefined when Θ is unbounded. */
export function squaredModelDiameter<S>(F: Algebra<S>, set: ModelSet): S | undefined {
  if (set.kind === 'space' || set.kind === 'max-norm-line') return undefined;
  if (set.kind !== 'finite') return squaredDiameter(F, set.kind === 'max-norm-segment' ? asSegment(set) : set);
  const points = set.points.map((point) => F.vector(point));
  return points.flatMap((p) => points.map((q) => F.squaredNorm(F.minus(p, q)))).reduce(F.max);
}

export const modelLossValue = <S>(F: Algebra<S>, loss: ModelLoss, theta: Vector<S>): S =>
  loss.kind === 'negated' ? F.neg(lossValue(F, loss.loss, theta)) : lossValue(F, loss, theta);

export const modelSubgradient = <S>(F: Algebra<S>, loss: ModelLoss, theta: Vector<S>): Vector<S> =>
  loss.kind === 'negated' ? F.scale(F.of(-1), subgradient(F, loss.loss, theta)) : subgradient(F, loss, theta);

/** A bound of ‖g‖² on a region. */
export function squaredModelGradientBound<S>(F: Algebra<S>, loss: ModelLoss, region: Region<S>): S {
  const convex = loss.kind === 'negated' ? loss.loss : loss;
  return lossForm(convex).squaredGradientBound(F, convex, region);
}

/** How far Θ reaches, for bounds of gradients on it; undefined when Θ is unbounded. */
export function modelRegion<S>(F: Algebra<S>, set: ModelSet): Region<S> | undefined {
  if (set.kind === 'space' || set.kind === 'max-norm-line') return undefined;
  if (set.kind === 'finite') {
    const points = set.points.map((point) => F.vector(point));
    return {
      squaredFarthest: (x) => points.map((point) => F.squaredDistance(point, x)).reduce(F.max),
      support: (w) => points.map((point) => F.dot(w, point)).reduce(F.max),
    };
  }
  const convex = set.kind === 'max-norm-segment' ? asSegment(set) : set;
  const { squaredDiameter, squaredFarthest, support } = geometry(convex);
  if (squaredDiameter(F, convex) === undefined) return undefined;
  return { squaredFarthest: (x) => squaredFarthest(F, convex, x)!, support: (w) => support(F, convex, w)! };
}
