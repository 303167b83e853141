import type { Models } from '../models.ts';

/** Models for the theorems of `../root-sum.ts`, by `theorem: part`. */
export const rootSum: Models = {
  'root-sum: term by term': { needed: { 'next square': { root: 2, next: 3 } } },
  'root-sum: base': { instances: [{}] },
  'root-sum: step': {
    instances: [{ root: 0.75, total: -0.5, next: 1.25 }],
    needed: { 'next square': { root: 2, total: 3, next: 1 }, invariant: { root: 1.875, total: 3, next: 2.125 } },
  },
  'root-sum: strictly from t = 2 on': {
    instances: [{ root: 0.75, next: 1.25, total: -2 }],
    needed: { 'next square': { root: 3, next: 0.25, total: 1.25 }, invariant: { root: 1.875, next: 2.125, total: 8 } },
  },
  'root-sum: the last step': { instances: [{ root: 2, total: 3 }], needed: { invariant: { root: 1, total: 2.125 } } },
  'root-sum-below: base': { instances: [{}] },
  'root-sum-below: step': {
    instances: [{ total: 1, root: 0.75, next: 1.25 }],
    needed: { 'next square': { total: 1.875, root: 1, next: 4 }, invariant: { total: -1, root: 1.875, next: 2.125 } },
  },
  'root-sum-below: strictly from T = 1 on': {
    instances: [{ root: 1.875, next: 2.125, total: 8 }],
    needed: { 'next square': { root: 1, next: 2, total: 0.25 }, invariant: { root: 0.75, next: 1.25, total: -2 } },
  },
};
