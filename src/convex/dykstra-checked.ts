import type { Algebra } from '../scalar/algebra.ts';
import { checked, requireAsMany, requireNumbers } from '../scalar/arguments.ts';
import * as sweeps from './dykstra.ts';

/* Dykstra's iteration step by step, as users call it. The texts behind are also read over formal vectors, in proofs. */

function requireState<S>(F: Algebra<S>, { point, projections, normals }: sweeps.DykstraState<S>): void {
  requireNumbers(F, 'state.point', point);
  requireAsMany('state.normals', normals, 'state.projections', projections);
  Object.entries({ projections, normals }).forEach(([name, list]) => {
    list.forEach((vector, k) => {
      requireNumbers(F, `state.${name}[${k}]`, vector);
      requireAsMany(`state.${name}[${k}]`, vector, 'state.point', point);
    });
  });
}

/**
 * The state before the first sweep: the point itself, and no normals.
 * @throws RangeError when there are no sets, or x does not go with them.
 */
export const dykstraStart = checked(sweeps.dykstraStart, sweeps.requireSets);

/**
 * One sweep: for k = 1, 2, … the point p becomes Πₖ(p + eₖ), and eₖ what that projection took away, (p + eₖ) − Πₖ(p + eₖ).
 * Then x − p = Σ eₖ after every sweep, for the x of the start. Source: Boyle, Dykstra 1986.
 * @throws RangeError when there are no sets, or the state does not go with them.
 */
export const dykstraSweep = checked(sweeps.dykstraSweep, (F, sets, state) => {
  requireState(F, state);
  sweeps.requireSets(F, sets, state.point);
  requireAsMany('state.normals', state.normals, 'sets', sets);
});

/**
 * The gap Σ eₖ · (Pₖ − p) ≥ (x − p) · (c − p), for every c in all the sets. It certifies the result: when p itself is in all
 * the sets, ‖p − Π(x)‖² is at most the gap; a gap of 0 makes p the projection. After at least one sweep.
 * @throws RangeError when the lengths in the state do not go together, or a number is not finite.
 */
export const dykstraGap = checked(sweeps.dykstraGap, requireState);
