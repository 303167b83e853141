import { describe, expect, test } from 'vitest';
import { zerothOrderCommentLaws } from '../../../../properties/7737-policy-and-zeroth-order/comments/zeroth-order.ts';
import {
  biasOfCube,
  zerothOrderBiasLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/bias.ts';
import { centralDifferenceLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/central-difference.ts';
import { zerothOrderLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/gradient.ts';
import { zerothOrderHarmonicLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/harmonic.ts';
import { zerothOrderRoughnessLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/roughness.ts';
import { simultaneousPerturbationLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/simultaneous-perturbation.ts';
import { isHarmonic } from '../../../../properties/instances/zeroth-order/harmonic.ts';
import { polynomial } from '../../../../properties/instances/zeroth-order/objectives.ts';
import { observe } from '../../../../src/law/decide.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { search } from '../../../../src/law/search.ts';
import { encode, statementAbout } from '../../../../src/law/witness.ts';
import { ratio } from '../../../../src/scalar/exact.ts';
import { breaking, caughtBy, searchedHypotheses, testExpectations } from '../../law-checks.ts';

const laws: readonly AnyLaw[] = [
  ...zerothOrderLaws,
  ...zerothOrderBiasLaws,
  ...centralDifferenceLaws,
  ...simultaneousPerturbationLaws,
  ...zerothOrderRoughnessLaws,
  ...zerothOrderHarmonicLaws,
  ...zerothOrderCommentLaws,
];
const lawOf = (id: string): AnyLaw => laws.find((law) => law.id === id)!;

const line = polynomial([1, [1]]);
const parabola = polynomial([1, [2]]);
const cube = polynomial([1, [3]]);
const kink = { kind: 'signed-square' };
const slopeOfTwo = polynomial([1, [1, 0]]);
const signs = { kind: 'rademacher', dimension: 1 };
const skewed = { kind: 'skewed', dimension: 1 };
const twinSigns = {
  kind: 'finite',
  atoms: [
    { direction: [-1, -1], probability: 0.5 },
    { direction: [1, 1], probability: 0.5 },
  ],
};
/** A case on the line, at 0 with ε = 1. */
const at0 = (objective: object, directions: object, parts: object = {}) => ({
  objective,
  point: [0],
  directions,
  smoothing: 1,
  baseline: 0,
  ...parts,
});

describe('the laws of the zeroth-order gradient', () => {
  testExpectations(laws);
});

describe('what breaks without a hypothesis', () => {
  test.each([
    ['zo.limit', 'identity-second-moment', at0(slopeOfTwo, twinSigns, { point: [0, 0] })],
    ['zo.limit-any-mean', 'identity-second-moment', at0(slopeOfTwo, twinSigns, { point: [0, 0] })],
    ['zo.bias', 'smooth', at0(kink, signs)],
    ['zo.bias-second-order', 'zero-third-moments', at0(parabola, skewed)],
    ['zo.bias-second-order', 'smooth', at0(kink, signs)],
    ['zo.central', 'smooth', at0(kink, signs)],
    ['zo.central-quadratic', 'quadratic', at0(cube, signs)],
    ['zo.spsa-limit', 'ratios-average-zero', at0(polynomial([1, [0, 1]]), twinSigns, { point: [0, 0] })],
    ['zo.root-rate', 'at-zero', at0({ kind: 'root' }, signs, { point: [1] })],
    ['zo.bias-lipschitz', 'lipschitz-derivative', at0({ kind: 'root' }, signs, { lipschitz: 1 })],
    ['zo.harmonic', 'harmonic', at0(cube, { kind: 'normal', dimension: 1 })],
    ['c.times-u-quadratic', 'zero-third-moments', at0(parabola, skewed)],
    ['c.times-u-quadratic', 'quadratic', at0(cube, signs)],
    ['zo.quadratic', 'quadratic', at0(cube, signs)],
  ])('%s: %s', (id, name, witness) => {
    expect(breaking(lawOf(id), name)).toEqual(witness);
  });

  test('is found for every other hypothesis as well', () => {
    for (const law of laws) {
      for (const name of searchedHypotheses(law)) expect(breaking(law, name), `${law.id}: ${name}`).toBeDefined();
    }
  });
});

describe('planted mistakes are caught by cases a person can check', () => {
  test.each([
    ['zo.limit', 'doubled-covariance', at0(line, signs)],
    ['zo.limit-any-mean', 'baseline-of-direction', at0(polynomial([0, [0]]), signs)],
    ['zo.bias', 'no-half', at0(parabola, skewed)],
    ['zo.bias', 'third-for-sixth', at0(cube, signs)],
    ['zo.bias-cube', 'skewed-signs', at0(cube, signs)],
    ['zo.central', 'forward-instead', at0(parabola, skewed)],
    ['zo.bias-lipschitz', 'quarter-for-half', at0({ kind: 'signed-square' }, signs, { lipschitz: 1 })],
    ['zo.harmonic', 'wrong-sign', at0(line, { kind: 'normal', dimension: 1 })],
    ['c.times-u-quadratic', 'skewed-signs', at0(parabola, signs)],
    ['zo.def', 'not-divided', { objective: line, point: [0], direction: [1], smoothing: 2 }],
    ['zo.def', 'divided-by-two', { objective: line, point: [0], direction: [1], smoothing: 1 }],
  ])('%s: %s', (id, tooth, instance) => {
    expect(caughtBy(lawOf(id), tooth)).toEqual(instance);
  });
});

describe('numbers', () => {
  const sides = (law: AnyLaw, instance: unknown) => observe(statementAbout(law, instance)).seen;

  test.each([
    ['skewed', '193/400'],
    ['rademacher', '1/100'],
    ['three-point', '1/25'],
    ['normal', '3/100'],
  ])('the error for x³ at 1 with ε = 1/10 in %s directions is %s', (kind, error) => {
    const instance = at0(cube, { kind, dimension: 1 }, { point: [1], smoothing: ratio(1, 10) });
    expect(sides(biasOfCube as AnyLaw, instance).map(({ left }) => left[0])).toEqual([error]);
  });

  test('a second moment of 4 gives four times the derivative, two copies of a sign (8, 8) for (3, 5)', () => {
    const four = { kind: 'finite', atoms: [-2, 2].map((u) => ({ direction: [u], probability: 0.5 })) };
    const limit = (instance: unknown) =>
      sides(lawOf('zo.limit'), instance)
        .filter(({ name }) => name?.startsWith('partial'))
        .map(({ left }) => left[0]);
    expect(limit(at0(line, four))).toEqual(['4']);
    expect(limit(at0(polynomial([3, [1, 0]], [5, [0, 1]]), twinSigns, { point: [0, 0] }))).toEqual(['8', '8']);
  });
});

describe('instances', () => {
  test.each(laws.map((law) => [law.id, law] as const))('of %s are read back from a file', (_id, law) => {
    search(
      law.instances,
      (instance) => {
        const json = JSON.parse(JSON.stringify(encode(instance)));
        expect(encode(law.instances.decode(json))).toEqual(encode(instance));
        return true;
      },
      { seed: 1, from: 0, to: 10 },
    );
  });

  test('that do not go together are refused', () => {
    const decode = (parts: object) => () => lawOf('zo.limit').instances.decode(at0(line, signs, parts));
    expect(decode({ point: [0, 1] })).toThrow('point');
    expect(decode({ smoothing: 0 })).toThrow('smoothing is 0');
    expect(decode({ directions: { kind: 'three-spokes' } })).toThrow('directions have 2 coordinates for 1 variables');
    const bump = { kind: 'bump', slope: [1] };
    expect(decode({ objective: bump, directions: { kind: 'normal', dimension: 1 } })).toThrow('polynomials only');
    expect(() => biasOfCube.instances.decode(at0(cube, { kind: 'sphere', dimension: 1 }))).toThrow(
      'directions are sphere',
    );
  });

  test('of zo.def are polynomials', () => {
    const along = { objective: { kind: 'root' }, point: [1], direction: [1], smoothing: 1 };
    expect(() => lawOf('zo.def').instances.decode(along)).toThrow('objective is a root; give a polynomial');
  });

  test('of laws that speak of one function, or of signs, are that function and signs', () => {
    expect(() => biasOfCube.instances.decode(at0(parabola, signs))).toThrow('objective is another function');
    expect(biasOfCube.instances.accepts(at0(parabola, signs) as never)).toBe(false);
    expect(() => lawOf('zo.root-rate').instances.decode(at0(line, signs))).toThrow('[{"kind":"root"}]');
    expect(() => lawOf('zo.spsa').instances.decode(at0(line, skewed))).toThrow('directions are skewed');
  });

  test('with a direction that may have a coordinate 0 break the hypothesis of simultaneous perturbation', () => {
    const [ratios] = lawOf('zo.spsa-limit').hypotheses;
    expect(ratios!.holds(at0(line, { kind: 'three-point', dimension: 1 }))).toBe(false);
    expect(ratios!.holds(at0(line, { kind: 'normal', dimension: 1 }))).toBe(false);
    expect(ratios!.holds(at0(line, skewed))).toBe(true);
  });

  test('know harmonic polynomials', () => {
    expect(isHarmonic(polynomial([1, [3, 0]], [-3, [1, 2]]))).toBe(true);
    expect(isHarmonic(polynomial([1, [2, 0]], [-1, [0, 2]], [5, [1, 0]]))).toBe(true);
    expect(isHarmonic(polynomial([1, [3, 0]], [-2, [1, 2]]))).toBe(false);
    expect(isHarmonic({ kind: 'bump', slope: [1, 1] })).toBe(false);
  });
});
