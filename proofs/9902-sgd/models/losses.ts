import type { Model } from '../../theorem/model.ts';
import type { Models } from '../models.ts';

/** A point at each of some distances from the kink, and so another one: every pair of sides. */
const sides = (model: (theta: number, phi: number) => Model): readonly Model[] =>
  [-1, 0, 1].flatMap((theta) => [-1, 0, 1].map((phi) => model(theta, phi)));

/** K constant pieces, in every order with ties. */
const ORDERS: readonly (readonly number[])[] = [
  [0],
  ...[-1, 0, 1].map((second) => [0, second]),
  ...[-1, 0, 1].flatMap((second) => [-1, 0, 1].map((step) => [0, second, Math.max(0, second) + step])),
];
const orders = (count: number): readonly Model[] =>
  ORDERS.filter(({ length }) => length === count).map((offsets) =>
    Object.fromEntries([
      ['theta', [1]],
      ['phi', [1]],
      ...offsets.map((offset, k) => [`offset_${k + 1}`, offset]),
      ...offsets.map((_, k) => [`slope_${k + 1}`, [0]]),
    ]),
  );

/** K constant pieces in every order there is. */
const weakOrders = (count: number): readonly Model[] =>
  Array.from({ length: 3 ** count }, (_, at) => ({
    theta: [1],
    ...Object.fromEntries(
      Array.from({ length: count }, (_, k) => [
        [`offset_${k + 1}`, Math.floor(at / 3 ** k) % 3],
        [`slope_${k + 1}`, [0]],
      ]).flat() as [string, number | number[]][],
    ),
  }));

/** K slopes in every order of their lengths. */
const slopes = (count: number): readonly Model[] =>
  ORDERS.filter(({ length }) => length === count).map((offsets) =>
    Object.fromEntries(offsets.map((offset, k) => [`slope_${k + 1}`, [offset + 5]])),
  );

/** |θ| at its kink. */
const kink = { theta: [0], first: [-1], second: [1], loss: 0, loss_c: 1 };

/** θ = 1 is at the distance 3 of the center −2. */
const far = { theta: [1], curvature: 2, center: [-2] };

/** Models for the theorems of `../losses.ts`, by `theorem: part`. */
export const losses: Models = {
  'tangent: linear': { instances: [{ theta: [1], phi: [3], slope: [2] }] },
  'tangent: quadratic': {
    instances: [{ theta: [1], phi: [3], curvature: 2, center: [0] }],
    needed: { curvature: { theta: [1], phi: [3], curvature: -2, center: [0] } },
  },
  'tangent: absolute': {
    instances: sides((theta, phi) => ({ feature: [1], target: 2, theta: [theta + 2], phi: [phi + 2] })),
  },
  'tangent: hinge': {
    instances: sides((theta, phi) => ({ feature: [1], theta: [theta + 1], phi: [phi + 1] })),
  },
  'tangent: pieces, base': { instances: [{ p: 1, r: 2 }] },
  'tangent: pieces, step': {
    instances: sides((p, r) => ({ best: 0, chosen: 0, largest: 0, p, r })),
  },
  'tangent: A-(9)': {
    instances: [{ slope: [1], theta: [2], phi: [3], offset: 1, at_theta: 3, at_phi: 5 }],
  },
  ...Object.fromEntries(
    [1, 2, 3].flatMap((K) =>
      [`the piece at θ, K = ${K}`, `every piece at φ, K = ${K}`].map((part) => [
        `tangent: ${part}`,
        { instances: orders(K) },
      ]),
    ),
  ),
  'any-subgradient: absolute': {
    instances: sides((theta, phi) => ({ feature: [1], target: 2, theta: [theta + 2], phi: [phi + 2] })),
  },
  'any-subgradient: hinge': {
    instances: sides((theta, phi) => ({ feature: [1], theta: [theta + 1], phi: [phi + 1] })),
  },
  'any-subgradient: a piece that attains the value': {
    instances: [{ slope: [1], theta: [2], phi: [3], offset: 1, at_theta: 3, at_phi: 5 }],
  },
  ...Object.fromEntries(
    [1, 2, 3].flatMap((K) => [
      [`any-subgradient: the extremes at θ, K = ${K}`, { instances: weakOrders(K) }],
      [`any-subgradient: every piece at φ, K = ${K}`, { instances: orders(K) }],
    ]),
  ),
  'gradient-bound: linear': { instances: [{ theta: [1], slope: [2] }] },
  'gradient-bound: quadratic': {
    instances: [{ ...far, farthest: 16 }],
    needed: { 'no point is farther': { ...far, farthest: 4 } },
  },
  'gradient-bound: quadratic, at a farthest point': {
    instances: [{ ...far, farthest: 9 }],
    needed: { 'a farthest point': { ...far, farthest: 16 } },
  },
  'gradient-bound: absolute': {
    instances: [-1, 0, 1].map((side) => ({ theta: [1], feature: [1], target: 1 + side })),
  },
  'gradient-bound: hinge': { instances: [-1, 0, 1].map((feature) => ({ theta: [1], feature: [feature + 1] })) },
  'gradient-bound: logistic, where exp(−m) exp m = 1': {
    instances: sides((margin, least) => ({
      theta: [1],
      feature: [margin],
      exp_theta: 2 ** -margin,
      highest: -least,
      exp_highest: 2 ** Math.max(-margin, -least),
    })),
    needed: {
      'exp(−m) ≤ exp h': { theta: [1], feature: [-1], exp_theta: 2, highest: -1, exp_highest: 0.5 },
    },
  },
  'gradient-bound: logistic, at the least m, where exp(−m) exp m = 1': {
    instances: [-1, 0, 1].map((side) => ({ theta: [1], feature: [side], exp_theta: 2 ** -side })),
  },
  'gradient-bound: pieces, base': { instances: [{ value: 1, slope: [2] }] },
  'gradient-bound: pieces, step': {
    instances: sides((value, slope) => ({ best: 0, chosen: 4, longest: 4, value, slope: [slope + 2] })),
  },
  ...Object.fromEntries(
    [1, 2, 3].flatMap((K) => [
      [`gradient-bound: the gradient, K = ${K}`, { instances: weakOrders(K) }],
      [`gradient-bound: every slope, K = ${K}`, { instances: slopes(K) }],
    ]),
  ),
  'any-subgradient: between two subgradients': {
    instances: [{ ...kink, s: 0.5, c: [1] }],
    needed: {
      's at least 0': { ...kink, s: -1, c: [-1] },
      's at most 1': { ...kink, s: 2, c: [1] },
      'A-(9) with the first': { ...kink, first: [5], s: 0, c: [1] },
      'A-(9) with the second': { ...kink, second: [5], s: 1, c: [1] },
    },
  },
  'any-subgradient: A-(15)': {
    instances: [{ regrets: 1, D2: 4, last: 1, gradients: 1 }],
    needed: { 'A-(15), the middle': { regrets: 4, D2: 4, last: 1, gradients: 1 } },
  },
  'tangent: logistic, where exp(−m) exp m = 1 and log(1 + exp m) = log(1 + exp(−m)) + m': {
    instances: sides((theta, phi) => ({
      feature: [1],
      theta: [theta],
      phi: [phi],
      exp_theta: 2 ** -theta,
      exp_phi: 2 ** -phi,
      exp_up: 8,
      exp_down: 8 * 2 ** (theta - phi),
      log_theta: 0,
      log_phi: 10,
    })),
  },
};
