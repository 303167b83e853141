import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../curvature.ts`, by `theorem: part`. */
export const curvature: Models = {
  'strongly-convex: base': { instances: [{}] },
  'strongly-convex: step': {
    instances: [
      {
        gradients: 2.125,
        count: 1,
        sigma: 0.75,
        regrets: 1.25,
        loss: 2,
        loss_c: 2,
        theta: [1.5],
        c: [1.5],
        g: [-0.5],
        next: [ratio(5, 3)],
      },
    ],
    needed: {
      'steps before': {
        gradients: -0.25,
        count: -2,
        sigma: 2,
        regrets: 3,
        loss: 0.25,
        loss_c: 1.25,
        theta: [2.125],
        c: [0.75],
        g: [ratio(4, 3)],
        next: [0.5],
      },
      curvature: {
        gradients: -1,
        count: 0.25,
        sigma: -1,
        regrets: -0.5,
        loss: 0.25,
        loss_c: 4,
        theta: [4],
        c: [1.875],
        g: [4],
        next: [0],
      },
      invariant: {
        gradients: 2,
        count: 8,
        sigma: ratio(4, 3),
        regrets: 0,
        loss: 1.5,
        loss_c: 2.125,
        theta: [ratio(5, 3)],
        c: [3],
        g: [-2],
        next: [2],
      },
      'A-(18)': {
        gradients: 2.125,
        count: 1.875,
        sigma: 1,
        regrets: 1.5,
        loss: ratio(4, 3),
        loss_c: ratio(5, 3),
        theta: [ratio(5, 3)],
        c: [1],
        g: [1.25],
        next: [-0.5],
      },
      'strongly convex': {
        gradients: 1,
        count: 0,
        sigma: 0.75,
        regrets: 1,
        loss: 1.875,
        loss_c: -3,
        theta: [0.5],
        c: [1.875],
        g: [1],
        next: [0.5],
      },
    },
  },
  'strongly-convex: harmonic, base': { instances: [{ sigma: 2 }] },
  'strongly-convex: harmonic, step': {
    instances: [{ G2: 2, sum: 3, gradients: 1, sigma: 2.125, count: 2, squared: 2 }],
    needed: {
      invariant: { G2: ratio(5, 3), sum: -2, gradients: 1, sigma: 0.5, count: 0.5, squared: ratio(5, 3) },
      gradient: { G2: 2.125, sum: 0.75, gradients: ratio(4, 3), sigma: 0.5, count: 4, squared: 8 },
      steps: { G2: 2.125, sum: 1.25, gradients: 0.25, sigma: 4, count: -0.25, squared: 0 },
      curvature: { G2: 1, sum: 1.5, gradients: -3, sigma: -0.5, count: 1, squared: -1 },
    },
  },
  'strongly-convex: the end': {
    instances: [{ sigma: 2, count: 8, G2: 1, sum: -1, gradients: -1, theta: [1.875], c: [-1] }],
    needed: {
      curvature: { sigma: -0.25, count: 3, G2: 0, sum: 8, gradients: -1, theta: [-1], c: [1] },
      'harmonic invariant': { sigma: 1.5, count: 1, G2: 0, sum: 1, gradients: 2, theta: [0.25], c: [-0.25] },
      steps: { sigma: 1, count: -0.5, G2: ratio(5, 3), sum: 1.25, gradients: 1, theta: [1], c: [-1] },
    },
  },
  'strongly-convex-equality: base': { instances: [{}] },
  'strongly-convex-equality: step': {
    instances: [{ regrets: 1, gradients: 1, count: 2, sigma: 1, theta: [-0.5], c: [-0.5] }],
    needed: { invariant: { regrets: 2, gradients: 3, count: 1, sigma: 2.125, theta: [2], c: [2] } },
  },
  'strongly-convex-equality: the mean of the minima, from one step to the next': {
    instances: [{ sigma: 2, count: 3 }],
  },
  ...Object.fromEntries(
    [1, 2, 3].map((t) => [
      `adagrad-norm: the text of the rate, t = ${t}`,
      { instances: [{ D2: 2 * t, squared_1: 1, squared_2: 1, squared_3: 1 }] },
    ]),
  ),
  'adagrad-norm: base': {
    instances: [{ later: 2, squared: 3 }],
    needed: {
      rate: { later: -1, squared: 1 },
      'squared gradient': { later: 1, squared: -1 },
    },
  },
  'adagrad-norm: step': {
    instances: [{ D2: 8, eta: 2, S: 1, gradients: 3, later: 1, squared: 3 }],
    needed: {
      invariant: { D2: 8, eta: 2, S: 1, gradients: 6, later: 1, squared: 3 },
      'tuned before': { D2: 2, eta: 3, S: 1, gradients: 6, later: 1, squared: 0 },
      tuned: { D2: 8, eta: 2, S: 1, gradients: 4, later: 1, squared: 0 },
    },
  },
  'adagrad-norm: the rates do not increase': {
    instances: [{ D2: 8, eta: 2, S: 1, later: 1, squared: 3 }],
    needed: {
      tuned: { D2: 8, eta: 2, S: 1, later: 3, squared: 0 },
      'tuned before': { D2: 18, eta: 2, S: 1, later: 3, squared: 0 },
      'squared gradient': { D2: 8, eta: 1, S: 4, later: 2, squared: -3 },
    },
  },
  'adagrad-norm: A-(15) at these rates': {
    instances: [{ D2: 4, S: 2, eta: 1, gradients: 1, regrets: 1 }],
    needed: {
      'A-(15)': { D2: 4, S: 2, eta: 1, gradients: 1, regrets: 100 },
      invariant: { D2: 4, S: 2, eta: 1, gradients: 100, regrets: 52 },
      tuned: { D2: 16, S: 2, eta: 1, gradients: 4, regrets: 10 },
      rate: { D2: 4, S: 2, eta: -1, gradients: -4, regrets: -4 },
    },
  },
};
