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
  'sqrt-two: the quotient': {
    instances: [{ alpha: 2, rootT: 3, D: 1, G: 2 }],
    needed: {
      distance: { alpha: 2, rootT: 3, D: -1, G: 2 },
      gradient: { alpha: 2, rootT: 3, D: 1, G: -2 },
    },
  },
  'sqrt-two: the best α': {
    instances: [{ alpha: 1, rootT: 3, D2: 2, G2: 1, D: 1, G: 1 }],
    needed: { 'D² = 2 α² G²': { alpha: 1, rootT: 3, D2: 3, G2: 1, D: 1, G: 1 } },
  },
  'untuned: the law sgd.untuned-cost itself, any T': {
    instances: [
      { alpha: 2, rootT: 3, D: 1, G: 2.125 },
      { alpha: 1, rootT: 3, D: 5, G: 1 },
    ],
    needed: {
      distance: { alpha: 2, rootT: 2, D: -2, G: 1.5 },
      alpha: { alpha: -1, rootT: 0.75, D: ratio(4, 3), G: 0.25 },
      gradient: { alpha: 1, rootT: 1.875, D: 4, G: -2 },
    },
  },
  'anytime-decrease: the law sgd.anytime-decrease itself, any T': {
    instances: [{ alpha: ratio(4, 3), rootT: 0.75, next: 1.25, D: 4, G: 1.25 }],
    needed: {
      stake: { alpha: 1, rootT: 0.75, next: 1.25, D: 0, G: 0 },
      'next square': { alpha: 2, rootT: 3, next: 1, D: 2.125, G: 2 },
      alpha: { alpha: -3, rootT: 0.75, next: 1.25, D: 1, G: -3 },
    },
  },
  'rhs-limit: the law sgd.rhs-limit itself, any T': {
    instances: [
      { T: 2, D2: 8, G2: 1, first: 1, last: 1, rates: 2 },
      { T: 2, D2: 1, G2: 8, first: 1, last: 1, rates: 2 },
    ],
    needed: {
      'last rate': { T: 1, D2: 1, G2: 0, first: 1, last: -1, rates: 1 },
      'all rates': { T: 1, D2: 0, G2: 1, first: 1, last: 1, rates: -1 },
    },
  },
  'rate-and-scale: identities': { instances: [{ alpha: 2, rootT: 3, k: 1 }] },
};
