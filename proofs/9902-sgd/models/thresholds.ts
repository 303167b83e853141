import type { Exact } from '../../../src/scalar/exact.ts';
import type { Model } from '../../theorem/model.ts';

/** The free reals name_1, name_2, … with these values. */
const named = (name: string, values: readonly Exact[]): Model =>
  Object.fromEntries(values.map((value, i) => [`${name}_${i + 1}`, value]));

/** All vectors of d coordinates from a list. */
const grid = (d: number, levels: readonly number[]): readonly (readonly number[])[] =>
  d === 0 ? [[]] : grid(d - 1, levels).flatMap((start) => levels.map((level) => [...start, level]));

const indices = (d: number): readonly number[] => Array.from({ length: d }, (_, i) => i);
const unit = (d: number, at: number, size: number): readonly number[] => indices(d).map((i) => (i === at ? size : 0));

/** Points with some coordinates equal and the others equal and far below: each lies in all places that agree with that. */
export function simplexModels(d: number) {
  const at = (x: readonly number[], theta: readonly number[]): Model => {
    const top = Math.max(...x);
    const share = 12 / x.filter((each) => each === top).length;
    const y = x.map((each) => (each === top ? share : 0));
    return { sum: 12, tau: top - share, ...named('x', x), ...named('y', y), ...named('theta', theta) };
  };
  const middle = indices(d).map(() => 12 / d);
  const needed = indices(d).map((i): [string, Model] => {
    const theta = indices(d).map((j) => (j === i ? -1 : j === (i + 1) % d ? 13 : 0));
    return [`member ${i + 1}`, at(unit(d, i, -20), theta)];
  });
  return {
    instances: grid(d, [0, -20])
      .filter((x) => x.includes(0))
      .map((x) => at(x, middle)),
    needed: {
      ...Object.fromEntries(d === 1 ? [] : needed),
      [`member ${d + 1}`]: at(
        indices(d).map(() => 100),
        indices(d).map(() => 24 / d),
      ),
    },
  };
}

/** A coordinate z, with what is read of it. */
function coordinate(z: number, tau: number, psi: number, size: number, y = Math.max(0, Math.abs(z) - tau)): Model {
  const p = Math.max(-y, Math.min(y, z));
  return { z, tau, psi, size, y, p, length: Math.abs(z), remaining: Math.abs(p), sigma: Math.max(0, tau) };
}

/** Coordinates of every kind: on either side of the center, cut to 0, by less, or not at all. */
export const coordinateModels = {
  instances: [-3, -2, 0, 2, 3].flatMap((z) => [-1, 0, 2, 3].map((tau) => coordinate(z, tau, 1, 1))),
  needed: {
    'σ is max(0, τ)': { ...coordinate(3, 2, 0, 0), sigma: -1 },
    'length is |z|': { ...coordinate(3, 2, 0, 0), z: 2.5 },
    'p is clamped': { ...coordinate(3, 2, 0, 0), p: 2, remaining: 2 },
    'remaining is |p|': { ...coordinate(3, 2, 0, 0), remaining: 2 },
    'y is at least 0': coordinate(0, 1, 0, 0, -1),
    'y is at least |z| − τ': coordinate(2, 1, 1, 1, 0),
    'y is 0 or |z| − τ': coordinate(3, 2, 0, 0, 2),
    'size bounds ψ': coordinate(40, 28, 13, 12),
    'size bounds −ψ': coordinate(-40, 28, -13, 12),
  },
};

/** A point beyond the ball in one direction, and one on its boundary. */
export function l1BallModels(d: number) {
  const [none, level] = [indices(d).map(() => 0), indices(d).map(() => 12 / d)];
  const at = (sigma: number, model: Readonly<Record<string, readonly number[]>>): Model => ({
    radius: 12,
    sigma,
    ...named('c', indices(d)),
    ...Object.fromEntries(Object.entries(model).flatMap(([name, values]) => Object.entries(named(name, values)))),
  });
  const beyond = (i: number) => {
    const [z, y] = [unit(d, i, 40), unit(d, i, 12)];
    return { z, length: z, y, p: y, remaining: y, psi: none, size: none };
  };
  const [first, more] = [beyond(0), unit(d, 0, 13)];
  const boundary = { z: level, length: level, y: level, p: level, remaining: level, psi: level, size: level };
  const away = (i: number) => ({ ...beyond(i), z: unit(d, i, 11), length: unit(d, i, 11) });
  return {
    instances: [at(28, first), at(0, boundary)],
    needed: {
      member: at(28, { ...first, psi: more, size: more }),
      'sum of y': at(0, { ...first, y: more, p: more, remaining: more }),
      'max(0, τ)': at(-1, away(0)),
      ...Object.fromEntries(
        indices(d).flatMap((i) => [
          [`within y ${i + 1}`, at(28, { ...beyond(i), remaining: unit(d, i, 13) })],
          [`angle ${i + 1}`, at(28, away(i))],
        ]),
      ),
    },
  };
}
