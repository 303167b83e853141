import { describe, expect, test } from 'vitest';
import {
  affine,
  ball,
  box,
  type ConvexSet,
  halfspace,
  hyperplane,
  l1Ball,
  membership,
  polytope,
  product,
  project,
  projectOntoBall,
  projectOntoHalfspace,
  projectOntoHyperplane,
  projectOntoL1Ball,
  projectOntoSimplex,
  segment,
  simplex,
  support,
} from '../../src/convex/index.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

const sets: readonly ConvexSet[] = [
  affine([[1, 1]], [1]),
  ball([0, 0], 1),
  box([0, 0], [1, 1]),
  halfspace([1, 0], 1),
  hyperplane([1, 0], 1),
  l1Ball([0, 0], 1),
  polytope([[1, 0]], [1]),
  product([box([0], [1]), box([0], [1])]),
  segment([0, 0], [1, 1]),
  simplex(2, 1),
];

describe('what a point is asked', () => {
  test.each(sets.map((set) => [set.kind, set] as const))('%s: as many coordinates as the set', (kind, set) => {
    const of = (count: number): number[] => new Array(count).fill(0.5);
    for (const count of [0, 1, 3]) {
      const refusal = `has ${count} coordinates and the ${kind} 2; give as many.`;
      expect(() => project(float64, set, of(count))).toThrow(`x ${refusal}`);
      expect(() => membership(float64, set, of(count))).toThrow(`x ${refusal}`);
      expect(() => support(float64, set, of(count))).toThrow(`w ${refusal}`);
      expect(() => membership(Q, set, Q.vector(of(count)))).toThrow(`x ${refusal}`);
    }
    expect(project(float64, set, of(2))).toHaveLength(2);
  });

  test.each(sets.map((set) => [set.kind, set] as const))('%s: finite doubles', (_kind, set) => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const refusal = `[1] is ${wrong}; give a finite number.`;
      expect(() => project(float64, set, [0, wrong])).toThrow(`x${refusal}`);
      expect(() => membership(float64, set, [0, wrong])).toThrow(`x${refusal}`);
      expect(() => support(float64, set, [0, wrong])).toThrow(`w${refusal}`);
    }
  });
});

describe('the formulas as users call them', () => {
  test.each([
    ['ball', 'r', projectOntoBall<number, readonly number[]>],
    ['ℓ₁ ball', 'r', projectOntoL1Ball<number>],
    ['simplex', 's', projectOntoSimplex<number>],
  ] as const)('%s: a positive size', (_set, name, onto) => {
    for (const wrong of [-1, 0, Number.NaN]) {
      expect(() => onto(float64, wrong, [3])).toThrow(`${name} is ${wrong}; give a positive number.`);
    }
    expect(() => onto(float64, 1, [3, Number.NaN])).toThrow('x[1] is NaN; give a finite number.');
    expect(onto(float64, 1, [3])).toEqual([1]);
  });

  test('a size that is a fraction is named as one, and one that a reading cannot tell from 0 is taken', () => {
    expect(() => projectOntoBall(Q, Q.of(ratio(-1, 3)), Q.vector([3]))).toThrow('r is -1/3; give a positive number.');
    const F = interval(20);
    const open = F.sub(F.exp(F.one), F.exp(F.one));
    expect(F.sign(open)).toBeUndefined();
    expect(projectOntoSimplex(F, open, F.vector([3]))).toHaveLength(1);
  });

  test.each([
    ['halfspace', projectOntoHalfspace<number, readonly number[]>],
    ['hyperplane', projectOntoHyperplane<number, readonly number[]>],
  ] as const)('%s: a nonzero normal', (_set, onto) => {
    expect(() => onto(float64, [0, 0], 1, [3, 4])).toThrow(
      'a has the squared length 0, and so no direction; give a nonzero vector.',
    );
    expect(() => onto(float64, [1, 0], 1, [Number.NaN, 4])).toThrow('x[0] is NaN; give a finite number.');
    expect(onto(float64, [1, 0], 1, [3, 4])).toEqual([1, 4]);
  });
});
