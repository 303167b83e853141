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
  const at = (x: readonly number[], theta: readonly number[]): Model => ({
    sum: 12,
    ...named('x', x),
    ...named('theta', theta),
  });
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

/** Points as far from the center as the radius in some directions, and level with it in the others. */
export function l1BallModels(d: number) {
  const at = (z: readonly number[], psi: readonly number[], sizes: readonly number[]): Model => ({
    radius: 12,
    ...named('c', indices(d)),
    ...named('z', z),
    ...named('psi', psi),
    ...named('size', sizes),
  });
  const psi = indices(d).map(() => 12 / d);
  const beyond = (i: number, sign: number): Model => at(unit(d, i, 40 * sign), unit(d, i, 13 * sign), unit(d, i, 12));
  return {
    instances: grid(d, [-12, 0, 12]).map((z) => at(z, psi, psi)),
    needed: {
      member: at(unit(d, 0, 40), unit(d, 0, 13), unit(d, 0, 13)),
      ...Object.fromEntries(
        indices(d).flatMap((i) => [
          [`size ${i + 1} bounds ψ`, beyond(i, 1)],
          [`size ${i + 1} bounds −ψ`, beyond(i, -1)],
        ]),
      ),
    },
  };
}
