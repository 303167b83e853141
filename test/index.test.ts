import { expect, test } from 'vitest';
import * as library from '../src/index.ts';

const { dykstra, dykstraFloat64, dykstraGap, dykstraStart, dykstraSweep, float64, halfspace, polytope } = library;

test('what the refusal of a large polytope advises is at hand', () => {
  const normals = Array.from({ length: 5 }, (_, i) => [0, 1, 2, 3, 4].map((j) => (i === j ? 1 : 0)));
  const zeros = [0, 0, 0, 0, 0];
  expect(() => polytope(normals, zeros)).toThrow(/ iterate over the halfspaces with dykstra\.$/);
  const sets = normals.map((normal) => halfspace(normal, 0));
  const stop: library.DykstraStop = { change: 2 ** -50, sweeps: 100 };
  expect(dykstraFloat64(sets, [1, 2, 3, 4, -5], stop)).toMatchObject({ point: [0, 0, 0, 0, -5], settled: true });
  expect(dykstra(float64, sets, [1, 2, 3, 4, -5], 1)).toEqual([0, 0, 0, 0, -5]);
  const state = dykstraSweep(float64, sets, dykstraStart(float64, sets, [1, 2, 3, 4, -5]));
  expect(dykstraGap(float64, state)).toBe(0);
});
