import { formalSpace, vector } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';

const { minus } = formalSpace;

/** Two points and their projections. */
export const [x, y, Px, Py] = [vector('x'), vector('y'), vector('Px'), vector('Py')] as const;
/** What is kept of x − y, what there was, and what is taken away. */
export const kept = minus(Px, Py);
export const moved = minus(x, y);
export const taken = minus(minus(x, Px), minus(y, Py));
/** The halfplane {x : x₁ ≤ 1}. */
export const TWO_PROJECTED: Model = { x: [2, 0], Px: [1, 0], y: [0, 1], Py: [0, 1] };
/** Two points of {−1, 1} with their nearest points: moved apart. */
export const APART: Model = { x: [0.125], Px: [1], y: [-1], Py: [-1] };
