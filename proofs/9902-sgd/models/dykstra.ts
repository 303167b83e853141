import type { Model } from '../../theorem/model.ts';
import { SIZES } from '../dykstra-texts.ts';
import type { Models } from '../models.ts';

/** On the line: p = 3 is projected onto (−∞, 1] with the normal 1 of before, and c = 0. */
const onLine = { x: [4], c: [0], p: [3], e: [1], P: [1], next: [1] };
/** One value a set, from these names. */
const ofSets = (names: readonly string[], value: (k: number) => number | readonly number[]) =>
  Object.fromEntries(names.flatMap((name) => Array.from({ length: 16 }, (_, k) => [`${name}${k + 1}`, value(k)])));
const numbers: Model = { p: 3, py: 2, ...ofSets(['e_', 'P_', 'next_', 'ey_', 'Py_'], (k) => k % 3) };
const vectors: Model = { ...onLine, ...ofSets(['e', 'P'], (k) => [k % 3]) };
const texts = (theorem: string, what: string, model: Model): Models =>
  Object.fromEntries(SIZES.map((count) => [`${theorem}: the text of ${what}, ${count} sets`, { instances: [model] }]));

/** Models for the theorems of `../dykstra.ts`, by `theorem: part`. */
export const dykstra: Models = {
  'dykstra-normals: what a projection takes away': {
    instances: [onLine],
    needed: { 'A-(23)': { ...onLine, c: [2] } },
  },
  'dykstra-normals: the normals add up, base': { instances: [onLine] },
  'dykstra-normals: the normals add up, step': { instances: [{ ...onLine, total: [1] }] },
  ...texts('dykstra-normals', 'a sweep', numbers),
  'dykstra-potential: one projection': { instances: [{ ...onLine, rest: 2 }] },
  'dykstra-potential: a sweep, base': { instances: [{ before: 2 }] },
  'dykstra-potential: a sweep, step': { instances: [{ before: 2, potential: 2, after: 1 }] },
  'dykstra-potential: the distance, base': { instances: [onLine] },
  'dykstra-potential: the distance, step': {
    instances: [{ ...onLine, potential: 9 }],
    needed: { 'an outward normal': { ...onLine, c: [2], potential: 1 } },
  },
  ...texts('dykstra-potential', 'a sweep', numbers),
  ...texts('dykstra-potential', 'the potential', vectors),
  'dykstra-gap: the gap, base': { instances: [onLine] },
  'dykstra-gap: the gap, step': {
    instances: [{ ...onLine, total: [0], gap: 0 }],
    needed: { 'an outward normal': { ...onLine, c: [2], total: [0], gap: 0 } },
  },
  'dykstra-gap: the certificate': { instances: [{ ...onLine, total: [1], gap: 2 }] },
  ...texts('dykstra-gap', 'the gap', vectors),
};
