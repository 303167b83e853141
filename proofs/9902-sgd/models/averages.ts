import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../averages.ts`, by `theorem: part`. */
export const averages: Models = {
  'averaged-iterate: base': { instances: [{}] },
  'averaged-iterate: step': {
    instances: [
      {
        sum: 2,
        count: 3,
        loss_mean: 0.25,
        loss: 1.25,
        points: [2.125],
        slope: [0.75],
        mean: [ratio(4, 3)],
        theta: [0.5],
      },
    ],
    needed: {
      'A-(9) at the mean': {
        sum: -1,
        count: -0.25,
        loss_mean: ratio(4, 3),
        loss: -3,
        points: [ratio(5, 3)],
        slope: [-2],
        mean: [1],
        theta: [0.5],
      },
      invariant: {
        sum: 0.5,
        count: ratio(5, 3),
        loss_mean: 8,
        loss: 8,
        points: [-1],
        slope: [0.75],
        mean: [ratio(4, 3)],
        theta: [0.25],
      },
    },
  },
  'averaged-iterate: at the mean': {
    instances: [
      { T: 2, sum: 2.125, loss_mean: -2, bound: ratio(5, 3), loss_c: 1, points: [2], slope: [-3], mean: [1] },
    ],
    needed: {
      mean: { T: 1, sum: -1, loss_mean: 0, bound: 0, loss_c: 0.75, points: [1.25], slope: [2], mean: [3] },
      invariant: {
        T: 8,
        sum: -1,
        loss_mean: 1.875,
        bound: 0.5,
        loss_c: 1.5,
        points: [ratio(4, 3)],
        slope: [0],
        mean: [ratio(5, 3)],
      },
      'A-(4)': { T: 2, sum: 1, loss_mean: 0.5, bound: 0.25, loss_c: -0.25, points: [0.75], slope: [0], mean: [1] },
    },
  },
  'best-step: base': { instances: [{}] },
  'best-step: step': {
    instances: [{ total: 2, count: 2, least: -2, regret: 1.5 }],
    needed: {
      invariant: { total: 0.5, count: ratio(5, 3), least: 8, regret: 8 },
      least: { total: ratio(5, 3), count: -1, least: -1, regret: -3 },
    },
  },
  'best-step: the bound': {
    instances: [{ T: 2, total: 3, least: 1, bound: 2.125 }],
    needed: {
      'A-(4)': { T: 4, total: 4, least: -0.25, bound: -2 },
      invariant: { T: 3, total: ratio(5, 3), least: 2.125, bound: 1.25 },
    },
  },
};
