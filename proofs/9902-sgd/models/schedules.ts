import { ratio } from '../../../src/scalar/exact.ts';
import type { Models } from '../models.ts';

/** Models for the theorems of `../schedules.ts`, by `theorem: part`. */
export const schedules: Models = {
  'constant-is-best: base': { instances: [{}] },
  'constant-is-best: step': {
    instances: [{ rates: 4, count: 4, last: -0.25, eta: -2 }],
    needed: {
      'rates do not increase': { rates: 2, count: 2, last: -2, eta: 1.5 },
      invariant: { rates: 0.5, count: ratio(5, 3), last: 8, eta: 8 },
      steps: { rates: ratio(5, 3), count: -1, last: -1, eta: -3 },
    },
  },
  'constant-is-best: a fall that was stays': {
    instances: [{ count: 4, rates: 4, last: -0.25, eta: -2 }],
    needed: {
      'rates do not increase': { count: 2, rates: 3, last: 1, eta: 2.125 },
      steps: { count: -1, rates: -0.25, last: ratio(4, 3), eta: -3 },
      invariant: { count: ratio(5, 3), rates: -2, last: 1, eta: 0.5 },
    },
  },
  'constant-is-best: a new fall': {
    instances: [{ count: 4, rates: 4, last: -0.25, eta: -2 }],
    needed: {
      'the rate falls': { count: 2, rates: 3, last: 1, eta: 2.125 },
      steps: { count: -1, rates: -0.25, last: ratio(4, 3), eta: -3 },
      invariant: { count: ratio(5, 3), rates: -2, last: 1, eta: 0.5 },
    },
  },
  'constant-is-best: every schedule': {
    instances: [{ last: 0.5, rootT: 0.5, rates: ratio(5, 3), D: 8, G: 8 }],
    needed: {
      spare: { last: 2, rootT: 3, rates: 1, D: 2.125, G: 2 },
      'last rate': { last: -0.5, rootT: 0.75, rates: -0.25, D: 3, G: 8 },
    },
  },
  'constant-is-best: another last rate': {
    instances: [{ last: 0.5, rootT: 0.5, rates: ratio(5, 3), D: 8, G: 8 }],
    needed: {
      spare: { last: 2, rootT: 3, rates: 1, D: 2.125, G: 2 },
      'last rate': { last: -0.5, rootT: 0.75, rates: -0.25, D: 3, G: 8 },
      away: { last: 0.75, rootT: 0.5, rates: ratio(4, 3), D: 0, G: 0 },
    },
  },
  'constant-is-best: some larger rate': {
    instances: [{ last: 0.5, rootT: 0.5, rates: ratio(5, 3), G: 8, D: 8 }],
    needed: {
      spare: { last: 2, rootT: 3, rates: 1, G: 2.125, D: 2 },
      'last rate': { last: -0.5, rootT: 0.75, rates: -0.25, G: 3, D: 8 },
      gradient: { last: 0.75, rootT: 0.5, rates: ratio(4, 3), G: 0, D: 0 },
    },
  },
  'constant-is-best: at the best rate': {
    instances: [{ last: 0.5, rootT: 2, rates: 2, D: 1, G: 1 }],
    needed: {
      'all rates are the last': { last: 0.5, rootT: 2, rates: 3, D: 1, G: 1 },
      'the best rate': { last: 0.5, rootT: 2, rates: 2, D: 2, G: 1 },
    },
  },
  'best-alpha: the square': { instances: [{ alpha: 2, rootT: 3 }] },
  'best-alpha: share at least 1, base': { instances: [{}] },
  'best-alpha: share at least 1, step': {
    instances: [{ total: 1, root: 0.75, next: 1.25 }],
    needed: {
      'next square': { total: 0.5, root: 0.5, next: ratio(5, 3) },
      invariant: { total: 0, root: 0.75, next: 1.25 },
    },
  },
  'best-alpha: share more than 1 from T = 2 on': {
    instances: [{ root: 0.75, next: 1.25, total: 1 }],
    needed: {
      'next square': { root: 1, next: 3, total: 2 },
      invariant: { root: 0.75, next: 1.25, total: 0 },
    },
  },
  'best-alpha: share less than 2': {
    instances: [{ root: 2, total: 3 }],
    needed: { invariant: { root: 1, total: 2.125 }, root: { root: -0.25, total: -2 } },
  },
  'best-alpha: share grows': {
    instances: [{ root: 1.875, next: 2.125, total: -3 }],
    needed: { 'next square': { root: 2, next: 3, total: 1 }, invariant: { root: 1.875, next: 2.125, total: 8 } },
  },
};
