import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../bounds-compared.ts`, by `theorem: part`. */
export const boundsCompared: Models = {
  'sqrt-two: every α': {
    instances: [{ alpha: 2, rootT: 3, D: 1, G: 2.125 }],
    needed: {
      'root of T': { alpha: ratio(5, 3), rootT: -2, D: 1, G: 0.5 },
      alpha: { alpha: -1, rootT: 0.75, D: ratio(4, 3), G: 0.25 },
    },
  },
  'sqrt-two: another α': {
    instances: [{ alpha: 2, rootT: 3, D: 1, G: 2.125 }],
    needed: {
      'root of T': { alpha: ratio(5, 3), rootT: -2, D: 1, G: 0.5 },
      alpha: { alpha: -1, rootT: 0.75, D: ratio(4, 3), G: 0.25 },
      'another α': { alpha: 4, rootT: 0.25, D: 0, G: 0 },
    },
  },
  'untuned: both parts': {
    instances: [{ alpha: 2, rootT: 3, D: 1, G: 2.125 }],
    needed: {
      distance: { alpha: 2, rootT: 2, D: -2, G: 1.5 },
      alpha: { alpha: -1, rootT: 0.75, D: ratio(4, 3), G: 0.25 },
      gradient: { alpha: 4, rootT: 1.875, D: 4, G: 0 },
    },
  },
  'anytime-decrease: next bound': {
    instances: [{ alpha: ratio(4, 3), rootT: 0.75, next: 1.25, D: 4, G: 1.25 }],
    needed: {
      stake: { alpha: 1, rootT: 0.75, next: 1.25, D: 0, G: 0 },
      'next square': { alpha: 2, rootT: 3, next: 1, D: 2.125, G: 2 },
      alpha: { alpha: -3, rootT: 0.75, next: 1.25, D: 1, G: -3 },
    },
  },
  'rhs-limit: two parts': {
    instances: [
      { a: 2, b: 2 },
      { a: 2, b: 3 },
    ],
    needed: { b: { a: ratio(4, 3), b: -3 }, a: { a: -2, b: 1.5 } },
  },
  'rate-and-scale: identities': { instances: [{ alpha: 2, rootT: 3, k: 1 }] },
};
