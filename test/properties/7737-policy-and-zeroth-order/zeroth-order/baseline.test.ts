import { describe, expect, test } from 'vitest';
import { zerothOrderBaselineLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/baseline.ts';
import { zerothOrderBestBaselineLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/best-baseline.ts';
import { zerothOrderSampledLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/sampled.ts';
import { zerothOrderValueBaselineLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/value-baseline.ts';
import { polynomial } from '../../../../properties/instances/zeroth-order/objectives.ts';
import { observe } from '../../../../src/law/decide.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { search } from '../../../../src/law/search.ts';
import { encode, statementAbout } from '../../../../src/law/witness.ts';
import { ratio } from '../../../../src/scalar/exact.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

const laws: readonly AnyLaw[] = [
  ...zerothOrderBaselineLaws,
  ...zerothOrderBestBaselineLaws,
  ...zerothOrderValueBaselineLaws,
  ...zerothOrderSampledLaws,
];
const lawOf = (id: string): AnyLaw => laws.find((law) => law.id === id)!;

const line = polynomial([1, [1]]);
const signs = { kind: 'rademacher', dimension: 1 };
const skewed = { kind: 'skewed', dimension: 1 };
const threePoint = { kind: 'three-point', dimension: 1 };
const alwaysOne = { kind: 'finite', atoms: [{ direction: [1], probability: 1 }] };
const constant = (c: number) => polynomial([c, [0]]);
/** A case on the line, at 0 with ε = 1. */
const at0 = (objective: object, directions: object, parts: object = {}) => ({
  objective,
  point: [0],
  directions,
  smoothing: 1,
  baseline: 0,
  ...parts,
});

describe('the laws of zeroth-order baselines', () => {
  testExpectations(laws);
});

describe('what breaks without a hypothesis', () => {
  test.each([
    ['zo.noshift', 'mean-zero', at0(constant(0), alwaysOne, { baseline: 1 })],
    ['zo.m2', 'mean-zero', at0(constant(0), alwaysOne, { baseline: 1 })],
    ['zo.bopt', 'mean-zero', at0(constant(0), alwaysOne, { baseline: 1 })],
    ['zo.bopt-taylor', 'level-along-weighted-mean', at0(line, skewed)],
    ['zo.bopt-expansion', 'smooth', at0({ kind: 'signed-square' }, skewed)],
    ['zo.bopt-quadratic', 'quadratic', at0(polynomial([1, [4]]), signs)],
    ['zo.bopt-one-length', 'one-length', at0(line, skewed)],
    ['zo.b0-exact', 'mean-zero', at0(constant(1), alwaysOne)],
    ['zo.b0-small', 'value-not-zero', at0(constant(0), signs)],
    ['zo.sample-b', 'mean-zero', at0(line, alwaysOne, { samples: 2 })],
    ['zo.sample-b', 'one-length-or-zero', at0(line, skewed, { samples: 2 })],
    ['zo.sample-mean', 'mean-zero', at0(line, alwaysOne, { samples: 2 })],
    ['zo.leave-one-out', 'mean-zero', at0(line, alwaysOne, { samples: 2 })],
  ])('%s: %s', (id, name, witness) => {
    expect(breaking(lawOf(id), name)).toEqual(witness);
  });
});

describe('directions that are all 0', () => {
  const still = { kind: 'finite', atoms: [{ direction: [0], probability: 1 }] };

  test.each(['zo.bopt', 'zo.bopt-taylor', 'zo.bopt-expansion', 'zo.b0-exact', 'zo.b0-small', 'zo.sample-b'])(
    'break a hypothesis of %s and nothing else',
    (id) => {
      const samples = id === 'zo.sample-b' ? { samples: 2 } : {};
      const instance = lawOf(id).instances.decode(at0(polynomial([1, [2]], [1, [0]]), still, samples));
      const broken = lawOf(id).hypotheses.filter(({ holds }) => !holds(instance));
      expect(broken.map(({ name }) => name)).toEqual(['some-direction']);
    },
  );
});

describe('planted mistakes are caught by cases a person can check', () => {
  test.each([
    ['zo.bopt', 'baseline-unweighted', at0(line, skewed, { baseline: 1 })],
    ['zo.noshift', 'baseline-of-direction', at0(constant(0), signs)],
    ['zo.bopt-taylor', 'skewed-signs', at0(line, signs)],
    ['zo.bopt-quadratic', 'baseline-unweighted', at0(polynomial([1, [2]]), { kind: 'normal', dimension: 1 })],
    ['zo.b0-exact', 'once-the-best', at0(constant(1), signs)],
    ['zo.sample-mean', 'weighted-baseline', at0(line, threePoint, { samples: 2 })],
    ['zo.leave-one-out', 'own-value-too', at0(line, signs, { samples: 2 })],
  ])('%s: %s', (id, tooth, instance) => {
    expect(caughtBy(lawOf(id), tooth)).toEqual(instance);
  });
});

describe('numbers', () => {
  const sides = (id: string, instance: unknown) => observe(statementAbout(lawOf(id), instance)).seen;

  test('x + 3 at 0 along 1 with ε = 1/10: the mean is 1 with − f(x), 31 without it', () => {
    const instance = at0(polynomial([1, [1]], [3, [0]]), alwaysOne, { smoothing: ratio(1, 10) });
    const [withValue] = sides('zo.noshift', instance);
    expect([withValue!.left[0], withValue!.right[0]]).toEqual(['1', '31']);
  });

  test.each([
    [line, 2, '1/8'],
    [line, 3, '11/48'],
    [polynomial([1, [1]], [1, [3]]), 2, '1/4'],
    [polynomial([1, [1]], [1, [3]]), 3, '11/24'],
  ])(
    'three-point directions with ε = 1/2 and a baseline of their own: %j with %i of them',
    (objective, samples, mean) => {
      // f = x has the zeroth-order gradient 1, f = x + x³ at 0 has 1 + ε² E u⁴ = 2: factors 1/8 and 11/48 both times.
      const instance = at0(objective, threePoint, { smoothing: 1 / 2, samples });
      expect(sides('zo.sample-b', instance).map(({ left }) => left[0])).toEqual([mean]);
    },
  );

  test('z² − ε² at 0 with signs: − f(x) raises the variance from 0 to ε²', () => {
    for (const epsilon of [1, 1 / 2, 1 / 4]) {
      const objective = polynomial([1, [2]], [-(epsilon ** 2), [0]]);
      const [reduction] = sides('zo.b0-exact', at0(objective, signs, { smoothing: epsilon }));
      expect(reduction!.left[0]).toBe(epsilon === 1 ? '-1' : `-1/${epsilon ** -2}`);
    }
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

  test('with too few or too many samples are refused', () => {
    const decode = (id: string, parts: object) => () => lawOf(id).instances.decode(at0(line, signs, parts));
    expect(decode('zo.leave-one-out', { samples: 1 })).toThrow('samples is 1; give a whole number, at least 2');
    expect(decode('zo.sample-mean', { samples: 9 })).toThrow('There are 512 samples; give at most 300');
    expect(decode('zo.sample-mean', { samples: 2, directions: { kind: 'normal', dimension: 1 } })).toThrow(
      'normal directions have infinitely many values',
    );
  });
});
