import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** A sure thing, and deviations at right angles to it and to each other. */
const apart = { certain: [1, 0, 0], sum: [0, 1, 0], deviation: [0, 0, 1] };
/** A deviation of mean 0 in an uneven space. */
const tilted = { certain: [ratio(3, 5), ratio(4, 5)], deviation: [ratio(4, 5), ratio(-3, 5)] };

/** A path of weight 2 that has paid 3, the gap 1 so far, and one more sample. */
const path = { weight: 2, regret: 3, gap: 1, population: 2, minimum: 1, q: 3, loss: 5, fixed: 1, comparator: 1 };
const reached = { mass: 1, losses: 2, least: 1 };

/** Models for the theorems about averages over samples, by `theorem: part`. */
export const samples: Models = {
  'lln: means, base': { instances: [{}] },
  'lln: means, step': { instances: [{ ...apart, count: 1 }] },
  'lln: squares, base': { instances: [{}] },
  'lln: squares, step': {
    instances: [{ ...apart, count: 1, variance: 1 }],
    needed: {
      'E X Y = E X E Y': { ...tilted, sum: tilted.deviation, count: 1, variance: 1 },
      'the mean square': { ...tilted, sum: [0, 0], count: 0, variance: 2 },
    },
  },
  'lln: the average': { instances: [{ certain: [1, 0], sum: [0, 2], T: 2, variance: 2, limit: 5 }] },
  'gap-reading: regrets of the longer paths, base': { instances: [{ weight: 2, regret: 3 }] },
  'gap-reading: regrets of the longer paths, step': {
    instances: [{ ...path, ...reached, regrets: 8, gaps: 4, longer: 6 }],
    needed: {
      'the weight of the longer path': { ...path, ...reached, regrets: 8, gaps: 4, longer: 1 },
      'the comparator of the path': { ...path, ...reached, regrets: 8, gaps: 4, longer: 6, comparator: 0 },
    },
  },
  'gap-reading: gaps of the longer paths, base': {
    instances: [{ weight: 2, gap: 1, population: 2, minimum: 1 }],
  },
  'gap-reading: gaps of the longer paths, step': {
    instances: [{ ...path, ...reached, regrets: 8, gaps: 4, longer: 6 }],
    needed: { 'the weight of the longer path': { ...path, ...reached, regrets: 8, gaps: 4, longer: 1 } },
  },
  'gap-reading: one path goes on': { instances: [{ ...path, ...reached, regrets: 8, gaps: 4 }] },
  'gap-reading: all paths go on, base': { instances: [{ mass: 1 }] },
  'gap-reading: all paths go on, step': {
    instances: [{ mass: 2, after: 4, before: 2, left: 8, weight: 2, regret: 3, gap: 1 }],
  },
  'gap-reading: all steps, base': { instances: [{ mass: 1 }] },
  'gap-reading: all steps, step': { instances: [{ mass: 2, difference: 0, after: 0 }] },
  'gap-reading: from above, base': { instances: [{ bound: 1, T: 1 }] },
  'gap-reading: from above, step': {
    instances: [{ bound: 1, T: 1, regrets: 1, weights: 2, weight: 2, regret: 1 }],
    needed: { 'A-(4)': { bound: 1, T: 1, regrets: 2, weights: 2, weight: 2, regret: 2 } },
  },
  'gap-reading: from below, base': { instances: [{}] },
  'gap-reading: from below, step': {
    instances: [{ gaps: 1, weight: 2, population: 2, minimum: 1 }],
    needed: { 'the minimum over Θ': { gaps: 0, weight: 2, population: 1, minimum: 2 } },
  },
  'gap-reading: the expectations': { instances: [{ weights: 2, T: 3, regrets: 1, gaps: 1, bound: 1 }] },
  ...Object.fromEntries(
    [1, 2, 3, 4, 12].map((count) => [
      `gap-reading: the text of L(θ), ${count} samples`,
      {
        instances: [
          Object.fromEntries(
            Array.from({ length: count }, (_, x) => [
              [`q_${x + 1}`, x + 1],
              [`loss_${x + 1}`, x ** 2],
            ]).flat(),
          ),
        ],
      },
    ]),
  ),
};
