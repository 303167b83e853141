import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../geometry.ts`, by `theorem: part`. */
export const geometry: Models = {
  'converse: were it true of both ends': {
    instances: [{ mu: 1, b: [1], a: [2], P: [1] }],
    needed: {
      'μ at most 1': { mu: 2, b: [3], a: [1], P: [2.125] },
      'A-(19) at b': { mu: 0.5, b: [ratio(5, 3)], a: [8], P: [8] },
      μ: { mu: -1, b: [-0.5], a: [0.75], P: [-0.25] },
      'A-(19) at a': { mu: 0, b: [1.5], a: [0.5], P: [2] },
    },
  },
  'affine: the theorem of Pythagoras': {
    instances: [{ P: [0.5], phi: [0.5], theta: [ratio(5, 3)] }],
    needed: { 'A-(23) at 2P − θ': { P: [2], phi: [3], theta: [1] }, 'A-(23)': { P: [2.125], phi: [2], theta: [2] } },
  },
  'cone: P ⊥ φ − P': {
    instances: [{ P: [2], phi: [2] }],
    needed: { 'A-(23) at 2P': { P: [2], phi: [3] }, 'A-(23) at 0': { P: [-2], phi: [1.5] } },
  },
  'cone: φ − P is in the polar cone': {
    instances: [{ phi: [-2], theta: [1.5], P: [-1] }],
    needed: { 'A-(23) at P + θ': { phi: [2], theta: [3], P: [1] } },
  },
  'cone: and nearest there': {
    instances: [{ P: [8], phi: [8], v: [-1] }],
    needed: {
      'a point of the polar cone': { P: [0.5], phi: [0.5], v: [ratio(5, 3)] },
      'not acute': { P: [-0.25], phi: [3], v: [0] },
    },
  },
  'shift: the two points are at distance zero': {
    instances: [{ s: 2, shift: -1, P: [1], ones: [2], Q: [1], phi: [0.5] }],
    needed: {
      'A-(23) before': { s: 0, shift: 1.875, P: [0], ones: [0], Q: [1.25], phi: [4] },
      'A-(23) after': { s: 0, shift: 3, P: [-2], ones: [0], Q: [3], phi: [-3] },
      'sum of P': { s: 1, shift: 3, P: [-0.5], ones: [-1], Q: [-1], phi: [1.25] },
      'sum of Q': { s: 8, shift: 2, P: [1], ones: [8], Q: [8], phi: [0.75] },
    },
  },
  'product: the two pairs are at distance zero': {
    instances: [{ Px: [-2], x: [2], Qx: [-2], Py: [-3], y: [1.5], Qy: [-3] }],
    needed: {
      'A-(23) in the first factor': { Px: [ratio(5, 3)], x: [-2], Qx: [1], Py: [0.5], y: [0.5], Qy: [ratio(5, 3)] },
      'A-(23) in the product': { Px: [8], x: [8], Qx: [-1], Py: [0.75], y: [ratio(4, 3)], Qy: [0.25] },
      'A-(23) in the second factor': { Px: [-1], x: [1.875], Qx: [-1], Py: [-0.5], y: [0.75], Qy: [-0.25] },
    },
  },
  'dykstra-certificate: three sets': {
    instances: [{ c: [1.25], e1: [2], P1: [3], e2: [1.25], P2: [1.875], e3: [0.5], P3: [1.25] }],
    needed: {
      'normal 3': { c: [4], e1: [1.875], P1: [4], e2: [0], P2: [-0.5], e3: [2], P3: [2] },
      'normal 1': { c: [4], e1: [4], P1: [0], e2: [-3], P2: [-1], e3: [-0.25], P3: [ratio(5, 3)] },
      'normal 2': { c: [-3], e1: [0.25], P1: [-0.5], e2: [-3], P2: [-1], e3: [0], P3: [2.125] },
    },
  },
};
