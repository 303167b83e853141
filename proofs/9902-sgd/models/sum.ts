import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../sum.ts`, by `theorem: part`. */
export const sum: Models = {
  'sum: base': { instances: [{}] },
  'sum: step': {
    instances: [{ right: 8, regrets: 4, eta: 4, loss: -0.25, loss_c: -2, g: [2], theta: [3], c: [0.25], next: [1.25] }],
    needed: {
      invariant: { right: 0.25, regrets: 4, eta: 4, loss: 1.875, loss_c: 4, g: [0], theta: [-0.5], c: [2], next: [2] },
      'A-(9)': { right: 1, regrets: 1, eta: 2, loss: 1, loss_c: -0.5, g: [-0.5], theta: [-1], c: [-2], next: [-1] },
      rate: { right: ratio(5, 3), regrets: 0, eta: -0.5, loss: 3, loss_c: 0.25, g: [4], theta: [4], c: [1], next: [1] },
      'A-(18)': {
        right: 1.25,
        regrets: 0,
        eta: ratio(4, 3),
        loss: 0.5,
        loss_c: ratio(5, 3),
        g: [0],
        theta: [-1],
        c: [2],
        next: [8],
      },
    },
  },
  'abel: base': { instances: [{ eta_1: 1 }] },
  'abel: step': {
    instances: [{ eta_1: 1, eta: 1, last: ratio(4, 3), left: 2, a_1: 2, a: ratio(4, 3), inner: 1.5 }],
    needed: { invariant: { eta_1: 2, last: 3, left: 1, a_1: 2.125, a: 2, inner: 2 } },
  },
  'abel-close-all: base': { instances: [{ eta_1: 1 }] },
  'abel-close-all: step': {
    instances: [{ D2: 1.5, last: 3, eta_1: 1.5, eta: 1, inner: -0.25 }],
    needed: { invariant: { D2: 2, last: 3, eta_1: 1, inner: 2.125 } },
  },
  'abel-bound: base': { instances: [{}] },
  'abel-bound: step': {
    instances: [{ large: -0.5, small: -3, eta: 0.75, last: 1.25, D2: 1, a: -3 }],
    needed: {
      invariant: { large: 2, small: 3, eta: 1, last: 2.125, D2: 2, a: 2 },
      rate: { large: 8, small: 8, eta: -1, last: 0.75, D2: ratio(4, 3), a: 0.25 },
      'rates do not increase': { large: -0.25, small: -0.25, eta: ratio(5, 3), last: 0.5, D2: 2, a: -1 },
      distance: { large: 2.125, small: 1.875, eta: 1.25, last: 2, D2: 0.75, a: 3 },
    },
  },
  'abel-bound: the ends': {
    instances: [{ eta_1: 1.5, last: 0.5, D2: 2, a_1: 0.5, a_next: 1.5, large: ratio(5, 3), small: -0.5 }],
    needed: {
      invariant: { eta_1: 0.75, last: ratio(4, 3), D2: 0.25, a_1: -0.5, a_next: 0.25, large: 1.5, small: 8 },
      'last rate': { eta_1: 3, last: -0.25, D2: 3, a_1: 0, a_next: ratio(4, 3), large: 0, small: -1 },
      'last distance': { eta_1: ratio(5, 3), last: 1, D2: 1, a_1: 0, a_next: -1, large: 1.5, small: ratio(4, 3) },
      'first rate': { eta_1: -0.25, last: 0.25, D2: 8, a_1: 0, a_next: 1.875, large: 4, small: 0.25 },
      distance: {
        eta_1: 0.75,
        last: 2,
        D2: 0.25,
        a_1: ratio(5, 3),
        a_next: ratio(5, 3),
        large: ratio(5, 3),
        small: ratio(4, 3),
      },
    },
  },
};
