import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** A step of G|θ|. */
const crossing = { G: 2, eta: 0.5, left: 3, right: 3 };
const ends = { G: 2, eta: 0.5, D2: 3 };

/** A step of length 2 with the gradient 3. */
const walk = { s: 2, G: 3 };

/** Models for the theorems about one run for every T, by `theorem: part`. */
export const runs: Models = {
  'no-argmin: base': { instances: [{ eta: 1 }] },
  'no-argmin: step': { instances: [{ eta: 0.5, regrets: 0 }] },
  'fixed-rate-floor: base': { instances: [crossing] },
  'fixed-rate-floor: step': {
    instances: [0.5, -0.5].map((theta) => ({ ...crossing, theta, regrets: 3, count: 3 })),
  },
  'fixed-rate-floor: the average': { instances: [{ G: 2, eta: 0.5, T: 3, regrets: 3 }] },
  ...Object.fromEntries(
    [1, 2, 3, 4, 128].map((T) => [`fixed-rate-floor: the text of RHS(4), T = ${T}`, { instances: [ends] }]),
  ),
  'unbounded-regret: there, base': { instances: [{}] },
  'unbounded-regret: there, step': { instances: [{ regrets: 0, theta: 0, root: 0, next: 1, eta: 1 }] },
  'unbounded-regret: back, base': { instances: [{ regrets: 0, theta: 1, half: 1 }] },
  'unbounded-regret: back, step': {
    instances: [{ regrets: 1, theta: 1, half: 0.75, root: 0.75, next: 1.25, eta: ratio(4, 5) }],
  },
  'unbounded-regret: T = 2': { instances: [{ eta: 0.5 }] },
  'unbounded-regret: after 2n steps': { instances: [{ half: 1, root: 1, regrets: 1, theta: 0 }] },
  'jung-simplex: the zeros of a corner, base': { instances: [{ n: 2 }] },
  'jung-simplex: the zeros of a corner, step': { instances: [{ n: 2, sum: 0.25, count: 1 }] },
  'jung-simplex: a corner': { instances: [{ n: 2, sum: 0.25 }] },
  ...Object.fromEntries(
    ['before it is met', 'when it is met', 'after it was met'].map((when) => [
      `tight-orthogonal: a coordinate ${when}`,
      { instances: [walk] },
    ]),
  ),
  ...Object.fromEntries(
    ['regrets', 'the squared diameter'].flatMap((what) => [
      [`tight-orthogonal: ${what}, base`, { instances: [walk] }],
      [`tight-orthogonal: ${what}, step`, { instances: [{ ...walk, total: 0, count: 0 }] }],
    ]),
  ),
  ...Object.fromEntries([1, 2, 3, 128].map((d) => [`tight-orthogonal: the cube, d = ${d}`, { instances: [walk] }])),
  'tight-orthogonal: the bound is attained': { instances: [{ ...walk, T: 4, regrets: 24, D2: 16 }] },
  'tight-line: the bound is attained': { instances: [{ ...walk, T: 4, regrets: 24, D2: 16 }] },
  'tight-line: pairs, base': { instances: [walk] },
  'tight-line: pairs, step': { instances: [{ ...walk, rest: 2, regrets: 6, count: 1 }] },
  'tight-line: march, base': { instances: [{ ...walk, length: 4 }] },
  'tight-line: march, step': {
    instances: [{ ...walk, length: 4, position: 4, regrets: 0, left: 2, above: 0 }],
  },
  'tight-line: the place, base': { instances: [{ ...walk, length: 4 }] },
  'tight-line: the place, step': { instances: [{ ...walk, length: 4, position: 4, count: 0, left: 2, above: 0 }] },
  'tight-line: pairs and march': { instances: [{ ...walk, k: 2, regrets: 6, marched: 18, end: 0 }] },
  ...Object.fromEntries(
    ['0 with 0', '0 with G c', 'G c with G c', 'G c with 0'].map((pair) => [
      `best-iterate-tight: a piece is compared: ${pair}`,
      { instances: [{ c: 1, G: 2 }] },
    ]),
  ),
  ...Object.fromEntries(
    [1, 2, 3, 4, 16].map((T) => [
      `best-iterate-tight: the coordinate of a step, T = ${T}`,
      { instances: [{ c: 1, G: 2 }] },
    ]),
  ),
  'best-iterate-tight: ‖θ‖², base': { instances: [{ start: [2, 2], T: 2, c: 2 }] },
  'best-iterate-tight: ‖θ‖², step': {
    instances: [{ theta: [2, 2], left: 2, c: 2, axis: [1, 0], eta: 1, G: 2 }],
  },
  'best-iterate-tight: the coordinates of a step': {
    instances: [{ theta: [2, 2], c: 2, axis: [1, 0], other: [0, 1], eta: 1, G: 2 }],
  },
  'best-iterate-tight: the best iterate, base': { instances: [{ c: 1, G: 2 }] },
  'best-iterate-tight: the best iterate, step': { instances: [{ c: 1, G: 2, best: 2 }] },
  'best-iterate-tight: the loss of the best iterate': { instances: [{ R: 3, root: 2, T: 4, G: 2, end: [0] }] },
  ...Object.fromEntries([1, 4].map((T) => [`best-iterate-tight: the law itself, T = ${T}`, { instances: [{ R: 3 }] }])),
  'harmonic-log: from below, base': { instances: [{ log: 0.5 }] },
  'harmonic-log: from below, step': { instances: [{ sum: 1, last: 0.5, count: 1, log: 0.75 }] },
  'harmonic-log: from above, base': { instances: [{}] },
  'harmonic-log: from above, step': { instances: [{ sum: 1, last: 0, count: 1, log: 0.75 }] },
  'harmonic-log: strictly, from T = 2 on': { instances: [{ sum: 1, last: 0, count: 1, log: 0.75 }] },
  ...Object.fromEntries(
    [1, 2, 3, 16].map((T) => [
      `harmonic-log: the law itself, T = ${T}`,
      { instances: [Object.fromEntries(Array.from({ length: T }, (_, t) => [`log_${t + 2}`, Math.log(t + 2)]))] },
    ]),
  ),
};
