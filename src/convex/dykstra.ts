import type { Algebra, Vector } from '../scalar/algebra.ts';
import { requireNumbers } from '../scalar/arguments.ts';
import { float64 } from '../scalar/float64.ts';
import { filledList, shown, whole } from '../scalar/validate.ts';
import { type ConvexSet, geometry, project } from './index.ts';

/** Where Dykstra's iteration stands after whole sweeps over the sets. */
export interface DykstraState<S> {
  /** The last projection. */
  readonly point: Vector<S>;
  /** Pₖ: the last projection onto each set, so that the last of them is `point`. */
  readonly projections: readonly Vector<S>[];
  /** eₖ: what the last projection onto each set took away; an outward normal of the set at Pₖ. */
  readonly normals: readonly Vector<S>[];
}

/** The state before the first sweep: the point itself, and no normals. */
export const dykstraStart = <S>(F: Algebra<S>, sets: readonly ConvexSet[], x: Vector<S>): DykstraState<S> => ({
  point: x,
  projections: sets.map(() => x),
  normals: sets.map(() => F.scale(F.zero, x)),
});

/**
 * One sweep: for k = 1, 2, … the point p becomes Πₖ(p + eₖ), and eₖ what that projection took away, (p + eₖ) − Πₖ(p + eₖ).
 * Then x − p = Σ eₖ after every sweep, for the x of the start.
 *
 * Source: Boyle, Dykstra 1986.
 */
export function dykstraSweep<S>(F: Algebra<S>, sets: readonly ConvexSet[], state: DykstraState<S>): DykstraState<S> {
  let point = state.point;
  const projections: Vector<S>[] = [];
  const normals = sets.map((set, k) => {
    const moved = F.plus(point, state.normals[k]!);
    point = project(F, set, moved);
    projections.push(point);
    return F.minus(moved, point);
  });
  return { point, projections, normals };
}

/**
 * V(c) = ‖p − c‖² + 2 Σ eₖ · (Pₖ − c), which no sweep increases when c is in all the sets, and which is at least ‖p − c‖²;
 * so p is no farther from c than x is. The distance alone may grow from one sweep to the next.
 *
 * Source: Boyle, Dykstra 1986.
 */
export const dykstraPotential = <S>(F: Algebra<S>, { point, projections, normals }: DykstraState<S>, c: Vector<S>): S =>
  F.add(
    F.squaredNorm(F.minus(point, c)),
    F.mul(F.of(2), F.sum(normals.map((normal, k) => F.dot(normal, F.minus(projections[k]!, c))))),
  );

/**
 * The gap Σ eₖ · (Pₖ − p) ≥ (x − p) · (c − p), for every c in all the sets. It certifies the result: when p itself is in all
 * the sets, ‖p − Π(x)‖² is at most the gap; a gap of 0 makes p the projection. After at least one sweep.
 */
export const dykstraGap = <S>(F: Algebra<S>, { point, projections, normals }: DykstraState<S>): S =>
  F.sum(normals.map((normal, k) => F.dot(normal, F.minus(projections[k]!, point))));

/** Throws a RangeError unless there are sets, and x goes with all of them. */
export function requireSets<S>(F: Algebra<S>, sets: readonly ConvexSet[], x: Vector<S>): void {
  requireNumbers(F, 'x', x);
  filledList('sets', sets, 'set').forEach((set, k) => {
    const d = geometry(set, `sets[${k}]`).dimension(set);
    if (x.length !== d) throw new RangeError(`x has ${x.length} coordinates and sets[${k}] ${d}; give as many.`);
  });
}

/**
 * The point after a fixed number of sweeps. It converges to the projection of x onto the intersection of the sets, when
 * they have a common point, but it is **not the exact projection after finitely many sweeps**, and need not lie in all
 * the sets: only in the last. That is why an intersection is not one of the exactly projected sets.
 * @throws RangeError when there are no sets, or the number of sweeps is not a whole number from 0 on.
 */
export function dykstra<S>(F: Algebra<S>, sets: readonly ConvexSet[], x: Vector<S>, sweeps: number): Vector<S> {
  requireSets(F, sets, x);
  whole('sweeps', sweeps, 'a whole number', 0);
  let state = dykstraStart(F, sets, x);
  for (let n = 0; n < sweeps; n++) state = dykstraSweep(F, sets, state);
  return state.point;
}

/** When {@link dykstraFloat64} stops. */
export interface DykstraStop {
  /** Stop after a sweep in which no normal moved by more than this distance. */
  readonly change: number;
  /** Stop after this many sweeps at the latest. */
  readonly sweeps: number;
}

/**
 * Dykstra's iteration in doubles, until the normals settle: the sum of their squared changes over a sweep is at most
 * change². The point alone may rest for many sweeps before it moves again, so it is not what is watched (Birgin and
 * Raydan 2005). `settled` is false when the sweeps ran out first. A settled point is an approximation without an error
 * bound: not the exact projection.
 * @throws RangeError when there are no sets, or a stopping rule is missing.
 */
export function dykstraFloat64(
  sets: readonly ConvexSet[],
  x: readonly number[],
  stop: DykstraStop,
): { readonly point: readonly number[]; readonly sweeps: number; readonly settled: boolean } {
  requireSets(float64, sets, x);
  const { change, sweeps: most } = stop ?? {};
  if (!(typeof change === 'number' && change >= 0)) {
    throw new RangeError(`stop.change is ${shown(change)}; give a distance, at least 0.`);
  }
  whole('stop.sweeps', most);
  let state = dykstraStart(float64, sets, x);
  for (let sweeps = 1; ; sweeps++) {
    const next = dykstraSweep(float64, sets, state);
    const changes = next.normals.map((normal, k) => float64.norm(float64.minus(normal, state.normals[k]!)));
    state = next;
    const settled = float64.norm(changes) <= change;
    if (settled || sweeps >= most) return { point: state.point, sweeps, settled };
  }
}
